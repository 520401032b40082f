import { emptyContactFields, type ContactFields } from '../../src/shared/model/contact.ts';
import { scriptOf } from '../../src/vault/import/script-of.ts';
import { must } from './must.ts';
import { COUNTRY, PEOPLE, REMOTE_PLACES, type DemoContact } from './people.ts';
import { picturePng } from './picture-png.ts';
import { daysBefore, type Writing } from './portfolio-writing.ts';
import { FICTIONAL } from './texts.ts';

export interface MadeContact extends DemoContact {
  readonly id: string;
}

const RHYTHM_DAYS = { extreme: 7, high: 14, medium: 30, low: 90 } as const;

export async function addContacts(writing: Writing): Promise<MadeContact[]> {
  const made: MadeContact[] = [];
  for (const [index, contact] of PEOPLE.entries()) {
    const fields = fieldsOf(writing, contact, index);
    const saved = await writing.ask.contacts.save({ id: null, fields });
    const { id } = must(saved, `contact ${contact.name}`);
    made.push({ ...contact, id });
    if (index % 4 === 0 && contact.kind === 'person') await addPhoto(writing, id, index);
    if (index % 9 === 2) await addDocument(writing, id, index);
  }
  return made;
}

function fieldsOf({ random, today }: Writing, contact: DemoContact, index: number): ContactFields {
  const { name, other, kind, organisationType, profession, place, risk, groups } = contact;
  const isPerson = kind === 'person';
  const digits = String(index).padStart(3, '0');
  return {
    ...emptyContactFields(),
    kind,
    organisationType,
    codeName: risk === 'extreme' ? `Heron ${index}` : null,
    names: [
      { id: random.uuid(), kind: 'primary', text: name, script: scriptOf(name) },
      ...(other === null
        ? []
        : [
            {
              id: random.uuid(),
              kind: 'transliteration' as const,
              text: other[0],
              script: other[1],
            },
          ]),
    ],
    methods: [
      {
        id: random.uuid(),
        kind: isPerson ? 'signal' : 'email',
        // Country code 999 is not assigned; `.example` is reserved (RFC 2606).
        value: isPerson ? `+999 5551 ${digits}` : `office${digits}@fictional.example`,
        safeHours: risk === 'high' || risk === 'extreme' ? 'after 20:00, not on Fridays' : null,
        neverUse: false,
        preferred: true,
        note: null,
      },
      {
        id: random.uuid(),
        kind: 'phone',
        value: `+999 5552 ${digits}`,
        safeHours: null,
        neverUse: risk === 'extreme' || contact.consent === 'proxy',
        preferred: false,
        note: risk === 'extreme' ? 'shared line' : null,
      },
    ],
    languages: contact.language === 'en' ? ['en'] : [contact.language, 'en'],
    profession,
    locality: place,
    country: null,
    remote: REMOTE_PLACES.includes(place),
    peacefulMeans: peacefulMeans(contact, daysBefore(today, 400 + index)),
    riskGroups: [...groups],
    riskLevel: risk,
    contactEveryDays: risk === null ? null : RHYTHM_DAYS[risk],
    coverPhrase: risk === 'extreme' ? 'I am calling about the library card.' : null,
    legitimateBasis:
      contact.consent === 'basis'
        ? { ground: 'public-role', explanation: 'Named in public records of its office only.' }
        : null,
    tags: ['FICTIONAL', place, ...(REMOTE_PLACES.includes(place) ? ['remote'] : [])],
    notes: `${FICTIONAL}\n\n${name} of ${place}, ${COUNTRY.name}.`,
  };
}

function peacefulMeans(contact: DemoContact, on: string): ContactFields['peacefulMeans'] {
  if (contact.organisationType === 'authority' || contact.organisationType === 'company') {
    return { status: 'not-assessed', assessedBy: null, assessedOn: null, ground: '' };
  }
  return {
    status: contact.consent === 'not-asked' ? 'under-review' : 'met',
    assessedBy: 'Human rights officer',
    assessedOn: on,
    ground: 'FICTIONAL: known for years for peaceful work; public record read.',
  };
}

async function addPhoto({ ask, grantFile }: Writing, id: string, index: number): Promise<void> {
  const back = [40 + ((index * 37) % 160), 60 + ((index * 53) % 140), 120] as const;
  const file = grantFile(`fictional-${index}.png`, picturePng(96, back, [238, 226, 208]));
  must(await ask.contacts.setPhoto({ id, file }), 'photo');
}

async function addDocument({ ask, grantFile }: Writing, id: string, index: number): Promise<void> {
  const text = `${FICTIONAL}\n\nNote ${index}: what the association asked for, in its own words.\n`;
  const file = grantFile(`fictional-note-${index}.txt`, Buffer.from(text));
  must(await ask.attachments.add({ ownerType: 'contact', ownerId: id, file }), 'attachment');
}
