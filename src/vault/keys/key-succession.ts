import { z } from 'zod';
import { MAX_SUCCESSIONS, SUCCESSION_REASONS } from '../../shared/model/officer.ts';
import type { OfficerKeys, SuccessionReason } from '../../shared/model/officer.ts';
import { sha256Hex } from '../../shared/model/primitives.ts';
import { canonicalJson } from '../canonical-json.ts';
import { officerFingerprint } from './fingerprint-words.ts';
import { exactBase64, signMessage, verifyMessage } from './signing.ts';

const CONTEXT = 'steady-state key succession v1';

const signature = z.string().regex(/^[A-Za-z0-9+/]{86}==$/u);
/** An instant in the one spelling that a QR code gives back. */
const exactInstant = z.string().refine(isExactInstant);

/**
 * Keys by what a statement needs of them. The signing key stands beside the fingerprint, which
 * covers it, because who follows a chain does not know the keys in its middle.
 */
const keysNamed = z.strictObject({
  fingerprint: sha256Hex,
  signingKey: z.string().regex(/^[A-Za-z0-9+/]{43}=$/u),
});
type KeysNamed = z.infer<typeof keysNamed>;

/**
 * That one officer's keys take the place of others, signed by both. What it leads to is the next
 * one's `from`, and for the last one the card it stands in.
 */
export const keySuccession = z.strictObject({
  from: keysNamed,
  at: exactInstant,
  reason: z.enum(SUCCESSION_REASONS),
  signatures: z.strictObject({ from: signature, to: signature }),
});
export type KeySuccession = z.infer<typeof keySuccession>;

/** The successions of a card, oldest first: each leads to the next, the last to the card's keys. */
export const keySuccessions = z.array(keySuccession).min(1).max(MAX_SUCCESSIONS);

type OfficerWithKeys = OfficerKeys & { readonly officerId: string };
export interface Signer {
  readonly keys: OfficerKeys;
  readonly signingSecret: string;
}

/** States, with both signing keys, that the one takes the place of the other. */
export function signSuccession(
  officerId: string,
  from: Signer,
  to: Signer,
  { at, reason }: { readonly at: Date; readonly reason: SuccessionReason },
): KeySuccession {
  const step = { from: named({ officerId, ...from.keys }), at: at.toISOString(), reason };
  const message = statement(officerId, step, named({ officerId, ...to.keys }));
  return {
    ...step,
    signatures: {
      from: signMessage(from.signingSecret, CONTEXT, message),
      to: signMessage(to.signingSecret, CONTEXT, message),
    },
  };
}

/**
 * Whether a chain leads to an officer's keys: each statement signed by both of its keys, later than
 * the one before and no later than the card, and no key in it twice.
 */
export function leadsTo(
  officer: OfficerWithKeys,
  issuedAt: string,
  chain: readonly KeySuccession[],
): boolean {
  const keys = [...chain.map(({ from }) => from), named(officer)];
  const isWithoutRepeat =
    new Set(keys.map(({ fingerprint }) => fingerprint)).size === keys.length &&
    new Set(keys.map(({ signingKey }) => signingKey)).size === keys.length;
  const dates = [...chain.map(({ at }) => at), issuedAt];
  const isInOrder = dates.every((at, i) => {
    const next = dates[i + 1];
    return next === undefined || (i === chain.length - 1 ? at <= next : at < next);
  });
  return isWithoutRepeat && isInOrder && chain.every((step, i) => isSigned(step, keys[i + 1]));

  function isSigned(step: KeySuccession, to: KeysNamed | undefined): boolean {
    if (to === undefined || exactBase64(step.from.signingKey, 32) === null) return false;
    const message = statement(officer.officerId, step, to);
    return (
      verifyMessage(step.from.signingKey, CONTEXT, message, step.signatures.from) &&
      verifyMessage(to.signingKey, CONTEXT, message, step.signatures.to)
    );
  }
}

/**
 * The part of a card's chain that begins with keys that are held: what follows it, oldest first;
 * null where the chain does not come from them. Both halves are compared: that a statement names
 * the fingerprint does not show that the key which signed it is the one which the fingerprint is of.
 */
export function chainFrom(
  held: OfficerWithKeys,
  chain: readonly KeySuccession[],
): readonly KeySuccession[] | null {
  const { fingerprint, signingKey } = named(held);
  const at = chain.findIndex(
    ({ from }) => from.fingerprint === fingerprint && from.signingKey === signingKey,
  );
  return at === -1 ? null : chain.slice(at);
}

function named(officer: OfficerWithKeys): KeysNamed {
  return { fingerprint: officerFingerprint(officer).hex, signingKey: officer.signingKey };
}

function statement(
  officerId: string,
  { from, at, reason }: Pick<KeySuccession, 'from' | 'at' | 'reason'>,
  to: KeysNamed,
): Buffer {
  return Buffer.from(canonicalJson({ officerId, from, to, at, reason }), 'utf8');
}

function isExactInstant(text: string): boolean {
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && new Date(ms).toISOString() === text;
}
