import type { FailureOf } from '../../shared/contract/failure.ts';
import type { Outcome } from '../../shared/outcome.ts';
import { systemClock, type GuessClock } from './guess-limit.ts';
import { calibrate, KDF_FLOOR, kdfWithinBounds, type KdfParams } from './kdf.ts';
import * as operations from './keyslot-operations.ts';
import type {
  Changed,
  ChangePassphraseFailure,
  CreatedKeyslots,
  CreateFailure,
  KeyslotsStatus,
  KeyslotVault,
  ReadFailure,
  Secret,
  Unlocked,
  UnlockFailure,
} from './keyslot-operations.ts';

export type {
  Changed,
  ChangePassphraseFailure,
  CreatedKeyslots,
  CreateFailure,
  DatabaseKey,
  KeyslotsStatus,
  KeyslotVault,
  ReadFailure,
  Secret,
  Unlocked,
  UnlockFailure,
} from './keyslot-operations.ts';

/**
 * The keyslots of the vault in `folder`. Make one per process and keep it: the waiting time after
 * wrong secrets follows this process's own clock.
 */
export function keyslotVault(folder: string, clock: GuessClock = systemClock): KeyslotVault {
  return operations.keyslotVaultWithFloor(folder, KDF_FLOOR, clock);
}

/**
 * Makes the folder (0700) and both keyslot copies (0600) of a new vault: a random 256-bit data
 * key, a random database salt, a passphrase slot, and a recovery code to be shown once. Without
 * `kdf` the cost is calibrated to about a second, which itself takes one to two seconds; a given
 * `kdf` below RFC 9106's floor is a fault.
 */
export async function createKeyslots(
  vault: KeyslotVault,
  passphrase: string,
  kdf: KdfParams | null = null,
): Promise<Outcome<CreatedKeyslots, CreateFailure>> {
  return await operations.createKeyslotsWith(
    vault,
    passphrase,
    kdf === null ? await calibrate() : aboveFloor(kdf),
  );
}

/**
 * Opens the vault's keys. One failure, `wrong-secret`, for every cause of a secret that does not
 * open its slot, after the same work; `too-soon` while a wait is running.
 */
export async function unlockWithPassphrase(
  vault: KeyslotVault,
  passphrase: string,
): Promise<Outcome<Unlocked, UnlockFailure>> {
  return await operations.unlock(vault, { type: 'passphrase', passphrase });
}

/** The same with the recovery code; `recovery-code-mistyped` names a wrong group and costs no try. */
export async function unlockWithRecoveryCode(
  vault: KeyslotVault,
  code: string,
): Promise<Outcome<Unlocked, UnlockFailure>> {
  return await operations.unlock(vault, { type: 'recovery-code', code });
}

/**
 * Sets a new passphrase, authorised by the old one or by the recovery code. The data key stays;
 * it is wrapped anew. Whatever interrupts this, the old or the new passphrase opens the vault.
 * Without `kdf` the cost stays what it was.
 */
export async function changePassphrase(
  vault: KeyslotVault,
  authorisation: Secret,
  next: string,
  kdf: KdfParams | null = null,
): Promise<Outcome<Changed, ChangePassphraseFailure>> {
  const params = kdf === null ? null : aboveFloor(kdf);
  return await operations.changePassphrase(vault, authorisation, next, params);
}

/**
 * Sets a new passphrase for a vault whose data key the caller has open: the second step of opening
 * with the recovery code, after the database was seen to be the one these keyslots belong to.
 */
export async function setPassphrase(
  vault: KeyslotVault,
  dataKey: Buffer,
  next: string,
): Promise<
  Outcome<Changed, ReadFailure | FailureOf<'no-space' | 'read-only' | 'weak-passphrase'>>
> {
  return await operations.setPassphrase(vault, dataKey, next);
}

/**
 * For the officer who types the code back after having copied it down, now or at a later start:
 * whether it opens the vault. For an unlocked vault only, since it counts no tries (a code has 160
 * random bits). `recovery-code-mistyped` with `group: null`: well formed, but not this vault's.
 */
export async function verifyRecoveryCode(
  vault: KeyslotVault,
  code: string,
): Promise<Outcome<null, ReadFailure | FailureOf<'recovery-code-mistyped'>>> {
  return await operations.verifyRecoveryCode(vault, code);
}

/** Gives a new recovery code, to be shown once. The one before opens nothing any more. */
export async function replaceRecoveryCode(
  vault: KeyslotVault,
  authorisation: Secret,
): Promise<Outcome<Changed & { readonly recoveryCode: string }, UnlockFailure>> {
  return await operations.replaceRecoveryCode(vault, authorisation);
}

/** Whether a passphrase may be set, to be asked before a secret is tried. */
export function checkNewPassphrase(next: string): Outcome<null, FailureOf<'weak-passphrase'>> {
  return operations.checkNewPassphrase(next);
}

/** What the slots say without a secret. Repairs a bad copy, as every reading does. */
export function keyslotsStatus(vault: KeyslotVault): Outcome<KeyslotsStatus, ReadFailure> {
  return operations.keyslotsStatus(vault);
}

function aboveFloor(kdf: KdfParams): KdfParams {
  if (!kdfWithinBounds(kdf, KDF_FLOOR)) throw new RangeError('KDF parameters out of bounds');
  return kdf;
}
