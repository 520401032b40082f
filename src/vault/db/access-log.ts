import { accessLog } from './schema.ts';
import { desc, lt } from 'drizzle-orm';
import { canonicalJson, type JsonValue } from '../canonical-json.ts';
import { INTERNALS, prepared, type ReadStore, type WriteStore } from './store-internals.ts';

/** What was done with people's records other than changing them. */
export type AccessKind =
  | 'export'
  | 'import'
  | 'print'
  | 'copy'
  | 'read-attachment'
  | 'unlock'
  | 'wrong-secret'
  | 'change-passphrase'
  | 'erase'
  | 'rescue';

export interface AccessEntry {
  readonly id: string;
  /** UTC, ISO 8601 with milliseconds. */
  readonly at: string;
  readonly kind: string;
  readonly detail: JsonValue;
  readonly contactIds: readonly string[];
}

/** Adds an entry; gives its id. */
export function appendAccess(
  store: WriteStore,
  entry: {
    readonly kind: AccessKind;
    readonly detail: JsonValue;
    readonly contactIds: readonly string[];
  },
): string {
  const nowMs = store.nowMs();
  // Rising, as the order of the entries is that of their ids.
  const id = store[INTERNALS].nextRecordId();
  prepared(
    store[INTERNALS],
    'INSERT INTO access_log (id, at, kind, detail, contact_ids) VALUES (?, ?, ?, ?, ?)',
  ).run(
    id,
    new Date(nowMs).toISOString(),
    entry.kind,
    canonicalJson(entry.detail),
    canonicalJson(entry.contactIds),
  );
  return id;
}

/** Entries, newest first; `before` is the id of the last entry of the page before. */
export function listAccess(
  store: ReadStore,
  page: { readonly before: string | null; readonly limit: number },
): AccessEntry[] {
  return store.orm
    .select()
    .from(accessLog)
    .where(page.before === null ? undefined : lt(accessLog.id, page.before))
    .orderBy(desc(accessLog.id))
    .limit(page.limit)
    .all()
    .map((row) => ({ ...row, detail: row.detail as JsonValue }));
}
