import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listAccess } from '../../../../src/vault/db/access-log.ts';
import { carriedChunks } from '../../../../src/vault/db/carried-bundles.ts';
import { giveCard, open, receive, send } from '../../../support/handover.ts';
import { addTraveller, failureIn, valueOf } from '../../../support/records.ts';
import { openVaultOf, type VaultHere } from '../../../support/vault-here.ts';

let ann: VaultHere;
let carol: VaultHere;
let bob: VaultHere;
/** A bundle of Ann's for Bob, to be carried by Carol. */
let path: string;
beforeEach(async () => {
  ann = await openVaultOf('Ann Sender');
  bob = await openVaultOf('Bob Receiver');
  carol = await openVaultOf('Carol Courier');
  const recipientId = await giveCard(bob, ann);
  const sent = await send(ann, { contactIds: [await addTraveller(ann, 'Amina')], recipientId });
  path = sent.path;
});
afterEach(() => {
  for (const vault of [ann, bob, carol]) vault.dispose();
});

const NAMES = { fromName: 'Ann', forName: 'Bob, at the other post' };
const take = (by: VaultHere, from: string) =>
  by.ask.courier.take({ file: by.grantOpen(from), ...NAMES });

describe('a bundle that is carried', () => {
  it('is handed on to the byte, opens for whom it is meant, and is listed until forgotten', async () => {
    const { id, isNew } = valueOf(await take(carol, path));
    expect(isNew).toBe(true);
    const out = carol.path('for-bob.age');
    const handed = valueOf(await carol.ask.courier.handOn({ id, file: carol.grantSave(out) }));
    expect(Buffer.compare(readFileSync(out), readFileSync(path))).toBe(0);
    expect((await receive(bob, out)).contacts.map(({ label }) => label)).toEqual(['Amina']);
    expect(valueOf(await carol.ask.courier.list())).toEqual([
      {
        ...{ id, ...NAMES, ...handed, takenAt: expect.any(String) as string },
        fileName: path.slice(path.lastIndexOf('/') + 1),
        ...{ handedOnAt: expect.any(String) as string, forgottenAt: null },
      },
    ]);
    valueOf(await carol.ask.courier.forget({ id }));
    const [line] = valueOf(await carol.ask.courier.list());
    expect(line).toMatchObject({ id, sha256: handed.sha256 });
    expect(line?.forgottenAt).not.toBeNull();
    expect([...carriedChunks(carol.store, id)]).toEqual([]);
    const again = { id, file: carol.grantSave(carol.path('again.age')) };
    expect(failureIn(await carol.ask.courier.handOn(again))).toMatchObject({ kind: 'not-found' });
    expect(failureIn(await carol.ask.courier.forget({ id }))).toMatchObject({ kind: 'not-found' });
  });

  it('stays unread: nothing of it is in the register, and the courier cannot open it', async () => {
    valueOf(await take(carol, path));
    expect(valueOf(await carol.ask.bundles.register())).toEqual([]);
    expect(failureIn(await open(carol, path))).toEqual({ kind: 'bundle-not-for-us' });
  });

  it('is kept once, however often it is given', async () => {
    const first = valueOf(await take(carol, path));
    expect(valueOf(await take(carol, path))).toEqual({ id: first.id, isNew: false });
    valueOf(await carol.ask.courier.forget({ id: first.id }));
    expect(valueOf(await take(carol, path)).isNew).toBe(true);
    expect(valueOf(await carol.ask.courier.list())).toHaveLength(2);
  });

  it('is an entry of the access log when it comes, is handed on and is forgotten', async () => {
    const { id } = valueOf(await take(carol, path));
    valueOf(await carol.ask.courier.handOn({ id, file: carol.grantSave(carol.path('x.age')) }));
    valueOf(await carol.ask.courier.forget({ id }));
    const entries = listAccess(carol.store, { before: null, limit: 3 });
    expect(entries.map(({ kind }) => kind)).toEqual(['erase', 'export', 'import']);
  });
});

describe('what is not to be carried', () => {
  const altered = (change: (bytes: Buffer) => Uint8Array): string => {
    const other = carol.path('other.age');
    writeFileSync(other, change(readFileSync(path)));
    return other;
  };

  it('is one for the courier, which is opened and not carried', async () => {
    expect(failureIn(await take(bob, path))).toEqual({ kind: 'bundle-for-us' });
  });

  it.each<[string, (bytes: Buffer) => Uint8Array, string]>([
    ['a letter', () => Buffer.from('Dear colleague,\n'), 'bundle-not-age'],
    ['an empty file', () => Buffer.alloc(0), 'bundle-not-age'],
    ['one that was cut', (bytes) => bytes.subarray(0, bytes.length - 1), 'bundle-truncated'],
    ['one cut in its header', (bytes) => bytes.subarray(0, 60), 'bundle-truncated'],
    [
      'one without contents',
      (bytes) => bytes.subarray(0, bytes.indexOf('---') + 60),
      'bundle-truncated',
    ],
    [
      'one locked with a passphrase',
      (bytes) => Buffer.from(bytes.toString('latin1').replace('X25519', 'scrypt'), 'latin1'),
      'bundle-malformed',
    ],
    [
      'one whose header is none',
      (bytes) => Buffer.from(bytes.toString('latin1').replace('-> ', '=> '), 'latin1'),
      'bundle-malformed',
    ],
  ])('is %s', async (_name, change, kind) => {
    expect(failureIn(await take(carol, altered(change))).kind).toBe(kind);
    expect(valueOf(await carol.ask.courier.list())).toEqual([]);
  });
});
