import type { BundleChangeSet } from '../../../src/vault/bundle/changes.ts';
import { MANIFEST_CONTEXT } from '../../../src/vault/bundle/signature.ts';
import type { ManifestDraft } from '../../../src/vault/bundle/write-bundle.ts';
import { SENDER_RECIPIENTS } from './sender-recipients.ts';
import { signingKeyOf, signMessage } from '../../../src/vault/keys/signing.ts';
import { attachmentOfBytes, type AttachmentInMemory } from '../../support/bundle-bytes.ts';

/** What stands beside each frozen `.age` file: how to open it and all that is in it. */
export type FrozenBundle = {
  readonly identity: string;
  readonly recipient: string;
  readonly bundleSha256: string;
  readonly manifest: unknown;
  readonly changeSets: readonly BundleChangeSet[];
  /** The SHA-256 of each, in the order of the archive. */
  readonly attachments: readonly string[];
};

/** A published test key, 32 equal bytes in PKCS #8. It protects nothing. */
const SIGNING_SECRET = Buffer.from(
  `302e020100300506032b657004220420${'07'.repeat(32)}`,
  'hex',
).toString('base64');

export function signWithTestKey(manifest: Uint8Array): string {
  return signMessage(SIGNING_SECRET, MANIFEST_CONTEXT, manifest);
}

const SENDER = '01930000-0000-7000-8000-000000000001';
const RECEIVER = '01930000-0000-7000-8000-000000000002';
const CONTACT = '01930000-0000-7000-8000-0000000000c1';
const LOG = '01930000-0000-7000-8000-0000000000d1';

export function vectorDraft(recipient: string): ManifestDraft {
  return {
    kind: 'handover',
    bundleId: '01930000-0000-7000-8000-0000000000b1',
    createdAt: '2026-11-24T09:30:00.000Z',
    sender: {
      officerId: SENDER,
      name: 'Demo Officer (fictional)',
      post: 'Fictional Post',
      ageRecipient: SENDER_RECIPIENTS.x25519,
      ageHybridRecipient: SENDER_RECIPIENTS.hybrid,
      signingKey: signingKeyOf(SIGNING_SECRET),
    },
    recipients: [{ officerId: RECEIVER, ageRecipient: recipient }],
    sequence: 2,
    previousBundle: 'ab'.repeat(32),
    baseVersions: { 'vault-a': '001795512600000-0000-0123456789abcdef' },
    consentScope: {
      audience: 'other-posts',
      purpose: 'share-inside-mission',
      evaluatedOn: '2026-11-24',
    },
  };
}

export const vectorChangeSets: readonly BundleChangeSet[] = [
  {
    id: '01930000-0000-7000-8000-0000000000a1',
    hlc: '001795512600000-0001-0123456789abcdef',
    at: '2026-11-24T09:30:00.000Z',
    author: { id: SENDER, name: 'Demo Officer (fictional)' },
    device: 'laptop-1',
    reason: 'first entry',
    undoOf: null,
    changes: [
      { type: 'contact', id: CONTACT, field: '$exists', old: null, new: true },
      {
        type: 'contact',
        id: CONTACT,
        field: 'names',
        old: null,
        new: [
          { script: 'Latn', text: 'Amina Example' },
          { script: 'Arab', text: 'أمينة' },
        ],
      },
    ],
  },
  {
    id: '01930000-0000-7000-8000-0000000000a2',
    hlc: '001795512600000-0002-0123456789abcdef',
    at: '2026-11-24T09:31:00.000Z',
    author: { id: SENDER, name: 'Demo Officer (fictional)' },
    device: 'laptop-1',
    reason: '',
    undoOf: null,
    changes: [
      { type: 'meeting-log', id: LOG, field: '$exists', old: null, new: true },
      {
        type: 'meeting-log',
        id: LOG,
        field: 'said',
        old: null,
        new: 'Line one\nline two – 測試 😀',
      },
    ],
  },
];

/** The second is longer than one chunk, so that the vectors have several. */
export const vectorAttachments: readonly AttachmentInMemory[] = [
  Buffer.from('a small attachment\n'),
  Buffer.alloc(70_000, 'steady state '),
].map(attachmentOfBytes);
