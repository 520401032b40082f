import type { Action } from './action.ts';
import type { VisitRequest } from './custody.ts';
import type { Hearing } from './hearing.ts';

/**
 * That somebody of the mission was there, in a prison or in a courtroom. "Attending trials and
 * visiting detained human rights activists" is something that the mission does for somebody, so it
 * rests on an action that passed the gate: "We will always seek to consult with Human Rights
 * Defenders or those close to them … before taking any action."
 */
export interface Presence {
  /** What kind of action it rests on. */
  readonly actionType: 'detention-visit' | 'trial-observation';
  readonly contactId: string;
  readonly actionId: string | null;
  /** The day of it, ISO 8601. */
  readonly on: string;
  /** The place or the people; with one more, more is said than before. */
  readonly parts: readonly string[];
}

/** What a visit request says of the mission's presence; null while no visit was made. */
export function presenceAtVisit(
  visit: Pick<VisitRequest, 'status' | 'contactId' | 'actionId' | 'visitOn' | 'custodyId'>,
): Presence | null {
  if (visit.status !== 'held') return null;
  const { contactId, actionId, custodyId } = visit;
  const on = visit.visitOn ?? '';
  return { actionType: 'detention-visit', contactId, actionId, on, parts: [custodyId] };
}

/** What a hearing says of the mission's presence; null while nobody attended. */
export function presenceAtHearing(
  hearing: Pick<Hearing, 'contactId' | 'actionId' | 'startsAt' | 'observers'>,
): Presence | null {
  const parts = hearing.observers
    .filter((observer) => observer.attended)
    .map(({ id, name, from }) => JSON.stringify([id, name, from]));
  if (parts.length === 0) return null;
  const { contactId, actionId, startsAt } = hearing;
  const on = startsAt.slice(0, 10);
  return { actionType: 'trial-observation', contactId, actionId, on, parts };
}

/** Whether `after` says anything of a presence that `before` did not say. */
export function saysMore(before: Presence | null, after: Presence): boolean {
  return (
    before === null ||
    before.contactId !== after.contactId ||
    before.actionId !== after.actionId ||
    before.on !== after.on ||
    after.parts.some((part) => !before.parts.includes(part))
  );
}

/** Why a presence cannot rest on an action. */
export type Unrested =
  'action-required' | 'action-of-another-type' | 'action-not-for-them' | 'gate-not-passed';

/**
 * Whether a presence rests on its action, as the vault knows it; the reason where not. Planned and
 * cancelled actions have not passed the gate.
 */
export function unrestedBecause(presence: Presence, action: Action | null): Unrested | null {
  if (action === null) return 'action-required';
  if (action.type !== presence.actionType) return 'action-of-another-type';
  if (!action.subjectIds.includes(presence.contactId)) return 'action-not-for-them';
  return action.status === 'in-progress' || action.status === 'done' ? null : 'gate-not-passed';
}
