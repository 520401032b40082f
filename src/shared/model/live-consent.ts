import type { ConsentEvent } from './consent-event.ts';
import { countingDecisions, speaksOf } from './consent-heads.ts';
import type { ConsentAudience, ConsentPurpose } from './vocabulary/consent.ts';

/** What of an event decides where a consent stands. */
export type DecidingFields = Pick<
  ConsentEvent,
  'id' | 'purpose' | 'audience' | 'decision' | 'decidedOn' | 'expiresOn' | 'renewsId' | 'supersedes'
>;

/**
 * Where a consent stands, the decision that it rests on, and every decision that counts (`heads`):
 * more than one where posts heard different things without knowing of each other.
 */
export type ConsentStanding<Event extends DecidingFields = ConsentEvent> =
  | { readonly state: 'live'; readonly event: Event; readonly heads: readonly Event[] }
  | {
      readonly state: 'refused' | 'withdrawn' | 'expired' | 'not-yet-in-force';
      readonly event: Event;
      readonly heads: readonly Event[];
    }
  | {
      readonly state: 'wrong-audience' | 'never-asked';
      readonly event: null;
      readonly heads: readonly [];
    };

/**
 * What a defender's decisions come to today, for one purpose towards one audience.
 *
 * Of the events that speak of this audience (by name, or as `any`) and know of each other, the
 * latest decides; of several on one day the stricter decides, so that a withdrawal is never
 * overtaken by a consent whose order within the day nobody knows. Only a renewal says what it comes
 * after: it counts in the place of the consent it names. A refusal or withdrawal towards `any` ends
 * every earlier consent. Of events that did not know of each other the strictest decides, whatever
 * their dates (consent-heads.ts), so that bringing two vaults together never loosens.
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
  const speaking = ofPurpose.filter((event) => speaksOf(event, audience));
  const heads = countingDecisions(withoutRenewed(speaking), ofPurpose, whichIsLater);
  const [strictest] = heads.length < 2 ? heads : [...heads].sort(strictestFirst(today));
  if (strictest === undefined) {
    return {
      state: ofPurpose.length > 0 ? 'wrong-audience' : 'never-asked',
      event: null,
      heads: [],
    };
  }
  return { state: stateOf(strictest, today), event: strictest, heads };
}

/** Whether a yes and a no count side by side: the no holds until the defender is asked again. */
export function isDisputed({ heads }: Pick<ConsentStanding<DecidingFields>, 'heads'>): boolean {
  const isYes = (event: DecidingFields): boolean => event.decision === 'given';
  return heads.some(isYes) && !heads.every(isYes);
}

/**
 * What is to be kept to where a consent stands: the limits of every consent that counts, since
 * whoever was told of one did not know of the other.
 */
export function limitsOf({
  event,
  heads,
}: Extract<ConsentStanding, { readonly event: ConsentEvent }>): Pick<
  ConsentEvent,
  'conditions' | 'withheld' | 'withholdings'
> {
  const all =
    event.decision === 'given' ? heads.filter(({ decision }) => decision === 'given') : [];
  if (all.length < 2) return event;
  const inOrder = [...all].sort((a, b) => whichIsLater(b, a));
  const conditions = new Set(inOrder.map((one) => one.conditions).filter((text) => text !== ''));
  const withholdings = inOrder.flatMap((one) => one.withholdings ?? []);
  return {
    conditions: [...conditions].join('\n'),
    withheld: [...new Set(inOrder.flatMap((one) => one.withheld))],
    withholdings: withholdings.length === 0 ? null : withholdings,
  };
}

type DecidedState = Exclude<ConsentStanding['state'], 'wrong-audience' | 'never-asked'>;

function stateOf({ decision, decidedOn, expiresOn }: DecidingFields, today: string): DecidedState {
  if (decision !== 'given') return decision;
  if (decidedOn > today) return 'not-yet-in-force';
  return expiresOn !== null && expiresOn < today ? 'expired' : 'live';
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

/** Above 0 where the first event is the later one, by its day and then by its strictness. */
function whichIsLater(a: DecidingFields, b: DecidingFields): number {
  if (a.decidedOn !== b.decidedOn) return a.decidedOn > b.decidedOn ? 1 : -1;
  const stricter = STRICTNESS[a.decision] - STRICTNESS[b.decision];
  if (stricter !== 0) return stricter;
  return -whichEndsFirst(a, b);
}

const STRICT_STATES = ['withdrawn', 'refused', 'expired', 'not-yet-in-force', 'live'] as const;

function strictestFirst(today: string): (a: DecidingFields, b: DecidingFields) => number {
  const strictness = (event: DecidingFields): number =>
    STRICT_STATES.indexOf(stateOf(event, today));
  return (a, b) => strictness(a) - strictness(b) || whichEndsFirst(a, b);
}

/** Below 0 for the one that ends sooner, then for the smaller id: order of arrival is nothing. */
function whichEndsFirst(a: DecidingFields, b: DecidingFields): number {
  const [endOfA, endOfB] = [a.expiresOn ?? '9999-12-31', b.expiresOn ?? '9999-12-31'];
  if (endOfA !== endOfB) return endOfA < endOfB ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
