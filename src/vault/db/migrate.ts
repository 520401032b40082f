import type Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { refuse, Refused } from './errors.ts';

/** One step of the schema. Shipped steps are never edited: their hash is kept in each vault. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

export type MigrateFailure = FailureOf<'from-the-future' | 'damaged'>;

const DAMAGED = { kind: 'damaged' } as const;

const TABLE = `CREATE TABLE IF NOT EXISTS migration (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  applied_at TEXT NOT NULL
) STRICT`;

interface AppliedRow {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
}

/**
 * Brings a database to the newest shipped schema; gives the number of steps applied. Each step,
 * its row in `migration` and `user_version` are one transaction, so a kill leaves a whole step.
 *
 * - `from-the-future`: the file knows steps that this program does not ship.
 * - `damaged`: what was applied is not a prefix of what is shipped, or a step broke a reference.
 */
export function migrate(
  database: Database.Database,
  shipped: readonly Migration[],
  nowMs: () => number,
): Outcome<number, MigrateFailure> {
  assertIncreasing(shipped);
  const version = database.pragma('user_version', { simple: true }) as number;
  const applied = readApplied(database);
  const newest = shipped.at(-1)?.number ?? 0;
  if (version > newest || (applied.at(-1)?.number ?? 0) > newest) {
    return fail({ kind: 'from-the-future' });
  }
  if (version !== (applied.at(-1)?.number ?? 0)) return fail({ kind: 'damaged' });
  const isPrefix = applied.every((row, i) => {
    const step = shipped[i];
    return step?.number === row.number && step.name === row.name && hashOf(step) === row.sha256;
  });
  if (!isPrefix) return fail({ kind: 'damaged' });

  const pending = shipped.slice(applied.length);
  for (const step of pending) {
    const apply = database.transaction(() => {
      database.exec(TABLE);
      database.exec(step.sql);
      // Thrown, so that the step is rolled back with what it broke.
      if ((database.pragma('foreign_key_check') as unknown[]).length > 0) refuse(DAMAGED);
      database
        .prepare('INSERT INTO migration (number, name, sha256, applied_at) VALUES (?, ?, ?, ?)')
        .run(step.number, step.name, hashOf(step), new Date(nowMs()).toISOString());
      database.pragma(`user_version = ${String(step.number)}`);
    });
    try {
      apply.immediate();
    } catch (error) {
      if (error instanceof Refused) return fail(DAMAGED);
      throw error;
    }
  }
  return ok(pending.length);
}

function readApplied(database: Database.Database): readonly AppliedRow[] {
  const exists = database
    .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migration'")
    .get();
  if (exists === undefined) return [];
  return database
    .prepare('SELECT number, name, sha256 FROM migration ORDER BY number')
    .all() as AppliedRow[];
}

function hashOf(step: Migration): string {
  return createHash('sha256').update(step.sql, 'utf8').digest('hex');
}

function assertIncreasing(shipped: readonly Migration[]): void {
  for (const [i, step] of shipped.entries()) {
    const before = i === 0 ? 0 : (shipped[i - 1]?.number ?? 0);
    if (!Number.isInteger(step.number) || step.number <= before) {
      throw new TypeError(`migration ${step.name} is out of order`);
    }
  }
}
