import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { open } from 'node:fs/promises';
import { writeArchive } from '../../src/vault/bundle/archive.ts';
import { openBundleFile } from '../../src/vault/bundle/bundle-file.ts';
import { openBundle } from '../../src/vault/bundle/open-bundle.ts';
import { ageRecipientOf, generateAgeIdentity, seal } from '../../src/vault/bundle/seal.ts';
import { MANIFEST_CONTEXT } from '../../src/vault/bundle/signature.ts';
import { unseal } from '../../src/vault/bundle/unseal.ts';
import { writeBundle, type BundleAttachment } from '../../src/vault/bundle/write-bundle.ts';
import { generateSigningKey, signMessage } from '../../src/vault/keys/signing.ts';

/** Photographs and scans, as they are in a bundle that is large. */
const ATTACHMENT_BYTES = 2_000_000;
const READ_BYTES = 1024 * 1024;

/**
 * What a bench seals and opens: attachments of random bytes that differ in their first eight. None is
 * kept, so the memory that is measured is the application's.
 */
export class BundleSubject {
  readonly identity: string;
  readonly #recipient: string;
  readonly #hybridRecipient: string;
  readonly #attachments: readonly BundleAttachment[];
  readonly #signing = generateSigningKey();

  private constructor(
    identity: string,
    recipients: readonly [x25519: string, hybrid: string],
    megabytes: number,
  ) {
    this.identity = identity;
    [this.#recipient, this.#hybridRecipient] = recipients;
    const noise = randomBytes(ATTACHMENT_BYTES);
    const count = Math.round((megabytes * 1_000_000) / ATTACHMENT_BYTES);
    this.#attachments = Array.from({ length: count }, (_, index) => {
      const read = (): Uint8Array => {
        const bytes = Buffer.from(noise);
        bytes.writeDoubleBE(index);
        return bytes;
      };
      const sha256 = createHash('sha256').update(read()).digest('hex');
      return { sha256, size: ATTACHMENT_BYTES, read };
    });
  }

  static async of(megabytes: number): Promise<BundleSubject> {
    const identity = await generateAgeIdentity('x25519');
    const hybrid = await generateAgeIdentity('hybrid');
    const recipients = [await ageRecipientOf(identity), await ageRecipientOf(hybrid)] as const;
    return new BundleSubject(identity, recipients, megabytes);
  }

  get recipient(): string {
    return this.#recipient;
  }

  /** The bare archive of the same attachments, for `age` to seal. */
  async writeArchiveTo(path: string): Promise<void> {
    const entries = this.#attachments.map(({ sha256, read }) => ({ path: sha256, read }));
    function* each(): Generator<{ path: string; bytes: Uint8Array }> {
      for (const { path: name, read } of entries) yield { path: name, bytes: read() };
    }
    await writeParts(path, writeArchive(each()));
  }

  /** Makes the whole bundle: hashes, manifest, signature, archive, encryption. */
  async writeBundleTo(path: string): Promise<void> {
    const file = await open(path, 'w');
    try {
      const written = await writeBundle({
        manifest: this.#draft(),
        changeSets: [],
        attachments: this.#attachments,
        sign: (bytes) => signMessage(this.#signing.signingSecret, MANIFEST_CONTEXT, bytes),
        write: async (part) => {
          await file.write(part);
        },
      });
      if (!written.ok) throw new Error(written.failure.kind);
    } finally {
      await file.close();
    }
  }

  /** Opens the whole bundle and reads every attachment. */
  async openBundleAt(path: string): Promise<void> {
    const file = await openBundleFile(path);
    if (!file.ok) throw new Error(file.failure.kind);
    const opened = await openBundle(file.value, {
      identities: [this.identity],
      ownRecipients: [this.#recipient],
    });
    await file.value.close();
    if (!opened.ok) throw new Error(opened.failure.kind);
    if (opened.value.attachments.hashes.length !== this.#attachments.length) {
      throw new Error('attachments are missing');
    }
  }

  /** Only encrypts a file to another, as `age` does. */
  async sealFile(from: string, to: string): Promise<void> {
    await writeParts(to, seal(partsOf(from), [this.#recipient]));
  }

  /** Only authenticates a sealed file to its end, and then decrypts it into another. */
  async unsealFile(from: string, to: string): Promise<void> {
    const file = await openBundleFile(from);
    if (!file.ok) throw new Error(file.failure.kind);
    const unsealed = await unseal(file.value, { identities: [this.identity] });
    if (!unsealed.ok) throw new Error(unsealed.failure.kind);
    const { plaintext } = unsealed.value;
    await writeParts(to, plaintext.pieces(0, plaintext.size));
    await file.value.close();
  }

  #draft(): Parameters<typeof writeBundle>[0]['manifest'] {
    return {
      kind: 'handover',
      bundleId: randomUUID(),
      createdAt: '2026-11-24T09:30:00.000Z',
      sender: {
        officerId: randomUUID(),
        name: 'Demo Officer (fictional)',
        post: 'Fictional Post',
        ageRecipient: this.#recipient,
        ageHybridRecipient: this.#hybridRecipient,
        signingKey: this.#signing.signingKey,
      },
      recipients: [{ officerId: randomUUID(), ageRecipient: this.#recipient }],
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
}

async function* partsOf(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    const buffer = new Uint8Array(READ_BYTES);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

async function writeParts(
  path: string,
  parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  const file = await open(path, 'w');
  try {
    // As the application does it: one part is written while the next is made.
    let writing: Promise<unknown> = Promise.resolve();
    for await (const part of parts) {
      await writing;
      writing = file.write(part);
    }
    await writing;
  } finally {
    await file.close();
  }
}
