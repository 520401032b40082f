import type { RecordRef } from '../../shared/contract/parts.ts';
import { contactIdsIn, contactsNamed, NAMING_FIELDS } from '../../shared/model/named-contacts.ts';
import type { Change, ForeignChangeSet } from '../db/change-types.ts';
import { readRecord } from '../db/record-table.ts';
import type { ReadStore } from '../db/store.ts';

/** The fields by which a record says which other record it is a part of. */
const PART_OF: readonly string[] = ['meetingLogId', 'actionId', 'custodyId', 'ownerId'];

/**
 * What is left of a bundle once these contacts are not taken in: nothing that is about them, that
 * names them, by what comes or by what is here, or that is a part of such a record. As on the way
 * out, nobody comes in someone else's file (what-travels.ts).
 */
export function withoutContacts(
  store: ReadStore,
  changeSets: readonly ForeignChangeSet[],
  contactIds: ReadonlySet<string>,
): readonly ForeignChangeSet[] {
  if (contactIds.size === 0) return changeSets;
  const records = recordsWithLinks(
    store,
    changeSets.flatMap((set) => set.changes),
  );
  const leftOut = new Set(contactIds);
  // A part of a part may stand before what it is a part of.
  for (let before = -1; before !== leftOut.size;) {
    before = leftOut.size;
    for (const [id, links] of records) {
      if ([...links].some((link) => leftOut.has(link))) leftOut.add(id);
    }
  }
  return changeSets
    .map((set) => ({
      ...set,
      changes: set.changes.filter(({ recordId }) => !leftOut.has(recordId)),
    }))
    .filter((set) => set.changes.length > 0);
}

/** For each record that something comes for, all that it names or is a part of. */
function recordsWithLinks(
  store: ReadStore,
  changes: readonly Change[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const records = new Map<string, Set<string>>();
  for (const { recordType: type, recordId: id, field, oldValue, newValue } of changes) {
    let links = records.get(id);
    if (links === undefined) {
      links = new Set(linksHere(store, { type, id }));
      records.set(id, links);
    }
    for (const value of [oldValue, newValue]) {
      for (const link of linksIn(type, field, value)) links.add(link);
    }
  }
  return records;
}

function linksHere(store: ReadStore, { type, id }: RecordRef): readonly string[] {
  const fields = readRecord(store, type, id);
  if (fields === null) return [];
  const parts = Object.entries(fields).flatMap(([field, value]) => partOf(field, value));
  return [...contactsNamed(type, fields), ...parts];
}

function linksIn(type: RecordRef['type'], field: string, value: unknown): readonly string[] {
  return (NAMING_FIELDS[type] ?? []).includes(field) ? contactIdsIn(value) : partOf(field, value);
}

function partOf(field: string, value: unknown): string[] {
  return PART_OF.includes(field) && typeof value === 'string' ? [value] : [];
}
