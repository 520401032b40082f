import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeInstanceLock } from '../../src/vault/db/instance-lock.ts';
import { databasePath } from '../../src/vault/db/open.ts';
import { readRecord } from '../../src/vault/db/record-table.ts';
import { writeChangeSet } from '../../src/vault/db/change-log.ts';
import { createStore, openStore } from '../../src/vault/db/store.ts';
import { verifyChain } from '../../src/vault/db/verify.ts';
import { contactNamed, context, makeFixture, valueOf } from '../unit/vault/db/store-fixture.ts';
import { buildChild, startChild, type ChildProgram } from './store-processes.ts';

let program: ChildProgram;
beforeAll(async () => {
  program = await buildChild();
}, 60_000);
afterAll(() => {
  program.dispose();
});

const runsOnPosix = process.platform !== 'win32';

describe.runIf(runsOnPosix)('a disk without space', () => {
  it('refuses the save, keeps every earlier one, and works again once there is space', async () => {
    const fixture = makeFixture();
    fixture.create().close();
    fixture.lock.release();
    for (let step = 1; step <= 8; step++) {
      // In steps of 4 KiB from the size it has: the limit falls on another write each time.
      const sizeKib = Math.ceil(statSync(databasePath(fixture.folder)).size / 1024);
      const child = startChild(program, 'save', fixture, { limitKib: sizeKib + 40 + 4 * step });
      await child.ended;
      const refused = child.lines.findIndex((line) => line.startsWith('refused'));
      expect([step, child.lines[refused]]).toEqual([step, 'refused no-space']);
      expect(['draft kept', 'draft no-space']).toContain(child.lines[refused + 1]);
      const saved = child.lines
        .filter((line) => line.startsWith('saved '))
        .map((line) => line.slice('saved '.length));
      expect(saved.length).toBeGreaterThan(0);

      const lock = valueOf(takeInstanceLock(fixture.folder));
      const store = valueOf(openStore({ lock, key: fixture.key }));
      expect(saved.filter((id) => readRecord(store, 'contact', id) === null)).toEqual([]);
      expect(verifyChain(store).intact).toBe(true);
      writeChangeSet(store, context('create'), (w) => w.create('contact', contactNamed('After')));
      store.close();
      lock.release();
    }
    fixture.dispose();
  }, 120_000);

  it('leaves no half-made vault behind', async () => {
    const fixture = makeFixture();
    fixture.lock.release();
    const child = startChild(program, 'create', fixture, { limitKib: 60 });
    await child.ended;
    expect(child.lines).toEqual(['refused no-space']);
    expect(readdirSync(fixture.folder)).not.toContain('vault.db');
    const lock = valueOf(takeInstanceLock(fixture.folder));
    valueOf(createStore({ lock, key: fixture.key })).close();
    lock.release();
    fixture.dispose();
  }, 60_000);
});

describe.runIf(runsOnPosix)('a folder that may only be read', () => {
  it('is said to be read-only, and nothing in it changes', async () => {
    const fixture = makeFixture();
    fixture.create().close();
    fixture.lock.release();
    // Root may write anywhere: there the child gives its rights up and meets files of another.
    const isRoot = process.getuid?.() === 0;
    const names = readdirSync(fixture.folder);
    for (const name of names) chmodSync(join(fixture.folder, name), isRoot ? 0o444 : 0o400);
    chmodSync(fixture.folder, isRoot ? 0o555 : 0o500);
    const child = startChild(program, 'save', fixture, isRoot ? { uid: 65_534 } : {});
    await child.ended;
    expect(child.lines).toEqual(['refused read-only']);
    expect(readdirSync(fixture.folder)).toEqual(names);
    chmodSync(fixture.folder, 0o700);
    fixture.dispose();
  }, 60_000);
});
