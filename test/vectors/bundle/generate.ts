/**
 * Makes the frozen bundles of version 2: `node test/vectors/bundle/generate.ts`. Run once: bundles
 * like them are on sticks, so a vector that is there is left as it is. Those of version 1 have no
 * writer any more.
 */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { BUNDLE_KINDS } from '../../../src/shared/model/bundle-kind.ts';
import { ageRecipientOf, generateAgeIdentity } from '../../../src/vault/bundle/seal.ts';
import { writeInMemory } from '../../support/bundle-bytes.ts';
import { signWithTestKey, type FrozenBundle } from './vector-kit.ts';
import { vectorOf } from './vector-kinds.ts';

const keyKinds = [
  ...BUNDLE_KINDS.map((kind) => [kind, 'x25519'] as const),
  ['handover', 'hybrid'] as const,
];
for (const [kind, keyKind] of keyKinds) {
  const place = (ending: string): URL =>
    new URL(`v2-${kind}-${keyKind}.${ending}`, import.meta.url);
  if (existsSync(place('age'))) continue;
  const identity = await generateAgeIdentity(keyKind);
  const recipient = await ageRecipientOf(identity);
  const content = vectorOf(kind, recipient);
  const written = await writeInMemory({ ...content, sign: signWithTestKey });
  if (!written.ok) throw new Error(written.failure.kind);
  const frozen: FrozenBundle = {
    identity,
    recipient,
    bundleSha256: written.value.sha256,
    manifest: written.value.manifest,
    changeSets: content.changeSets,
    document: content.document ?? null,
    brief: content.brief ?? null,
    attachments: content.attachments.map(({ sha256 }) => sha256).sort(),
  };
  await writeFile(place('age'), written.value.bytes);
  await writeFile(place('json'), `${JSON.stringify(frozen, null, 2)}\n`);
}
