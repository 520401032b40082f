import type { Migration } from './migrate.ts';
import { sql as first } from './migrations/0001-first.ts';

/** Every shipped step, in order. Add at the end; never edit or reorder. */
export const MIGRATIONS: readonly Migration[] = [{ number: 1, name: '0001-first', sql: first }];
