import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import {
  CHANGES_PATH,
  MANIFEST_PATH,
  SIGNATURE_PATH,
  writeArchive,
  type ArchiveEntry,
} from '../../../../src/vault/bundle/archive.ts';
import { encodeCanonicalJson } from '../../../../src/vault/bundle/canonical-json.ts';
import type { BundleChangeSet } from '../../../../src/vault/bundle/changes.ts';
import type { Manifest } from '../../../../src/vault/bundle/manifest.ts';
import {
  openBundle,
  type OpenBundleOptions,
  type OpenedBundle,
} from '../../../../src/vault/bundle/open-bundle.ts';
import {
  ageRecipientOf,
  generateAgeIdentity,
  seal,
  type AgeKeyKind,
} from '../../../../src/vault/bundle/seal.ts';
import {
  encodeSignature,
  MANIFEST_CONTEXT,
  type ManifestSigner,
} from '../../../../src/vault/bundle/signature.ts';
import { generateSigningKey, signMessage } from '../../../../src/vault/keys/signing.ts';
import type { ManifestDraft } from '../../../../src/vault/bundle/write-bundle.ts';
import type { OpenBundleFailure } from '../../../../src/vault/bundle/bundle-failure.ts';
import type { OfficerKeys } from '../../../../src/shared/model/officer.ts';
import type { Outcome } from '../../../../src/shared/outcome.ts';
import {
  attachmentOfBytes,
  sourceOf,
  unsealBytes,
  writeInMemory,
  type AttachmentInMemory,
  type BundleInMemory,
} from '../../../support/bundle-bytes.ts';

export type TestOfficer = {
  readonly officerId: string;
  readonly identity: string;
  readonly recipient: string;
  /** As the manifest has them. */
  readonly keys: OfficerKeys;
  readonly sign: ManifestSigner;
};

export async function makeOfficer(kind: AgeKeyKind = 'x25519'): Promise<TestOfficer> {
  const identity = await generateAgeIdentity(kind);
  const { signingSecret, signingKey } = generateSigningKey();
  const recipient = await ageRecipientOf(identity);
  const other = await ageRecipientOf(
    await generateAgeIdentity(kind === 'x25519' ? 'hybrid' : 'x25519'),
  );
  const [ageRecipient, ageHybridRecipient] =
    kind === 'x25519' ? [recipient, other] : [other, recipient];
  return {
    officerId: uuidv7(),
    identity,
    recipient,
    keys: { ageRecipient, ageHybridRecipient, signingKey },
    sign: (manifest) => signMessage(signingSecret, MANIFEST_CONTEXT, manifest),
  };
}

export function draftFor(sender: TestOfficer, ...recipients: TestOfficer[]): ManifestDraft {
  return {
    kind: 'handover',
    bundleId: uuidv7(),
    createdAt: '2026-11-24T09:30:00.000Z',
    sender: {
      officerId: sender.officerId,
      name: 'Demo Officer',
      post: 'Fictional Post',
      ...sender.keys,
    },
    recipients: recipients.map(({ officerId, recipient }) => ({
      officerId,
      ageRecipient: recipient,
    })),
    sequence: 1,
    previousBundle: null,
    baseVersions: {},
    consentScope: {
      audience: 'other-posts',
      purpose: 'share-inside-mission',
      evaluatedOn: '2026-11-24',
    },
  };
}

export function changeSet(overrides: Partial<BundleChangeSet> = {}): BundleChangeSet {
  const contact = uuidv7();
  return {
    id: uuidv7(),
    hlc: '001795512600000-0000-0123456789abcdef',
    at: '2026-11-24T09:00:00.000Z',
    author: { id: uuidv7(), name: 'Demo Officer' },
    device: 'laptop-1',
    reason: 'first entry',
    undoOf: null,
    changes: [
      { type: 'contact', id: contact, field: '$exists', old: null, new: true },
      {
        type: 'contact',
        id: contact,
        field: 'names',
        old: null,
        new: ['Amina', 'أمينة', '阿米娜'],
      },
    ],
    ...overrides,
  };
}

export function attachment(text: string): AttachmentInMemory {
  return attachmentOfBytes(new TextEncoder().encode(text));
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A bundle of one change set and one attachment. */
export async function writeSample(
  sender: TestOfficer,
  ...recipients: TestOfficer[]
): Promise<BundleInMemory> {
  return unwrap(
    await writeInMemory({
      manifest: draftFor(sender, ...recipients),
      changeSets: [changeSet()],
      attachments: [attachment('photo')],
      sign: sender.sign,
    }),
  );
}

export function unwrap<Value>(outcome: Outcome<Value, unknown>): Value {
  if (!outcome.ok) throw new Error(`unexpected failure ${JSON.stringify(outcome.failure)}`);
  return outcome.value;
}

export function openAs(
  officer: TestOfficer,
  file: Uint8Array,
  options: Partial<OpenBundleOptions> = {},
): Promise<Outcome<OpenedBundle, OpenBundleFailure>> {
  return openBundle(sourceOf(file), {
    identities: [officer.identity],
    ownRecipients: [officer.recipient],
    ...options,
  });
}

/** The failure of opening, or `opened`. */
export async function failureOf(
  officer: TestOfficer,
  file: Uint8Array,
  options: Partial<OpenBundleOptions> = {},
): Promise<OpenBundleFailure | 'opened'> {
  const outcome = await openAs(officer, file, options);
  return outcome.ok ? 'opened' : outcome.failure;
}

export async function collect(
  parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  // A part may be overwritten when a later one is asked for.
  for await (const part of parts) all.push(part.slice());
  return new Uint8Array(Buffer.concat(all));
}

/** Seals any bytes to an officer, as an attacker with the public recipient can. */
export function sealBytes(bytes: Uint8Array, ...recipients: TestOfficer[]): Promise<Uint8Array> {
  return collect(
    seal(
      [bytes],
      recipients.map(({ recipient }) => recipient),
    ),
  );
}

export async function archiveOf(officer: TestOfficer, file: Uint8Array): Promise<Uint8Array> {
  return unwrap(await unsealBytes(file, { identities: [officer.identity] }));
}

export function packArchive(entries: Iterable<ArchiveEntry>): Promise<Uint8Array> {
  return collect(writeArchive(entries));
}

/** The entries that an honest writer makes, to be tampered with before sealing again. */
export async function honestEntries(
  sender: TestOfficer,
  recipients: readonly TestOfficer[],
  changes: Uint8Array,
  edit: (manifest: Manifest) => unknown = (manifest) => manifest,
  attachments: readonly AttachmentInMemory[] = [],
): Promise<ArchiveEntry[]> {
  const contents = [
    { path: CHANGES_PATH, bytes: changes },
    ...attachments.map(({ sha256: hash, bytes }) => ({ path: `attachments/${hash}`, bytes })),
  ];
  const manifest = edit({
    ...draftFor(sender, ...recipients),
    format: 'steady-state-bundle',
    version: 1,
    counts: changes.length === 0 ? {} : { contact: 1 },
    entries: contents.map(({ path, bytes }) => ({
      path,
      size: bytes.length,
      sha256: sha256(bytes),
    })),
  });
  const bytes = encodeCanonicalJson(manifest);
  const signature = encodeSignature(await sender.sign(bytes));
  return [{ path: MANIFEST_PATH, bytes }, { path: SIGNATURE_PATH, bytes: signature }, ...contents];
}

/** The value as JSON has it: a member that is undefined is not there. */
export function withoutUndefined(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
