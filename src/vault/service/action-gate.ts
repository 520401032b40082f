import type { Action } from '../../shared/model/action.ts';
import type { ConsentEvent } from '../../shared/model/consent-event.ts';
import { evaluateGate, type Gap, type GateDecision } from '../../shared/model/consent-gate.ts';
import type { Contact } from '../../shared/model/contact.ts';
import type { ActionStatus } from '../../shared/model/vocabulary/action.ts';
import type { ReadStore } from '../db/store.ts';
import { firstSetSequence } from '../store/change-sets.ts';
import { consentEventsOf, consentSequences } from '../store/consent-events.ts';
import { contactsByIds } from '../store/contacts.ts';
import { groupBy } from '../store/group-by.ts';

type Asking = Pick<Action, 'type' | 'audience' | 'subjectIds' | 'override'>;

/** Whether something of the action has left the mission: the gate stands before these. */
export function isUnderWay(status: ActionStatus): boolean {
  return status === 'in-progress' || status === 'done';
}

/** What the gate says of an action as given, with the override it carries, if any. */
export function askGate(store: ReadStore, action: Asking, today: string): GateDecision {
  return evaluateGate({
    action,
    contacts: contactsByIds(store, action.subjectIds),
    consentEvents: consentEventsOf(store, action.subjectIds),
    today,
  });
}

/**
 * What the gate says today of stored actions, by id. An action that is planned or cancelled gets
 * no good of an override of an earlier run; for one under way an override stands in for exactly
 * the consents that were missing when it was given (`coveredByOverride`).
 */
export function standingGates(
  store: ReadStore,
  actions: readonly Action[],
  today: string,
): ReadonlyMap<string, GateDecision> {
  const subjects = [...new Set(actions.flatMap((action) => action.subjectIds))];
  const contacts = contactsByIds(store, subjects);
  const events = groupBy(consentEventsOf(store, subjects), (event) => event.contactId);
  const decisions = new Map<string, GateDecision>();
  for (const action of actions) {
    const consentEvents = action.subjectIds.flatMap((id) => events.get(id) ?? []);
    const ask = (override: Action['override']): GateDecision =>
      evaluateGate({ action: { ...action, override }, contacts, consentEvents, today });
    const bare = ask(null);
    const covered =
      !bare.allowed &&
      isUnderWay(action.status) &&
      coveredByOverride(store, action, bare.gaps, contacts, consentEvents);
    decisions.set(action.id, covered ? ask(action.override) : bare);
  }
  return decisions;
}

/** `standingGates` of one action. */
export function standingGate(store: ReadStore, action: Action, today: string): GateDecision {
  const decision = standingGates(store, [action], today).get(action.id);
  if (decision === undefined) throw new Error('an action without a gate');
  return decision;
}

/**
 * Whether the stored override was given for these gaps. It covers the consents that were missing
 * then, and not what came after: a refusal or withdrawal that this vault learnt of later needs a
 * new decision, and so does a subject, audience or purpose that was not part of it. Before and
 * after are places in the vault's chain, so no clock matters.
 */
export function coveredByOverride(
  store: ReadStore,
  action: Action,
  gaps: readonly Gap[],
  contacts: ReadonlyMap<string, Contact> = contactsByIds(store, action.subjectIds),
  consentEvents: readonly ConsentEvent[] = consentEventsOf(store, action.subjectIds),
): boolean {
  const { override, startedAt } = action;
  if (override === null || startedAt === null) return false;
  const record = { type: 'action', id: action.id } as const;
  const givenAt = firstSetSequence(store, record, 'override', override);
  const leftPlannedAt = firstSetSequence(store, record, 'startedAt', startedAt);
  if (givenAt === null || leftPlannedAt === null || givenAt < leftPlannedAt) return false;
  const learntAt = consentSequences(
    store,
    consentEvents.map((event) => event.id),
  );
  const isLater = (event: ConsentEvent): boolean =>
    (learntAt.get(event.id) ?? Number.POSITIVE_INFINITY) > givenAt;
  const then = evaluateGate({
    action: { ...action, override: null },
    contacts,
    consentEvents: consentEvents.filter((event) => !isLater(event)),
    today: override.at.slice(0, 10),
  });
  return gaps.every(
    (gap) =>
      then.gaps.some(
        (known) =>
          gap.purpose !== null &&
          known.contactId === gap.contactId &&
          known.purpose === gap.purpose &&
          known.audience === gap.audience,
      ) && !consentEvents.some((event) => isLater(event) && speaksAgainst(event, gap)),
  );
}

function speaksAgainst(event: ConsentEvent, gap: Gap): boolean {
  return (
    event.decision !== 'given' &&
    event.contactId === gap.contactId &&
    event.purpose === gap.purpose &&
    (event.audience === gap.audience || event.audience === 'any')
  );
}
