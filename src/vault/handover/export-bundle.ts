import { randomUUID } from 'node:crypto';
import type { Calls } from '../../shared/contract/contract.ts';
import type { OutcomeOf, ParsedArgOf } from '../../shared/contract/define.ts';
import type { Officer } from '../../shared/model/officer.ts';
import { TRAVEL_PURPOSE } from '../../shared/model/travel.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { MANIFEST_CONTEXT } from '../bundle/signature.ts';
import {
  writeBundle,
  type WriteBundleFailure,
  type WrittenBundle,
} from '../bundle/write-bundle.ts';
import { appendAccess } from '../db/access-log.ts';
import { commitStaged, dropStaged, stageFile, storageFailure } from '../keys/atomic-file.ts';
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
 * left, never a bundle without an entry.
 */
export async function exportBundle(
  context: VaultContext,
  choice: ParsedArgOf<Export>,
): Promise<OutcomeOf<Export>> {
  const { store } = context;
  const path = context.grants.resolve(choice.file, 'save');
  if (path === null) return fail({ kind: 'file-not-granted' });
  const found = recipientOf(context, choice.recipientId);
  if (!found.ok) return found;
  const recipient = found.value;
  const { contactIds, audience } = choice;
  const outgoing = prepareOutgoing(store, { contactIds, audience, recipient }, context.today());
  if (outgoing.preview.previewId !== choice.previewId) return fail({ kind: 'preview-outdated' });
  if (outgoing.preview.travels.length === 0) return fail({ kind: 'nothing-to-export' });

  const bundleId = randomUUID();
  const sequence = (lastBundleTo(store, recipient.id)?.sequence ?? 0) + 1;
  const sealed = await sealFor(context, choice, recipient, outgoing, bundleId, sequence);
  if (!sealed.ok) return sealed;
  const { bytes, sha256, size } = sealed.value;

  let staged;
  try {
    staged = stageFile(path, bytes);
  } catch (error) {
    return fail(storageFailure(error) ?? { kind: 'file-unreadable' });
  }
  try {
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
    commitStaged(staged);
    announce(context, changeSetId);
  } catch (error) {
    dropStaged(staged);
    throw error;
  }
  return ok({ bundleId, sizeBytes: size, sha256, counts: outgoing.preview.counts });
}

async function sealFor(
  context: VaultContext,
  choice: ParsedArgOf<Export>,
  recipient: Officer,
  outgoing: Outgoing,
  bundleId: string,
  sequence: number,
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
    onProgress: (done, total) =>
      context.emitProgress({ operation: 'export', stage: 'seal', done, total }),
  });
}

function recipientOf(
  { store }: VaultContext,
  id: string,
): Outcome<Officer, { kind: 'recipient-revoked' } | ReturnType<typeof notFound>['failure']> {
  const recipient = findOfficer(store, id);
  if (recipient === null) return notFound('officer', id);
  return recipient.trust === 'revoked' ? fail({ kind: 'recipient-revoked' }) : ok(recipient);
}
