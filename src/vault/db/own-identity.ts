import { INTERNALS, prepared, type ReadStore, type WriteStore } from './store-internals.ts';

/**
 * The text of this vault's own officer identity: secret keys, so neither a record nor part of the
 * change log, and read only where they are used.
 * @throws Where none was stored: a vault is never without one.
 */
export function readOwnIdentity(store: ReadStore): string {
  const row = prepared<{ body: string }>(
    store[INTERNALS],
    'SELECT body FROM own_identity WHERE only = 1',
  ).get();
  if (row === undefined) throw new Error('The vault has no officer identity');
  return row.body;
}

/** Stores it, once: a vault keeps the officer it was made for. */
export function storeOwnIdentity(store: WriteStore, body: string): void {
  prepared(store[INTERNALS], 'INSERT INTO own_identity (only, body) VALUES (1, ?)').run(body);
}
