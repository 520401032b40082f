import { and, eq, sql } from 'drizzle-orm';
import { CALL_BACK_STEPS } from '../../shared/model/call-back.ts';
import type { Task } from '../../shared/model/task.ts';
import { task } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';
import { isOneOf } from './id-list.ts';

/** What withdrawals of a contact have started and nobody has settled, in the order of making. */
export function openCallBacks(store: ReadStore, contactId: string): Task[] {
  return store.orm
    .select()
    .from(task)
    .where(
      and(
        eq(task.contactId, contactId),
        eq(task.state, 'open'),
        isOneOf(task.step, CALL_BACK_STEPS),
      ),
    )
    .orderBy(task.id)
    .all();
}

/** Something of a contact that left the vault other than in a bundle, as the access log has it. */
export interface CopyOut {
  readonly kind: 'export' | 'print' | 'copy';
  /** UTC, ISO 8601. */
  readonly at: string;
  /** What it was, where the entry says. */
  readonly what: string;
}

/** Prints, copies and exports that held something of a contact, newest first. Bundles have their own register. */
export function copiesOutWith(store: ReadStore, contactId: string): CopyOut[] {
  return store.orm.all<CopyOut>(sql`
    SELECT kind, at, coalesce(json_extract(detail, '$.what'), '') AS what FROM access_log
    WHERE kind IN ('export', 'print', 'copy') AND json_extract(detail, '$.bundleId') IS NULL
      AND EXISTS (SELECT 1 FROM json_each(contact_ids) WHERE value = ${contactId})
    ORDER BY id DESC`);
}
