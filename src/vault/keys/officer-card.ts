import { z } from 'zod';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { officerKeys, type OfficerKeys } from '../../shared/model/officer.ts';
import { instant, shortText } from '../../shared/model/primitives.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { ageRecipientKind } from '../bundle/seal.ts';
import { canonicalJson } from '../canonical-json.ts';
import { publicKeysOf, type OfficerIdentity } from './officer-identity.ts';
import { exactBase64, signMessage, verifyMessage } from './signing.ts';

/** A card is about 2.5 kB, nearly all of it the post-quantum recipient. */
export const CARD_MAX_BYTES = 16_384;
const CONTEXT = 'steady-state officer card v1';

/** Marks that turn the reading direction round: they can make one name look like another. */
const DIRECTION_OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/u;
/** A name must be what the card's own text says: the schema changes nothing (NFC, trimmed). */
const exactName = z
  .string()
  .refine((text) => shortText.safeParse(text).data === text && !DIRECTION_OVERRIDES.test(text));

const officerCard = z.strictObject({
  format: z.literal('steady-state-officer-card'),
  version: z.literal(1),
  officerId: z.uuid().lowercase(),
  name: exactName,
  post: exactName,
  ...officerKeys.shape,
  issuedAt: instant,
  /** Ed25519 by `signingKey`, base64 of 64 bytes. */
  signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/u),
});

/**
 * The public half of an officer, as it travels. Its signature shows that whoever made the card
 * holds the signing key, and that nothing in it was altered since; that the key is this officer's
 * is shown only by comparing the fingerprint in person or by voice.
 */
export type OfficerCard = z.infer<typeof officerCard>;

/** A card for an identity, signed by it. `card-invalid` where name or post cannot stand in one. */
export async function issueOfficerCard(
  identity: OfficerIdentity,
  details: { readonly name: string; readonly post: string; readonly issuedAt: Date },
): Promise<Outcome<OfficerCard, FailureOf<'card-invalid'>>> {
  const keys = await publicKeysOf(identity);
  const unsigned = {
    format: 'steady-state-officer-card',
    version: 1,
    officerId: identity.officerId,
    name: details.name,
    post: details.post,
    ...keys,
    issuedAt: details.issuedAt.toISOString(),
  } as const;
  const signature = signMessage(identity.signingSecret, CONTEXT, signedPart(unsigned));
  return parseOfficerCard(serialiseOfficerCard({ ...unsigned, signature }));
}

/** The bytes of a card file: canonical JSON (RFC 8785), so that one card has one spelling. */
export function serialiseOfficerCard(card: OfficerCard): Buffer {
  return Buffer.from(canonicalJson(card), 'utf8');
}

/**
 * Reads a card strictly: size, form, canonical spelling (one line feed at the end is allowed, as
 * editors and mail leave it), keys that can be used, and its own signature.
 */
export function parseOfficerCard(
  bytes: Uint8Array,
): Outcome<OfficerCard, FailureOf<'card-invalid'>> {
  const invalid = fail({ kind: 'card-invalid' } as const);
  if (bytes.length > CARD_MAX_BYTES) return invalid;
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/\r?\n$/u, '');
  let value: unknown;
  try {
    value = JSON.parse(text);
    if (canonicalJson(value) !== text) return invalid;
  } catch {
    return invalid;
  }
  const parsed = officerCard.safeParse(value);
  if (!parsed.success) return invalid;
  const { signature, ...unsigned } = parsed.data;
  const usable = hasUsableKeys(unsigned);
  const signed = verifyMessage(unsigned.signingKey, CONTEXT, signedPart(unsigned), signature);
  return usable && signed ? ok(parsed.data) : invalid;
}

/** The keys of a card, as an officer record holds them. */
export function cardKeys(card: OfficerCard): OfficerKeys {
  const { ageRecipient, ageHybridRecipient, signingKey } = card;
  return { ageRecipient, ageHybridRecipient, signingKey };
}

function signedPart(unsigned: Omit<OfficerCard, 'signature'>): Buffer {
  return Buffer.from(canonicalJson(unsigned), 'utf8');
}

function hasUsableKeys(keys: OfficerKeys): boolean {
  return (
    ageRecipientKind(keys.ageRecipient) === 'x25519' &&
    ageRecipientKind(keys.ageHybridRecipient) === 'hybrid' &&
    exactBase64(keys.signingKey, 32) !== null
  );
}
