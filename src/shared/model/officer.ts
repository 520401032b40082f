import { z } from 'zod';
import {
  calendarDate,
  instant,
  longText,
  optionalShortText,
  recordId,
  sha256Hex,
  shortText,
} from './primitives.ts';

/**
 * How far an officer's keys are trusted:
 *
 * - `verified`: somebody compared the fingerprint of these very keys with the officer;
 * - `rotated`: the keys follow verified ones by signed successions, none of them for loss;
 * - `unverified`: nobody compared them, or they follow keys that may be in other hands;
 * - `revoked`: not to be relied on, until compared anew.
 */
export const OFFICER_TRUST = ['self', 'unverified', 'verified', 'rotated', 'revoked'] as const;
export type OfficerTrust = (typeof OFFICER_TRUST)[number];
export const VERIFIED_HOW = ['in-person', 'by-voice'] as const;

/** Why an officer made new keys; the old keys sign it. After a loss they vouch for nothing. */
export const SUCCESSION_REASONS = ['routine', 'post-change', 'suspected-loss'] as const;
export type SuccessionReason = (typeof SUCCESSION_REASONS)[number];
/** Why keys are an officer's no more; without a succession, because others were compared. */
export const EARLIER_BECAUSE = [...SUCCESSION_REASONS, 'without-succession'] as const;
/** Successions that one card carries, and earlier keys that one record remembers. */
export const MAX_SUCCESSIONS = 16;
const MAX_EARLIER_KEYS = 200;

/**
 * How far the key that signed a bundle is trusted: as an officer's, or `earlier-key`, one they had
 * when the bundle was made and that was compared; `given-up-key`, one they had no more, or that may
 * be in other hands; `key-differs`, none of theirs; `unknown`, of an officer whose card is not here.
 */
export const SENDER_TRUST = [
  'unknown',
  'unverified',
  'verified',
  'rotated',
  'earlier-key',
  'given-up-key',
  'revoked',
  'key-differs',
] as const;
export type SenderTrust = (typeof SENDER_TRUST)[number];

export const REVOKED_WHY = ['words-differ', 'key-lost', 'left-service', 'other'] as const;

/** What a second card under a known officer's identifier, with other keys, says of itself. */
export const OTHER_CARD_CLAIMS = ['no-succession', 'fork', 'from-revoked'] as const;

/**
 * The longest text of an officer card as a QR code: what one holds in its alphanumeric mode at
 * version 40 and error correction L (ISO/IEC 18004, table 7).
 */
export const CARD_CODE_MAX_CHARS = 4_296;

const base64Key = z.string().regex(/^[A-Za-z0-9+/]{43}=$/u);

/** The public half of an officer's identity, as their officer card says it. */
export const officerKeys = z.strictObject({
  /** age X25519 recipient: `age1…`. */
  ageRecipient: z
    .string()
    .max(200)
    .regex(/^age1[02-9ac-hj-np-z]+$/u),
  /** age hybrid post-quantum recipient (ML-KEM-768 with X25519): `age1pq1…`. */
  ageHybridRecipient: z
    .string()
    .max(4_000)
    .regex(/^age1pq1[02-9ac-hj-np-z]+$/u),
  /** Ed25519 public key, base64 of 32 bytes. */
  signingKey: base64Key,
});
export type OfficerKeys = z.infer<typeof officerKeys>;

/** Who compared a fingerprint: an officer whose card is here, or somebody by name. */
export const comparedBy = z.strictObject({ officerId: recordId.nullable(), name: shortText });

const earlierKey = z.strictObject({
  /** SHA-256 of the keys and the officer's identifier: what the fingerprint's words are of. */
  fingerprint: sha256Hex,
  until: instant,
  reason: z.enum(EARLIER_BECAUSE),
  /** Whether these keys were verified, or followed verified ones, when they were given up. */
  trusted: z.boolean(),
});
export type EarlierKey = z.infer<typeof earlierKey>;

/**
 * A card that says it is this officer's and has other keys, without a succession that could be
 * followed. It is kept beside the record, so that whoever made it takes nobody's place.
 */
export const otherCard = z.strictObject({
  name: shortText,
  post: shortText,
  keys: officerKeys,
  cardIssuedAt: instant,
  claim: z.enum(OTHER_CARD_CLAIMS),
});

/** An officer whose card this vault holds; the record's id is the officer's id. */
export const officerFields = z.strictObject({
  name: shortText,
  post: shortText,
  keys: officerKeys,
  trust: z.enum(OFFICER_TRUST),
  /** Of the last comparison that this trust rests on: of these keys, or of those they follow. */
  verifiedHow: z.enum(VERIFIED_HOW).nullable(),
  verifiedOn: calendarDate.nullable(),
  verifiedBy: comparedBy.nullable(),
  revocation: z
    .strictObject({ on: calendarDate, why: z.enum(REVOKED_WHY), note: longText })
    .nullable(),
  cardIssuedAt: instant,
  /** Keys they had before, oldest first. */
  earlierKeys: z.array(earlierKey).max(MAX_EARLIER_KEYS),
  otherCard: otherCard.nullable(),
  note: longText,
  email: optionalShortText,
});
export type OfficerFields = z.infer<typeof officerFields>;
export type Officer = OfficerFields & { readonly id: string };

/** What a card says of an officer. */
export type CardContent = Pick<OfficerFields, 'name' | 'post' | 'keys' | 'cardIssuedAt'>;

const NOT_COMPARED = { verifiedHow: null, verifiedOn: null, verifiedBy: null } as const;

/** The record of an officer of whom nothing is known but their card. */
export function officerFromCard(
  card: CardContent,
  trust: 'self' | 'unverified' = 'unverified',
): OfficerFields {
  const nothing = { revocation: null, earlierKeys: [], otherCard: null, note: '', email: null };
  return { ...card, ...NOT_COMPARED, ...nothing, trust };
}

/** The same fields with no comparison that their trust could rest on. */
export function withoutComparison<Fields extends OfficerFields>(fields: Fields): Fields {
  return { ...fields, ...NOT_COMPARED };
}

/** Whether keys in this state were compared with the officer, or follow keys that were. */
export function isTrusted(trust: OfficerTrust | SenderTrust): boolean {
  return TRUSTED.has(trust);
}
const TRUSTED: ReadonlySet<OfficerTrust | SenderTrust> = new Set([
  ...(['self', 'verified', 'rotated', 'earlier-key'] as const),
]);

/** The list of earlier keys with one more at its end; the oldest goes where there are too many. */
export function withEarlierKeys(
  earlier: readonly EarlierKey[],
  more: readonly EarlierKey[],
): EarlierKey[] {
  return [...earlier, ...more].slice(-MAX_EARLIER_KEYS);
}
