import type { RecordRef } from '../../shared/contract/parts.ts';
import type { Change, ChangeSetHeader } from './change-types.ts';
import type { RecordRow } from './record-rows.ts';
import { prepared, type StoreInternals } from './store-internals.ts';

/**
 * What comes in of records of which the log knew nothing: it is all that there is of them, so it need
 * not be read back. A bundle to a new vault is nothing else.
 */
export class FreshRecords {
  readonly #internals: StoreInternals;
  /** Null for a record that the log knows. */
  readonly #rows = new Map<string, RecordRow[] | null>();

  constructor(internals: StoreInternals) {
    this.#internals = internals;
  }

  /** Takes note of changes that are about to join the log; sets in the order of their stamps. */
  note({ id, undoOf, reason }: ChangeSetHeader, changes: readonly Change[]): void {
    for (const { recordType, recordId, field, newValue } of changes) {
      const key = `${recordType} ${recordId}`;
      let rows = this.#rows.get(key);
      if (rows === undefined) {
        rows = this.#isInLog(recordId) ? null : [];
        this.#rows.set(key, rows);
      }
      rows?.push({ changeSetId: id, undoOf, reason, field, value: newValue });
    }
  }

  /** All that the log now says of a record; null where it has to be read. */
  rowsOf({ type, id }: RecordRef): readonly RecordRow[] | null {
    return this.#rows.get(`${type} ${id}`) ?? null;
  }

  #isInLog(recordId: string): boolean {
    const text = 'SELECT 1 FROM change WHERE record_id = ? LIMIT 1';
    return prepared(this.#internals, text).get(recordId) !== undefined;
  }
}
