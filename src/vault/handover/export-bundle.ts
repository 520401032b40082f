import { randomUUID } from 'node:crypto';
import type { Calls } from '../../shared/contract/contract.ts';
import type { OutcomeOf, ParsedArgOf } from '../../shared/contract/define.ts';
import type { FailureOf } from '../../shared/contract/failure.ts';
import type { Officer } from '../../shared/model/officer.ts';
import { TRAVEL_PURPOSE } from '../../shared/model/travel.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { tooLarge } from '../bundle/bundle-failure.ts';
import { stageBundleFile } from '../bundle/bundle-file.ts';
import { BUNDLE_LIMITS } from '../bundle/limits.ts';
import { MANIFEST_CONTEXT } from '../bundle/signature.ts';
import {
  writeBundle,
  type WriteBundleFailure,
  type WriteBundleInput,
  type WrittenBundle,
} from '../bundle/write-bundle.ts';
import { appendAccess } from '../db/access-log.ts';
import { storageFailure } from '../../shared/storage-failure.ts';
import { commitStaged, dropStaged } from '../keys/atomic-file.ts';
import { publicKeysOf } from '../keys/officer-identity.ts';
import { signMessage } from '../keys/signing.ts';
import { notFound, type VaultContext } from '../service/context.ts';
import { announce, writeQuietly } from '../service/write.ts';
import { lastBundleTo } from '../store/bundle-entries.ts';
import { findOfficer } from '../store/officers.ts';
import { outgoingFiles, prepareOutgoing, type Outgoing } from './outgoing.ts';

type Preview = Calls['bundles']['previewExport'];
type Export = Calls['bundles']['export'];

/** What would travel, what stays and why. */
export function previewExport(
  context: VaultContext,
  choice: ParsedArgOf<Preview>,
): OutcomeOf<Preview> {
  const recipient = recipientOf(context, choice.recipientId);
  if (!recipient.ok) return recipient;
  const { contactIds, audience } = choice;
  const chosen = { contactIds, audience, recipient: recipient.value };
  return ok(prepareOutgoing(context.store, chosen, context.today()).preview);
}

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
  choice: ParsedArgOf<Export>,
): Promise<OutcomeOf<Export>> {
  const { store } = context;
  const { audience } = choice;
  const path = context.grants.resolve(choice.file, 'save');
  if (path === null) return fail({ kind: 'file-not-granted' });
  const checked = asPreviewed(context, choice);
  if (!checked.ok) return checked;
  const { outgoing, recipient } = checked.value;
  if (outgoing.preview.travels.length === 0) return fail({ kind: 'nothing-to-export' });
  // The writer takes such a set for a fault of its caller.
  const isTooLong = outgoing.changeSets.some(
    (set) => set.changes.length > BUNDLE_LIMITS.changesPerSet,
  );
  if (isTooLong) return tooLarge('changes');

  const bundleId = randomUUID();
  const sequence = (lastBundleTo(store, recipient.id)?.sequence ?? 0) + 1;
  const staged = await stageBundleFile(path, (write) =>
    sealFor(context, choice, recipient, outgoing, { bundleId, sequence, write }),
  );
  if (!staged.ok) return staged;
  const { file } = staged.value;
  const { sha256, size } = staged.value.value;
  let registered = false;
  try {
    const stillSo = asPreviewed(context, choice);
    const isNext = sequence === (lastBundleTo(store, recipient.id)?.sequence ?? 0) + 1;
    if (!stillSo.ok || !isNext) {
      dropStaged(file);
      return stillSo.ok ? fail({ kind: 'preview-outdated' }) : stillSo;
    }
    const { changeSetId } = writeQuietly(context, 'export-bundle', (writer) => {
      appendAccess(store, {
        kind: 'export',
        detail: { bundleId, recipientId: recipient.id, audience, sha256 },
        contactIds: outgoing.preview.travels.map((contact) => contact.contactId),
      });
      return writer.create(
        'bundle-entry',
        {
          direction: 'out',
          kind: 'handover',
          counterpartId: recipient.id,
          counterpartName: recipient.name,
          counterpartVerified: outgoing.preview.recipientVerified,
          audience,
          sequence,
          sha256,
          sizeBytes: size,
          at: context.now().toISOString(),
          contactIds: outgoing.preview.travels.map((contact) => contact.contactId),
          recordCount: Object.values(outgoing.preview.counts).reduce((sum, n) => sum + n, 0),
        },
        bundleId,
      );
    });
    registered = true;
    commitStaged(file);
    announce(context, changeSetId);
  } catch (error) {
    dropStaged(file);
    if (!registered) throw error;
    writeQuietly(context, 'remove', (writer) => {
      writer.remove('bundle-entry', bundleId);
    });
    return fail(storageFailure(error) ?? { kind: 'file-unreadable' });
  }
  return ok({ bundleId, sizeBytes: size, sha256, counts: outgoing.preview.counts });
}

/** What the choice comes to now, if that is what the officer was shown. */
function asPreviewed(
  context: VaultContext,
  choice: ParsedArgOf<Export>,
): Outcome<
  { readonly outgoing: Outgoing; readonly recipient: Officer },
  RecipientFailure | FailureOf<'preview-outdated'>
> {
  const recipient = recipientOf(context, choice.recipientId);
  if (!recipient.ok) return recipient;
  const { contactIds, audience, previewId } = choice;
  const chosen = { contactIds, audience, recipient: recipient.value };
  const outgoing = prepareOutgoing(context.store, chosen, context.today());
  if (outgoing.preview.previewId !== previewId) return fail({ kind: 'preview-outdated' });
  return ok({ outgoing, recipient: recipient.value });
}

interface Sealing extends Pick<WriteBundleInput, 'write'> {
  readonly bundleId: string;
  readonly sequence: number;
}

async function sealFor(
  context: VaultContext,
  choice: ParsedArgOf<Export>,
  recipient: Officer,
  outgoing: Outgoing,
  { bundleId, sequence, write }: Sealing,
): Promise<Outcome<WrittenBundle, WriteBundleFailure>> {
  const identity = context.identity();
  const own = await publicKeysOf(identity);
  const { ageRecipient, ageHybridRecipient } = recipient.keys;
  context.emitProgress({ operation: 'export', stage: 'gather', done: 0, total: null });
  return writeBundle({
    manifest: {
      kind: 'handover',
      bundleId,
      createdAt: context.now().toISOString(),
      sender: {
        officerId: context.author.id,
        name: context.author.name,
        post: context.officerPost,
        ...own,
      },
      recipients: [
        {
          officerId: recipient.id,
          ageRecipient: choice.keyType === 'hybrid' ? ageHybridRecipient : ageRecipient,
        },
      ],
      sequence,
      previousBundle: lastBundleTo(context.store, recipient.id)?.sha256 ?? null,
      baseVersions: {},
      consentScope: {
        audience: choice.audience,
        purpose: TRAVEL_PURPOSE[choice.audience],
        evaluatedOn: context.today(),
      },
    },
    changeSets: outgoing.changeSets,
    attachments: outgoingFiles(context.store, outgoing.files),
    sign: (manifest) => signMessage(identity.signingSecret, MANIFEST_CONTEXT, manifest),
    write,
    onProgress: (done, total) =>
      context.emitProgress({ operation: 'export', stage: 'seal', done, total }),
  });
}

type RecipientFailure = FailureOf<'not-found' | 'recipient-revoked'>;

function recipientOf({ store }: VaultContext, id: string): Outcome<Officer, RecipientFailure> {
  const recipient = findOfficer(store, id);
  if (recipient === null) return notFound('officer', id);
  return recipient.trust === 'revoked' ? fail({ kind: 'recipient-revoked' }) : ok(recipient);
}
