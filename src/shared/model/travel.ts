import type { ConsentEvent } from './consent-event.ts';
import type { Contact } from './contact.ts';
import { consentStanding, type ConsentStanding } from './live-consent.ts';
import type { ConsentAudience, ConsentPurpose, WithheldPart } from './vocabulary/consent.ts';

/** Whom a bundle can be for, and the purpose a contact must have agreed to. */
export const TRAVEL_PURPOSE = {
  'own-mission': 'share-inside-mission',
  'other-posts': 'share-inside-mission',
  capital: 'share-with-capital',
  'like-minded-missions': 'share-with-like-minded',
  ngo: 'share-with-ngo',
  un: 'share-with-un',
} as const satisfies Partial<Record<ConsentAudience, ConsentPurpose>>;
export type TravelAudience = keyof typeof TRAVEL_PURPOSE;
export const TRAVEL_AUDIENCES = Object.keys(TRAVEL_PURPOSE) as [
  TravelAudience,
  ...TravelAudience[],
];

export type TravelDecision =
  | {
      readonly travels: true;
      readonly ground: 'consent' | 'legitimate-basis';
      readonly consentEventId: string | null;
      readonly withheld: readonly WithheldPart[];
    }
  | { readonly travels: false; readonly why: Exclude<ConsentStanding['state'], 'live'> };

/**
 * Whether a contact's record may travel to an audience. A refusal or withdrawal always wins over a
 * legitimate basis: what a defender said is not argued away. Who no longer lets us hold a record
 * does not let it travel either.
 */
export function mayTravel(
  contact: Pick<Contact, 'legitimateBasis'>,
  events: readonly ConsentEvent[],
  audience: TravelAudience,
  today: string,
): TravelDecision {
  const holding = consentStanding(events, 'hold-record', 'own-mission', today);
  if (spokeAgainst(holding)) return { travels: false, why: holding.state };
  const standing = consentStanding(events, TRAVEL_PURPOSE[audience], audience, today);
  if (standing.state === 'live') {
    return {
      travels: true,
      ground: 'consent',
      consentEventId: standing.event.id,
      withheld: standing.event.withheld,
    };
  }
  if (contact.legitimateBasis !== null && !spokeAgainst(standing)) {
    return { travels: true, ground: 'legitimate-basis', consentEventId: null, withheld: [] };
  }
  return { travels: false, why: standing.state };
}

function spokeAgainst(
  standing: ConsentStanding,
): standing is Extract<
  ConsentStanding,
  { readonly state: 'refused' | 'withdrawn' | 'expired' | 'not-yet-in-force' }
> {
  return standing.state === 'refused' || standing.state === 'withdrawn';
}
