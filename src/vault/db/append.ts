import { randomBytes } from 'node:crypto';
import { canonicalJson, type JsonValue } from '../canonical-json.ts';
import { commitmentOf, hashOf, SALT_BYTES } from './chain.ts';
import type { Change, ChangeSetHeader } from './change-types.ts';
import { prepared, type StoreInternals } from './store-internals.ts';
import { noteChainGrew, ZERO_HASH } from './transaction.ts';

export interface AppendOptions {
  readonly header: ChangeSetHeader;
  readonly part: number;
  readonly sourceBundle: string | null;
  readonly changes: readonly Change[];
  /** Whether a change is only committed to: its value was erased here and must not come back. */
  readonly isErased?: (change: Change) => string | null;
}

/** Adds one change set to the end of the chain; gives its sequence number. Inside a transaction. */
export function appendChangeSet(internals: StoreInternals, options: AppendOptions): number {
  const { header, part, sourceBundle, changes, isErased = () => null } = options;
  const last = prepared<{ seq: number; hash: string }>(
    internals,
    'SELECT seq, hash FROM change_set ORDER BY seq DESC LIMIT 1',
  ).get();
  const seq = (last?.seq ?? 0) + 1;
  const previousHash = last?.hash ?? ZERO_HASH;
  // One call for all salts: a bulk write makes thousands.
  const salts = randomBytes(SALT_BYTES * changes.length);
  const salted = changes.map((change, i) => {
    const salt = salts.subarray(i * SALT_BYTES, (i + 1) * SALT_BYTES);
    const text = {
      ...change,
      oldValue: textOf(change.oldValue),
      newValue: textOf(change.newValue),
    };
    return { text, salt, commitment: commitmentOf(salt, text), erasedAt: isErased(change) };
  });
  const commitments = salted.map(({ commitment }) => commitment);
  const hash = hashOf({ ...header, seq, part, sourceBundle, previousHash, commitments });
  prepared(
    internals,
    `INSERT INTO change_set (seq, id, part, hlc, at, author_id, author_name, device, reason,
       undo_of, source_bundle, previous_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    seq,
    header.id,
    part,
    header.hlc,
    header.at,
    header.authorId,
    header.authorName,
    header.device,
    header.reason,
    header.undoOf,
    sourceBundle,
    previousHash,
    hash,
  );
  const insert = prepared(
    internals,
    `INSERT INTO change (seq, ordinal, record_type, record_id, field, old_value, new_value, salt,
       commitment, erased_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const [ordinal, { text, salt, commitment, erasedAt }] of salted.entries()) {
    const kept = erasedAt === null;
    insert.run(
      seq,
      ordinal,
      text.recordType,
      text.recordId,
      text.field,
      kept ? text.oldValue : null,
      kept ? text.newValue : null,
      kept ? salt : null,
      commitment,
      erasedAt,
    );
  }
  noteChainGrew(internals);
  return seq;
}

function textOf(value: JsonValue): string | null {
  return value === null ? null : canonicalJson(value);
}
