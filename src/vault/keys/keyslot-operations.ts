import { randomBytes, randomUUID } from 'node:crypto';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { normalisePassphrase } from '../../shared/model/passphrase-rules.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { storageFailure } from '../../shared/storage-failure.ts';
import { makePrivateFolder } from './atomic-file.ts';
import { createGuessLimit, systemClock, type GuessClock, type GuessLimit } from './guess-limit.ts';
import { DERIVED_KEY_BYTES, deriveKey, KDF_SALT_BYTES, type KdfParams } from './kdf.ts';
import {
  hasKeyslots,
  readKeyslots,
  writeKeyslots,
  type CopyName,
  type KeyslotsRead,
} from './keyslots-copies.ts';
import {
  GENERATION_MAX,
  KEYSLOTS_FORMAT,
  KEYSLOTS_VERSION,
  type Keyslots,
  type Slot,
  type SlotType,
} from './keyslots-format.ts';
import { checkPassphrase, PASSPHRASE_MAX_LENGTH } from './passphrase-policy.ts';
import { formatRecoveryCode, generateRecoveryEntropy, parseRecoveryCode } from './recovery-code.ts';
import { openSlot, wrapInSlot } from './slot-wrap.ts';

/** The folder of one vault, as the functions here need it. One per process and vault. */
export interface KeyslotVault {
  readonly folder: string;
  readonly guessLimit: GuessLimit;
  /** Cheapest KDF parameters that are accepted and used. Only tests have another than RFC 9106's. */
  readonly floor: KdfParams;
}

/** A secret as typed by the officer. */
export type Secret =
  | { readonly type: 'passphrase'; readonly passphrase: string }
  | { readonly type: 'recovery-code'; readonly code: string };

/** The key of the database. The holder zeroes `dataKey` as soon as the database is open. */
export interface DatabaseKey {
  readonly vaultId: string;
  /** 32 bytes. */
  readonly dataKey: Buffer;
  /** 16 bytes: the salt of the SQLCipher file. */
  readonly salt: Buffer;
}

export interface CreatedKeyslots extends DatabaseKey {
  readonly generation: number;
  /** To be shown once; kept nowhere. */
  readonly recoveryCode: string;
}

export interface Unlocked extends DatabaseKey {
  /** Of the keyslots that were opened. */
  readonly generation: number;
  /** Wrong tries since the last right one, for the access log. */
  readonly failedAttempts: number;
  /** The copy that was bad and has been written anew; the officer is told. */
  readonly repaired: CopyName | null;
  /** The copy that is still bad: it could not be written. */
  readonly unrepaired: CopyName | null;
}

export interface Changed {
  /** Of the keyslots as they are now. */
  readonly generation: number;
  readonly repaired: CopyName | null;
}

export interface KeyslotsStatus {
  readonly vaultId: string;
  /** Grows by one with each change: a smaller number than last seen means an old file put back. */
  readonly generation: number;
  readonly passphraseKdf: KdfParams;
  readonly hasRecoveryCode: boolean;
  /** Seconds until the next try is taken; 0 if now. */
  readonly retryAfterSeconds: number;
  readonly repaired: CopyName | null;
  readonly unrepaired: CopyName | null;
}

type StorageFailure = FailureOf<'no-space' | 'read-only'>;
export type ReadFailure = FailureOf<'no-vault' | 'keyslots-damaged' | 'keyslots-refused'>;
export type UnlockFailure =
  ReadFailure | StorageFailure | FailureOf<'wrong-secret' | 'too-soon' | 'recovery-code-mistyped'>;
export type CreateFailure = StorageFailure | FailureOf<'vault-exists' | 'weak-passphrase'>;
export type ChangePassphraseFailure = UnlockFailure | FailureOf<'weak-passphrase'>;

/** What only tests may pass another value for; the product goes through keyslots.ts. */
export function keyslotVaultWithFloor(
  folder: string,
  floor: KdfParams,
  clock: GuessClock = systemClock,
): KeyslotVault {
  return { folder, floor, guessLimit: createGuessLimit(folder, clock) };
}

/** See keyslots.ts, which has the calibrated version of this. */
export async function createKeyslotsWith(
  vault: KeyslotVault,
  passphrase: string,
  kdf: KdfParams,
): Promise<Outcome<CreatedKeyslots, CreateFailure>> {
  if (hasKeyslots(vault.folder)) return fail({ kind: 'vault-exists' });
  const policy = checkNewPassphrase(passphrase);
  if (!policy.ok) return policy;
  const folder = ensureFolder(vault.folder);
  if (!folder.ok) return folder;
  // First the count: a vault without one looks like a vault whose count was removed.
  const started = vault.guessLimit.start();
  if (!started.ok) return started;

  const dataKey = randomBytes(DERIVED_KEY_BYTES);
  const databaseSalt = randomBytes(KDF_SALT_BYTES);
  const binding = { vaultId: randomUUID(), databaseSalt: databaseSalt.toString('hex') };
  const secret = passphraseBytes(passphrase);
  const entropy = generateRecoveryEntropy();
  try {
    const slots = [
      await wrapInSlot('passphrase', secret, dataKey, binding, kdf),
      await wrapInSlot('recovery-code', entropy, dataKey, binding, vault.floor),
    ];
    const written = writeKeyslots(vault.folder, {
      format: KEYSLOTS_FORMAT,
      version: KEYSLOTS_VERSION,
      ...binding,
      generation: 1,
      slots,
    });
    if (!written.ok) {
      dataKey.fill(0);
      return written;
    }
    const recoveryCode = formatRecoveryCode(entropy);
    return ok({
      vaultId: binding.vaultId,
      generation: 1,
      dataKey,
      salt: databaseSalt,
      recoveryCode,
    });
  } finally {
    secret.fill(0);
    entropy.fill(0);
  }
}

/** Opens the data key with a secret; see keyslots.ts. */
export async function unlock(
  vault: KeyslotVault,
  secret: Secret,
): Promise<Outcome<Unlocked, UnlockFailure>> {
  const opened = await open(vault, secret);
  return opened.ok ? ok(unlocked(opened.value)) : opened;
}

/** Wraps the data key anew under `next`; see keyslots.ts. */
export async function changePassphrase(
  vault: KeyslotVault,
  authorisation: Secret,
  next: string,
  kdf: KdfParams | null = null,
): Promise<Outcome<Changed, ChangePassphraseFailure>> {
  const policy = checkNewPassphrase(next);
  if (!policy.ok) return policy;
  const secret = passphraseBytes(next);
  try {
    const changed = await replaceSlot(vault, authorisation, 'passphrase', secret, kdf);
    if (!changed.ok) return changed;
    changed.value.dataKey.fill(0);
    return ok(changedOf(changed.value));
  } finally {
    secret.fill(0);
  }
}

/** Sets a new passphrase for a data key that is already open; see keyslots.ts. */
export async function setPassphrase(
  vault: KeyslotVault,
  dataKey: Buffer,
  next: string,
): Promise<Outcome<Changed, ReadFailure | StorageFailure | FailureOf<'weak-passphrase'>>> {
  const policy = checkNewPassphrase(next);
  if (!policy.ok) return policy;
  const read = readKeyslots(vault.folder, vault.floor);
  if (!read.ok) return read;
  const secret = passphraseBytes(next);
  try {
    const written = await wrapAnew(vault, read.value, dataKey, 'passphrase', secret, null);
    return written.ok ? ok(changedOf({ read: read.value, generation: written.value })) : written;
  } finally {
    secret.fill(0);
  }
}

/** Whether a code opens its slot, without counting tries; see keyslots.ts. */
export async function verifyRecoveryCode(
  vault: KeyslotVault,
  code: string,
): Promise<Outcome<null, ReadFailure | FailureOf<'recovery-code-mistyped'>>> {
  const read = readKeyslots(vault.folder, vault.floor);
  if (!read.ok) return read;
  const entropy = parseRecoveryCode(code);
  if (!entropy.ok) return entropy;
  try {
    const dataKey = await openOrPretend(vault, read.value.keyslots, 'recovery-code', entropy.value);
    if (dataKey === null) return fail({ kind: 'recovery-code-mistyped', group: null });
    dataKey.fill(0);
    return ok(null);
  } finally {
    entropy.value.fill(0);
  }
}

/** Makes a new recovery code; the old one opens nothing any more; see keyslots.ts. */
export async function replaceRecoveryCode(
  vault: KeyslotVault,
  authorisation: Secret,
): Promise<Outcome<Changed & { readonly recoveryCode: string }, UnlockFailure>> {
  const entropy = generateRecoveryEntropy();
  try {
    const changed = await replaceSlot(vault, authorisation, 'recovery-code', entropy, vault.floor);
    if (!changed.ok) return changed;
    changed.value.dataKey.fill(0);
    return ok({ ...changedOf(changed.value), recoveryCode: formatRecoveryCode(entropy) });
  } finally {
    entropy.fill(0);
  }
}

/** What can be said about the slots without a secret; see keyslots.ts. */
export function keyslotsStatus(vault: KeyslotVault): Outcome<KeyslotsStatus, ReadFailure> {
  const read = readKeyslots(vault.folder, vault.floor);
  if (!read.ok) return read;
  const { keyslots, repaired, unrepaired } = read.value;
  const { memoryKib, passes, lanes } = slotOf(keyslots, 'passphrase')?.kdf ?? vault.floor;
  return ok({
    vaultId: keyslots.vaultId,
    generation: keyslots.generation,
    passphraseKdf: { memoryKib, passes, lanes },
    hasRecoveryCode: slotOf(keyslots, 'recovery-code') !== null,
    retryAfterSeconds: vault.guessLimit.dueSeconds(),
    repaired,
    unrepaired,
  });
}

interface Opened {
  readonly read: KeyslotsRead;
  readonly dataKey: Buffer;
  readonly failedAttempts: number;
}

function unlocked({ read, dataKey, failedAttempts }: Opened): Unlocked {
  return {
    vaultId: read.keyslots.vaultId,
    generation: read.keyslots.generation,
    dataKey,
    salt: Buffer.from(read.keyslots.databaseSalt, 'hex'),
    failedAttempts,
    repaired: read.repaired,
    unrepaired: read.unrepaired,
  };
}

async function open(vault: KeyslotVault, secret: Secret): Promise<Outcome<Opened, UnlockFailure>> {
  const read = readKeyslots(vault.folder, vault.floor);
  if (!read.ok) return read;
  // A mistyped group is told by the code's own check characters and costs no try.
  const bytes = secretBytes(secret);
  if (!bytes.ok) return bytes;
  try {
    const begun = vault.guessLimit.begin();
    if (!begun.ok) return begun;
    const { keyslots } = read.value;
    const dataKey = await openOrPretend(vault, keyslots, secret.type, bytes.value);
    if (dataKey === null) {
      const wrong = vault.guessLimit.wrong();
      if (!wrong.ok) return wrong;
      return fail({ kind: 'wrong-secret', retryAfterSeconds: wrong.value });
    }
    const right = vault.guessLimit.right();
    if (!right.ok) {
      dataKey.fill(0);
      return right;
    }
    return ok({ read: read.value, dataKey, failedAttempts: begun.value });
  } finally {
    bytes.value.fill(0);
  }
}

/** Where there is no such slot the same work is done, so that time does not tell. */
async function openOrPretend(
  vault: KeyslotVault,
  keyslots: Keyslots,
  type: SlotType,
  secret: Uint8Array,
): Promise<Buffer | null> {
  const slot = slotOf(keyslots, type);
  if (slot !== null) return await openSlot(slot, secret, keyslots);
  const unused = await deriveKey(secret, randomBytes(KDF_SALT_BYTES), vault.floor);
  unused.fill(0);
  return null;
}

/** Opens with one secret and writes the slot of `type` anew with another. */
async function replaceSlot(
  vault: KeyslotVault,
  authorisation: Secret,
  type: SlotType,
  secret: Uint8Array,
  kdf: KdfParams | null,
): Promise<Outcome<Opened & { readonly generation: number }, UnlockFailure>> {
  const opened = await open(vault, authorisation);
  if (!opened.ok) return opened;
  const { read, dataKey } = opened.value;
  const written = await wrapAnew(vault, read, dataKey, type, secret, kdf);
  if (written.ok) return ok({ ...opened.value, generation: written.value });
  dataKey.fill(0);
  return written;
}

/** Writes the slot of `type` anew; gives the generation that the keyslots then have. */
async function wrapAnew(
  vault: KeyslotVault,
  { keyslots }: KeyslotsRead,
  dataKey: Buffer,
  type: SlotType,
  secret: Uint8Array,
  kdf: KdfParams | null,
): Promise<Outcome<number, StorageFailure>> {
  if (keyslots.generation >= GENERATION_MAX) throw new RangeError('Keyslots generation spent');
  const params = kdf ?? slotOf(keyslots, type)?.kdf ?? vault.floor;
  const slot = await wrapInSlot(type, secret, dataKey, keyslots, params);
  const others = keyslots.slots.filter((one) => one.type !== type);
  const slots = type === 'passphrase' ? [slot, ...others] : [...others, slot];
  const next = { ...keyslots, generation: keyslots.generation + 1, slots };
  const written = writeKeyslots(vault.folder, next);
  return written.ok ? ok(next.generation) : written;
}

function changedOf(changed: { readonly read: KeyslotsRead; readonly generation: number }): Changed {
  return { generation: changed.generation, repaired: changed.read.repaired };
}

function slotOf(keyslots: Keyslots, type: SlotType): Slot | null {
  return keyslots.slots.find((slot) => slot.type === type) ?? null;
}

function secretBytes(secret: Secret): Outcome<Buffer, FailureOf<'recovery-code-mistyped'>> {
  if (secret.type === 'recovery-code') return parseRecoveryCode(secret.code);
  return ok(passphraseBytes(secret.passphrase));
}

/** UTF-8 of the NFKC form. Far beyond any passphrase that can be set it is cut: wrong anyway. */
function passphraseBytes(passphrase: string): Buffer {
  return Buffer.from(normalisePassphrase(passphrase.slice(0, 8 * PASSPHRASE_MAX_LENGTH)), 'utf8');
}

/** Whether a passphrase may be set; see passphrase-policy.ts. One too long for any form is a fault. */
export function checkNewPassphrase(
  passphrase: string,
): Outcome<null, FailureOf<'weak-passphrase'>> {
  if (passphrase.length > PASSPHRASE_MAX_LENGTH) throw new RangeError('Passphrase too long');
  return checkPassphrase(passphrase);
}

function ensureFolder(folder: string): Outcome<null, StorageFailure> {
  try {
    makePrivateFolder(folder);
    return ok(null);
  } catch (error) {
    const failure = storageFailure(error);
    if (failure === null) throw error;
    return fail(failure);
  }
}
