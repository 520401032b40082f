import { commitmentOf, hashOf, type ChangeText } from './chain.ts';
import type { ChangeSet } from './change-types.ts';
import { readHead } from './head-file.ts';
import { INTERNALS, type ReadStore } from './store-internals.ts';
import { ZERO_HASH } from './transaction.ts';

/** What was found to be wrong at the first altered row. */
export type Alteration =
  /** The sequence skips here: a change set is gone. */
  | 'missing'
  /** It does not follow the one before it. */
  | 'link'
  /** Something of the change set is not what was hashed: its header, or the number of changes. */
  | 'change-set'
  /** A change's values are not the ones committed to, or a change is gone from the middle. */
  | 'change'
  /** The chain ends before the last commit that the head files know. */
  | 'tail'
  /** The chain is sound in itself and not the one that the head files know. */
  | 'head';

export interface Verification {
  readonly intact: boolean;
  readonly changeSets: number;
  readonly changes: number;
  /** Changes whose values were erased; their commitments still hold the chain together. */
  readonly erased: number;
  /** Null where the chain is intact. */
  readonly firstAltered: { readonly seq: number; readonly what: Alteration } | null;
}

/** Walks the whole chain, recomputing every commitment and hash, and compares it with the head. */
export function verifyChain(store: ReadStore): Verification {
  const { database, folder, headKey } = store[INTERNALS];
  const sets = database.prepare<unknown[], SetRow>(
    `SELECT seq, id, part, hlc, at, author_id AS authorId, author_name AS authorName, device,
       reason, undo_of AS undoOf, source_bundle AS sourceBundle, previous_hash AS previousHash, hash
     FROM change_set ORDER BY seq`,
  );
  const changesOf = database.prepare<unknown[], ChangeRow>(
    `SELECT ordinal, record_type AS recordType, record_id AS recordId, field,
       old_value AS oldValue, new_value AS newValue, salt, commitment, erased_at AS erasedAt
     FROM change WHERE seq = ? ORDER BY ordinal`,
  );
  const head = readHead(folder, headKey);
  const count = { changeSets: 0, changes: 0, erased: 0 };
  const altered = (seq: number, what: Alteration): Verification => ({
    ...count,
    intact: false,
    firstAltered: { seq, what },
  });
  let previousHash = ZERO_HASH;
  let hashAtHead = ZERO_HASH;
  let seq = 0;
  for (const set of sets.iterate()) {
    seq += 1;
    if (set.seq !== seq) return altered(seq, 'missing');
    const changes = changesOf.all(seq);
    for (const [i, change] of changes.entries()) {
      if (change.ordinal !== i || !isCommitted(change)) return altered(seq, 'change');
      count.changes += 1;
      if (change.erasedAt !== null) count.erased += 1;
    }
    const commitments = changes.map((change) => change.commitment);
    if (set.previousHash !== previousHash) return altered(seq, 'link');
    if (hashOf({ ...set, commitments }) !== set.hash) return altered(seq, 'change-set');
    previousHash = set.hash;
    if (seq === head?.sequence) hashAtHead = set.hash;
    count.changeSets += 1;
  }
  if (head !== null && head.sequence > seq) return altered(seq + 1, 'tail');
  if (head !== null && head.hash !== hashAtHead) return altered(head.sequence, 'head');
  return { ...count, intact: true, firstAltered: null };
}

interface SetRow extends Omit<ChangeSet, 'changes'> {
  readonly previousHash: string;
  readonly hash: string;
}

interface ChangeRow extends ChangeText {
  readonly ordinal: number;
  readonly salt: Buffer | null;
  readonly commitment: Buffer;
  readonly erasedAt: string | null;
}

function isCommitted(row: ChangeRow): boolean {
  if (row.erasedAt !== null) {
    return row.salt === null && row.oldValue === null && row.newValue === null;
  }
  return row.salt !== null && commitmentOf(row.salt, row).equals(row.commitment);
}
