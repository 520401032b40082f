import type { Calls } from '../../src/shared/contract/contract.ts';
import type { Client } from '../../src/shared/contract/define.ts';
import { emptyContactFields } from '../../src/shared/model/contact.ts';
import type { Checks } from './checks.ts';
import { must } from './must.ts';
import { COUNTRY } from './people.ts';
import { daysBefore } from './portfolio-writing.ts';
import { FICTIONAL, inWords } from './texts.ts';

export const NEW_CONTACT = 'Mira Tolvane';

/**
 * The main job on one contact, step by step: add, record consent, log a meeting with a promise and
 * a follow-up, plan an action that the consent allows, and one that it does not.
 */
export async function followMainPath(
  ask: Client<Calls>,
  today: string,
  say: (line: string) => void,
  checks: Checks,
): Promise<string> {
  const added = await ask.contacts.save({
    id: null,
    fields: {
      ...emptyContactFields(),
      names: [
        {
          id: '6f1d3c52-9d5e-4f0b-8c7a-2b6a1f4e9d01',
          kind: 'primary',
          text: NEW_CONTACT,
          script: 'Latn',
        },
      ],
      profession: 'Community radio presenter',
      locality: 'Lake Tessa',
      country: null,
      remote: true,
      riskGroups: ['journalists-and-media-workers', 'women-human-rights-defenders'],
      riskLevel: 'high',
      contactEveryDays: 14,
      tags: ['FICTIONAL'],
      notes: FICTIONAL,
    },
  });
  const contactId = must(added, 'contact').id;
  say(`  contact    ${NEW_CONTACT}, community radio presenter, Lake Tessa`);

  const details = {
    decision: 'given' as const,
    decidedOn: today,
    givenBy: 'self' as const,
    proxy: null,
    how: 'in-person' as const,
    language: 'en',
    interpreter: null,
    conditions: 'Not before the licence hearing.',
    withheld: [],
    expiresOn: daysBefore(today, -365),
    reviewOn: daysBefore(today, -90),
    note: 'FICTIONAL',
  };
  const inside = await ask.consents.record({
    contactId,
    purposes: ['hold-record', 'meet', 'share-inside-mission'],
    audiences: ['own-mission', 'other-posts'],
    details,
  });
  must(inside, 'consent');
  const approach = await ask.consents.record({
    contactId,
    purposes: ['private-approach'],
    audiences: ['authorities'],
    details,
  });
  must(approach, 'consent');
  say('  consent    hold, meet, share inside the mission; a private approach to the authorities');

  const meeting = await ask.meetings.save({
    id: null,
    fields: {
      startedAt: `${today}T09:30`,
      timeZone: COUNTRY.timeZone,
      durationMinutes: 45,
      channel: 'in-person',
      place: 'Harbour café, Port Serin',
      participants: [
        { contactId, name: null, role: 'defender' },
        { contactId: null, name: 'Human rights officer', role: 'officer' },
      ],
      language: 'en',
      interpreter: null,
      title: 'The licence of the valley radio',
      said: `The regulator wants the names of all callers.\n\n${FICTIONAL}`,
      told: 'What the embassy can say to the regulator, and what it will not.',
      sensitivity: 'sensitive',
      correctsId: null,
    },
    promises: [
      {
        id: null,
        contactId,
        text: 'Tell her what the regulator answered',
        dueOn: daysBefore(today, -14),
        state: 'open',
        settledOn: null,
        toldThemOn: null,
      },
    ],
    followUps: [
      {
        id: null,
        contactId,
        text: 'Note the date of the licence hearing',
        dueOn: daysBefore(today, -7),
        assignedTo: null,
        state: 'open',
        settledOn: null,
      },
    ],
    seal: true,
  });
  must(meeting, 'meeting');
  say('  meeting    logged and sealed, with one promise and one follow-up');

  const allowed = await plan(ask, contactId, 'private-approach', 'authorities');
  const moved = await ask.actions.move({ id: allowed, status: 'in-progress', override: null });
  say(`  action     private approach to the regulator: ${moved.ok ? 'under way' : 'refused'}`);
  checks.equal('the gate lets the action pass that she agreed to', moved.ok, true);

  const statement = await plan(ask, contactId, 'public-statement', 'public');
  const refused = await ask.actions.move({ id: statement, status: 'in-progress', override: null });
  const gaps =
    !refused.ok && refused.failure.kind === 'consent-missing' ? refused.failure.gaps : null;
  say('  action     public statement naming her: refused by the gate');
  for (const gap of gaps ?? []) {
    say(`             missing: ${gap.purpose ?? '-'} towards ${gap.audience ?? '-'} (${gap.why})`);
  }
  checks.equal(
    'the gate stops the action that she was not asked about',
    gaps?.map(({ purpose, audience, why }) => [purpose, audience, why]),
    [
      ['public-statement', 'public', 'never-asked'],
      ['use-of-name', 'public', 'never-asked'],
    ],
  );
  return contactId;
}

async function plan(
  ask: Client<Calls>,
  contactId: string,
  type: 'private-approach' | 'public-statement',
  audience: 'authorities' | 'public',
): Promise<string> {
  const saved = await ask.actions.save({
    id: null,
    fields: {
      type,
      title: `${inWords(type)} on the licence of the valley radio`,
      audience,
      owner: 'Human rights officer',
      dueOn: null,
      subjectIds: [contactId],
      detail: FICTIONAL,
      doneOn: null,
      outcome: '',
    },
  });
  return must(saved, 'action').id;
}
