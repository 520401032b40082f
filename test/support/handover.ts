import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import type { ExportPreview, ImportPreview } from '../../src/shared/contract/bundles.ts';
import type { Failure } from '../../src/shared/contract/failure.ts';
import type { TravelAudience } from '../../src/shared/model/travel.ts';
import type { Outcome } from '../../src/shared/outcome.ts';
import { openBundle, type OpenedBundle } from '../../src/vault/bundle/open-bundle.ts';
import { publicKeysOf } from '../../src/vault/keys/officer-identity.ts';
import { sourceOf, unsealBytes } from './bundle-bytes.ts';
import { valueOf } from './records.ts';
import type { VaultHere } from './vault-here.ts';

/** Gives one officer's card to another's vault; gives the officer's id. */
export async function giveCard(from: VaultHere, to: VaultHere): Promise<string> {
  const path = from.path(`card-${randomUUID()}`);
  valueOf(await from.ask.officers.exportCard({ file: from.grantSave(path) }));
  return valueOf(await to.ask.officers.importCard({ file: to.grantOpen(path) })).id;
}

export interface Choice {
  readonly contactIds: string[];
  readonly recipientId: string;
  readonly audience?: TravelAudience;
  readonly keyType?: 'hybrid' | 'x25519';
}

function argOf({ audience = 'other-posts', keyType = 'x25519', ...rest }: Choice): {
  contactIds: string[];
  recipientId: string;
  audience: TravelAudience;
  keyType: 'hybrid' | 'x25519';
} {
  return { ...rest, audience, keyType };
}

export async function previewOf(vault: VaultHere, choice: Choice): Promise<ExportPreview> {
  return valueOf(await vault.ask.bundles.previewExport(argOf(choice)));
}

export interface Sent {
  readonly path: string;
  readonly preview: ExportPreview;
  readonly bundleId: string;
  readonly sha256: string;
}

/** Previews and exports, as the officer does; gives where the bundle lies. */
export async function send(vault: VaultHere, choice: Choice): Promise<Sent> {
  const preview = await previewOf(vault, choice);
  const path = vault.path(`${randomUUID()}.age`);
  const sent = await exportAs(vault, choice, preview.previewId, path);
  return { path, preview, ...valueOf(sent) };
}

export function exportAs(
  vault: VaultHere,
  choice: Choice,
  previewId: string,
  path: string,
): ReturnType<VaultHere['ask']['bundles']['export']> {
  return vault.ask.bundles.export({ ...argOf(choice), previewId, file: vault.grantSave(path) });
}

/** Opens a bundle, without taking it in. */
export function open(vault: VaultHere, path: string): Promise<Outcome<ImportPreview, Failure>> {
  return vault.ask.bundles.open({ file: vault.grantOpen(path) });
}

/** Opens a bundle and takes it in; gives the preview. */
export async function receive(vault: VaultHere, path: string): Promise<ImportPreview> {
  const preview = valueOf(await open(vault, path));
  valueOf(await vault.ask.bundles.apply({ importId: preview.importId }));
  return preview;
}

/** What the recipient's key opens a bundle to: the bytes of the archive. */
export async function plaintextOf(recipient: VaultHere, path: string): Promise<Buffer> {
  const { ageIdentity, ageHybridIdentity } = recipient.context.identity();
  const options = { identities: [ageHybridIdentity, ageIdentity] };
  return Buffer.from(valueOf(await unsealBytes(readFileSync(path), options)));
}

/** A bundle as its recipient reads it. */
export async function contentsOf(recipient: VaultHere, path: string): Promise<OpenedBundle> {
  const identity = recipient.context.identity();
  const own = await publicKeysOf(identity);
  return valueOf(
    await openBundle(sourceOf(readFileSync(path)), {
      identities: [identity.ageHybridIdentity, identity.ageIdentity],
      ownRecipients: [own.ageHybridRecipient, own.ageRecipient],
    }),
  );
}
