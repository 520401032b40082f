import { randomUUID } from 'node:crypto';
import type { Officer } from '../../../src/shared/model/officer.ts';
import type { BundleChangeSet } from '../../../src/vault/bundle/changes.ts';
import type { OpenedBundle } from '../../../src/vault/bundle/open-bundle.ts';
import { readBlob } from '../../../src/vault/db/blobs.ts';
import type { FieldsInput } from '../../../src/vault/db/record-types.ts';
import { noteSent } from '../../../src/vault/db/sent-records.ts';
import { INTERNALS } from '../../../src/vault/db/store-internals.ts';
import type { WriteStore } from '../../../src/vault/db/store.ts';
import { incomingOf, mergeOf, takeIn, type TakenIn } from '../../../src/vault/handover/incoming.ts';
import { prepareOutgoing, toBundleChangeSet } from '../../../src/vault/handover/outgoing.ts';
import type { VaultContext } from '../../../src/vault/service/context.ts';
import { writeQuietly } from '../../../src/vault/service/write.ts';
import { findBundleEntry } from '../../../src/vault/store/bundle-entries.ts';
import { makeFixture, START_MS, testId, type Fixture } from '../../unit/vault/db/store-fixture.ts';

export const TODAY = '2026-11-24';

/** The vault of one officer: the store and use cases of the product, without its process. */
export interface Post {
  readonly officer: Officer;
  readonly context: VaultContext;
  readonly fixture: Fixture;
}

/** A bundle as it lies on a stick, but neither sealed nor signed. */
export interface Parcel {
  readonly id: string;
  readonly from: Post;
  readonly changeSets: readonly BundleChangeSet[];
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export function openPost(n: number): Post {
  const fixture = makeFixture();
  const store = fixture.create();
  const id = testId(9_000 + n);
  const officer = { id, name: `Officer ${String(n)}`, trust: 'verified', keys: {} };
  const context: VaultContext = {
    store,
    author: { id, name: officer.name },
    officerPost: '',
    device: `laptop-${String(n)}`,
    identity: () => {
      throw new Error('nothing is sealed here');
    },
    today: () => TODAY,
    now: () => new Date(fixture.clock.nowMs),
    grants: { resolve: () => null },
    emitChanged: () => undefined,
    emitProgress: () => undefined,
  };
  return { officer: officer as unknown as Officer, context, fixture };
}

/**
 * Runs `use` on these vaults as they were at first, and takes back whatever it did: each run is one
 * transaction of each vault. So ten thousand runs need no more vaults than one.
 */
export function onFreshPosts<T>(posts: readonly Post[], run: number, use: () => T): T {
  const databases = posts.map(({ context }) => context.store[INTERNALS].database);
  for (const [n, { fixture }] of posts.entries()) {
    // Every run is a month after the last; the clocks of the posts are some hours apart.
    fixture.clock.nowMs = START_MS + run * 30 * 86_400_000 + n * 5 * 3_600_000;
  }
  for (const database of databases) database.exec('BEGIN IMMEDIATE');
  try {
    return use();
  } finally {
    for (const { context } of posts) context.store[INTERNALS].headIsBehind = false;
    for (const database of databases) database.exec('ROLLBACK');
  }
}

/** What a post sends of these contacts to another; null where there is nothing to send. */
export function parcelFor(
  from: Post,
  to: Post,
  contactIds: readonly string[],
  kind: 'handover' | 'update',
): Parcel | null {
  const { context } = from;
  const { store } = context;
  const choice = { kind, contactIds, audience: 'other-posts', recipient: to.officer } as const;
  const outgoing = prepareOutgoing(store, { ...choice, purpose: null, until: null }, TODAY);
  if (outgoing.changeSets.length === 0) return null;
  const id = randomUUID();
  writeQuietly(context, 'export-bundle', (writer) =>
    writer.create('bundle-entry', entryOf(to, outgoing.preview.travels), id),
  );
  noteSent(store, id, outgoing.sent);
  const files = new Map([...outgoing.files].map((sha256) => [sha256, bytesIn(store, sha256)]));
  return { id, from, changeSets: outgoing.changeSets.map(toBundleChangeSet), files };
}

/** Takes a parcel in with the suggested answers; null where it was taken in before. */
export function take(to: Post, parcel: Parcel): TakenIn | null {
  const { context } = to;
  if (findBundleEntry(context.store, parcel.id) !== null) return null;
  // As on the way through a file: what comes is JSON.
  const changeSets = JSON.parse(JSON.stringify(parcel.changeSets)) as BundleChangeSet[];
  const { officer } = parcel.from;
  const opened = {
    manifest: {
      ...{ bundleId: parcel.id, kind: 'update', verb: null, sequence: 1, previousBundle: null },
      sender: { officerId: officer.id, name: officer.name, signingKey: SIGNING_KEY },
    },
    changeSets,
    document: null,
    attachments: {
      has: (sha256: string) => parcel.files.has(sha256),
      read: (sha256: string) => parcel.files.get(sha256) ?? null,
    },
    bundleSha256: 'a'.repeat(64),
  } as unknown as OpenedBundle;
  const incoming = incomingOf(opened);
  const { questions } = mergeOf(context, incoming);
  return takeIn(
    context,
    incoming,
    { senderVerified: true, audience: 'other-posts', sizeBytes: 1 },
    {
      choices: new Map(questions.map(({ key, suggested }) => [key, suggested])),
      allowDeletions: true,
      contacts: new Map(),
    },
  );
}

const SIGNING_KEY = `${'A'.repeat(43)}=`;

function entryOf(
  { officer }: Post,
  travels: readonly { readonly contactId: string }[],
): FieldsInput<'bundle-entry'> {
  return {
    ...{ direction: 'out', kind: 'update', counterpartId: officer.id },
    ...{ counterpartName: officer.name, counterpartVerified: true, audience: 'other-posts' },
    ...{ sequence: 1, sha256: 'a'.repeat(64), previousSha256: null, signingKey: SIGNING_KEY },
    at: new Date(START_MS).toISOString(),
    sizeBytes: 1,
    contactIds: travels.map(({ contactId }) => contactId),
    recordCount: travels.length,
  };
}

function bytesIn(store: WriteStore, sha256: string): Uint8Array {
  const bytes = readBlob(store, sha256);
  if (bytes === null) throw new Error('a file without bytes');
  return bytes;
}
