import { storageFailureOf } from './errors.ts';
import { prepared, type StoreInternals } from './store-internals.ts';

/*
 * `secure_delete` overwrites a row where it stood last. A copy of it that was left behind when
 * SQLite moved rows from one page to another is in no row any more and stays. So after an erasure
 * the whole file is written anew, in which only what is there comes along.
 */

const TRACES_LEFT = 'traces-left';

/** Notes, inside the transaction that erases, that the file is to be written anew after it. */
export function noteTracesLeft(internals: StoreInternals): void {
  prepared(internals, "INSERT OR REPLACE INTO setting (key, value) VALUES (?, 'true')").run(
    TRACES_LEFT,
  );
  internals.tracesStay = false;
}

/**
 * Writes the file anew if something was erased since that was last done: after the commit that
 * erased, and at each opening, should a kill or a full disk have come between. Temporary pages are
 * in memory (`temp_store`). Where there is no space it is tried again at the next opening; what was
 * erased is in no table, index or log by then.
 */
export function removeTraces(internals: StoreInternals): void {
  const { database } = internals;
  const isLeft = prepared(internals, 'SELECT 1 FROM setting WHERE key = ?');
  if (internals.tracesStay || isLeft.get(TRACES_LEFT) === undefined) return;
  try {
    // Words of what is gone are in the index's own pages until its parts are merged.
    database.exec("INSERT INTO search_index (search_index) VALUES ('optimize')");
    database.exec('VACUUM');
    prepared(internals, 'DELETE FROM setting WHERE key = ?').run(TRACES_LEFT);
    database.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (storageFailureOf(error) === null && !isOutOfMemory(error)) throw error;
    internals.tracesStay = true;
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_NOMEM';
}
