import { nextContactDue } from '../../../src/shared/model/cadence.ts';
import { emptyContactFields, type Contact } from '../../../src/shared/model/contact.ts';
import {
  RISK_GROUPS,
  RISK_LEVELS,
  type RiskGroup,
  type RiskLevel,
} from '../../../src/shared/model/vocabulary/contact.ts';
import type { ContactRow } from '../../../src/shared/contract/contacts.ts';

/** Fictional people for looking at the interface: no vault, no real names. */
const PEOPLE: readonly (readonly [string, string, string | null, string, string])[] = [
  ['Amina Dirie', 'أمينة ديري', 'Juniper', 'Journalist', 'Bahri'],
  ['Tomás Iriarte', 'Thomas', null, 'Land rights lawyer', 'Río Seco'],
  ['Нина Ковалёва', 'Nina Kovalyova', 'Larch', 'Trade unionist', 'Severny'],
  ['Sok Dara', 'សុខ ដារ៉ា', null, 'Environmental activist', 'Preah Vale'],
  ['حسن العامري', 'Hassan al-Amiri', 'Cedar', 'Lawyer', 'Wadi Nur'],
  ['Grace Okonjo-Ade', 'Mama Grace', null, 'Community leader', 'Delta South'],
  ['李文静', 'Li Wenjing', 'Plum', 'Blogger', 'Dongshan'],
  ['Yael Ben-Ami', 'יעל בן עמי', null, 'Teacher', 'Har Zait'],
  ['Ximena Quispe Mamani', 'Ximenita', 'Condor', 'Indigenous representative', 'Alto Verde'],
  ['Meera Nair', 'मीरा नायर', null, 'Health worker', 'Kundapur'],
];

export function sampleId(number: number): string {
  return `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

function pick<Value>(values: readonly Value[], number: number): Value {
  return values[number % values.length] as Value;
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

export function sampleContact(number: number): Contact {
  const [name, other, codeName, profession, locality] = pick(PEOPLE, number);
  const isOrganisation = number % 11 === 10;
  const suffix = number < PEOPLE.length ? '' : ` ${Math.floor(number / PEOPLE.length) + 1}`;
  const names = [
    { id: sampleId(1e6 + number), kind: 'primary' as const, text: name + suffix, script: null },
    { id: sampleId(2e6 + number), kind: 'alias' as const, text: other, script: null },
  ];
  return {
    ...emptyContactFields(),
    id: sampleId(number),
    kind: isOrganisation ? 'organisation' : number % 17 === 16 ? 'group' : 'person',
    state: number % 23 === 22 ? 'draft' : 'active',
    organisationType: isOrganisation ? 'cso' : null,
    codeName: suffix === '' ? codeName : null,
    names: isOrganisation ? [{ ...names[0]!, text: `Centre for River Rights${suffix}` }] : names,
    methods: [
      {
        id: sampleId(3e6 + number),
        kind: 'phone',
        value: '+000 555 0100',
        safeHours: null,
        neverUse: true,
        preferred: false,
        note: 'Line is listened to since March',
      },
      {
        id: sampleId(4e6 + number),
        kind: 'signal',
        value: '+000 555 0142',
        safeHours: 'after 21:00, not Fridays',
        neverUse: false,
        preferred: true,
        note: null,
      },
      {
        id: sampleId(5e6 + number),
        kind: 'through-contact',
        value: 'Her sister at the bakery',
        safeHours: 'mornings',
        neverUse: false,
        preferred: false,
        note: null,
      },
    ],
    languages: ['ar', 'en'],
    profession,
    locality,
    country: null,
    remote: number % 4 === 3,
    peacefulMeans: {
      status: number % 5 === 4 ? 'under-review' : 'met',
      assessedBy: 'J. Fictional',
      assessedOn: daysAgo(40),
      ground: 'Known to the mission since 2024; public record of non-violent organising.',
    },
    riskGroups: [pick(RISK_GROUPS, number), pick(RISK_GROUPS, number + 3)] as RiskGroup[],
    riskLevel: pick([...RISK_LEVELS, null], number) as RiskLevel | null,
    contactEveryDays: 30,
    coverPhrase: 'Calling about the library card',
    tags: number % 3 === 0 ? ['river case', 'trial watch'] : [],
    notes: 'Prefers to meet at the reading room. Speaks slowly on the phone when not alone.',
  };
}

export function sampleRow(number: number): ContactRow {
  const contact = sampleContact(number);
  const lastContactOn = number % 7 === 6 ? null : daysAgo((number * 13) % 90);
  return {
    id: contact.id,
    kind: contact.kind,
    state: contact.state,
    label: contact.names[0]?.text ?? '',
    otherNames: contact.names.slice(1).map((name) => name.text),
    codeName: contact.codeName,
    profession: contact.profession,
    locality: contact.locality,
    remote: contact.remote,
    riskLevel: contact.riskLevel,
    riskGroups: contact.riskGroups,
    tags: contact.tags,
    mayHold: number % 6 !== 5,
    lastContactOn,
    nextContactDueOn: nextContactDue(lastContactOn, contact.contactEveryDays),
    openPromises: number % 4,
    photo: null,
  };
}
