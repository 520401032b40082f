import {
  ACTION_RULES,
  ACTION_TYPES,
  type ActionStatus,
} from '../../src/shared/model/vocabulary/action.ts';
import { must } from './must.ts';
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
  for (const [index, type] of ACTION_TYPES.entries()) {
    const subject = agreed[index % agreed.length];
    if (subject === undefined) throw new Error('nobody has agreed to anything');
    const id = await plan(writing, index, type, subject);
    for (const status of COURSE[index % COURSE.length] ?? []) {
      must(await writing.ask.actions.move({ id, status, override: null }), `action ${type}`);
    }
  }
  const detained = contacts.find(({ consent }) => consent === 'proxy');
  if (detained === undefined) throw new Error('nobody is in detention');
  const id = await plan(writing, ACTION_TYPES.length, 'demarche', detained);
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
  subject: MadeContact,
): Promise<string> {
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
    },
  });
  return must(saved, `action ${type}`).id;
}
