import type { Action } from './action.ts';
import type { ConsentEvent } from './consent-event.ts';
import { displayName, type Contact } from './contact.ts';
import { consentStanding, type DecidingFields } from './live-consent.ts';
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
  readonly allowed: boolean;
  /** What the action rests on: live consents, a listed override, or nobody being concerned. */
  readonly via: 'consent' | 'override' | 'no-subject' | null;
  /** The live consents that cover it. */
  readonly consentEventIds: readonly string[];
  readonly gaps: readonly Gap[];
}

/** What of a subject the gate looks at. */
export type GateContact = Pick<Contact, 'id' | 'names' | 'peacefulMeans' | 'dissolvedOn'>;
/** What of a decision the gate looks at. */
export type GateEvent = DecidingFields & Pick<ConsentEvent, 'contactId'>;

export interface GateInput {
  readonly action: Pick<Action, 'type' | 'audience' | 'subjectIds' | 'override'>;
  /** The subjects that the vault knows; one missing counts as a gap. */
  readonly contacts: ReadonlyMap<string, GateContact>;
  /** Consent events of the subjects. */
  readonly consentEvents: readonly GateEvent[];
  /** Calendar date at the officer's place, ISO 8601. */
  readonly today: string;
}

/** Every purpose that an action asks somebody's consent for. */
export function purposesAsked(action: Pick<Action, 'type'>): readonly ConsentPurpose[] {
  return ACTION_RULES[action.type].purposes;
}

/**
 * Whether an action may leave `planned`. UK Support for Human Rights Defenders: "We will always
 * seek to consult with Human Rights Defenders or those close to them … before taking any action."
 *
 * An override stands in for a missing consent, never for an assessment that the contact does not
 * act peacefully, nor for a subject that does not exist.
 */
export function evaluateGate(input: GateInput): GateDecision {
  const { action, contacts, consentEvents, today } = input;
  if (action.subjectIds.length === 0) {
    return { allowed: true, via: 'no-subject', consentEventIds: [], gaps: [] };
  }
  const relied = new Set<string>();
  const gaps: Gap[] = [];
  for (const contactId of new Set(action.subjectIds)) {
    const contact = contacts.get(contactId);
    if (contact === undefined) {
      gaps.push({
        contactId,
        contactLabel: '',
        purpose: null,
        audience: null,
        why: 'unknown-contact',
      });
      continue;
    }
    const contactLabel = displayName(contact);
    const barred = barredBecause(contact, today);
    if (barred !== null) {
      gaps.push({ contactId, contactLabel, purpose: null, audience: null, why: barred });
      continue;
    }
    const events = consentEvents.filter((event) => event.contactId === contactId);
    for (const purpose of purposesAsked(action)) {
      const standing = consentStanding(events, purpose, action.audience, today);
      if (standing.state === 'live') relied.add(standing.event.id);
      else {
        gaps.push({
          contactId,
          contactLabel,
          purpose,
          audience: action.audience,
          why: standing.state,
        });
      }
    }
  }
  const consentEventIds = [...relied];
  if (gaps.length === 0) return { allowed: true, via: 'consent', consentEventIds, gaps };
  const overridable = gaps.every((gap) => gap.purpose !== null);
  if (action.override !== null && overridable) {
    return { allowed: true, via: 'override', consentEventIds, gaps };
  }
  return { allowed: false, via: null, consentEventIds, gaps };
}

function barredBecause(contact: GateContact, today: string): Gap['why'] | null {
  if (contact.peacefulMeans.status === 'not-met') return 'peaceful-means-not-met';
  if (contact.dissolvedOn !== null && contact.dissolvedOn <= today) return 'dissolved';
  return null;
}
