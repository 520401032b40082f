import type { PlanFields, PlanOption } from '../../src/shared/model/plan.ts';
import type { ActionType } from '../../src/shared/model/vocabulary/action.ts';
import { must } from './must.ts';
import type { MadeContact } from './portfolio-contacts.ts';
import { daysBefore, type Writing } from './portfolio-writing.ts';
import { FICTIONAL } from './texts.ts';

/** Two plans under way, one of them with nothing chosen yet, and one that is closed. */
export async function addPlans(writing: Writing, contacts: readonly MadeContact[]): Promise<void> {
  const { ask, today } = writing;
  const agreed = contacts.filter(({ consent, kind }) => consent === 'open' && kind === 'person');
  const [first, second, third] = agreed;
  if (first === undefined || second === undefined || third === undefined) {
    throw new Error('the demo has too few people who agreed');
  }
  const plans = [
    planOf(writing, [first], {
      title: 'Bring the appeal forward',
      goal: 'FICTIONAL: she is heard before the winter recess, with her family in the room.',
      options: [
        option(writing, 'senior-approach', true),
        option(writing, 'demarche', true),
        { ...option(writing, 'public-statement', false), riskToFamily: '' },
      ],
      reviewOn: daysBefore(today, -10),
    }),
    planOf(writing, [second], {
      title: 'Speak with the owners of the mine',
      goal: 'FICTIONAL: the families are asked in their own language before the survey.',
      options: [option(writing, 'company-approach', false)],
      reviewOn: daysBefore(today, 4),
    }),
    planOf(writing, [third], {
      title: 'The licence of the valley radio',
      state: 'closed',
      goal: 'FICTIONAL: the licence is renewed without a new condition.',
      options: [option(writing, 'private-approach', true)],
      outcome: 'FICTIONAL: renewed in spring. He says that the quiet way was the right one.',
    }),
  ];
  const ids: string[] = [];
  for (const fields of plans) {
    ids.push(must(await ask.plans.save({ id: null, fields }), 'plan').id);
  }
  await plannedOf(writing, ids[0] ?? '', first);
}

/** What follows from the first plan: a word at a senior level, which waits to be begun. */
async function plannedOf(
  { ask, today }: Writing,
  planId: string,
  subject: MadeContact,
): Promise<void> {
  const saved = await ask.actions.save({
    id: null,
    fields: {
      ...{ type: 'senior-approach', title: 'Word with the chair of the court', planId },
      ...{ audience: 'authorities', owner: 'Head of mission', dueOn: daysBefore(today, -6) },
      ...{ subjectIds: [subject.id], detail: FICTIONAL, doneOn: null, outcome: '' },
    },
  });
  must(saved, 'action of a plan');
}

function planOf(
  { random, today }: Writing,
  subjects: readonly MadeContact[],
  change: Partial<PlanFields>,
): PlanFields {
  return {
    title: '',
    state: 'open',
    subjectIds: subjects.map(({ id }) => id),
    situation: FICTIONAL,
    goal: '',
    options: [],
    partners: [
      {
        ...{ id: random.uuid(), contactId: null, role: 'co-signatory' },
        name: 'Embassy of Halmere (fictional)',
      },
    ],
    owner: 'Human rights officer',
    startedOn: daysBefore(today, 50),
    reviewOn: null,
    outcome: '',
    ...change,
  };
}

function option({ random }: Writing, actionType: ActionType, chosen: boolean): PlanOption {
  return {
    id: random.uuid(),
    actionType,
    summary: 'FICTIONAL: without a name at first; the name only where she wants it said.',
    benefit: 'FICTIONAL: the court knows that the case is followed.',
    riskToDefender: 'FICTIONAL: visits may be stopped for some weeks.',
    riskToFamily: 'FICTIONAL: none seen; they live in another town.',
    riskToOthers: 'FICTIONAL: none seen; nobody else is mentioned.',
    associationRisk: 'FICTIONAL: she is known to speak with missions already.',
    chosen,
  };
}
