import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { v7 as uuidv7 } from 'uuid';
import type { BundleChange, BundleChangeSet } from '../../src/vault/bundle/changes.ts';
import { MANIFEST_CONTEXT } from '../../src/vault/bundle/signature.ts';
import type { BundleAttachment, ManifestDraft } from '../../src/vault/bundle/write-bundle.ts';
import { signMessage } from '../../src/vault/keys/signing.ts';
import { publicKeysOf } from '../../src/vault/keys/officer-identity.ts';
import { attachmentOfBytes, writeInMemory } from './bundle-bytes.ts';
import { valueOf } from './records.ts';
import type { VaultHere } from './vault-here.ts';

export interface Forged {
  readonly changeSets?: readonly BundleChangeSet[];
  readonly attachments?: readonly BundleAttachment[];
  readonly manifest?: Partial<ManifestDraft>;
}

/**
 * A bundle that a real officer signed and sealed with their own keys, of what the application
 * would never have sent. Gives where it lies.
 */
export async function forge(from: VaultHere, to: VaultHere, content: Forged): Promise<string> {
  const identity = from.context.identity();
  const { author, officerPost } = from.context;
  const written = await writeInMemory({
    manifest: {
      kind: 'handover',
      bundleId: uuidv7(),
      createdAt: '2026-11-24T12:00:00.000Z',
      sender: {
        officerId: author.id,
        name: author.name,
        post: officerPost,
        ...(await publicKeysOf(identity)),
      },
      recipients: [
        {
          officerId: to.context.author.id,
          ageRecipient: (await publicKeysOf(to.context.identity())).ageRecipient,
        },
      ],
      sequence: 1,
      previousBundle: null,
      baseVersions: {},
      consentScope: {
        audience: 'other-posts',
        purpose: 'share-inside-mission',
        evaluatedOn: '2026-11-24',
      },
      ...content.manifest,
    },
    changeSets: content.changeSets ?? [],
    attachments: content.attachments ?? [],
    sign: (manifest) => signMessage(identity.signingSecret, MANIFEST_CONTEXT, manifest),
  });
  const path = from.path(`${randomUUID()}.age`);
  writeFileSync(path, valueOf(written).bytes);
  return path;
}

/** A change set by this officer, now or so many milliseconds away. */
export function setBy(
  from: VaultHere,
  changes: BundleChange[],
  options: Partial<BundleChangeSet> & { readonly inMs?: number } = {},
): BundleChangeSet {
  const { inMs = 0, ...rest } = options;
  const ms = Date.now() + inMs;
  return {
    id: uuidv7(),
    hlc: `${String(ms).padStart(15, '0')}-0000-${'c'.repeat(16)}`,
    at: new Date(ms).toISOString(),
    author: { id: from.context.author.id, name: from.context.author.name },
    device: 'laptop-evil',
    reason: 'edit',
    undoOf: null,
    changes,
    ...rest,
  };
}

/** The changes that make a record of these fields. */
export function making(
  type: BundleChange['type'],
  id: string,
  fields: Readonly<Record<string, unknown>>,
): BundleChange[] {
  return [
    { type, id, field: '$exists', old: null, new: true },
    ...Object.entries(fields)
      .filter(([, value]) => value !== null)
      .map(([field, value]) => ({ type, id, field, old: null, new: value as BundleChange['new'] })),
  ];
}

export function attachmentOf(text: string): BundleAttachment {
  return attachmentOfBytes(Buffer.from(text));
}
