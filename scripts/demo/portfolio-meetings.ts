import type { calls } from '../../src/shared/contract/contract.ts';
import type { ArgOf } from '../../src/shared/contract/define.ts';
import { must } from './must.ts';
import { COUNTRY } from './people.ts';
import type { MadeContact } from './portfolio-contacts.ts';
import { daysBefore, type Writing } from './portfolio-writing.ts';
import { FICTIONAL, FOLLOW_UPS, PLACES, PROMISES, SAID, TITLES, TOLD } from './texts.ts';

type Save = ArgOf<typeof calls.meetings.save>;

/** How far back the portfolio goes, in days. */
const SPAN_DAYS = 730;

export async function addMeetings(
  writing: Writing,
  contacts: readonly MadeContact[],
  count: number,
): Promise<string[]> {
  const met = contacts.filter(({ consent }) => consent !== 'basis');
  // Whoever is at higher risk is met more often.
  const often = met.flatMap((contact) =>
    Array<MadeContact>({ extreme: 5, high: 4, medium: 2, low: 1 }[contact.risk ?? 'low']).fill(
      contact,
    ),
  );
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    // Everyone once, then by weight; from the oldest to the newest.
    const contact = met[index] ?? writing.random.pick(often);
    const daysAgo = Math.round(SPAN_DAYS - (index * (SPAN_DAYS - 1)) / count);
    const other = writing.random.chance(0.12) ? writing.random.pick(met) : null;
    const save = meeting(writing, contact, other, daysAgo, index === count - 1);
    const withFile = index % 60 === 30 && save.seal;
    const saved = await writing.ask.meetings.save({ ...save, seal: save.seal && !withFile });
    const { id } = must(saved, 'meeting');
    if (withFile) {
      const bytes = Buffer.from(`${FICTIONAL}\n\nLeaflet handed over at meeting ${index}.\n`);
      const file = writing.grantFile(`fictional-leaflet-${index}.txt`, bytes);
      const added = { ownerType: 'meeting-log', ownerId: id, file } as const;
      must(await writing.ask.attachments.add(added), 'attachment');
      must(await writing.ask.meetings.seal({ id }), 'seal');
    }
    ids.push(id);
    if (index % 90 === 45) ids.push(await correct(writing, id, save));
  }
  return ids;
}

function meeting(
  { random, today }: Writing,
  contact: MadeContact,
  other: MadeContact | null,
  daysAgo: number,
  isLast: boolean,
): Save {
  const on = daysBefore(today, daysAgo);
  const remote = random.chance(0.3);
  const hour = String(random.between(9, 18)).padStart(2, '0');
  const needsInterpreter = contact.language !== 'en' && random.chance(0.4);
  return {
    id: null,
    fields: {
      startedAt: `${on}T${hour}:${random.pick(['00', '15', '30'])}`,
      timeZone: COUNTRY.timeZone,
      durationMinutes: random.pick([20, 30, 45, 60, 90]),
      channel: remote
        ? random.pick(['secure-call', 'secure-message'] as const)
        : random.pick(['in-person', 'in-person', 'visit-at-workplace'] as const),
      place: remote ? null : random.pick(PLACES),
      participants: [
        { contactId: contact.id, name: null, role: 'defender' },
        ...(other === null || other.id === contact.id
          ? []
          : [{ contactId: other.id, name: null, role: 'partner' as const }]),
        { contactId: null, name: 'Human rights officer', role: 'officer' },
        ...(needsInterpreter
          ? [{ contactId: null, name: 'Interpreter of the embassy', role: 'interpreter' as const }]
          : []),
      ],
      language: contact.language,
      interpreter: needsInterpreter ? 'Interpreter of the embassy' : null,
      title: random.pick(TITLES),
      said: `${random.pick(SAID)} ${random.pick(SAID)}\n\n${FICTIONAL}`,
      told: random.pick(TOLD),
      sensitivity: random.pick([
        ...Array<'normal'>(12).fill('normal'),
        ...Array<'sensitive'>(5).fill('sensitive'),
        'closely-held' as const,
      ]),
      correctsId: null,
    },
    promises: random.chance(0.35) ? [promise(random, contact, on, daysAgo)] : [],
    followUps: random.chance(0.3) ? [followUp(random, contact, on, daysAgo)] : [],
    // The newest is still being written.
    seal: !isLast && !random.chance(0.01),
  };
}

function promise(
  random: Writing['random'],
  contact: MadeContact,
  on: string,
  daysAgo: number,
): Save['promises'][number] {
  const settled = daysAgo > 60 || random.chance(0.3);
  const settledOn = daysBefore(on, -Math.min(daysAgo, random.between(3, 28)));
  return {
    id: null,
    contactId: contact.id,
    text: random.pick(PROMISES),
    dueOn: daysBefore(on, -random.between(7, 40)),
    state: settled ? random.pick(['kept', 'kept', 'kept', 'broken', 'released'] as const) : 'open',
    settledOn: settled ? settledOn : null,
    toldThemOn: settled && random.chance(0.7) ? settledOn : null,
  };
}

function followUp(
  random: Writing['random'],
  contact: MadeContact,
  on: string,
  daysAgo: number,
): Save['followUps'][number] {
  const settled = daysAgo > 45 || random.chance(0.4);
  return {
    id: null,
    contactId: random.chance(0.8) ? contact.id : null,
    text: random.pick(FOLLOW_UPS),
    dueOn: daysBefore(on, -random.between(5, 30)),
    assignedTo: random.chance(0.3) ? 'Political section' : null,
    state: settled ? random.pick(['done', 'done', 'dropped'] as const) : 'open',
    settledOn: settled ? daysBefore(on, -Math.min(daysAgo, random.between(1, 20))) : null,
  };
}

/** A sealed log is never edited: what was wrong in it is said in a new one that names it. */
async function correct({ ask }: Writing, id: string, save: Save): Promise<string> {
  const { meeting: log } = must(await ask.meetings.get({ id }), 'meeting');
  if (log.state !== 'sealed') must(await ask.meetings.seal({ id }), 'seal');
  const corrected = await ask.meetings.save({
    id: null,
    fields: {
      ...save.fields,
      title: `Correction: ${save.fields.title}`.slice(0, 300),
      said: `The date named for the hearing was wrong by a week.\n\n${FICTIONAL}`,
      correctsId: id,
    },
    promises: [],
    followUps: [],
    seal: true,
  });
  return must(corrected, 'correction').id;
}
