import { and, desc, eq } from 'drizzle-orm';
import { canonicalJson, type JsonValue } from '../canonical-json.ts';
import { draft } from './schema.ts';
import { INTERNALS, prepared, type ReadStore, type WriteStore } from './store-internals.ts';

export interface DraftKey {
  readonly form: string;
  /** The record being edited, or what stands for a new one. */
  readonly key: string;
}

/** Keeps what is being typed, outside the change log; gives the time it was kept (UTC, ISO 8601). */
export function putDraft(store: WriteStore, { form, key }: DraftKey, body: JsonValue): string {
  const updatedAt = new Date(store.nowMs()).toISOString();
  prepared(
    store[INTERNALS],
    `INSERT INTO draft (form, record_key, body, updated_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (form, record_key) DO UPDATE SET body = excluded.body,
       updated_at = excluded.updated_at`,
  ).run(form, key, canonicalJson(body), updatedAt);
  return updatedAt;
}

/** The draft of a form; null where there is none. */
export function readDraft(
  store: ReadStore,
  { form, key }: DraftKey,
): { readonly body: JsonValue; readonly updatedAt: string } | null {
  const row = store.orm
    .select()
    .from(draft)
    .where(and(eq(draft.form, form), eq(draft.recordKey, key)))
    .get();
  return row === undefined ? null : { body: row.body as JsonValue, updatedAt: row.updatedAt };
}

/** Forgets a draft; nothing where there is none. */
export function discardDraft(store: WriteStore, { form, key }: DraftKey): void {
  prepared(store[INTERNALS], 'DELETE FROM draft WHERE form = ? AND record_key = ?').run(form, key);
}

/** Every draft without its body, the newest first. */
export function listDrafts(store: ReadStore): (DraftKey & { readonly updatedAt: string })[] {
  return store.orm
    .select({ form: draft.form, key: draft.recordKey, updatedAt: draft.updatedAt })
    .from(draft)
    .orderBy(desc(draft.updatedAt), draft.form, draft.recordKey)
    .all();
}
