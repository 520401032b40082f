import type { RecordRef } from '../../shared/contract/parts.ts';
import { isHeld } from '../../shared/model/custody.ts';
import { presenceAtHearing, presenceAtVisit, type Presence } from '../../shared/model/presence.ts';
import { EXISTS, type ChangeSet } from '../db/change-types.ts';
import { refuse } from '../db/errors.ts';
import { readRecord } from '../db/record-table.ts';
import { otherOpenCustody } from '../store/custodies.ts';
import type { VaultContext } from './context.ts';
import { refusePresence } from './presence-gate.ts';

/**
 * Refuses what an undoing would bring about and a save would not: that the mission was there
 * without an action that bears it, or a second detention of one contact at one time.
 */
export function assertCustodyRules(
  context: VaultContext,
  undoing: ChangeSet,
  records: readonly RecordRef[],
): void {
  for (const record of records) {
    if (record.type === 'custody') assertOnlyOpen(context, undoing, record.id);
    else assertPresence(context, undoing, record);
  }
}

function assertPresence(context: VaultContext, undoing: ChangeSet, record: RecordRef): void {
  const after = presenceIn(record, currentOf(context, record));
  const before = presenceIn(record, standingBefore(context, undoing, record));
  const refused = refusePresence(context, before, after, { action: [], day: [] });
  if (refused === null) return;
  if (refused.failure.kind === 'consent-missing') refuse(refused.failure);
  refuse({ kind: 'undo-conflict', records: [restsOn(context, after) ?? record] });
}

function assertOnlyOpen(context: VaultContext, undoing: ChangeSet, id: string): void {
  const record = { type: 'custody', id } as const;
  const after = readRecord(context.store, 'custody', id);
  if (after === null || !isHeld(after)) return;
  const before = standingBefore(context, undoing, record) as typeof after | null;
  if (before !== null && isHeld(before)) return;
  const other = otherOpenCustody(context.store, after.contactId, id);
  if (other !== null) {
    refuse({ kind: 'undo-conflict', records: [{ type: 'custody', id: other.id }] });
  }
}

type Fields = Readonly<Record<string, unknown>>;

function currentOf({ store }: VaultContext, { type, id }: RecordRef): Fields | null {
  return readRecord(store, type, id);
}

/** A record as it stood before an undoing that was just written; null where it was not there. */
function standingBefore(
  context: VaultContext,
  undoing: ChangeSet,
  record: RecordRef,
): Fields | null {
  const changes = undoing.changes.filter((change) => change.recordId === record.id);
  if (changes.some(({ field, oldValue }) => field === EXISTS && oldValue === null)) return null;
  const old = Object.fromEntries(
    changes.filter(({ field }) => field !== EXISTS).map(({ field, oldValue }) => [field, oldValue]),
  );
  return { ...currentOf(context, record), ...old };
}

function presenceIn({ type }: RecordRef, fields: Fields | null): Presence | null {
  if (fields === null) return null;
  if (type === 'visit-request') {
    return presenceAtVisit(fields as unknown as Parameters<typeof presenceAtVisit>[0]);
  }
  if (type === 'hearing') {
    return presenceAtHearing(fields as unknown as Parameters<typeof presenceAtHearing>[0]);
  }
  return null;
}

function restsOn({ store }: VaultContext, presence: Presence | null): RecordRef | null {
  const id = presence?.actionId ?? null;
  if (id === null || readRecord(store, 'action', id) === null) return null;
  return { type: 'action', id };
}
