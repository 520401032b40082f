import type { RecordRef } from '../../shared/contract/parts.ts';
import { holdingOf, type Holding } from '../../shared/model/entrustment.ts';
import { contactIdsIn, contactsNamed, NAMING_FIELDS } from '../../shared/model/named-contacts.ts';
import type { ChangeReason, ChangeSet, RecordedChange } from '../db/change-types.ts';
import { refuse } from '../db/errors.ts';
import { readChangeSet } from '../db/history.ts';
import { readRecord } from '../db/record-table.ts';
import type { ReadStore } from '../db/store.ts';
import { isMadeHere } from '../store/change-sets.ts';
import { entrustmentsOf, hasEntrustments } from '../store/entrustments.ts';
import { groupBy } from '../store/group-by.ts';
import type { VaultContext } from './context.ts';

type Now = Pick<VaultContext, 'store' | 'today'>;

/** Who holds each of these contacts, and what may be written of them here. */
export function holdingsOf(
  { store, today }: Now,
  contactIds: readonly string[],
): ReadonlyMap<string, Holding> {
  const entrustments = entrustmentsOf(store, contactIds);
  return new Map(
    contactIds.map((id) => {
      const isOurOwn = isMadeHere(store, { type: 'contact', id });
      return [id, holdingOf(entrustments.get(id) ?? [], isOurOwn, today())];
    }),
  );
}

/**
 * What is not the officer's own hand: a bundle taken in brings what the holder wrote, and the rest
 * says nothing of a contact.
 */
const NOT_JUDGED: readonly ChangeReason[] = [
  'import-bundle',
  'export-bundle',
  'officer',
  'rescue',
  'set-up',
];

/**
 * Refuses, with `held-elsewhere`, a change set of this officer that writes of a contact whom another
 * officer holds: nothing where they were handed over, and nothing that came with them where they are
 * on loan. That a defender refuses or withdraws consent may always be recorded, with all that
 * follows from it: they may tell whom they meet. To be called inside the transaction that wrote it.
 */
export function assertMayWrite(context: Now, changeSetId: string | null): void {
  const { store } = context;
  if (changeSetId === null || !hasEntrustments(store)) return;
  const set = readChangeSet(store, changeSetId);
  if (set === null || NOT_JUDGED.includes(set.reason) || onlyTakesConsentBack(store, set)) return;
  for (const changes of groupBy(set.changes, keyOf).values()) {
    const [first] = changes;
    if (first === undefined) continue;
    const record = { type: first.recordType, id: first.recordId };
    const contactIds = contactsOf(store, record, changes);
    for (const [contactId, { holder, mayWrite }] of holdingsOf(context, contactIds)) {
      if (holder === null || mayWrite === 'all') continue;
      if (mayWrite === 'add' && record.type !== 'contact' && isMadeHere(store, record)) continue;
      refuse({ kind: 'held-elsewhere', contactId, holder: holder.name, mayWrite });
    }
  }
}

function onlyTakesConsentBack(store: ReadStore, set: ChangeSet): boolean {
  const decisions = set.changes.flatMap(({ recordType, recordId }) =>
    recordType === 'consent-event'
      ? (readRecord(store, recordType, recordId)?.decision ?? 'given')
      : [],
  );
  return decisions.length > 0 && !decisions.includes('given');
}

/** The contacts that a record is about, before or after these changes of it. */
function contactsOf(
  store: ReadStore,
  { type, id }: RecordRef,
  changes: readonly RecordedChange[],
): readonly string[] {
  if (type === 'contact') return [id];
  // What the vault keeps of bundles and officers is its own.
  if (type === 'entrustment' || type === 'bundle-entry' || type === 'officer') return [];
  const fields = readRecord(store, type, id);
  const named = fields === null ? [] : contactsNamed(type, fields);
  const changed = changes
    .filter(({ field }) => (NAMING_FIELDS[type] ?? []).includes(field))
    .flatMap(({ oldValue, newValue }) => [...contactIdsIn(oldValue), ...contactIdsIn(newValue)]);
  return [...new Set([...named, ...changed, ...ownersOf(store, { type, id }, changes)])];
}

/** For what belongs to another record, the contacts of that one. */
function ownersOf(
  store: ReadStore,
  { type, id }: RecordRef,
  changes: readonly RecordedChange[],
): readonly string[] {
  const valueOf = (field: string): unknown => {
    const change = changes.find((one) => one.field === field);
    const fields = readRecord(store, type, id) as Readonly<Record<string, unknown>> | null;
    return fields?.[field] ?? change?.oldValue ?? null;
  };
  if (type === 'attachment') {
    const ownerType = valueOf('ownerType') as RecordRef['type'] | null;
    const ownerId = valueOf('ownerId');
    if (ownerType === null || typeof ownerId !== 'string') return [];
    return contactsOf(store, { type: ownerType, id: ownerId }, []);
  }
  if (type === 'action-review') {
    const actionId = valueOf('actionId');
    return typeof actionId === 'string'
      ? contactsOf(store, { type: 'action', id: actionId }, [])
      : [];
  }
  return [];
}

function keyOf({ recordType, recordId }: RecordedChange): string {
  return `${recordType} ${recordId}`;
}
