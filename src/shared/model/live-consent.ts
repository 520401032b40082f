import type { ConsentEvent } from './consent-event.ts';
import type { ConsentAudience, ConsentPurpose } from './vocabulary/consent.ts';

/** What of an event decides where a consent stands. */
export type DecidingFields = Pick<
  ConsentEvent,
  'id' | 'purpose' | 'audience' | 'decision' | 'decidedOn' | 'expiresOn' | 'renewsId'
>;

export type ConsentStanding<Event extends DecidingFields = ConsentEvent> =
  | { readonly state: 'live'; readonly event: Event }
  | {
      readonly state: 'refused' | 'withdrawn' | 'expired' | 'not-yet-in-force';
      readonly event: Event;
    }
  | { readonly state: 'wrong-audience' | 'never-asked'; readonly event: null };

/**
 * What a defender's decisions come to today, for one purpose towards one audience.
 *
 * Of the events that speak of this audience (by name, or as `any`), the latest decides; of several
 * on one day the stricter decides, so that a withdrawal is never overtaken by a consent whose order
 * within the day nobody knows. Only a renewal says what it comes after: it counts in the place of
 * the consent it names. A refusal or withdrawal towards `any` ends every earlier consent.
 * @param events All consent events of the one contact.
 * @param today Calendar date at the officer's place, ISO 8601.
 */
export function consentStanding<Event extends DecidingFields>(
  events: readonly Event[],
  purpose: ConsentPurpose,
  audience: ConsentAudience,
  today: string,
): ConsentStanding<Event> {
  const ofPurpose = events.filter((event) => event.purpose === purpose);
  const speaking = ofPurpose.filter(
    (event) => event.audience === audience || event.audience === 'any',
  );
  const latest = withoutRenewed(speaking).reduce<Event | null>(laterOf, null);
  if (latest === null) {
    return { state: ofPurpose.length > 0 ? 'wrong-audience' : 'never-asked', event: null };
  }
  if (latest.decision !== 'given') return { state: latest.decision, event: latest };
  if (latest.decidedOn > today) return { state: 'not-yet-in-force', event: latest };
  if (latest.expiresOn !== null && latest.expiresOn < today) {
    return { state: 'expired', event: latest };
  }
  return { state: 'live', event: latest };
}

/** Leaves out the consents that a consent of the same day, purpose and audience renews. */
function withoutRenewed<Event extends DecidingFields>(events: readonly Event[]): readonly Event[] {
  if (events.every((event) => event.renewsId === null)) return events;
  const isRenewedBy = (renewal: Event, event: Event): boolean =>
    renewal.renewsId === event.id &&
    renewal.decision === 'given' &&
    event.decision === 'given' &&
    renewal.audience === event.audience &&
    renewal.decidedOn === event.decidedOn;
  return events.filter((event) => !events.some((renewal) => isRenewedBy(renewal, event)));
}

const STRICTNESS = { withdrawn: 2, refused: 1, given: 0 } as const;

function laterOf<Event extends DecidingFields>(best: Event | null, next: Event): Event {
  if (best === null || next.decidedOn > best.decidedOn) return next;
  if (next.decidedOn < best.decidedOn) return best;
  const stricter = STRICTNESS[next.decision] - STRICTNESS[best.decision];
  if (stricter !== 0) return stricter > 0 ? next : best;
  // Two consents of one day: the one that ends sooner, then the smaller id, so that order of
  // arrival does not matter.
  const nextEnd = next.expiresOn ?? '9999-12-31';
  const bestEnd = best.expiresOn ?? '9999-12-31';
  if (nextEnd !== bestEnd) return nextEnd < bestEnd ? next : best;
  return next.id < best.id ? next : best;
}
