import { createHash, createHmac } from 'node:crypto';
import { canonicalJson } from '../canonical-json.ts';
import type { ChangeSetHeader } from './change-types.ts';

/** Bytes of salt per change: a value cannot be guessed from its commitment once both are gone. */
export const SALT_BYTES = 16;

/** One change with its values as the log keeps them: canonical JSON, null for "absent". */
export interface ChangeText {
  readonly recordType: string;
  readonly recordId: string;
  readonly field: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
}

/**
 * Commits to one change without showing it: HMAC-SHA256 under a random salt. When the values are
 * erased the salt goes with them, and what stays says nothing about them.
 *
 * The text is the canonical JSON of `[type, id, field, old, new]`; the values are put in as they
 * are kept, so that a value kept in any other form than the canonical one is an altered value.
 */
export function commitmentOf(salt: Buffer, change: ChangeText): Buffer {
  const { recordType, recordId, field, oldValue, newValue } = change;
  const names = [recordType, recordId, field].map((name) => JSON.stringify(name)).join(',');
  return createHmac('sha256', salt)
    .update(`steady-state change v1\n[${names},${oldValue ?? 'null'},${newValue ?? 'null'}]`)
    .digest();
}

export interface ChainLink extends ChangeSetHeader {
  readonly seq: number;
  readonly part: number;
  readonly sourceBundle: string | null;
  readonly previousHash: string;
  /** In the order of the changes' ordinals. */
  readonly commitments: readonly Buffer[];
}

/** The hash of one change set in this vault's chain: SHA-256, hexadecimal. */
export function hashOf(link: ChainLink): string {
  const text = canonicalJson({
    seq: link.seq,
    id: link.id,
    part: link.part,
    hlc: link.hlc,
    at: link.at,
    authorId: link.authorId,
    authorName: link.authorName,
    device: link.device,
    reason: link.reason,
    undoOf: link.undoOf,
    sourceBundle: link.sourceBundle,
    previousHash: link.previousHash,
    commitments: link.commitments.map((commitment) => commitment.toString('hex')),
  });
  return createHash('sha256').update(`steady-state change set v1\n${text}`).digest('hex');
}
