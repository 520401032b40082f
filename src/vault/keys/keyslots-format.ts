import { z } from 'zod';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { openCheckedJson, sealCheckedJson } from './checked-json.ts';
import { kdfWithinBounds, type KdfParams } from './kdf.ts';

export const KEYSLOTS_FORMAT = 'steady-state-keyslots';
export const KEYSLOTS_VERSION = 1;
/** Largest keyslots file that is read at all. Two slots take about one kibibyte. */
export const KEYSLOTS_MAX_BYTES = 16_384;
/** Slots in one file. Version 1 uses two; the rest is room for recovery shares. */
export const SLOTS_MAX = 8;
/** Every write adds one; far more than a lifetime of passphrase changes. */
export const GENERATION_MAX = 2_147_483_647;

function hex(bytes: number): z.ZodString {
  return z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`, 'u'));
}
// Lower case only: one value, one spelling.
const uuid = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);

const kdf = z.strictObject({
  algorithm: z.literal('argon2id'),
  /** The Argon2 version 0x13 in decimal. */
  version: z.literal(19),
  memoryKib: z.int(),
  passes: z.int(),
  lanes: z.int(),
});

const slotParts = {
  id: uuid,
  kdf,
  salt: hex(16),
  nonce: hex(12),
  /** AES-256-GCM of the data key: 32 bytes of ciphertext, then the 16-byte tag. */
  wrappedKey: hex(48),
};

const slot = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('passphrase'), ...slotParts }),
  z.strictObject({ type: z.literal('recovery-code'), ...slotParts }),
]);

const keyslots = z.strictObject({
  format: z.literal(KEYSLOTS_FORMAT),
  version: z.literal(KEYSLOTS_VERSION),
  vaultId: uuid,
  generation: z.int(),
  databaseSalt: hex(16),
  slots: z.array(slot).max(SLOTS_MAX),
});

export type Slot = z.infer<typeof slot>;
export type SlotType = Slot['type'];
export type Keyslots = z.infer<typeof keyslots>;

export type KeyslotsProblem = FailureOf<'keyslots-damaged' | 'keyslots-refused'>;
type RefusedReason = FailureOf<'keyslots-refused'>['reason'];

/** The bytes of a keyslots file. */
export function serialiseKeyslots(value: Keyslots): Buffer {
  return sealCheckedJson(value);
}

/**
 * Parses one copy strictly and repairs nothing. `keyslots-damaged`: the bytes are not a whole
 * file (the checksum does not hold). `keyslots-refused`: a whole file that breaks a rule, with
 * its reason; a newer version is told apart so that an old program never overwrites it. Every
 * number is checked here, so nothing is allocated on a file's word.
 */
export function parseKeyslots(bytes: Buffer, floor: KdfParams): Outcome<Keyslots, KeyslotsProblem> {
  if (bytes.length > KEYSLOTS_MAX_BYTES) return refused('out-of-bounds');
  const body = openCheckedJson(bytes);
  if (body === null) return fail({ kind: 'keyslots-damaged' });
  // The checksum rule and these two members are the same in every version to come.
  if (body['format'] !== KEYSLOTS_FORMAT) return refused('malformed');
  const version = body['version'];
  if (typeof version === 'number' && Number.isSafeInteger(version) && version > KEYSLOTS_VERSION) {
    return refused('newer-version');
  }
  const parsed = keyslots.safeParse(body);
  if (!parsed.success) return refused('malformed');
  const value = parsed.data;
  if (!withinBounds(value, floor)) return refused('out-of-bounds');
  return hasKnownShape(value) ? ok(value) : refused('malformed');
}

function refused(reason: RefusedReason): Outcome<never, KeyslotsProblem> {
  return fail({ kind: 'keyslots-refused', reason });
}

function withinBounds(value: Keyslots, floor: KdfParams): boolean {
  return (
    value.generation >= 1 &&
    value.generation <= GENERATION_MAX &&
    value.slots.every((one) => kdfWithinBounds(one.kdf, floor))
  );
}

/** Exactly one passphrase slot, at most one recovery code, no identifier or salt twice. */
function hasKnownShape(value: Keyslots): boolean {
  const count = (type: SlotType): number => value.slots.filter((one) => one.type === type).length;
  const distinct = (list: readonly string[]): boolean => new Set(list).size === list.length;
  return (
    count('passphrase') === 1 &&
    count('recovery-code') <= 1 &&
    distinct(value.slots.map((one) => one.id)) &&
    distinct(value.slots.map((one) => one.salt))
  );
}
