import {
  ACTION_RULES,
  ACTION_TYPES,
  type ActionStatus,
} from '../../src/shared/model/vocabulary/action.ts';
import { PLEDGES } from '../../src/shared/model/vocabulary/pledge.ts';
import { must } from './must.ts';
import { demoParticulars, type Concerned } from './portfolio-particulars.ts';
import type { MadeContact } from './portfolio-contacts.ts';
import { daysBefore, type Writing } from './portfolio-writing.ts';
import { FICTIONAL, inWords } from './texts.ts';

/** How far each action has come, in the order of the types; round and round. */
const COURSE: readonly (readonly ActionStatus[])[] = [
  ['in-progress', 'done'],
  [],
  ['in-progress'],
  ['in-progress', 'done'],
  [],
  ['cancelled'],
];

/** One action of each type, for someone who has agreed to it; then one with an override. */
export async function addActions(
  writing: Writing,
  contacts: readonly MadeContact[],
): Promise<void> {
  const agreed = contacts.filter(({ consent }) => consent === 'open');
  const concerned = {
    organisation: firstOf(contacts, ({ organisationType }) => organisationType === 'ngo'),
    company: firstOf(contacts, ({ organisationType }) => organisationType === 'company'),
  };
  for (const [index, type] of ACTION_TYPES.entries()) {
    const subject = agreed[index % agreed.length];
    if (subject === undefined) throw new Error('nobody has agreed to anything');
    const id = await plan(writing, index, type, { ...concerned, subject });
    for (const status of COURSE[index % COURSE.length] ?? []) {
      must(await writing.ask.actions.move({ id, status, override: null }), `action ${type}`);
    }
  }
  const detained = firstOf(contacts, ({ consent }) => consent === 'proxy');
  const about = { ...concerned, subject: detained };
  const id = await plan(writing, ACTION_TYPES.length, 'demarche', about);
  const moved = await writing.ask.actions.move({
    id,
    status: 'in-progress',
    override: {
      reason: 'FICTIONAL: the hearing was brought forward to tomorrow.',
      authorisedBy: 'Head of mission',
      defenderUnreachable: true,
      secondName: 'Deputy head of mission',
    },
  });
  must(moved, 'override');
}

async function plan(
  { ask, today }: Writing,
  index: number,
  type: (typeof ACTION_TYPES)[number],
  about: Omit<Concerned, 'today'>,
): Promise<string> {
  const { subject } = about;
  const saved = await ask.actions.save({
    id: null,
    fields: {
      type,
      title: `${inWords(type)} for ${subject.name}`,
      audience: ACTION_RULES[type].defaultAudience,
      owner: index % 2 === 0 ? 'Human rights officer' : null,
      dueOn: daysBefore(today, -7 * (index % 9) + 10),
      subjectIds: [subject.id],
      detail: FICTIONAL,
      doneOn: null,
      outcome: '',
      particulars: demoParticulars(type, { ...about, today }),
      pledges: [PLEDGES[index % PLEDGES.length] ?? 'all-routes'],
    },
  });
  return must(saved, `action ${type}`).id;
}

function firstOf(
  contacts: readonly MadeContact[],
  is: (contact: MadeContact) => boolean,
): MadeContact {
  const found = contacts.find(is);
  if (found === undefined) throw new Error('the demo has no such contact');
  return found;
}
