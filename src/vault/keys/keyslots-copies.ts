import { join } from 'node:path';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { storageFailure } from '../../shared/storage-failure.ts';
import {
  commitStaged,
  dropStaged,
  readSmallFile,
  stageFile,
  writeFileAtomically,
  type StagedFile,
} from './atomic-file.ts';
import type { KdfParams } from './kdf.ts';
import {
  KEYSLOTS_MAX_BYTES,
  parseKeyslots,
  serialiseKeyslots,
  type Keyslots,
  type KeyslotsProblem,
} from './keyslots-format.ts';

export type CopyName = 'a' | 'b';

/** Where a copy lies in the vault's folder. */
export function copyPath(folder: string, copy: CopyName): string {
  return join(folder, `keyslots.${copy}`);
}

/** What the two copies say, and what had to be done to them. */
export interface KeyslotsRead {
  readonly keyslots: Keyslots;
  /** The copy that was missing, torn, refused or older, and has been written anew. */
  readonly repaired: CopyName | null;
  /** The copy that could not be written anew (read-only folder, full disk): still bad. */
  readonly unrepaired: CopyName | null;
}

type Copy =
  | { readonly kind: 'valid'; readonly keyslots: Keyslots; readonly bytes: Buffer }
  | { readonly kind: 'absent' }
  | { readonly kind: 'bad'; readonly problem: KeyslotsProblem };

/** True where either copy exists, whatever it holds: then this is a vault, never a first run. */
export function hasKeyslots(folder: string): boolean {
  return (['a', 'b'] as const).some(
    (copy) => readSmallFile(copyPath(folder, copy), 0).kind !== 'absent',
  );
}

/**
 * Reads both copies, takes the newest valid one and repairs the other. `no-vault`: neither copy
 * exists. `keyslots-damaged`: neither is whole. `keyslots-refused`: none is valid and one is
 * whole but breaks a rule; also where the copies contradict each other, or one is of a newer
 * version (which is never overwritten).
 */
export function readKeyslots(
  folder: string,
  floor: KdfParams,
): Outcome<KeyslotsRead, KeyslotsProblem | FailureOf<'no-vault'>> {
  const a = readCopy(folder, 'a', floor);
  const b = readCopy(folder, 'b', floor);
  for (const copy of [a, b]) if (isNewerVersion(copy)) return fail(copy.problem);
  if (a.kind === 'valid' && b.kind === 'valid') {
    if (contradict(a.keyslots, b.keyslots)) {
      return fail({ kind: 'keyslots-refused', reason: 'malformed' });
    }
    if (a.keyslots.generation === b.keyslots.generation) {
      return ok({ keyslots: a.keyslots, repaired: null, unrepaired: null });
    }
    return a.keyslots.generation > b.keyslots.generation
      ? ok(repair(folder, 'b', a))
      : ok(repair(folder, 'a', b));
  }
  if (a.kind === 'valid') return ok(repair(folder, 'b', a));
  if (b.kind === 'valid') return ok(repair(folder, 'a', b));
  if (a.kind === 'absent' && b.kind === 'absent') return fail({ kind: 'no-vault' });
  const problems = [a, b].flatMap((copy) => (copy.kind === 'bad' ? [copy.problem] : []));
  const refusal = problems.find((problem) => problem.kind === 'keyslots-refused');
  return fail(refusal ?? { kind: 'keyslots-damaged' });
}

/**
 * Writes both copies. All bytes are on the disk before the first copy is replaced, and the first
 * is in its place before the second is touched: a kill at any moment leaves old or new.
 */
export function writeKeyslots(
  folder: string,
  keyslots: Keyslots,
): Outcome<null, FailureOf<'no-space' | 'read-only'>> {
  const bytes = serialiseKeyslots(keyslots);
  const staged: StagedFile[] = [];
  try {
    staged.push(stageFile(copyPath(folder, 'a'), bytes));
    staged.push(stageFile(copyPath(folder, 'b'), bytes));
  } catch (error) {
    staged.forEach(dropStaged);
    const failure = storageFailure(error);
    if (failure === null) throw error;
    return fail(failure);
  }
  staged.forEach(commitStaged);
  return ok(null);
}

function readCopy(folder: string, copy: CopyName, floor: KdfParams): Copy {
  const read = readSmallFile(copyPath(folder, copy), KEYSLOTS_MAX_BYTES);
  switch (read.kind) {
    case 'absent':
      return read;
    case 'too-large':
      return { kind: 'bad', problem: { kind: 'keyslots-refused', reason: 'out-of-bounds' } };
    case 'unreadable':
      return { kind: 'bad', problem: { kind: 'keyslots-damaged' } };
    case 'read': {
      const parsed = parseKeyslots(read.bytes, floor);
      return parsed.ok
        ? { kind: 'valid', keyslots: parsed.value, bytes: read.bytes }
        : { kind: 'bad', problem: parsed.failure };
    }
  }
}

function isNewerVersion(copy: Copy): copy is Extract<Copy, { kind: 'bad' }> {
  return (
    copy.kind === 'bad' &&
    copy.problem.kind === 'keyslots-refused' &&
    copy.problem.reason === 'newer-version'
  );
}

/** Of different vaults, or two contents of one generation: no sequence of our writes gives that. */
function contradict(a: Keyslots, b: Keyslots): boolean {
  return (
    a.vaultId !== b.vaultId ||
    a.databaseSalt !== b.databaseSalt ||
    (a.generation === b.generation && !serialiseKeyslots(a).equals(serialiseKeyslots(b)))
  );
}

function repair(
  folder: string,
  copy: CopyName,
  source: Extract<Copy, { kind: 'valid' }>,
): KeyslotsRead {
  try {
    writeFileAtomically(copyPath(folder, copy), source.bytes);
    return { keyslots: source.keyslots, repaired: copy, unrepaired: null };
  } catch (error) {
    if (storageFailure(error) === null) throw error;
    return { keyslots: source.keyslots, repaired: null, unrepaired: copy };
  }
}
