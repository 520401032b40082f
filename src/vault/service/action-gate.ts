import type { Action } from '../../shared/model/action.ts';
import {
  askedOf,
  evaluateGate,
  purposesAsked,
  type Gap,
  type GateDecision,
  type GatedAction,
  type GateEvent,
} from '../../shared/model/consent-gate.ts';
import type { ActionStatus } from '../../shared/model/vocabulary/action.ts';
import type { ReadStore } from '../db/store.ts';
import { firstSetSequence } from '../store/change-sets.ts';
import { consentSequences } from '../store/consent-events.ts';
import { gateFacts, type GateFacts } from '../store/gate-facts.ts';
import { groupBy } from '../store/group-by.ts';

/** Whether something of the action has left the mission: the gate stands before these. */
export function isUnderWay(status: ActionStatus): boolean {
  return status === 'in-progress' || status === 'done';
}

/** What the gate says of an action as given, with the override it carries, if any. */
export function askGate(store: ReadStore, action: GatedAction, today: string): GateDecision {
  return evaluateGate({ action, ...factsOf(store, action), today });
}

function factsOf(store: ReadStore, action: GatedAction): GateFacts {
  return gateFacts(store, [...askedOf(action).keys()], purposesAsked(action));
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
  const asked = [...new Set(actions.flatMap((action) => [...askedOf(action).keys()]))];
  const purposes = [...new Set(actions.flatMap(purposesAsked))];
  const facts = gateFacts(store, asked, purposes);
  const { contacts } = facts;
  const events = groupBy(facts.consentEvents, (event) => event.contactId);
  const decisions = new Map<string, GateDecision>();
  for (const action of actions) {
    const consentEvents = [...askedOf(action).keys()].flatMap((id) => events.get(id) ?? []);
    const ask = (override: Action['override']): GateDecision =>
      evaluateGate({ action: { ...action, override }, contacts, consentEvents, today });
    const bare = ask(null);
    const covered =
      bare.gaps.length > 0 &&
      isUnderWay(action.status) &&
      coveredByOverride(store, action, bare.gaps, { contacts, consentEvents });
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
  facts: GateFacts = factsOf(store, action),
): boolean {
  const { override, startedAt } = action;
  if (override === null || startedAt === null) return false;
  const record = { type: 'action', id: action.id } as const;
  const givenAt = firstSetSequence(store, record, 'override', override);
  const leftPlannedAt = firstSetSequence(store, record, 'startedAt', startedAt);
  if (givenAt === null || leftPlannedAt === null || givenAt < leftPlannedAt) return false;
  const { known, later } = learntBy(store, facts.consentEvents, givenAt);
  const missingThen = evaluateGate({
    action: { ...action, override: null },
    contacts: facts.contacts,
    consentEvents: known,
    today: dayOf(override),
  }).gaps;
  return gaps.every(
    (gap) =>
      missingThen.some((then) => gap.purpose !== null && isSameGap(then, gap)) &&
      !later.some((event) => speaksAgainst(event, gap)),
  );
}

/** The day of an override, as its action's gate was asked then. */
export function dayOf(override: NonNullable<Action['override']>): string {
  return override.at.slice(0, 10);
}

export function isSameGap(a: Gap, b: Gap): boolean {
  return a.contactId === b.contactId && a.purpose === b.purpose && a.audience === b.audience;
}

/** Events parted by whether this vault knew them at a place of its chain. */
export function learntBy(
  store: ReadStore,
  events: readonly GateEvent[],
  sequence: number,
): { readonly known: readonly GateEvent[]; readonly later: readonly GateEvent[] } {
  const learntAt = consentSequences(
    store,
    events.map((event) => event.id),
  );
  const isKnown = (event: GateEvent): boolean =>
    (learntAt.get(event.id) ?? Number.POSITIVE_INFINITY) <= sequence;
  return { known: events.filter(isKnown), later: events.filter((event) => !isKnown(event)) };
}

function speaksAgainst(event: GateEvent, gap: Gap): boolean {
  return (
    event.decision !== 'given' &&
    event.contactId === gap.contactId &&
    event.purpose === gap.purpose &&
    (event.audience === gap.audience || event.audience === 'any')
  );
}
