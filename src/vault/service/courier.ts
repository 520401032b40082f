import { createHash } from 'node:crypto';
import { CARRIED_MAX_BYTES } from '../../shared/contract/courier.ts';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { readAgeHeader } from '../bundle/age-header.ts';
import { PAYLOAD_NONCE_BYTES, SEALED_CHUNK_BYTES } from '../bundle/age-stream.ts';
import { malformed } from '../bundle/bundle-failure.ts';
import { stageBundleFile } from '../bundle/bundle-file.ts';
import { BUNDLE_LIMITS } from '../bundle/limits.ts';
import { openHeader } from '../bundle/seal.ts';
import { appendAccess } from '../db/access-log.ts';
import {
  carriedChunks,
  findCarried,
  forgetCarried,
  isHere,
  keepCarried,
  listCarried,
  noteHandedOn,
  type CarriedBundle,
} from '../db/carried-bundles.ts';
import type { OpenHandlers } from '../dispatch.ts';
import { commitStaged, dropStaged } from '../keys/atomic-file.ts';
import { openingKeys } from '../keys/opening-keys.ts';
import type { VaultContext } from './context.ts';
import { readGrantedFile } from './granted-file.ts';

/** Carrying a colleague's bundle: it is kept as it is, and nobody here reads it. */
export const courierHandlers: OpenHandlers['courier'] = {
  list: ({ store }) => ok(listCarried(store)),

  take: async (context, { file, fromName, forName }) => {
    const read = readGrantedFile(context, file, CARRIED_MAX_BYTES);
    if (!read.ok) return read;
    const { bytes, name: fileName } = read.value;
    const checked = await assertForSomebodyElse(context, bytes);
    if (!checked.ok) return checked;
    const kept = keepCarried(context.store, bytes, { fileName, fromName, forName });
    note(context, 'import', kept.id);
    return ok(kept);
  },

  handOn: async (context, { id, file }) => {
    const carried = carriedHere(context, id);
    if (carried === null) return fail({ kind: 'not-found', record: null });
    const path = context.grants.resolve(file, 'save');
    if (path === null) return fail({ kind: 'file-not-granted' });
    const staged = await stageBundleFile<string, never>(path, async (write) => {
      const hash = createHash('sha256');
      for (const chunk of carriedChunks(context.store, id)) {
        hash.update(chunk);
        await write(chunk);
      }
      return ok(hash.digest('hex'));
    });
    if (!staged.ok) return staged;
    const { file: written, value: sha256 } = staged.value;
    if (sha256 !== carried.sha256) {
      dropStaged(written);
      // Forgotten while it was written; the database itself authenticates what it gives.
      return fail({ kind: 'not-found', record: null });
    }
    commitStaged(written);
    noteHandedOn(context.store, id);
    note(context, 'export', id);
    return ok({ sha256, sizeBytes: carried.sizeBytes });
  },

  forget: (context, { id }) => {
    if (carriedHere(context, id) === null) return fail({ kind: 'not-found', record: null });
    forgetCarried(context.store, id);
    note(context, 'erase', id);
    return ok({});
  },
};

function carriedHere({ store }: VaultContext, id: string): CarriedBundle | null {
  const carried = findCarried(store, id);
  return carried !== null && isHere(carried) ? carried : null;
}

/** In the access log, and to every window. */
function note(context: VaultContext, kind: 'import' | 'export' | 'erase', id: string): void {
  const sha256 = findCarried(context.store, id)?.sha256 ?? null;
  const detail = { what: 'carried-bundle', id, sha256 };
  appendAccess(context.store, { kind, detail, contactIds: [] });
  context.emitChanged(['bundle-entry']);
}

/**
 * Looks at the age header alone: that it is whole and that none of our keys opens it. A bundle's
 * payload is a whole number of chunks, so one that was cut is seen without a key.
 */
async function assertForSomebodyElse(
  context: VaultContext,
  bytes: Uint8Array,
): Promise<
  Outcome<
    null,
    FailureOf<'bundle-not-age' | 'bundle-truncated' | 'bundle-malformed' | 'bundle-for-us'>
  >
> {
  const header = readAgeHeader(bytes, BUNDLE_LIMITS.headerBytes);
  if (header.kind === 'not-age') return fail({ kind: 'bundle-not-age' });
  if (header.kind === 'cut') return fail({ kind: 'bundle-truncated' });
  if (header.kind === 'too-long') return malformed('age-header-too-long');
  if (header.kind === 'broken') return malformed('age-header');
  if (header.stanzaTypes.length > BUNDLE_LIMITS.recipients)
    return malformed('age-too-many-stanzas');
  // No bundle is locked with a passphrase, and no reader runs scrypt.
  if (header.stanzaTypes.includes('scrypt')) return malformed('age-passphrase');
  const payload = bytes.length - header.headerBytes - PAYLOAD_NONCE_BYTES;
  if (payload <= 0 || payload % SEALED_CHUNK_BYTES !== 0) return fail({ kind: 'bundle-truncated' });
  const { identities } = await openingKeys(context.identity());
  const opened = await openHeader(bytes.subarray(0, header.headerBytes), identities);
  if (typeof opened === 'string') return ok(null);
  opened.fill(0);
  return fail({ kind: 'bundle-for-us' });
}
