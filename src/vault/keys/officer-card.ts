import { z } from 'zod';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { MAX_SUCCESSIONS, officerKeys, type OfficerKeys } from '../../shared/model/officer.ts';
import { instant, shortText } from '../../shared/model/primitives.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { ageRecipientKind } from '../bundle/seal.ts';
import { canonicalJson } from '../canonical-json.ts';
import { keySuccessions, leadsTo, type KeySuccession } from './key-succession.ts';
import { publicKeysOf, type OfficerIdentity } from './officer-identity.ts';
import { exactBase64, signMessage, verifyMessage, type SigningContext } from './signing.ts';

/** A card is about 2.5 kB, nearly all of it the post-quantum recipient; a succession, 0.4 kB. */
export const CARD_MAX_BYTES = 16_384;
const CONTEXTS = {
  1: 'steady-state officer card v1',
  2: 'steady-state officer card v2',
} as const satisfies Record<number, SigningContext>;

/** Marks that turn the reading direction round: they can make one name look like another. */
const DIRECTION_OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/u;
/** A name must be what the card's own text says: the schema changes nothing (NFC, trimmed). */
const exactName = z
  .string()
  .refine((text) => shortText.safeParse(text).data === text && !DIRECTION_OVERRIDES.test(text));

const members = {
  format: z.literal('steady-state-officer-card'),
  officerId: z.uuid().lowercase(),
  name: exactName,
  post: exactName,
  ...officerKeys.shape,
  issuedAt: instant,
  /** Ed25519 by `signingKey`, base64 of 64 bytes. */
  signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/u),
} as const;

/** Of an officer whose keys are their first, and, from version 2, of one who had others before. */
const officerCard = z.discriminatedUnion('version', [
  z.strictObject({ ...members, version: z.literal(1) }),
  z.strictObject({ ...members, version: z.literal(2), successions: keySuccessions }),
]);

/**
 * The public half of an officer, as it travels. Its signature shows that whoever made the card
 * holds the signing key, and that nothing in it was altered since; that the key is this officer's
 * is shown only by comparing the fingerprint in person or by voice.
 */
export type OfficerCard = z.infer<typeof officerCard>;
type UnsignedCard = OfficerCard extends infer Card
  ? Card extends OfficerCard
    ? Omit<Card, 'signature'>
    : never
  : never;

/** What a card says besides the keys. */
export interface CardDetails {
  readonly name: string;
  readonly post: string;
  readonly issuedAt: Date;
  /** The newest so many successions alone, where all of them have no room. */
  readonly successions?: number;
}

/** A card for an identity, signed by it. `card-invalid` where name or post cannot stand in one. */
export async function issueOfficerCard(
  identity: OfficerIdentity,
  details: CardDetails,
): Promise<Outcome<OfficerCard, FailureOf<'card-invalid'>>> {
  const successions = newest(identity.successions, details.successions ?? MAX_SUCCESSIONS);
  // A clock that was put back since makes no card older than its keys.
  const keysSinceMs = Math.max(...successions.map(({ at }) => Date.parse(at)));
  const content = {
    format: 'steady-state-officer-card',
    officerId: identity.officerId,
    name: details.name,
    post: details.post,
    ...(await publicKeysOf(identity)),
    issuedAt: new Date(Math.max(details.issuedAt.getTime(), keysSinceMs)).toISOString(),
  } as const;
  const unsigned: UnsignedCard =
    successions.length === 0 ? { ...content, version: 1 } : { ...content, version: 2, successions };
  const context = CONTEXTS[unsigned.version];
  const signature = signMessage(identity.signingSecret, context, signedPart(unsigned));
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
  const { version, signingKey, issuedAt } = unsigned;
  const usable = hasUsableKeys(unsigned);
  const signed = verifyMessage(signingKey, CONTEXTS[version], signedPart(unsigned), signature);
  const succeeds = leadsTo(unsigned, issuedAt, cardSuccessions(parsed.data));
  return usable && signed && succeeds ? ok(parsed.data) : invalid;
}

/** The keys of a card, as an officer record holds them. */
export function cardKeys(card: OfficerCard): OfficerKeys {
  const { ageRecipient, ageHybridRecipient, signingKey } = card;
  return { ageRecipient, ageHybridRecipient, signingKey };
}

/** The successions that a card carries, oldest first; none where its keys are the first. */
export function cardSuccessions(card: OfficerCard): readonly KeySuccession[] {
  return card.version === 1 ? [] : card.successions;
}

function newest(successions: readonly KeySuccession[], count: number): KeySuccession[] {
  return successions.slice(Math.max(0, successions.length - count));
}

function signedPart(unsigned: UnsignedCard): Buffer {
  return Buffer.from(canonicalJson(unsigned), 'utf8');
}

function hasUsableKeys(keys: OfficerKeys): boolean {
  return (
    ageRecipientKind(keys.ageRecipient) === 'x25519' &&
    ageRecipientKind(keys.ageHybridRecipient) === 'hybrid' &&
    exactBase64(keys.signingKey, 32) !== null
  );
}
