import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  deriveHeadKey,
  readHead,
  writeHead,
  type Head,
} from '../../../../src/vault/db/head-file.ts';
import { writeChangeSet } from '../../../../src/vault/db/change-log.ts';
import { changeSetsAfter, lastSequence } from '../../../../src/vault/db/history.ts';
import { databasePath } from '../../../../src/vault/db/open.ts';
import type { WriteStore } from '../../../../src/vault/db/store.ts';
import { verifyChain } from '../../../../src/vault/db/verify.ts';
import { contactNamed, context, makeFixture, valueOf, type Fixture } from './store-fixture.ts';

const HEAD: Head = {
  sequence: 7,
  hash: 'ab'.repeat(32),
  hlc: '001795512600000-0000-0123456789abcdef',
  keyslotsGeneration: 3,
};

describe('the head file', () => {
  let folder: string;
  const key = deriveHeadKey({ dataKey: randomBytes(32), salt: randomBytes(16) });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'steady-head-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('comes back as it was written, from either copy alone', () => {
    expect(readHead(folder, key)).toBeNull();
    writeHead(folder, key, HEAD);
    expect(readHead(folder, key)).toEqual(HEAD);
    rmSync(join(folder, 'head.a'));
    expect(readHead(folder, key)).toEqual(HEAD);
    writeHead(folder, key, HEAD);
    writeFileSync(join(folder, 'head.b'), '');
    expect(readHead(folder, key)).toEqual(HEAD);
  });

  it('is the newer of two copies that differ', () => {
    writeHead(folder, key, HEAD);
    const older = readFileSync(join(folder, 'head.b'));
    writeHead(folder, key, { ...HEAD, sequence: 8 });
    writeFileSync(join(folder, 'head.b'), older);
    expect(readHead(folder, key)?.sequence).toBe(8);
  });

  it('counts for nothing when any byte of it is altered or the key is another', () => {
    writeHead(folder, key, HEAD);
    expect(readHead(folder, randomBytes(32))).toBeNull();
    rmSync(join(folder, 'head.b'));
    const path = join(folder, 'head.a');
    const bytes = readFileSync(path);
    for (let i = 0; i < bytes.length - 1; i++) {
      const altered = Buffer.from(bytes);
      altered[i] = (altered[i] ?? 0) ^ 1;
      writeFileSync(path, altered);
      expect([i, readHead(folder, key)]).toEqual([i, null]);
    }
  });
});

describe('a database older than its head', () => {
  let fixture: Fixture;
  let store: WriteStore;
  const save = (to: WriteStore, name: string): void => {
    writeChangeSet(to, context('create'), (w) => w.create('contact', contactNamed(name)));
  };
  beforeEach(() => {
    fixture = makeFixture();
    store = fixture.create();
    save(store, 'A');
    store.close();
    cpSync(databasePath(fixture.folder), join(fixture.folder, 'older'));
    store = fixture.reopen();
    save(store, 'B');
    save(store, 'C');
    store.close();
  });
  afterEach(() => {
    fixture.dispose();
  });
  const putBack = (): void => {
    cpSync(join(fixture.folder, 'older'), databasePath(fixture.folder));
  };

  it('is noticed, and not opened', () => {
    putBack();
    const failure = { kind: 'rolled-back', lastSeenSequence: 3, foundSequence: 1 };
    expect(fixture.open()).toEqual({ ok: false, failure });
    expect(fixture.open()).toEqual({ ok: false, failure });
  });

  it('is noticed too where the head files went with it', () => {
    putBack();
    for (const name of ['head.a', 'head.b']) rmSync(join(fixture.folder, name));
    expect(fixture.open()).toEqual({
      ok: false,
      failure: { kind: 'rolled-back', lastSeenSequence: -1, foundSequence: 1 },
    });
  });

  it('can be accepted, is then the newest, and gives out no time stamp a second time', () => {
    const before = fixture.reopen();
    const lost = changeSetsAfter(before, 1, 10).map((set) => set.hlc);
    before.close();
    putBack();
    const accepted = valueOf(fixture.open({ acceptOlder: true }));
    save(accepted, 'D');
    const [made] = changeSetsAfter(accepted, 1, 1);
    expect(lost.every((hlc) => hlc < (made?.hlc ?? ''))).toBe(true);
    expect(lost[0]?.slice(-16)).not.toBe(made?.hlc.slice(-16));
    accepted.close();
    const again = fixture.reopen();
    expect(lastSequence(again)).toBe(2);
    expect(verifyChain(again).intact).toBe(true);
  });

  it('is noticed where it has as many change sets but not the same ones', () => {
    putBack();
    const other = valueOf(fixture.open({ acceptOlder: true }));
    cpSync(join(fixture.folder, 'head.a'), join(fixture.folder, 'kept'));
    save(other, 'X');
    save(other, 'Y');
    other.close();
    const forked = readFileSync(databasePath(fixture.folder));
    putBack();
    const real = valueOf(fixture.open({ acceptOlder: true }));
    save(real, 'B');
    save(real, 'C');
    real.close();
    writeFileSync(databasePath(fixture.folder), forked);
    expect(fixture.open()).toMatchObject({
      failure: { kind: 'rolled-back', lastSeenSequence: 3, foundSequence: 3 },
    });
  });
});
