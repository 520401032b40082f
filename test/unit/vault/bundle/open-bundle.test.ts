import { beforeAll, describe, expect, it } from 'vitest';
import { MANIFEST_PATH, SIGNATURE_PATH } from '../../../../src/vault/bundle/archive.ts';
import { encodeChangeSet } from '../../../../src/vault/bundle/changes.ts';
import { BUNDLE_LIMITS } from '../../../../src/vault/bundle/limits.ts';
import { encodeSignature } from '../../../../src/vault/bundle/signature.ts';
import { generateSigningKey, signMessage } from '../../../../src/vault/keys/signing.ts';
import { writeInMemory, type BundleInMemory } from '../../../support/bundle-bytes.ts';
import {
  archiveOf,
  attachment,
  changeSet,
  draftFor,
  failureOf,
  honestEntries,
  makeOfficer,
  openAs,
  packArchive,
  sealBytes,
  sha256,
  unwrap,
  writeSample,
  type TestOfficer,
} from './bundle-kit.ts';

let sender: TestOfficer;
let receiver: TestOfficer;
let stranger: TestOfficer;
let sample: BundleInMemory;

beforeAll(async () => {
  [sender, receiver, stranger] = await Promise.all([makeOfficer(), makeOfficer(), makeOfficer()]);
  sample = await writeSample(sender, receiver);
});

describe('opening a bundle', () => {
  it.each(['x25519', 'hybrid'] as const)('gives back what was put in (%s)', async (kind) => {
    const to = await makeOfficer(kind);
    const changeSets = [changeSet(), changeSet({ reason: 'second', hlc: CLOCK_2 })];
    const attachments = [attachment('a photo'), attachment(''), attachment('x'.repeat(200_000))];
    const draft = draftFor(sender, to);
    const written = unwrap(
      await writeInMemory({ manifest: draft, changeSets, attachments, sign: sender.sign }),
    );
    const opened = unwrap(await openAs(to, written.bytes));
    const { attachments: files, ...rest } = opened;
    expect(rest).toEqual({
      manifest: {
        ...draft,
        format: 'steady-state-bundle',
        version: 1,
        counts: { contact: 2 },
        entries: written.manifest.entries,
      },
      changeSets,
      bundleSha256: sha256(written.bytes),
    });
    expect(opened.bundleSha256).toBe(written.sha256);
    expect(files.hashes).toEqual(attachments.map((file) => file.sha256).sort());
    for (const { sha256: hash, bytes } of attachments) expect(files.read(hash)).toEqual(bytes);
    expect(files.read(sha256(new Uint8Array(5)))).toBeNull();
  });

  it('works for each of several recipients', async () => {
    const { bytes } = await writeSample(sender, receiver, stranger);
    expect((await openAs(receiver, bytes)).ok).toBe(true);
    expect((await openAs(stranger, bytes)).ok).toBe(true);
  });

  it('takes a bundle without change sets and attachments', async () => {
    const written = unwrap(
      await writeInMemory({
        manifest: { ...draftFor(sender, receiver), kind: 'receipt', consentScope: null },
        changeSets: [],
        attachments: [],
        sign: sender.sign,
      }),
    );
    const opened = unwrap(await openAs(receiver, written.bytes));
    expect([opened.changeSets, opened.attachments.hashes.length]).toEqual([[], 0]);
  });

  it('reports progress in order and ends each stage at its total', async () => {
    const seen: [string, number, number][] = [];
    await openAs(receiver, sample.bytes, { onProgress: (...step) => seen.push(step) });
    expect([...new Set(seen.map(([stage]) => stage))]).toEqual(['decrypt', 'verify', 'parse']);
    const last = new Map(seen.map(([stage, done, total]) => [stage, done === total]));
    expect([...last.values()]).toEqual([true, true, true]);
  });

  it('stops when it is cancelled', async () => {
    const stop = new AbortController();
    const outcome = await failureOf(receiver, sample.bytes, {
      signal: stop.signal,
      onProgress: (stage) => {
        if (stage === 'verify') stop.abort();
      },
    });
    expect(outcome).toEqual({ kind: 'cancelled' });
  });
});

describe('refusing a bundle', () => {
  it.each([
    ['an empty file', new Uint8Array(0)],
    ['a text', new TextEncoder().encode('Dear colleague,\n\nplease find ...\n')],
    ['a zip', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0])],
    ['an armoured age file', new TextEncoder().encode('-----BEGIN AGE ENCRYPTED FILE-----\n')],
    ['a later age format', new TextEncoder().encode('age-encryption.org/v2\n-> X a\n\n')],
  ])('%s is no age file', async (_name, bytes) => {
    expect(await failureOf(receiver, bytes)).toEqual({ kind: 'bundle-not-age' });
  });

  it('one for someone else is not for us', async () => {
    expect(await failureOf(stranger, sample.bytes)).toEqual({ kind: 'bundle-not-for-us' });
  });

  it('one whose contents were sealed again to someone else is re-addressed', async () => {
    const moved = await sealBytes(await archiveOf(receiver, sample.bytes), stranger);
    expect(await failureOf(stranger, moved)).toEqual({ kind: 'bundle-re-addressed' });
    // The one it was meant for still takes it.
    const same = await sealBytes(await archiveOf(receiver, sample.bytes), receiver);
    expect((await openAs(receiver, same)).ok).toBe(true);
  });

  it('one without a signature is unsigned', async () => {
    const entries = await honestEntries(sender, [receiver], line());
    const without = entries.filter(({ path }) => path !== SIGNATURE_PATH);
    const empty = entries.map((entry) =>
      entry.path === SIGNATURE_PATH ? { ...entry, bytes: new Uint8Array(0) } : entry,
    );
    const onlyManifest = entries.slice(0, 1);
    for (const list of [without, empty, onlyManifest]) {
      expect(await failureOf(receiver, await sealBytes(await packArchive(list), receiver))).toEqual(
        { kind: 'bundle-unsigned' },
      );
    }
  });

  it('one signed by another key than it names has a bad signature', async () => {
    const [manifest, , ...rest] = await honestEntries(sender, [receiver], line());
    const bytes = manifest?.bytes ?? new Uint8Array(0);
    const signature = encodeSignature(await stranger.sign(bytes));
    const list = [
      { path: MANIFEST_PATH, bytes },
      { path: SIGNATURE_PATH, bytes: signature },
      ...rest,
    ];
    expect(await sealed(list)).toEqual({ kind: 'bundle-bad-signature' });
  });

  it('a signature that the sender made for another purpose does not count', async () => {
    const { signingSecret, signingKey } = generateSigningKey();
    const signer = { ...sender, keys: { ...sender.keys, signingKey } };
    const forCard = (bytes: Uint8Array): string =>
      signMessage(signingSecret, 'steady-state officer card v1', bytes);
    const honest = { ...signer, sign: forCard };
    const [manifest, , ...rest] = await honestEntries(honest, [receiver], line());
    const bytes = manifest?.bytes ?? new Uint8Array(0);
    const signature = encodeSignature(forCard(bytes));
    const list = [
      { path: MANIFEST_PATH, bytes },
      { path: SIGNATURE_PATH, bytes: signature },
      ...rest,
    ];
    expect(await sealed(list)).toEqual({ kind: 'bundle-bad-signature' });
  });

  it('another bundle’s manifest without its signature has a bad signature', async () => {
    const own = await honestEntries(sender, [receiver], line());
    const other = await honestEntries(sender, [receiver], line());
    const swapped = own.map((entry, i) => (i === 0 ? (other[0] ?? entry) : entry));
    expect(await sealed(swapped)).toEqual({ kind: 'bundle-bad-signature' });
  });

  it('another bundle’s manifest and signature over these contents is altered', async () => {
    const own = await honestEntries(sender, [receiver], line());
    const other = await honestEntries(sender, [receiver], line());
    expect(await sealed([...other.slice(0, 2), ...own.slice(2)])).toEqual({
      kind: 'bundle-altered',
    });
  });

  it('an entry taken out, put in or changed is altered', async () => {
    const photo = attachment('photo');
    const whole = await honestEntries(sender, [receiver], line(), undefined, [photo]);
    const extra = attachment('extra');
    const put = { path: `attachments/${extra.sha256}`, bytes: extra.bytes };
    const attachments = [...whole.slice(3), put].sort((a, b) => (a.path < b.path ? -1 : 1));
    const edited = { path: `attachments/${photo.sha256}`, bytes: attachment('phot0').bytes };
    for (const list of [
      whole.slice(0, 3),
      [...whole.slice(0, 3), ...attachments],
      [...whole.slice(0, 3), edited],
      [...whole.slice(0, 3), put],
    ]) {
      expect(await sealed(list)).toEqual({ kind: 'bundle-altered' });
    }
  });

  it('a later version is newer, even with unknown fields and entries', async () => {
    const entries = await honestEntries(sender, [receiver], line(), (manifest) => ({
      ...manifest,
      version: 2,
      unheardOf: true,
    }));
    const list = [...entries, { path: 'more.json', bytes: new Uint8Array(3) }];
    expect(await sealed(list)).toEqual({ kind: 'bundle-newer-version', version: 2 });
  });

  it('counts that the change sets do not bear out are malformed', async () => {
    const entries = await honestEntries(sender, [receiver], line(), (manifest) => ({
      ...manifest,
      counts: { contact: 2 },
    }));
    expect(await sealed(entries)).toEqual({ kind: 'bundle-malformed', rule: 'counts' });
  });

  it('a signed change set that breaks a rule is malformed', async () => {
    const bytes = new TextEncoder().encode('{"id":1}\n');
    expect(await sealed(await honestEntries(sender, [receiver], bytes))).toEqual({
      kind: 'bundle-malformed',
      rule: 'changes-schema',
    });
  });

  it.each([
    ['file', { fileBytes: 60_000 }],
    ['entry', { manifestBytes: 500 }],
    ['entry', { attachmentBytes: 4 }],
    ['entries', { entries: 3 }],
    ['unpacked', { unpackedBytes: 1500 }],
    ['changes', { changesBytes: 100 }],
    ['changes', { lineBytes: 100 }],
    ['changes', { changeSets: 0 }],
    ['changes', { changesPerSet: 1 }],
  ] as const)('one beyond a limit is too large (%s, %o)', async (limit, lower) => {
    const limits = { ...BUNDLE_LIMITS, ...lower };
    expect(await failureOf(receiver, sample.bytes, { limits })).toEqual({
      kind: 'bundle-too-large',
      limit,
    });
  });

  function line(): Uint8Array {
    return encodeChangeSet(changeSet());
  }
  async function sealed(list: Parameters<typeof packArchive>[0]): Promise<unknown> {
    return failureOf(receiver, await sealBytes(await packArchive(list), receiver));
  }
});

describe('writing a bundle', () => {
  it.each([
    ['entry', { attachmentBytes: 4 }],
    ['entry', { manifestBytes: 500 }],
    ['entries', { entries: 3 }],
    ['unpacked', { unpackedBytes: 1500 }],
    ['changes', { changesBytes: 100 }],
    ['changes', { changeSets: 0 }],
    ['file', { fileBytes: 60_000 }],
  ] as const)('gives too large where a reader would (%s, %o)', async (limit, lower) => {
    const outcome = await writeInMemory({
      manifest: draftFor(sender, receiver),
      changeSets: [changeSet()],
      attachments: [attachment('photo')],
      sign: sender.sign,
      limits: { ...BUNDLE_LIMITS, ...lower },
    });
    expect(outcome).toEqual({ ok: false, failure: { kind: 'bundle-too-large', limit } });
  });

  it('throws for a signer without the named key, a false hash and a wrong change set', async () => {
    const good = {
      manifest: draftFor(sender, receiver),
      changeSets: [changeSet()],
      attachments: [attachment('photo')],
      sign: sender.sign,
    };
    await expect(writeInMemory({ ...good, sign: stranger.sign })).rejects.toThrow('signer');
    const wrongHash = [{ ...attachment('photo'), read: attachment('phot0').read }];
    await expect(writeInMemory({ ...good, attachments: wrongHash })).rejects.toThrow(
      'not its hash',
    );
    const twice = changeSet();
    await expect(writeInMemory({ ...good, changeSets: [twice, twice] })).rejects.toThrow(
      'id-twice',
    );
    const badField = changeSet({
      changes: [{ type: 'contact', id: twice.id, field: 'constructor', old: null, new: 1 }],
    });
    await expect(writeInMemory({ ...good, changeSets: [badField] })).rejects.toThrow('schema');
  });

  it('throws for recipients of mixed kinds', async () => {
    const hybrid = await makeOfficer('hybrid');
    await expect(writeSample(sender, receiver, hybrid)).rejects.toThrow('one kind');
  });

  it('stops when it is cancelled', async () => {
    const outcome = await writeInMemory({
      manifest: draftFor(sender, receiver),
      changeSets: [changeSet()],
      attachments: [],
      sign: sender.sign,
      signal: AbortSignal.abort(),
    });
    expect(outcome).toEqual({ ok: false, failure: { kind: 'cancelled' } });
  });
});

const CLOCK_2 = '001795512600000-0001-0123456789abcdef';
