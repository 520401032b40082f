import { createHash } from 'node:crypto';
import type { ExportPreview } from '../../shared/contract/bundles.ts';
import type { Officer } from '../../shared/model/officer.ts';
import type { TravelAudience } from '../../shared/model/travel.ts';
import type { BundleChangeSet } from '../bundle/changes.ts';
import type { BundleAttachment } from '../bundle/write-bundle.ts';
import { blobSize, readBlob } from '../db/blobs.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { ForeignChangeSet } from '../db/change-types.ts';
import { changesOfRecords } from '../db/changes-of-records.ts';
import type { ReadStore } from '../db/store.ts';
import { countByType } from './carried-records.ts';
import { everNamedIn } from './ever-named.ts';
import { readPortfolio } from './portfolio.ts';
import { whatTravels, type Travelling } from './what-travels.ts';

/** What an officer chose to hand over, and to whom. */
export interface ExportChoice {
  readonly contactIds: readonly string[];
  readonly audience: TravelAudience;
  readonly recipient: Officer;
}

/** A bundle's content, decided and cut down, but neither sealed nor signed. */
export interface Outgoing {
  readonly preview: ExportPreview;
  readonly changeSets: readonly BundleChangeSet[];
  readonly files: ReadonlySet<string>;
}

/** Works out what would leave. Reads only; the preview and the bundle come from this one place. */
export function prepareOutgoing(store: ReadStore, choice: ExportChoice, today: string): Outgoing {
  const portfolio = readPortfolio(store, choice.contactIds);
  const everNamed = everNamedIn(store, portfolio);
  const travelling = whatTravels(portfolio, everNamed, choice.audience, today);
  const changeSets = withoutWithheld(changesOfRecords(store, travelling.records), travelling);
  return {
    preview: {
      travels: travelling.contacts,
      stays: [...travelling.stays],
      counts: countByType(travelling.records),
      recipientVerified: choice.recipient.trust === 'verified' || choice.recipient.trust === 'self',
      previewId: previewIdOf(choice, travelling, changeSets),
    },
    changeSets: changeSets.map(toBundleChangeSet),
    files: travelling.files,
  };
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

function toBundleChangeSet(set: ForeignChangeSet): BundleChangeSet {
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
  choice: ExportChoice,
  travelling: Travelling,
  changeSets: readonly ForeignChangeSet[],
): string {
  const seen = {
    audience: choice.audience,
    recipient: choice.recipient.id,
    keys: choice.recipient.keys,
    contacts: travelling.contacts,
    stays: travelling.stays,
    changes: changeSets.map((set) => [set.id, set.changes.length]),
  };
  return createHash('sha256').update(canonicalJson(seen)).digest('hex');
}
