import type { Calls } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/define.ts';
import type { PlanRow } from '../../shared/contract/plans.ts';
import { contactsNamed } from '../../shared/model/named-contacts.ts';
import { unweighedParts, type Plan } from '../../shared/model/plan.ts';
import { fail, ok } from '../../shared/outcome.ts';
import { actionsOfPlans } from '../store/actions.ts';
import { firstUnknownContact } from '../store/contacts.ts';
import { groupBy } from '../store/group-by.ts';
import { contactLabels } from '../store/labels.ts';
import { findPlan, listPlans } from '../store/plans.ts';
import { standingGates } from './action-gate.ts';
import { actionRows } from './action-rows.ts';
import { notFound, type VaultContext } from './context.ts';
import { repeatedIds } from './repeated-ids.ts';
import { write } from './write.ts';

/** What the mission means to do in a situation: goal, options weighed, actions that follow. */
export const planHandlers: Handlers<Calls, 'vault', VaultContext>['plans'] = {
  list: (context, filter) => ok(planRows(context, listPlans(context.store, filter))),

  get: (context, { id }) => {
    const plan = findPlan(context.store, id);
    const row = plan && planRows(context, [plan])[0];
    if (!plan || !row) return notFound('plan', id);
    return ok({ plan, row, actions: actionRows(context, actionsOfPlans(context.store, [id])) });
  },

  save: (context, { id, fields }) => {
    const { store } = context;
    const before = id === null ? null : findPlan(store, id);
    if (id !== null && before === null) return notFound('plan', id);
    const plan = { ...fields, subjectIds: [...new Set(fields.subjectIds)] };
    const repeated = repeatedIds({ options: plan.options, partners: plan.partners });
    if (repeated.length > 0) return fail({ kind: 'invalid-argument', issues: repeated });
    // Who was named before stays named, though removed since; only the newly named must be known.
    const known = new Set(before === null ? [] : contactsNamed('plan', before));
    const added = contactsNamed('plan', plan).filter((named) => !known.has(named));
    const unknown = firstUnknownContact(store, added);
    if (unknown !== null) return notFound('contact', unknown);
    const { changeSetId, value } = write(context, before ? 'edit' : 'create', (writer) => {
      if (before === null) return writer.create('plan', plan);
      writer.update('plan', before.id, plan);
      return before.id;
    });
    return ok({ id: value, changeSetId });
  },

  remove: (context, { id }) => {
    if (findPlan(context.store, id) === null) return notFound('plan', id);
    const { changeSetId } = write(context, 'remove', (writer) => {
      writer.remove('plan', id);
    });
    return ok({ id, changeSetId });
  },
};

const GOAL_START = 280;

function planRows(context: VaultContext, plans: readonly Plan[]): PlanRow[] {
  const { store } = context;
  const labels = contactLabels(
    store,
    plans.flatMap((plan) => plan.subjectIds),
  );
  const actions = actionsOfPlans(
    store,
    plans.map((plan) => plan.id),
  );
  const gates = standingGates(store, actions, context.today());
  const byPlan = groupBy(actions, (action) => action.planId ?? '');
  return plans.map((plan) => {
    const { id, title, state, owner, startedOn, reviewOn, options } = plan;
    const own = byPlan.get(id) ?? [];
    const pending = own.filter(({ status }) => status === 'planned' || status === 'in-progress');
    return {
      ...{ id, title, state, owner, startedOn, reviewOn },
      subjects: plan.subjectIds.map((contactId) => ({
        id: contactId,
        label: labels.get(contactId) ?? '',
      })),
      goal: plan.goal.slice(0, GOAL_START),
      options: {
        weighed: options.filter((option) => unweighedParts(option).length === 0).length,
        chosen: options.filter((option) => option.chosen).length,
      },
      actions: {
        total: own.length,
        held: pending.filter((action) => gates.get(action.id)?.allowed !== true).length,
      },
    };
  });
}
