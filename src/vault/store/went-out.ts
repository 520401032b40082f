import { sql } from 'drizzle-orm';
import type { WentOut } from '../../shared/contract/records.ts';
import { accessLog } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';
import { bundleEntriesByIds } from './bundle-entries.ts';

/**
 * Everything by which something of a contact left this vault, newest first: bundles, prints, copies
 * and exports, as the access log has them. A bundle whose entry was taken back never left.
 */
export function wentOutOf(store: ReadStore, contactId: string): WentOut[] {
  const rows = store.orm
    .select({
      id: accessLog.id,
      at: accessLog.at,
      kind: sql<WentOut['kind']>`${accessLog.kind}`,
      what: sql<string | null>`json_extract(${accessLog.detail}, '$.what')`,
      bundleId: sql<string | null>`json_extract(${accessLog.detail}, '$.bundleId')`,
    })
    .from(accessLog)
    .where(
      sql`${accessLog.kind} IN ('export', 'print', 'copy') AND EXISTS (
        SELECT 1 FROM json_each(${accessLog.contactIds}) WHERE value = ${contactId})`,
    )
    .orderBy(sql`${accessLog.id} DESC`)
    .all();
  const bundles = bundleEntriesByIds(
    store,
    rows.flatMap(({ bundleId }) => bundleId ?? []),
  );
  return rows.flatMap(({ bundleId, ...row }): WentOut[] => {
    if (bundleId === null) return [{ ...row, bundle: null }];
    const entry = bundles.get(bundleId);
    if (entry === undefined) return [];
    const { id, kind, counterpartName, counterpartVerified, sequence } = entry;
    const { purpose, until, revokedOn } = entry;
    return [
      {
        ...row,
        bundle: {
          ...{ id, kind, counterpartName, counterpartVerified, sequence },
          ...{ purpose, until, revokedOn },
        },
      },
    ];
  });
}
