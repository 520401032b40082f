import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { iterateFields } from '../../src/vault/db/record-table.ts';
import { INTERNALS } from '../../src/vault/db/store-internals.ts';
import type { ReadStore } from '../../src/vault/db/store.ts';
import { CARRIED_TYPES } from '../../src/vault/handover/carried-records.ts';

/** Every row of every table, as one hash for each table: equal only where nothing was changed. */
export function dumpOf(store: ReadStore): Record<string, string> {
  const { database } = store[INTERNALS];
  const tables = database
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all();
  return Object.fromEntries(
    tables.map((table) => {
      const hash = createHash('sha256');
      const rows = database.prepare<[], unknown[]>(`SELECT * FROM "${table}"`).raw().all();
      for (const row of rows.map((cells) => JSON.stringify(cells.map(cellOf))).sort()) {
        hash.update(row);
      }
      return [table, `${String(rows.length)} ${hash.digest('hex')}`];
    }),
  );
}

function cellOf(cell: unknown): unknown {
  return Buffer.isBuffer(cell) ? cell.toString('hex') : cell;
}

/** Every record of the types that a bundle carries, field by field. */
export function carriedState(store: ReadStore): Record<string, unknown[]> {
  return Object.fromEntries(
    CARRIED_TYPES.map((type) => [type, [...iterateFields(store[INTERNALS], type)]]),
  );
}

/** Name, mode, size and hash of every file below a folder. */
export function filesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((name) => {
        const path = join(folder, name);
        const status = statSync(path);
        const content = status.isFile()
          ? createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16)
          : 'folder';
        return [name, content];
      }),
  );
}
