import { randomUUID } from 'node:crypto';
import type { Calls } from '../../shared/contract/contract.ts';
import type { OutcomeOf, ParsedArgOf } from '../../shared/contract/define.ts';
import type { BundleEntry } from '../../shared/model/bundle-entry.ts';
import { TRAVEL_PURPOSE } from '../../shared/model/travel.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { tooLarge } from '../bundle/bundle-failure.ts';
import { stageBundleFile } from '../bundle/bundle-file.ts';
import { BUNDLE_LIMITS } from '../bundle/limits.ts';
import type { Manifest } from '../bundle/manifest.ts';
import { MANIFEST_CONTEXT } from '../bundle/signature.ts';
import {
  writeBundle,
  type WriteBundleFailure,
  type WriteBundleInput,
  type WrittenBundle,
} from '../bundle/write-bundle.ts';
import { sameJson } from '../canonical-json.ts';
import { appendAccess } from '../db/access-log.ts';
import { forgetSent, noteSent } from '../db/sent-records.ts';
import type { ReadStore } from '../db/store.ts';
import { storageFailure } from '../../shared/storage-failure.ts';
import { commitStaged, dropStaged } from '../keys/atomic-file.ts';
import { publicKeysOf } from '../keys/officer-identity.ts';
import { signMessage } from '../keys/signing.ts';
import type { VaultContext } from '../service/context.ts';
import { announce, writeQuietly } from '../service/write.ts';
import { baseOfUpdate, lastBundleTo } from '../store/bundle-entries.ts';
import { entrustmentsInBundle } from '../store/entrustments.ts';
import { recordOffers } from './entrusted.ts';
import { outgoingBrief } from './outgoing-brief.ts';
import { outgoingFiles, toBundleChangeSet, type ExportChoice, type Outgoing } from './outgoing.ts';
import { asPreviewed } from './preview-export.ts';

type Export = Calls['bundles']['export'];

/**
 * Seals what the preview showed and writes it to the file that was picked. In this order: the
 * ciphertext is on the disk under another name, then the register and the access log say that it
 * went out, then it gets its name. A kill in between can leave an entry for a bundle that never
 * left, never a bundle without an entry. Where the file cannot get its name after all, the entry
 * is taken back.
 *
 * Other calls are answered while it is sealed. So it is asked again at the end, in the same turn
 * as the entry: a consent withdrawn or a recipient revoked in between holds the bundle back.
 */
export async function exportBundle(
  context: VaultContext,
  arg: ParsedArgOf<Export>,
): Promise<OutcomeOf<Export>> {
  const { store } = context;
  const path = context.grants.resolve(arg.file, 'save');
  if (path === null) return fail({ kind: 'file-not-granted' });
  const checked = asPreviewed(context, arg);
  if (!checked.ok) return checked;
  const { outgoing, choice } = checked.value;
  if (outgoing.changeSets.length === 0) {
    return fail({ kind: choice.kind === 'update' ? 'nothing-new' : 'nothing-to-export' });
  }
  // The writer takes such a set for a fault of its caller.
  const isTooLong = outgoing.changeSets.some(
    (set) => set.changes.length > BUNDLE_LIMITS.changesPerSet,
  );
  if (isTooLong) return tooLarge('changes');

  const bundleId = randomUUID();
  const place = placeOfNext(store, choice);
  const staged = await stageBundleFile(path, (write) =>
    sealFor(context, arg, { choice, outgoing, bundleId, place, write }),
  );
  if (!staged.ok) return staged;
  const { file } = staged.value;
  const { sha256, size, manifest } = staged.value.value;
  let registered = false;
  try {
    const stillSo = asPreviewed(context, arg);
    const isNext = sameJson(place, placeOfNext(store, choice));
    if (!stillSo.ok || !isNext) {
      dropStaged(file);
      return stillSo.ok ? fail({ kind: 'preview-outdated' }) : stillSo;
    }
    const changeSetId = register(context, choice, stillSo.value.outgoing, {
      ...{ manifest, sha256, sizeBytes: size },
    });
    registered = true;
    commitStaged(file);
    announce(context, changeSetId);
  } catch (error) {
    dropStaged(file);
    if (!registered) throw error;
    takeBack(context, bundleId);
    return fail(storageFailure(error) ?? { kind: 'file-unreadable' });
  }
  return ok({ bundleId, sizeBytes: size, sha256, counts: outgoing.preview.counts });
}

/** Where the next bundle to these recipients stands among those that went before. */
interface Place {
  readonly sequence: number;
  readonly previousBundle: string | null;
  readonly base: { readonly sequence: number; readonly sha256: string } | null;
}

function placeOfNext(store: ReadStore, { kind, recipient }: ExportChoice): Place {
  const last = lastBundleTo(store, recipient.id);
  const base = kind === 'update' ? baseOfUpdate(store, recipient.id) : null;
  return {
    sequence: (last?.sequence ?? 0) + 1,
    previousBundle: last?.sha256 ?? null,
    base: base && { sequence: base.sequence, sha256: base.sha256 },
  };
}

interface Sealed extends Pick<BundleEntry, 'sha256' | 'sizeBytes'> {
  readonly manifest: Manifest;
}

/** Says in the register, the access log and the table of what was sent that a bundle goes out. */
function register(
  context: VaultContext,
  choice: ExportChoice,
  { preview, sent }: Outgoing,
  { manifest, ...file }: Sealed,
): string | null {
  const { store } = context;
  const { kind, recipient, audience, purpose, until } = choice;
  const { bundleId, sequence, previousBundle, sender } = manifest;
  const contactIds = preview.travels.map((contact) => contact.contactId);
  const removed = preview.removals.flatMap(({ record }) =>
    record.type === 'contact' ? record.id : [],
  );
  const { changeSetId } = writeQuietly(context, 'export-bundle', (writer) => {
    appendAccess(store, {
      kind: 'export',
      detail: { bundleId, recipientId: recipient.id, audience, sha256: file.sha256 },
      contactIds: [...contactIds, ...removed],
    });
    noteSent(store, bundleId, sent);
    recordOffers(writer, manifest, contactIds, recipient);
    writer.create(
      'bundle-entry',
      {
        ...{ direction: 'out', kind, audience, purpose, until, contactIds, sequence, ...file },
        previousSha256: previousBundle,
        signingKey: sender.signingKey,
        counterpartId: recipient.id,
        counterpartName: recipient.name,
        counterpartVerified: preview.recipientVerified,
        at: context.now().toISOString(),
        recordCount: sent.length,
      },
      bundleId,
    );
  });
  return changeSetId;
}

/** The bundle has not got its name after all: it is as if it had never been made. */
function takeBack(context: VaultContext, bundleId: string): void {
  writeQuietly(context, 'remove', (writer) => {
    forgetSent(context.store, bundleId);
    for (const { id } of entrustmentsInBundle(context.store, bundleId, 'out')) {
      writer.remove('entrustment', id);
    }
    writer.remove('bundle-entry', bundleId);
  });
}

interface Sealing extends Pick<WriteBundleInput, 'write'> {
  readonly choice: ExportChoice;
  readonly outgoing: Outgoing;
  readonly bundleId: string;
  readonly place: Place;
}

async function sealFor(
  context: VaultContext,
  { keyType, brief: words }: ParsedArgOf<Export>,
  { choice, outgoing, bundleId, place, write }: Sealing,
): Promise<Outcome<WrittenBundle, WriteBundleFailure>> {
  const identity = context.identity();
  // In the turn in which the keys are read: they may be given up before it is sealed.
  const createdAt = context.now().toISOString();
  const own = await publicKeysOf(identity);
  const { kind, audience, recipient, purpose, until } = choice;
  const { ageRecipient, ageHybridRecipient } = recipient.keys;
  const brief = outgoingBrief(context, kind, outgoing.travelling, words);
  context.emitProgress({ operation: 'export', stage: 'gather', done: 0, total: null });
  return writeBundle({
    manifest: {
      ...{ kind, bundleId, createdAt, purpose, until, ...place },
      sender: {
        officerId: context.author.id,
        name: context.author.name,
        post: context.officerPost,
        ...own,
      },
      recipients: [
        {
          officerId: recipient.id,
          ageRecipient: keyType === 'hybrid' ? ageHybridRecipient : ageRecipient,
        },
      ],
      baseVersions: {},
      consentScope: {
        audience,
        purpose: TRAVEL_PURPOSE[audience],
        evaluatedOn: context.today(),
      },
    },
    changeSets: outgoing.changeSets.map(toBundleChangeSet),
    attachments: outgoingFiles(context.store, outgoing.files),
    ...(brief !== null && { brief }),
    sign: (manifest) => signMessage(identity.signingSecret, MANIFEST_CONTEXT, manifest),
    write,
    onProgress: (done, total) =>
      context.emitProgress({ operation: 'export', stage: 'seal', done, total }),
  });
}
