import { z } from 'zod';
import { calendarDate, instant, longText, optionalShortText, shortText } from './primitives.ts';

export const OFFICER_TRUST = ['self', 'unverified', 'verified', 'revoked'] as const;
export const VERIFIED_HOW = ['in-person', 'by-voice'] as const;

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

/** An officer whose card this vault holds; the record's id is the officer's id. */
export const officerFields = z.strictObject({
  name: shortText,
  post: shortText,
  keys: officerKeys,
  trust: z.enum(OFFICER_TRUST),
  verifiedHow: z.enum(VERIFIED_HOW).nullable(),
  verifiedOn: calendarDate.nullable(),
  cardIssuedAt: instant,
  note: longText,
  email: optionalShortText,
});
export type OfficerFields = z.infer<typeof officerFields>;
export type Officer = OfficerFields & { readonly id: string };
