import type { Action } from './action.ts';
import type { ConsentEvent } from './consent-event.ts';
import { displayName, type Contact } from './contact.ts';
import { consentStanding, type DecidingFields } from './live-consent.ts';
import { notReadyBecause, type NotReady } from './particulars.ts';
import { ACTION_RULES } from './vocabulary/action.ts';
import type { ConsentAudience, ConsentPurpose } from './vocabulary/consent.ts';

/** One consent that is needed and not there. `purpose` is null where no consent could help. */
export interface Gap {
  readonly contactId: string;
  readonly contactLabel: string;
  readonly purpose: ConsentPurpose | null;
  readonly audience: ConsentAudience | null;
  readonly why:
    | 'never-asked'
    | 'refused'
    | 'withdrawn'
    | 'expired'
    | 'not-yet-in-force'
    | 'wrong-audience'
    | 'peaceful-means-not-met'
    | 'unknown-contact'
    | 'dissolved';
}

export interface GateDecision {
  /** Whether it may leave `planned`: every consent is there or overridden, and it is ready. */
  readonly allowed: boolean;
  /** What the action rests on: live consents, a listed override, or nobody being concerned. */
  readonly via: 'consent' | 'override' | 'no-subject' | null;
  /** The live consents that cover it. */
  readonly consentEventIds: readonly string[];
  readonly gaps: readonly Gap[];
  /** What has to be filled in first, whatever was agreed to. No override excuses it. */
  readonly notReady: NotReady | null;
}

/** What of an action the gate looks at. */
export type GatedAction = Pick<
  Action,
  'type' | 'audience' | 'subjectIds' | 'particulars' | 'override'
>;

/** What of a contact the gate looks at. */
export type GateContact = Pick<Contact, 'id' | 'names' | 'peacefulMeans' | 'dissolvedOn'>;
/** What of a decision the gate looks at. */
export type GateEvent = DecidingFields & Pick<ConsentEvent, 'contactId'>;

export interface GateInput {
  readonly action: GatedAction;
  /** Those whom the gate asks about (`askedOf`) as the vault knows them; one missing is a gap. */
  readonly contacts: ReadonlyMap<string, GateContact>;
  /** Consent events of the same. */
  readonly consentEvents: readonly GateEvent[];
  /** Calendar date at the officer's place, ISO 8601. */
  readonly today: string;
}

type Asking = Pick<Action, 'type' | 'subjectIds' | 'particulars'>;

/**
 * Whom the gate asks about, and for which consents: every subject for the purposes of the type;
 * whoever a text may name for the use of the name; the organisation that takes part for nothing,
 * but it has to exist and to act peacefully.
 */
export function askedOf({
  type,
  subjectIds,
  particulars,
}: Asking): ReadonlyMap<string, readonly ConsentPurpose[]> {
  const asked = new Map<string, readonly ConsentPurpose[]>();
  for (const id of subjectIds) asked.set(id, ACTION_RULES[type].purposes);
  if (particulars === null) return asked;
  if ('mayBeNamedIds' in particulars) {
    for (const id of particulars.mayBeNamedIds) {
      asked.set(id, [...new Set([...(asked.get(id) ?? []), 'use-of-name' as const])]);
    }
  }
  if ('organisationId' in particulars && particulars.organisationId !== null) {
    const id = particulars.organisationId;
    asked.set(id, asked.get(id) ?? []);
  }
  return asked;
}

/** Every purpose that an action asks somebody's consent for. */
export function purposesAsked(action: Asking): readonly ConsentPurpose[] {
  return [...new Set([...askedOf(action).values()].flat())];
}

/** Whether a change of an action under way puts to the gate what it was not asked before. */
export function asksAnew(before: GatedAction, after: GatedAction): boolean {
  const of = (action: GatedAction): string => {
    const asked = [...askedOf(action)].sort(([a], [b]) => (a < b ? -1 : 1));
    return JSON.stringify([action.type, action.audience, asked]);
  };
  const becameUnready =
    notReadyBecause(before.type, before.particulars) === null &&
    notReadyBecause(after.type, after.particulars) !== null;
  return of(before) !== of(after) || becameUnready;
}

/**
 * Whether an action may leave `planned`. UK Support for Human Rights Defenders: "We will always
 * seek to consult with Human Rights Defenders or those close to them … before taking any action."
 *
 * An override stands in for a missing consent, never for an assessment that the contact does not
 * act peacefully, nor for a subject that does not exist, nor for what `notReadyBecause` asks.
 */
export function evaluateGate(input: GateInput): GateDecision {
  const { action, contacts, consentEvents, today } = input;
  const asked = askedOf(action);
  const relied = new Set<string>();
  const gaps: Gap[] = [];
  for (const [contactId, purposes] of asked) {
    const contact = contacts.get(contactId);
    const contactLabel = contact === undefined ? '' : displayName(contact);
    const barred = contact === undefined ? 'unknown-contact' : barredBecause(contact, today);
    if (barred !== null) {
      gaps.push({ contactId, contactLabel, purpose: null, audience: null, why: barred });
      continue;
    }
    const events = consentEvents.filter((event) => event.contactId === contactId);
    const { audience } = action;
    for (const purpose of purposes) {
      const standing = consentStanding(events, purpose, audience, today);
      if (standing.state === 'live') relied.add(standing.event.id);
      else gaps.push({ contactId, contactLabel, purpose, audience, why: standing.state });
    }
  }
  const via = restsOn(action, asked, gaps);
  const notReady = notReadyBecause(action.type, action.particulars);
  const allowed = via !== null && notReady === null;
  return { allowed, via, consentEventIds: [...relied], gaps, notReady };
}

function restsOn(
  { override }: GatedAction,
  asked: ReturnType<typeof askedOf>,
  gaps: readonly Gap[],
): GateDecision['via'] {
  if (gaps.length === 0) {
    return [...asked.values()].some((purposes) => purposes.length > 0) ? 'consent' : 'no-subject';
  }
  const isOverridable = gaps.every((gap) => gap.purpose !== null);
  return override !== null && isOverridable ? 'override' : null;
}

function barredBecause(contact: GateContact, today: string): Gap['why'] | null {
  if (contact.peacefulMeans.status === 'not-met') return 'peaceful-means-not-met';
  if (contact.dissolvedOn !== null && contact.dissolvedOn <= today) return 'dissolved';
  return null;
}
