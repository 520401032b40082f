import type { GateContact, GateEvent } from '../../shared/model/consent-gate.ts';
import type { ConsentPurpose } from '../../shared/model/vocabulary/consent.ts';
import { readRows } from '../db/read-rows.ts';
import type { ReadStore } from '../db/store.ts';

/** What the gate is told of those whom an action concerns. */
export interface GateFacts {
  readonly contacts: ReadonlyMap<string, GateContact>;
  readonly consentEvents: readonly GateEvent[];
}

/**
 * The contacts of these that there are, and every decision of theirs on these purposes. The gate is asked
 * before every action and for every line of every list of actions, so this is one statement,
 * prepared once and answered from an index.
 */
export function gateFacts(
  store: ReadStore,
  contactIds: readonly string[],
  purposes: readonly ConsentPurpose[],
): GateFacts {
  const contacts = new Map<string, GateContact>();
  const consentEvents: GateEvent[] = [];
  const rows = readRows<FactRow>(
    store,
    FACTS,
    JSON.stringify([...new Set(contactIds)]),
    JSON.stringify(purposes),
  );
  for (const row of rows) {
    const { contactId } = row;
    if (!contacts.has(contactId)) {
      contacts.set(contactId, {
        id: contactId,
        names: JSON.parse(row.names) as GateContact['names'],
        peacefulMeans: JSON.parse(row.peacefulMeans) as GateContact['peacefulMeans'],
        dissolvedOn: row.dissolvedOn,
      });
    }
    if (row.id !== null) consentEvents.push(row);
  }
  return { contacts, consentEvents };
}

interface ContactColumns {
  readonly contactId: string;
  readonly names: string;
  readonly peacefulMeans: string;
  readonly dissolvedOn: string | null;
}
type FactRow = ContactColumns & (GateEvent | { readonly id: null });

const FACTS = `
  SELECT c.id AS contactId, c.names, c.peaceful_means AS peacefulMeans,
    c.dissolved_on AS dissolvedOn, e.id, e.purpose, e.audience, e.decision,
    e.decided_on AS decidedOn, e.expires_on AS expiresOn, e.renews_id AS renewsId
  FROM json_each(?) asked
  JOIN contact c ON c.id = asked.value
  LEFT JOIN consent_event e
    ON e.contact_id = c.id AND e.purpose IN (SELECT value FROM json_each(?))`;
