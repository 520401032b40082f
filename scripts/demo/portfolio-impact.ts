import type { calls } from '../../src/shared/contract/contract.ts';
import type { ArgOf } from '../../src/shared/contract/define.ts';
import { reviewSteps } from '../../src/shared/model/review-due.ts';
import { must } from './must.ts';
import { daysBefore, type Writing } from './portfolio-writing.ts';
import { FICTIONAL } from './texts.ts';

type ReviewFields = ArgOf<typeof calls.reviews.save>['fields'];

/** How long ago each action was done: some just now, some to be reviewed, some of last year. */
const DONE_DAYS_AGO: readonly number[] = [8, 36, 70, 130, 215, 290, 390, 430, 470];

const VIEWS: readonly Pick<ReviewFields, 'helped' | 'cost' | 'defenderView'>[] = [
  {
    helped: 'partly',
    cost: 'none',
    defenderView: '“Since the visit they let my lawyer in. I would want it done again.”',
  },
  {
    helped: 'yes',
    cost: 'some',
    defenderView: '“It helped the case. My brother was asked at work whom I talk to.”',
  },
  {
    helped: 'no',
    cost: 'serious',
    defenderView: '“Not again in public. They came the week after, and said why.”',
  },
  { helped: 'too-early', cost: 'unknown', defenderView: '' },
];

/**
 * Reviews of what was done, for all but the last that is due, with what the defenders say; where
 * something happened to them after it, some of the reviews think that it answers what was done.
 */
export async function addImpact({ ask, today }: Writing): Promise<void> {
  const done = must(await ask.actions.list({ statuses: ['done'] }), 'actions done');
  for (const [index, { id }] of done.entries()) {
    const doneOn = daysBefore(today, DONE_DAYS_AGO[index % DONE_DAYS_AGO.length] ?? 30);
    await dateBack(ask, id, doneOn);
  }
  const { pairs } = must(await ask.impact.backlash({}), 'backlash');
  for (const [index, { id: actionId }] of done.entries()) {
    const { action, since } = must(await ask.reviews.ofAction({ actionId }), 'reviews');
    const { doneOn } = action;
    if (doneOn === null) continue;
    const come = reviewSteps(doneOn, [], today).filter((step) => step.dueOn <= today);
    for (const [turn, { months, dueOn }] of come.entries()) {
      if (turn === come.length - 1 && index % 2 === 1) continue;
      const view = VIEWS[(index + turn) % VIEWS.length];
      if (view === undefined) throw new Error('the demo has no view');
      const reviewedOn = daysBefore(dueOn, -2) > today ? today : daysBefore(dueOn, -2);
      const linked = pairs.find((pair) => pair.actionId === actionId)?.incidentId;
      const known = since.find((one) => one.id === linked && one.occurredOn <= reviewedOn);
      const incidentIds = view.cost === 'serious' && known !== undefined ? [known.id] : [];
      const fields = { actionId, months, reviewedOn, ...view, incidentIds, note: FICTIONAL };
      must(await ask.reviews.save({ id: null, fields }), 'review');
    }
  }
}

async function dateBack(ask: Writing['ask'], id: string, doneOn: string): Promise<void> {
  const { action } = must(await ask.actions.get({ id }), 'action');
  const { id: _id, status, consentEventIds, override, startedAt, ...fields } = action;
  // What a form cannot set is left as it is.
  void [status, consentEventIds, override, startedAt];
  must(await ask.actions.save({ id, fields: { ...fields, doneOn } }), 'action done earlier');
}
