import { EXISTS, type ForeignChangeSet } from '../db/change-types.ts';
import { refuse } from '../db/errors.ts';
import { readRows } from '../db/read-rows.ts';
import type { ReadStore } from '../db/store.ts';
import { consentEventsOf } from '../store/consent-events.ts';

/*
 * What a decision says it was made in knowledge of lets it take the place of a withdrawal
 * (shared/model/consent-heads.ts). So a claim is held against what its recorder can have known.
 */

/**
 * Refuses, with `bundle-malformed`, a decision that claims knowledge of one which was recorded here
 * and has left in no bundle since: nobody else can have known of it.
 */
export function assertKnowable(store: ReadStore, incoming: readonly ForeignChangeSet[]): void {
  const changes = incoming.flatMap((set) => set.changes);
  for (const { recordType, recordId, field, newValue } of changes) {
    if (recordType !== 'consent-event' || field !== 'supersedes' || newValue === null) continue;
    if (readRows(store, IS_HERE, recordId).length > 0) continue;
    const [secret] = readRows(store, RECORDED_HERE_AND_NEVER_SENT, JSON.stringify(newValue));
    if (secret !== undefined) {
      refuse({ kind: 'bundle-malformed', rule: 'knows-what-was-never-sent' });
    }
  }
}

const IS_HERE = 'SELECT 1 FROM consent_event WHERE id = ?';

/** When a record was first made, as this vault knows: an undo and its undo make it once more. */
const FIRST_MADE = `c.record_type = 'consent-event' AND c.field = '${EXISTS}'
  AND c.new_value IS NOT NULL`;

const RECORDED_HERE_AND_NEVER_SENT = `
  SELECT e.id FROM json_each(?) named
  JOIN consent_event e ON e.id = named.value
  JOIN change_set s ON s.seq = (
    SELECT min(c.seq) FROM change c WHERE c.record_id = e.id AND ${FIRST_MADE})
  WHERE s.source_bundle IS NULL AND NOT EXISTS (
    SELECT 1 FROM bundle_entry b
    JOIN change made ON made.record_id = b.id AND made.record_type = 'bundle-entry'
      AND made.field = '${EXISTS}' AND made.seq > s.seq
    WHERE b.direction = 'out'
      AND e.contact_id IN (SELECT value FROM json_each(b.contact_ids)))
  LIMIT 1`;

/**
 * Refuses, with `bundle-malformed`, a bundle after which a decision of these contacts knows of one
 * that is not older. A clock that has seen a decision is past it, so no vault records that, and
 * decisions cannot come to know of each other.
 */
export function assertKnownBefore(store: ReadStore, contactIds: readonly string[]): void {
  const events = consentEventsOf(store, contactIds);
  const rows = readRows<{ readonly id: string; readonly hlc: string }>(
    store,
    FIRST_STAMPS,
    JSON.stringify(events.map(({ id }) => id)),
  );
  const stamps = new Map(rows.map(({ id, hlc }) => [id, hlc]));
  for (const { id, supersedes } of events) {
    const own = stamps.get(id) ?? '';
    if ((supersedes ?? []).some((named) => (stamps.get(named) ?? '') >= own)) {
      refuse({ kind: 'bundle-malformed', rule: 'knows-what-came-later' });
    }
  }
}

const FIRST_STAMPS = `
  SELECT c.record_id AS id, min(s.hlc) AS hlc
  FROM change c JOIN change_set s ON s.seq = c.seq
  WHERE c.record_id IN (SELECT value FROM json_each(?)) AND ${FIRST_MADE}
  GROUP BY c.record_id`;
