import { randomUUID } from 'node:crypto';
import type { FailureOf } from '../../shared/contract/failure.ts';
import type { BundleDocument } from '../../shared/model/documents/bundle-document.ts';
import { isTrusted, type Officer } from '../../shared/model/officer.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { storageFailure } from '../../shared/storage-failure.ts';
import { stageBundleFile, type StageFailure } from '../bundle/bundle-file.ts';
import type { Manifest } from '../bundle/manifest.ts';
import { MANIFEST_CONTEXT } from '../bundle/signature.ts';
import { writeBundle, type WriteBundleFailure } from '../bundle/write-bundle.ts';
import { appendAccess } from '../db/access-log.ts';
import { commitStaged, dropStaged } from '../keys/atomic-file.ts';
import { publicKeysOf } from '../keys/officer-identity.ts';
import { signMessage } from '../keys/signing.ts';
import { notFound, type VaultContext } from '../service/context.ts';
import { announce, writeQuietly } from '../service/write.ts';
import { lastBundleTo } from '../store/bundle-entries.ts';
import { findOfficer } from '../store/officers.ts';

/** A document on its way to an officer. */
export interface DocumentParcel {
  readonly document: BundleDocument;
  readonly recipientId: string;
  readonly keyType: 'hybrid' | 'x25519';
  /** Token of the file to be written. */
  readonly file: string;
  /** Under which consent it tells of anyone; null for the kinds that tell of nobody. */
  readonly consentScope: Manifest['consentScope'];
  /** The contacts it names: an entry in the access log of each. */
  readonly contactIds: readonly string[];
}

export interface SentDocument {
  readonly bundleId: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

export type SendDocumentFailure =
  | StageFailure
  | WriteBundleFailure
  | FailureOf<'file-not-granted' | 'not-found' | 'recipient-revoked' | 'preview-outdated'>;

/**
 * Seals a receipt, a request or statistics for an officer, signs it, and enters it in the register
 * with what it says. As with records (export-bundle.ts) the entry comes before the file has its
 * name, and goes again where it cannot get it; so a bundle that left always has its entry.
 */
export async function sendDocument(
  context: VaultContext,
  parcel: DocumentParcel,
): Promise<Outcome<SentDocument, SendDocumentFailure>> {
  const { store } = context;
  const path = context.grants.resolve(parcel.file, 'save');
  if (path === null) return fail({ kind: 'file-not-granted' });
  const recipient = recipientOf(context, parcel.recipientId);
  if (!recipient.ok) return recipient;
  const bundleId = randomUUID();
  const identity = context.identity();
  const sender = {
    ...{ officerId: context.author.id, name: context.author.name, post: context.officerPost },
    ...(await publicKeysOf(identity)),
  };
  const last = lastBundleTo(store, recipient.value.id);
  const sequence = (last?.sequence ?? 0) + 1;
  const previousBundle = last?.sha256 ?? null;
  const staged = await stageBundleFile(path, (write) =>
    writeBundle({
      manifest: {
        ...{ kind: parcel.document.kind, bundleId, sender, sequence, previousBundle },
        createdAt: context.now().toISOString(),
        recipients: [addressOf(recipient.value, parcel.keyType)],
        baseVersions: {},
        consentScope: parcel.consentScope,
      },
      document: parcel.document,
      ...{ changeSets: [], attachments: [], write },
      sign: (manifest) => signMessage(identity.signingSecret, MANIFEST_CONTEXT, manifest),
    }),
  );
  if (!staged.ok) return staged;
  const { file, value: written } = staged.value;
  // Other calls were answered while it was sealed.
  const still = recipientOf(context, parcel.recipientId);
  if (!still.ok || (lastBundleTo(store, recipient.value.id)?.sequence ?? 0) + 1 !== sequence) {
    dropStaged(file);
    return still.ok ? fail({ kind: 'preview-outdated' }) : still;
  }
  const { changeSetId } = writeQuietly(context, 'export-bundle', (writer) => {
    appendAccess(store, {
      kind: 'export',
      detail: { bundleId, recipientId: still.value.id, what: parcel.document.kind },
      contactIds: [...parcel.contactIds],
    });
    writer.create(
      'bundle-entry',
      {
        ...{ direction: 'out', kind: parcel.document.kind, document: parcel.document },
        ...{ counterpartId: still.value.id, counterpartName: still.value.name },
        counterpartVerified: isTrusted(still.value.trust),
        audience: parcel.consentScope?.audience ?? null,
        ...{ sequence, previousSha256: previousBundle, signingKey: sender.signingKey },
        ...{ sha256: written.sha256, sizeBytes: written.size, at: context.now().toISOString() },
        // Nobody's record left: who is named in it stands in the access log.
        ...{ contactIds: [], recordCount: 0 },
      },
      bundleId,
    );
  });
  try {
    commitStaged(file);
  } catch (error) {
    dropStaged(file);
    writeQuietly(context, 'remove', (writer) => {
      writer.remove('bundle-entry', bundleId);
    });
    return fail(storageFailure(error) ?? { kind: 'file-unreadable' });
  }
  announce(context, changeSetId);
  return ok({ bundleId, sizeBytes: written.size, sha256: written.sha256 });
}

function addressOf(
  { id, keys }: Officer,
  keyType: DocumentParcel['keyType'],
): Manifest['recipients'][number] {
  return {
    officerId: id,
    ageRecipient: keyType === 'hybrid' ? keys.ageHybridRecipient : keys.ageRecipient,
  };
}

function recipientOf(
  { store }: VaultContext,
  id: string,
): Outcome<Officer, FailureOf<'not-found' | 'recipient-revoked'>> {
  const recipient = findOfficer(store, id);
  if (recipient === null) return notFound('officer', id);
  return recipient.trust === 'revoked' ? fail({ kind: 'recipient-revoked' }) : ok(recipient);
}
