import type { Action } from '../../shared/model/action.ts';
import { askedOf, evaluateGate, type GateContact } from '../../shared/model/consent-gate.ts';
import type { ReadStore } from '../db/store.ts';
import { consentEventsOf } from '../store/consent-events.ts';
import { contactsByIds } from '../store/contacts.ts';
import { coveredByOverride } from './action-gate.ts';

/**
 * Whether an action that somebody else did rested, on the day it was done, on consent or on an
 * override. What is done is done and stays a fact, whatever was withdrawn or found out since; but
 * what never rested on anything is not taken for granted because a bundle says it is done.
 *
 * Of the decisions of that very day nobody knows which came first: it is enough if those of the
 * days before carry it, or those with that day.
 */
export function restedWhenDone(store: ReadStore, action: Action): boolean {
  const day = action.doneOn ?? action.startedAt?.slice(0, 10) ?? null;
  if (day === null) return false;
  const asked = [...askedOf(action).keys()];
  const events = consentEventsOf(store, asked);
  const contacts = new Map<string, GateContact>(
    [...contactsByIds(store, asked)].map(([id, contact]) => [id, { ...contact, ...NOT_BARRED }]),
  );
  return [
    events.filter((event) => event.decidedOn < day),
    events.filter((event) => event.decidedOn <= day),
  ].some((consentEvents) => {
    const bare = { ...action, override: null };
    const { gaps } = evaluateGate({ action: bare, contacts, consentEvents, today: day });
    return gaps.length === 0 || coveredByOverride(store, action, gaps, { contacts, consentEvents });
  });
}

/** What was found out since does not undo what was done before. */
const NOT_BARRED: Pick<GateContact, 'peacefulMeans' | 'dissolvedOn'> = {
  peacefulMeans: { status: 'not-assessed', assessedBy: null, assessedOn: null, ground: '' },
  dissolvedOn: null,
};
