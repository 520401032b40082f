import type { RecordRef } from '../../shared/contract/parts.ts';
import type { Action } from '../../shared/model/action.ts';
import type { ConsentAudience } from '../../shared/model/vocabulary/consent.ts';
import type { OpenedBundle } from '../bundle/open-bundle.ts';
import type { BundleChangeSet } from '../bundle/changes.ts';
import { blobSize, putBlob } from '../db/blobs.ts';
import { foreignChangeSet, type ForeignChangeSet } from '../db/change-types.ts';
import { Refused, refuse } from '../db/errors.ts';
import { findConflicts, localViewOf, type FieldConflict } from '../db/conflicts.ts';
import { importChangeSets } from '../db/import-change-sets.ts';
import type { RecordOf } from '../db/record-types.ts';
import { transact } from '../db/transaction.ts';
import { isUnderWay, standingGates } from '../service/action-gate.ts';
import { restedWhenDone } from '../service/done-action.ts';
import type { VaultContext } from '../service/context.ts';
import { writeQuietly } from '../service/write.ts';
import { actionsByIds } from '../store/actions.ts';
import { attachmentsByIds } from '../store/attachments.ts';
import { contactsByIds } from '../store/contacts.ts';
import { isCarried } from './carried-records.ts';
import {
  holdBackPresence,
  presencesOf,
  unrestedPresences,
  type HeldBackPresence,
} from './held-back.ts';
import { assertHonest, assertStillHere, removedBy } from './incoming-rules.ts';

/** A bundle that has been opened, as the store wants it. */
export interface Incoming {
  readonly opened: OpenedBundle;
  readonly changeSets: readonly ForeignChangeSet[];
}

/** What taking a bundle in did, or would do. */
export interface TakenIn {
  readonly records: readonly RecordRef[];
  readonly changeSets: number;
  /** Actions that came as under way and that the gate would not let begin: they are `planned` here. */
  readonly heldBack: readonly Pick<Action, 'id' | 'title'>[];
  /** Visits and attendances that rest on no action here: taken in as not made. */
  readonly presencesHeldBack: readonly HeldBackPresence[];
}

/**
 * The change sets of an opened bundle. Refused with `bundle-malformed` where one is about records
 * that no bundle may bring, or is none the change log could have written.
 */
export function incomingOf(opened: OpenedBundle): Incoming {
  return { opened, changeSets: opened.changeSets.map(fromBundleChangeSet) };
}

/** The fields edited on both sides since they last agreed. With any, nothing is taken in. */
export function conflictsOf(context: VaultContext, incoming: Incoming): readonly FieldConflict[] {
  return findConflicts(localViewOf(context.store), incoming.changeSets);
}

/**
 * Takes a bundle in, in one transaction: files, change sets, the entry in the register, and the
 * gate asked of every action that came with it, and of every visit and attendance. Throws `Refused`; then nothing was changed.
 */
export function takeIn(context: VaultContext, incoming: Incoming, register: Register): TakenIn {
  const { store } = context;
  const { opened, changeSets } = incoming;
  const bundle = opened.manifest.bundleId;
  return transact(store, () => {
    assertHonest(store, changeSets);
    const mustStay = removedBy(store, changeSets);
    const presencesBefore = presencesOf(store, recordsIn(changeSets));
    const imported = asMalformed(() => importChangeSets(store, changeSets, { bundle }));
    assertStillHere(store, mustStay);
    const ids = (type: RecordRef['type']): string[] =>
      imported.records.filter((record) => record.type === type).map((record) => record.id);
    for (const sha256 of filesNamed(context, ids('attachment'), ids('contact'))) {
      takeFile(context, opened, sha256);
    }
    const heldBack = notLetPass(context, actionsByIds(store, ids('action')));
    const presencesHeldBack: HeldBackPresence[] = [];
    writeQuietly(context, 'import-bundle', (writer) => {
      for (const { id } of heldBack) {
        writer.update('action', id, {
          ...{ status: 'planned', consentEventIds: [], startedAt: null, doneOn: null },
        });
      }
      // After the actions: what rested on one that was held back is held back with it.
      presencesHeldBack.push(...unrestedPresences(store, presencesBefore, imported.records));
      for (const presence of presencesHeldBack) holdBackPresence(writer, presence);
      writer.create(
        'bundle-entry',
        {
          direction: 'in',
          kind: opened.manifest.kind,
          counterpartId: opened.manifest.sender.officerId,
          counterpartName: opened.manifest.sender.name,
          counterpartVerified: register.senderVerified,
          audience: register.audience,
          sequence: opened.manifest.sequence,
          sha256: opened.bundleSha256,
          sizeBytes: register.sizeBytes,
          at: context.now().toISOString(),
          contactIds: ids('contact'),
          recordCount: imported.records.length,
        },
        bundle,
      );
    });
    return {
      records: imported.records,
      changeSets: imported.changeSetIds.length,
      heldBack: heldBack.map(({ id, title }) => ({ id, title })),
      presencesHeldBack,
    };
  });
}

export interface Register {
  readonly senderVerified: boolean;
  readonly audience: ConsentAudience;
  readonly sizeBytes: number;
}

/**
 * Does all of `takeIn`, lets `look` see the store as it would then be, and takes everything back.
 * A preview made this way cannot differ from what happens.
 */
export function tryOut<T>(
  context: VaultContext,
  incoming: Incoming,
  register: Register,
  look: (taken: TakenIn) => T,
): T {
  let seen: { readonly value: T } | null = null;
  try {
    transact(context.store, () => {
      seen = { value: look(takeIn(context, incoming, register)) };
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack) || seen === null) throw error;
  }
  return (seen as unknown as { readonly value: T }).value;
}

class TakenBack extends Error {}

function fromBundleChangeSet(set: BundleChangeSet): ForeignChangeSet {
  for (const { type } of set.changes) {
    if (!isCarried(type)) refuse({ kind: 'bundle-malformed', rule: 'record-type-does-not-travel' });
  }
  const parsed = foreignChangeSet.safeParse({
    id: set.id,
    hlc: set.hlc,
    at: set.at,
    authorId: set.author.id,
    authorName: set.author.name,
    device: set.device,
    reason: set.reason,
    undoOf: set.undoOf,
    changes: set.changes.map((change) => ({
      recordType: change.type,
      recordId: change.id,
      field: change.field,
      oldValue: change.old,
      newValue: change.new,
    })),
  });
  if (!parsed.success) return refuse({ kind: 'bundle-malformed', rule: 'change-set' });
  return parsed.data;
}

/** An edit of what is sealed is an ordinary refusal at home, and a forgery in a bundle. */
function asMalformed<T>(use: () => T): T {
  try {
    return use();
  } catch (error) {
    if (error instanceof Refused && error.failure.kind === 'sealed') {
      return refuse({ kind: 'bundle-malformed', rule: 'edits-what-is-sealed' });
    }
    throw error;
  }
}

/** Every record that these change sets are about, once each. */
function recordsIn(changeSets: readonly ForeignChangeSet[]): readonly RecordRef[] {
  const records = new Map<string, RecordRef>();
  for (const { recordType: type, recordId: id } of changeSets.flatMap((set) => set.changes)) {
    records.set(`${type} ${id}`, { type, id });
  }
  return [...records.values()];
}

/** The files that the records which came now name. */
function filesNamed(
  { store }: VaultContext,
  attachmentIds: readonly string[],
  contactIds: readonly string[],
): ReadonlySet<string> {
  const photos = [...contactsByIds(store, contactIds).values()].flatMap(({ photo }) => photo ?? []);
  return new Set([
    ...attachmentsByIds(store, attachmentIds).map(({ sha256 }) => sha256),
    ...photos,
  ]);
}

function takeFile({ store }: VaultContext, opened: OpenedBundle, sha256: string): void {
  if (blobSize(store, sha256) !== null) return;
  const bytes = opened.attachments.read(sha256);
  if (bytes === null) refuse({ kind: 'bundle-malformed', rule: 'attachment-missing' });
  putBlob(store, bytes);
}

/**
 * Actions in progress that the gate would not let begin, and actions said to be done that rested on
 * neither consent nor an override when they were: what is done else is done and stays a fact.
 */
function notLetPass(
  { store, today }: VaultContext,
  actions: readonly RecordOf<'action'>[],
): readonly RecordOf<'action'>[] {
  const underWay = actions.filter(({ status }) => isUnderWay(status));
  const gates = standingGates(store, underWay, today());
  return underWay.filter((action) => {
    if (gates.get(action.id)?.allowed === true) return false;
    return action.status !== 'done' || !restedWhenDone(store, action);
  });
}
