/**
 * Makes the frozen bundles anew: `node test/vectors/bundle/generate.ts`. Only for a new format
 * version; the files of version 1 stay as they are, since bundles like them are on sticks.
 */
import { writeFile } from 'node:fs/promises';
import { ageRecipientOf, generateAgeIdentity } from '../../../src/vault/bundle/seal.ts';
import { writeInMemory } from '../../support/bundle-bytes.ts';
import {
  signWithTestKey,
  vectorAttachments,
  vectorChangeSets,
  vectorDraft,
  type FrozenBundle,
} from './vector-kit.ts';

for (const kind of ['x25519', 'hybrid'] as const) {
  const identity = await generateAgeIdentity(kind);
  const recipient = await ageRecipientOf(identity);
  const written = await writeInMemory({
    manifest: vectorDraft(recipient),
    changeSets: vectorChangeSets,
    attachments: vectorAttachments,
    sign: signWithTestKey,
  });
  if (!written.ok) throw new Error(written.failure.kind);
  const frozen: FrozenBundle = {
    identity,
    recipient,
    bundleSha256: written.value.sha256,
    manifest: written.value.manifest,
    changeSets: vectorChangeSets,
    attachments: vectorAttachments.map(({ sha256 }) => sha256).sort(),
  };
  await writeFile(new URL(`v1-${kind}.age`, import.meta.url), written.value.bytes);
  const text = `${JSON.stringify(frozen, null, 2)}\n`;
  await writeFile(new URL(`v1-${kind}.json`, import.meta.url), text);
}
