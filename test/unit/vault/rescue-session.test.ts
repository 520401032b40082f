import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listAccess } from '../../../src/vault/db/access-log.ts';
import { putOwnIdentity, readOwnIdentity } from '../../../src/vault/db/settings.ts';
import { INTERNALS } from '../../../src/vault/db/store-internals.ts';
import { filesIn } from '../../support/dump.ts';
import { addContact, failureIn, valueOf } from '../../support/records.ts';
import { unlockWithKey, vaultAt, vaultOn, type VaultHere } from '../../support/vault-here.ts';
import { PASSPHRASE, vaultTemplate, type VaultTemplate } from '../../support/vault-template.ts';

const SECRET = { type: 'passphrase', passphrase: PASSPHRASE } as const;

let template: VaultTemplate;
beforeAll(async () => {
  template = await vaultTemplate('Rita Rescue');
});

let vault: VaultHere;
const more: VaultHere[] = [];
beforeEach(async () => {
  vault = vaultOn((folder) => template.copyTo(folder));
  await unlockWithKey(vault, template);
  for (const name of ['Amina', 'Tariq', 'Lucía']) await addContact(vault, name);
  vault.end();
  flip(40);
});
afterEach(() => {
  for (const one of more.splice(0)) one.end();
  vault.dispose();
});

function file(name: string): string {
  return join(vault.folder, name);
}

function flip(page: number): void {
  const bytes = readFileSync(file('vault.db'));
  const at = (page - 1) * 4096 + 2000;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file('vault.db'), bytes);
}

/** A process started anew on the same folder. */
function restart(): VaultHere {
  vault.end();
  const next = vaultAt(vault.folder);
  more.push(next);
  return next;
}

describe('a damaged vault', () => {
  it('is told to be damaged, read, kept, and opens with all that could be read', async () => {
    const locked = await vault.ask.session.unlock({ passphrase: PASSPHRASE });
    expect(failureIn(locked)).toEqual({ kind: 'damaged' });
    const damaged = readFileSync(file('vault.db'));

    const report = valueOf(await vault.ask.session.rescue({ secret: SECRET }));
    expect(report.pages.unreadable).toBe(1);
    expect(report.tables.find(({ name }) => name === 'contact')?.rows).toBe(3);
    expect(vault.events.some(({ name }) => name === 'progress')).toBe(true);
    // Nothing is open or in its place before the officer says so.
    expect(valueOf(await vault.ask.session.status()).state).toBe('locked');
    expect(readFileSync(file('vault.db')).equals(damaged)).toBe(true);

    const { damagedFile } = valueOf(await vault.ask.session.finishRescue({ keep: true }));
    expect(readFileSync(file(damagedFile ?? '')).equals(damaged)).toBe(true);
    valueOf(await vault.ask.session.unlock({ passphrase: PASSPHRASE }));
    expect(valueOf(await vault.ask.contacts.list({})).total).toBe(3);
    expect(valueOf(await vault.ask.history.verify()).firstDiffering).toBeNull();
    expect(listAccess(vault.store, { before: null, limit: 9 }).map(({ kind }) => kind)).toContain(
      'rescue',
    );
    await addContact(vault, 'Written since');
    const next = restart();
    valueOf(await next.ask.session.unlock({ passphrase: PASSPHRASE }));
    expect(valueOf(await next.ask.contacts.list({})).total).toBe(4);
  });

  it('is left exactly as it was where the officer does not go on', async () => {
    const before = filesIn(vault.folder);
    valueOf(await vault.ask.session.rescue({ secret: SECRET }));
    expect(existsSync(file('rescue'))).toBe(true);
    expect(valueOf(await vault.ask.session.finishRescue({ keep: false }))).toEqual({
      damagedFile: null,
    });
    expect(filesIn(vault.folder)).toEqual({ ...before, attempts: expect.any(String) as string });
    expect(failureIn(await vault.ask.session.finishRescue({ keep: true }))).toEqual({
      kind: 'not-found',
      record: null,
    });
    // Locking while the question stands is the same.
    valueOf(await vault.ask.session.rescue({ secret: SECRET }));
    vault.end();
    expect(existsSync(file('rescue'))).toBe(false);
  });

  it('is read only with a secret that opens it, the recovery code included', async () => {
    const wrong = { type: 'passphrase', passphrase: 'not this one' } as const;
    expect(failureIn(await vault.ask.session.rescue({ secret: wrong })).kind).toBe('wrong-secret');
    expect(existsSync(file('rescue'))).toBe(false);
    const code = { type: 'recovery-code', code: template.recoveryCode } as const;
    valueOf(await vault.ask.session.rescue({ secret: code }));
  });

  it.each([0, 1])('of %s bytes has nothing to rescue, and is no first run', async (length) => {
    truncateSync(file('vault.db'), length);
    expect(failureIn(await vault.ask.session.rescue({ secret: SECRET }))).toEqual({
      kind: 'nothing-to-rescue',
    });
    const status = await vault.ask.session.status();
    expect(status.ok && status.value.state).not.toBe('no-vault');
  });

  it('is not read with older keyslots put back', async () => {
    const names = ['keyslots.a', 'keyslots.b'];
    const old = names.map((name) => [name, readFileSync(file(name))] as const);
    flip(40);
    valueOf(await vault.ask.session.unlock({ passphrase: PASSPHRASE }));
    const next = 'a quite different one: marble, kettle, 71 geese';
    valueOf(await vault.ask.session.changePassphrase({ current: PASSPHRASE, next }));
    vault.end();
    for (const [name, bytes] of old) writeFileSync(file(name), bytes);
    flip(40);
    expect(failureIn(await vault.ask.session.rescue({ secret: SECRET })).kind).toBe(
      'keyslots-older',
    );
  });

  it('whose own keys were lost opens with new ones for the same officer', async () => {
    flip(40);
    valueOf(await vault.ask.session.unlock({ passphrase: PASSPHRASE }));
    const before = valueOf(await vault.ask.officers.me());
    const identity = readOwnIdentity(vault.store);
    vault.store[INTERNALS].database.exec('DELETE FROM own_identity');
    vault.end();
    expect(identity).not.toBeNull();
    expect(valueOf(await vault.ask.session.rescue({ secret: SECRET })).isIdentityNew).toBe(true);
    valueOf(await vault.ask.session.finishRescue({ keep: true }));
    valueOf(await vault.ask.session.unlock({ passphrase: PASSPHRASE }));
    const after = valueOf(await vault.ask.officers.me());
    expect([after.id, after.name]).toEqual([before.id, before.name]);
    expect(after.keys).not.toEqual(before.keys);
    putOwnIdentity(vault.store, identity);
  });

  it('is whole again after a stop at any step of putting the rescued file in its place', async () => {
    valueOf(await vault.ask.session.rescue({ secret: SECRET }));
    // The damaged file was put aside, and there it stopped.
    renameSync(file('vault.db'), file('vault.db.damaged-20261124T120000Z'));
    const rescued = readdirSync(file('rescue'));
    expect(rescued).toEqual(expect.arrayContaining(['vault.db', 'head.a', 'head.b']));
    const kept = new Map(rescued.map((name) => [name, readFileSync(join(file('rescue'), name))]));
    vault.session.finishRescue(false);
    for (const moved of [[], ['vault.db'], ['vault.db', 'head.a']]) {
      const stopped = vaultOn((folder) => template.copyTo(folder));
      more.push(stopped);
      const place = (name: string): string => join(stopped.folder, name);
      renameSync(place('vault.db'), place('vault.db.damaged-20261124T120000Z'));
      writeFileSync(place('lock'), '');
      mkdirSync(place('rescue'));
      for (const [name, bytes] of kept) {
        writeFileSync(moved.includes(name) ? place(name) : join(place('rescue'), name), bytes);
      }
      expect(valueOf(await stopped.ask.session.status()).state).toBe('locked');
      expect(existsSync(place('rescue'))).toBe(false);
      await unlockWithKey(stopped, template);
      expect(valueOf(await stopped.ask.contacts.list({})).total).toBe(3);
    }
  });

  it('of which nothing is left but noise has nothing to rescue', async () => {
    writeFileSync(file('vault.db'), randomBytes(40 * 4096));
    expect(failureIn(await vault.ask.session.rescue({ secret: SECRET }))).toEqual({
      kind: 'nothing-to-rescue',
    });
  });
});
