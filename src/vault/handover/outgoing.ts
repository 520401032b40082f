import { createHash } from 'node:crypto';
import type { ExportKind, ExportPreview } from '../../shared/contract/bundles.ts';
import type { RecordRef } from '../../shared/contract/parts.ts';
import { isTrusted, type Officer } from '../../shared/model/officer.ts';
import type { TravelAudience } from '../../shared/model/travel.ts';
import type { BundleChangeSet } from '../bundle/changes.ts';
import type { BundleAttachment } from '../bundle/write-bundle.ts';
import { blobSize, readBlob } from '../db/blobs.ts';
import { canonicalJson } from '../canonical-json.ts';
import { byStamp, type ForeignChangeSet } from '../db/change-types.ts';
import { changesOfRecords } from '../db/changes-of-records.ts';
import { lastSequence } from '../db/history.ts';
import { keyOfRecord, sentTo, type SentRecord, type SentRecords } from '../db/sent-records.ts';
import type { ReadStore } from '../db/store.ts';
import { erasuresToCarry } from '../store/erasures.ts';
import { countByType } from './carried-records.ts';
import { filesNamedBy, lackedBy, recordsChangedBy } from './delta.ts';
import { everNamedIn } from './ever-named.ts';
import { recordLabel } from '../store/labels.ts';
import { readPortfolio } from './portfolio.ts';
import { removalsFor } from './removals.ts';
import { whatTravels, type GoingContact, type Travelling } from './what-travels.ts';

/** What an officer chose to hand over, in which way, and to whom. */
export interface ExportChoice {
  readonly kind: ExportKind;
  readonly contactIds: readonly string[];
  readonly audience: TravelAudience;
  readonly recipient: Officer;
  /** What a share is for, and its last day. */
  readonly purpose: string | null;
  readonly until: string | null;
}

/** A bundle's content, decided and cut down, but neither sealed nor signed. */
export interface Outgoing {
  readonly preview: ExportPreview;
  readonly travelling: Travelling;
  readonly changeSets: readonly ForeignChangeSet[];
  readonly files: ReadonlySet<string>;
  /** What the recipient has of each record once they have this bundle. */
  readonly sent: readonly SentRecord[];
}

/** Works out what would leave. Reads only; the preview and the bundle come from this one place. */
export function prepareOutgoing(store: ReadStore, choice: ExportChoice, today: string): Outgoing {
  const portfolio = readPortfolio(store, choice.contactIds);
  const everNamed = everNamedIn(store, portfolio);
  const travelling = whatTravels(portfolio, everNamed, choice.audience, today);
  const isUpdate = choice.kind === 'update';
  const before = sentTo(store, choice.recipient.id);
  const removals = removalsFor(store, choice.recipient.id, before, isUpdate);
  // What was erased is said in every bundle, so that nobody keeps it or sends it back.
  const records = [...travelling.records, ...erasuresToCarry(store, travelling.records)];
  const said = withoutWithheld(changesFor(store, choice, records, travelling, before), travelling);
  const changeSets = unitedSets(said, removals.changeSets);
  const brought = isUpdate ? recordsChangedBy(said) : records;
  const contacts = contactsWith(travelling, brought);
  const through = lastSequence(store);
  return {
    preview: {
      travels: contacts.map(({ contactId, label, ground, withheld, records: with_ }) => ({
        ...{ contactId, label, ground },
        withheld: [...withheld],
        counts: countByType(with_),
      })),
      stays: travelling.stays.map(({ record, label, contactId, why }) => ({
        ...{ record, label, contactId, why },
      })),
      removals: removals.records.map(({ record }) => ({
        record,
        label: recordLabel(store, record),
      })),
      counts: countByType(brought),
      recipientVerified: isTrusted(choice.recipient.trust),
      previewId: previewIdOf(choice, travelling, changeSets),
    },
    travelling,
    changeSets,
    files: isUpdate ? filesNamedBy(changeSets, travelling.files) : travelling.files,
    sent: [
      ...brought.map((record) => ({
        ...{ record, through, removal: null },
        withheld: [...(travelling.withheldFields.get(record.id) ?? [])],
      })),
      ...removals.records.map(({ record, removedAt }) => ({
        record,
        ...(before.get(keyOfRecord(record)) ?? { through: 0, withheld: [] }),
        removal: removedAt,
      })),
    ],
  };
}

/**
 * All that was ever said of what travels. For an update only what the recipient lacks, but not what
 * came from them: they have it.
 */
function changesFor(
  store: ReadStore,
  { kind, recipient }: ExportChoice,
  records: readonly RecordRef[],
  { withheldFields }: Travelling,
  before: SentRecords,
): ForeignChangeSet[] {
  if (kind !== 'update') return changesOfRecords(store, records);
  return changesOfRecords(store, lackedBy(before, records, withheldFields), {
    notFrom: recipient.id,
  });
}

/** The contacts for which at least one of these records goes, with just those. */
function contactsWith(
  { contacts }: Travelling,
  records: readonly RecordRef[],
): readonly GoingContact[] {
  const going = new Set(records.map(keyOfRecord));
  return contacts
    .map((contact) => ({
      ...contact,
      records: contact.records.filter((record) => going.has(keyOfRecord(record))),
    }))
    .filter((contact) => contact.records.length > 0);
}

/** The files that go along, each read when its turn comes. One that is missing is a fault: it throws. */
export function* outgoingFiles(
  store: ReadStore,
  files: Iterable<string>,
): Generator<BundleAttachment> {
  for (const sha256 of files) {
    const size = blobSize(store, sha256);
    if (size === null) throw new Error('an attachment has no bytes');
    yield { sha256, size, read: () => bytesOf(store, sha256) };
  }
}

function bytesOf(store: ReadStore, sha256: string): Uint8Array {
  const bytes = readBlob(store, sha256);
  if (bytes === null) throw new Error('an attachment has no bytes');
  return bytes;
}

/** Leaves withheld fields out of all that was ever said of a contact, not only of today's state. */
function withoutWithheld(
  changeSets: readonly ForeignChangeSet[],
  { withheldFields }: Travelling,
): ForeignChangeSet[] {
  return changeSets
    .map((set) => ({
      ...set,
      changes: set.changes.filter(
        ({ recordType, recordId, field }) =>
          recordType !== 'contact' || !(withheldFields.get(recordId)?.has(field) ?? false),
      ),
    }))
    .filter((set) => set.changes.length > 0);
}

/** Two lists of change sets as one, in the order of stamps; what both have of a set is one set. */
function unitedSets(
  some: readonly ForeignChangeSet[],
  others: readonly ForeignChangeSet[],
): ForeignChangeSet[] {
  const sets = new Map(some.map((set) => [set.id, set]));
  for (const set of others) {
    const changes = [...(sets.get(set.id)?.changes ?? []), ...set.changes];
    sets.set(set.id, { ...set, changes });
  }
  return [...sets.values()].sort(byStamp);
}

export function toBundleChangeSet(set: ForeignChangeSet): BundleChangeSet {
  return {
    id: set.id,
    hlc: set.hlc,
    at: set.at,
    author: { id: set.authorId, name: set.authorName },
    device: set.device,
    reason: set.reason,
    undoOf: set.undoOf,
    changes: set.changes.map(({ recordType, recordId, field, oldValue, newValue }) => ({
      type: recordType,
      id: recordId,
      field,
      old: oldValue,
      new: newValue,
    })),
  };
}

/** Changes whenever anything that the officer saw in the preview, or that would be sent, does. */
function previewIdOf(
  { kind, audience, recipient, purpose, until }: ExportChoice,
  travelling: Travelling,
  changeSets: readonly ForeignChangeSet[],
): string {
  const seen = {
    ...{ kind, audience, purpose, until },
    recipient: recipient.id,
    keys: recipient.keys,
    contacts: travelling.contacts,
    stays: travelling.stays,
    changes: changeSets.map((set) => [set.id, set.changes.length]),
  };
  return createHash('sha256').update(canonicalJson(seen)).digest('hex');
}
