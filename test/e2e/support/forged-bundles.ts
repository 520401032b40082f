import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { v7 as uuidv7 } from 'uuid';
import { SIGNATURE_PATH, type ArchiveEntry } from '../../../src/vault/bundle/archive.ts';
import { encodeChangeSet } from '../../../src/vault/bundle/changes.ts';
import { encodeSignature, MANIFEST_CONTEXT } from '../../../src/vault/bundle/signature.ts';
import { publicKeysOf } from '../../../src/vault/keys/officer-identity.ts';
import { signMessage } from '../../../src/vault/keys/signing.ts';
import { contactFields } from '../../support/records.ts';
import { forge, making, setBy } from '../../support/hostile.ts';
import type { VaultHere } from '../../support/vault-here.ts';
import {
  archiveOf,
  honestEntries,
  packArchive,
  sealBytes,
  type TestOfficer,
} from '../../unit/vault/bundle/bundle-kit.ts';

/** The officer of a vault, with what a forger in the tests needs of them. */
export async function officerOf(vault: VaultHere): Promise<TestOfficer> {
  const identity = vault.context.identity();
  const keys = await publicKeysOf(identity);
  return {
    officerId: vault.context.author.id,
    identity: identity.ageIdentity,
    recipient: keys.ageRecipient,
    keys,
    sign: (manifest) => signMessage(identity.signingSecret, MANIFEST_CONTEXT, manifest),
  };
}

/** A whole bundle with one new contact, signed and sealed as the application does. */
export async function honestBundle(
  from: VaultHere,
  to: VaultHere,
  name: string,
  manifest: Parameters<typeof forge>[2]['manifest'] = {},
): Promise<Uint8Array> {
  const path = await forge(from, to, {
    changeSets: [setBy(from, making('contact', uuidv7(), { ...contactFields(name) }))],
    // At most a moment ago, whatever day the tests believe it is.
    manifest: { createdAt: new Date().toISOString(), ...manifest },
  });
  return new Uint8Array(readFileSync(path));
}

export interface BundleForger {
  readonly sender: VaultHere;
  readonly receiver: VaultHere;
  /** Somebody else, who may be the one it is for or the one who signs. */
  readonly stranger: VaultHere;
}

/** Bundles that must be refused, each for a reason of its own. */
export async function refusedBundles(forger: BundleForger): Promise<Record<string, Uint8Array>> {
  const { sender, receiver, stranger } = forger;
  const [from, to, other] = await Promise.all([sender, receiver, stranger].map(officerOf));
  if (from === undefined || to === undefined || other === undefined) throw new Error('no officer');
  const whole = await honestBundle(sender, receiver, 'Wanda Whole');
  const changes = encodeChangeSet(
    setBy(sender, making('contact', uuidv7(), { ...contactFields('Fiona Forged') })),
  );
  const pack = async (entries: readonly ArchiveEntry[]): Promise<Uint8Array> =>
    sealBytes(await packArchive(entries), to);
  const entries = await honestEntries(from, [to], changes);
  const [manifest] = entries;
  if (manifest === undefined) throw new Error('no manifest');
  const signature = encodeSignature(await other.sign(manifest.bytes));
  const forOther = await honestBundle(sender, stranger, 'Sam Stranger');

  return {
    'not an age file': new TextEncoder().encode('Dear colleague,\n\nplease find enclosed …\n'),
    truncated: whole.slice(0, -1_000),
    'for someone else': forOther,
    'one byte altered': altered(whole),
    're-addressed': await sealBytes(await archiveOf(other, forOther), to),
    'newer version': await pack(
      await honestEntries(from, [to], changes, (value) => ({ ...value, version: 2 })),
    ),
    unsigned: await pack(entries.filter(({ path }) => path !== SIGNATURE_PATH)),
    'signed by another': await pack(
      entries.map((entry) =>
        entry.path === SIGNATURE_PATH ? { ...entry, bytes: signature } : entry,
      ),
    ),
    'not well formed': await pack(
      await honestEntries(from, [to], changes, (value) => ({ ...value, counts: { contact: 7 } })),
    ),
  };
}

/** With one bit of the last chunk another. */
function altered(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(bytes);
  const at = copy.length - 500;
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

export async function putFile(path: string, bytes: Uint8Array): Promise<string> {
  await writeFile(path, bytes);
  return path;
}
