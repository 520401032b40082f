import type { Calls } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/define.ts';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { consentOverride, type Action, type ActionFields } from '../../shared/model/action.ts';
import { asksAnew } from '../../shared/model/consent-gate.ts';
import { contactsNamed } from '../../shared/model/named-contacts.ts';
import type { ActionStatus } from '../../shared/model/vocabulary/action.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { findAction, listActions } from '../store/actions.ts';
import { listActionReviews } from '../store/action-reviews.ts';
import { firstUnknownContact } from '../store/contacts.ts';
import { tasksOfAction } from '../store/tasks.ts';
import { findPlan } from '../store/plans.ts';
import { askGate, coveredByOverride, isUnderWay } from './action-gate.ts';
import { actionRows, decisionOf, gateRefusal } from './action-rows.ts';
import { notFound, type VaultContext } from './context.ts';
import { repeatedIds } from './repeated-ids.ts';
import { write } from './write.ts';

/** Actions and the gate before them; the rules are in docs/decisions/0010-gate-and-overrides.md. */
export const actionHandlers: Handlers<Calls, 'vault', VaultContext>['actions'] = {
  list: (context, filter) => ok(actionRows(context, listActions(context.store, filter))),

  get: (context, { id }) => {
    const action = findAction(context.store, id);
    const row = action && actionRows(context, [action])[0];
    if (!action || !row) return notFound('action', id);
    const plan = action.planId === null ? null : findPlan(context.store, action.planId);
    return ok({ action, row, plan: plan && { id: plan.id, title: plan.title } });
  },

  check: (context, asked) =>
    ok(decisionOf(askGate(context.store, { ...asked, override: null }, context.today()))),

  save: (context, { id, fields }) => {
    const { store } = context;
    const before = id === null ? null : findAction(store, id);
    if (id !== null && before === null) return notFound('action', id);
    const subjectIds = [...new Set(fields.subjectIds)];
    const edited = { ...fields, subjectIds };
    // Who was named before stays named, though removed since; only the newly named must be known.
    const known = new Set(before === null ? [] : contactsNamed('action', before));
    const added = contactsNamed('action', edited).filter((named) => !known.has(named));
    const unknown = firstUnknownContact(store, added);
    if (unknown !== null) return notFound('contact', unknown);
    const { planId } = edited;
    if (planId !== null && planId !== before?.planId && findPlan(store, planId) === null) {
      return notFound('plan', planId);
    }
    const repeated = repeatedIds({ partners: edited.partners ?? [] });
    if (repeated.length > 0) return fail({ kind: 'invalid-argument', issues: repeated });
    if (before === null) {
      const created = write(context, 'create', (writer) =>
        writer.create('action', {
          ...edited,
          status: 'planned',
          consentEventIds: [],
          override: null,
          startedAt: null,
        }),
      );
      return ok({ id: created.value, changeSetId: created.changeSetId });
    }
    let relied: Partial<ActionFields> = {};
    if (isUnderWay(before.status) && asksAnew(before, { ...edited, override: null })) {
      const decision = askGate(store, { ...edited, override: null }, context.today());
      const refused = gateRefusal(decision, before.id, (gaps) =>
        coveredByOverride(store, before, gaps),
      );
      if (refused !== null) return refused;
      relied = { consentEventIds: [...decision.consentEventIds] };
    }
    const { changeSetId } = write(context, 'edit', (writer) =>
      writer.update('action', before.id, { ...edited, ...relied }),
    );
    return ok({ id: before.id, changeSetId });
  },

  move: (context, { id, status, override }) => {
    const action = findAction(context.store, id);
    if (action === null) return notFound('action', id);
    if (action.status === status) return ok({ id, changeSetId: null });
    const given = override === null ? ok(null) : checkedOverride(context, override);
    if (!given.ok) return given;
    const changes = isUnderWay(status)
      ? passGate(context, action, status, given.value)
      : ok(stepBack(status));
    if (!changes.ok) return changes;
    const { changeSetId } = write(context, 'move', (writer) =>
      writer.update('action', id, changes.value),
    );
    return ok({ id, changeSetId });
  },

  remove: (context, { id }) => {
    if (findAction(context.store, id) === null) return notFound('action', id);
    const { changeSetId } = write(context, 'remove', (writer) => {
      // Without its action a review says nothing; undo brings both back.
      for (const review of listActionReviews(context.store, [id])) {
        writer.remove('action-review', review.id);
      }
      for (const task of tasksOfAction(context.store, id)) writer.remove('task', task.id);
      writer.remove('action', id);
    });
    return ok({ id, changeSetId });
  },
};

/** Back to planned nothing is relied on any more; an override given before stays listed. */
function stepBack(status: ActionStatus): Partial<ActionFields> {
  return status === 'planned'
    ? { status, consentEventIds: [], startedAt: null, doneOn: null }
    : { status };
}

type OverrideGiven = NonNullable<ActionFields['override']>;

function checkedOverride(
  context: VaultContext,
  override: Omit<OverrideGiven, 'at'>,
): Outcome<OverrideGiven, FailureOf<'invalid-argument'>> {
  const parsed = consentOverride.safeParse({ ...override, at: context.now().toISOString() });
  if (parsed.success) return ok(parsed.data);
  return fail({
    kind: 'invalid-argument',
    issues: parsed.error.issues.map((issue) => ({
      path: ['override', ...issue.path.map(String)],
      code: issue.code === 'custom' ? issue.message : issue.code,
    })),
  });
}

/** What changes with an action that goes under way or is done, or why it may not. */
function passGate(
  context: VaultContext,
  action: Action,
  status: ActionStatus,
  given: OverrideGiven | null,
): Outcome<Partial<ActionFields>, FailureOf<'consent-missing' | 'action-not-ready'>> {
  const { store } = context;
  const decision = askGate(store, { ...action, override: given }, context.today());
  const running = isUnderWay(action.status);
  const refused = gateRefusal(
    decision,
    action.id,
    (gaps) => running && coveredByOverride(store, action, gaps),
  );
  if (refused !== null) return refused;
  return ok({
    status,
    consentEventIds: [...decision.consentEventIds],
    startedAt: (running ? action.startedAt : null) ?? context.now().toISOString(),
    doneOn: status === 'done' ? (action.doneOn ?? context.today()) : null,
    // One that was given and not needed is not kept: listed is what was really passed over.
    ...(decision.via === 'override' ? { override: given } : {}),
  });
}
