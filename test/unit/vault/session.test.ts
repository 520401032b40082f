import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listAccess } from '../../../src/vault/db/access-log.ts';
import { INTERNALS } from '../../../src/vault/db/store-internals.ts';
import { filesIn } from '../../support/dump.ts';
import { addContact, failureIn, valueOf } from '../../support/records.ts';
import {
  openVaultOf,
  unlockWithKey,
  vaultAt,
  vaultOn,
  type VaultHere,
} from '../../support/vault-here.ts';
import { PASSPHRASE, vaultTemplate, type VaultTemplate } from '../../support/vault-template.ts';

const OTHER = 'a quite different one: marble, kettle, 71 geese';
const NEW_VAULT = { passphrase: PASSPHRASE, officerName: 'Ann', post: 'Post A' };

let template: VaultTemplate;
beforeAll(async () => {
  template = await vaultTemplate('Sara Session');
});

let vault: VaultHere;
const more: VaultHere[] = [];
beforeEach(() => {
  vault = vaultOn((folder) => template.copyTo(folder));
});
afterEach(() => {
  for (const one of more.splice(0)) one.end();
  vault.dispose();
});

/** What a process started anew would be: nothing of the first one is left but its files. */
function restart(): VaultHere {
  vault.end();
  const next = vaultAt(vault.folder);
  more.push(next);
  return next;
}

function file(name: string): string {
  return join(vault.folder, name);
}

describe('a first run', () => {
  it('makes a vault, gives a recovery code once and leaves it open', async () => {
    const fresh = vaultOn();
    expect(valueOf(await fresh.ask.session.status())).toMatchObject({
      state: 'no-vault',
      officer: null,
    });
    const { recoveryCode } = valueOf(await fresh.ask.session.createVault(NEW_VAULT));
    expect(recoveryCode).toMatch(/^([0-9A-Z]{5}-){7}[0-9A-Z]{5}$/u);
    expect(valueOf(await fresh.ask.session.status())).toMatchObject({
      state: 'unlocked',
      recoveryCodeUnconfirmed: true,
      officer: { name: 'Ann', post: 'Post A' },
    });
    expect(fresh.events).toContainEqual({
      name: 'sessionChanged',
      payload: { state: 'unlocked' },
    });
    expect(readdirSync(join(fresh.folder, '..'))).toEqual(['vault']);
    fresh.dispose();
  });

  it.runIf(process.platform !== 'win32')('leaves nothing that others may read', async () => {
    const fresh = vaultOn();
    valueOf(await fresh.ask.session.createVault(NEW_VAULT));
    await addContact(fresh, 'Somebody');
    const names = readdirSync(fresh.folder);
    expect(names).toEqual(expect.arrayContaining(['vault.db', 'keyslots.a', 'keyslots.b', 'lock']));
    const modes = names.map((name) => [
      name,
      (statSync(join(fresh.folder, name)).mode & 0o777).toString(8),
    ]);
    expect(modes).toEqual(names.map((name) => [name, '600']));
    expect((statSync(fresh.folder).mode & 0o777).toString(8)).toBe('700');
    fresh.dispose();
  });

  it('is none where there is a vault, and none twice at once', async () => {
    expect(failureIn(await vault.ask.session.createVault(NEW_VAULT))).toEqual({
      kind: 'vault-exists',
    });
    const fresh = vaultOn();
    const both = await Promise.all([
      fresh.ask.session.createVault(NEW_VAULT),
      fresh.ask.session.createVault({ ...NEW_VAULT, passphrase: OTHER }),
    ]);
    valueOf(both[0]);
    expect(failureIn(both[1])).toEqual({ kind: 'vault-exists' });
    fresh.dispose();
  });

  it('of two processes at once gives one whole vault, and the other is told', async () => {
    const one = vaultOn();
    const two = vaultAt(one.folder);
    const both = await Promise.all([
      one.ask.session.createVault(NEW_VAULT),
      two.ask.session.createVault({ ...NEW_VAULT, passphrase: OTHER, officerName: 'Bob' }),
    ]);
    const kinds = both.map((outcome) => (outcome.ok ? 'made' : outcome.failure.kind)).sort();
    expect(kinds).toEqual(['made', 'vault-exists']);
    expect(readdirSync(join(one.folder, '..'))).toEqual(['vault']);
    const [winner, passphrase] = both[0].ok ? [one, PASSPHRASE] : [two, OTHER];
    winner.end();
    const again = vaultAt(one.folder);
    valueOf(await again.ask.session.unlock({ passphrase }));
    again.end();
    one.dispose();
  });

  it.each(['short', 'passwordpassword', 'aaaaaaaaaaaaaaaaaaaaaaaa'])(
    'refuses the passphrase (%#) and leaves nothing behind',
    async (passphrase) => {
      const fresh = vaultOn();
      const outcome = await fresh.ask.session.createVault({ ...NEW_VAULT, passphrase });
      expect(failureIn(outcome).kind).toBe('weak-passphrase');
      expect(readdirSync(join(fresh.folder, '..'))).toEqual([]);
      fresh.dispose();
    },
  );

  it('refuses a name that no card or bundle could be signed with', async () => {
    const fresh = vaultOn();
    const officerName = 'Ann \u202egro.live';
    expect(failureIn(await fresh.ask.session.createVault({ ...NEW_VAULT, officerName }))).toEqual({
      kind: 'invalid-argument',
      issues: [{ path: ['officerName'], code: 'not-for-a-card' }],
    });
    expect(existsSync(fresh.folder)).toBe(false);
    fresh.dispose();
  });

  it('is never taken from a folder that holds something else', async () => {
    const foreign = vaultOn((folder) => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'holiday.jpg'), 'x');
    });
    const before = filesIn(foreign.folder);
    expect(failureIn(await foreign.ask.session.status())).toEqual({ kind: 'keyslots-damaged' });
    expect(failureIn(await foreign.ask.session.createVault(NEW_VAULT))).toEqual({
      kind: 'vault-exists',
    });
    expect(failureIn(await foreign.ask.session.unlock({ passphrase: PASSPHRASE }))).toEqual({
      kind: 'keyslots-damaged',
    });
    expect(filesIn(foreign.folder)).toEqual(before);
    foreign.dispose();
  });
});

describe('unlocking', () => {
  it('opens what was there before, after an end', async () => {
    valueOf(await vault.ask.session.unlock({ passphrase: PASSPHRASE }));
    const id = await addContact(vault, 'Kept over the night');
    const next = restart();
    expect(valueOf(await next.ask.session.status())).toMatchObject({
      state: 'locked',
      officer: null,
    });
    expect(failureIn(await next.ask.contacts.page({ id }))).toEqual({ kind: 'locked' });
    expect(valueOf(await next.ask.session.unlock({ passphrase: PASSPHRASE }))).toMatchObject({
      state: 'unlocked',
      officer: { name: 'Sara Session' },
    });
    expect(valueOf(await next.ask.contacts.page({ id })).row.label).toBe('Kept over the night');
  });

  it('says the same of every wrong secret, makes each wait longer, and over a restart too', async () => {
    const waits: number[] = [];
    for (const wrong of [OTHER, 'x', PASSPHRASE.toUpperCase(), `${PASSPHRASE} `]) {
      const failure = failureIn(await vault.ask.session.unlock({ passphrase: wrong }));
      expect(failure).toEqual({
        kind: 'wrong-secret',
        retryAfterSeconds: expect.any(Number) as number,
      });
      waits.push((failure as { retryAfterSeconds: number }).retryAfterSeconds);
    }
    expect(waits).toEqual([0, 0, 0, 1]);
    const next = restart();
    const { retryAfterSeconds } = valueOf(await next.ask.session.status());
    expect(retryAfterSeconds).toBe(1);
    // While it lasts not even the right one is tried.
    expect(failureIn(await next.ask.session.unlock({ passphrase: PASSPHRASE })).kind).toBe(
      'too-soon',
    );
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const failure = failureIn(await next.ask.session.unlock({ passphrase: OTHER }));
    expect(failure).toEqual({ kind: 'wrong-secret', retryAfterSeconds: 2 });
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    valueOf(await next.ask.session.unlock({ passphrase: PASSPHRASE }));
    // How many were wrong before it is on record.
    const [entry] = listAccess(next.store, { before: null, limit: 1 });
    expect(entry).toMatchObject({ kind: 'unlock', detail: { failedAttempts: 5 } });
    // The right one ends the count.
    expect(valueOf(await restart().ask.session.status()).retryAfterSeconds).toBe(0);
  });

  it('of a vault that another process works in is refused before the secret is tried', async () => {
    await unlockWithKey(vault, template);
    const second = vaultAt(vault.folder);
    const slots = readFileSync(file('keyslots.a'));
    expect(failureIn(await second.ask.session.unlock({ passphrase: OTHER }))).toEqual({
      kind: 'in-use',
    });
    expect(
      failureIn(
        await second.ask.session.unlockWithRecoveryCode({
          recoveryCode: template.recoveryCode,
          newPassphrase: OTHER,
        }),
      ),
    ).toEqual({ kind: 'in-use' });
    expect(readFileSync(file('attempts'), 'utf8')).toContain('"failures":0');
    expect(readFileSync(file('keyslots.a'))).toEqual(slots);
    await addContact(vault, 'Still at work');
    vault.end();
    valueOf(await second.ask.session.unlock({ passphrase: PASSPHRASE }));
    second.end();
  });

  it('asked twice at once opens once', async () => {
    const both = await Promise.all([
      vault.ask.session.unlock({ passphrase: PASSPHRASE }),
      vault.ask.session.unlock({ passphrase: PASSPHRASE }),
    ]);
    for (const outcome of both) expect(valueOf(outcome).state).toBe('unlocked');
    await addContact(vault, 'One store');
    const next = restart();
    valueOf(await next.ask.session.unlock({ passphrase: PASSPHRASE }));
    expect(valueOf(await next.ask.contacts.list({})).total).toBe(1);
  });

  it('lets the folder go where the secret was wrong', async () => {
    const wrong = await vault.ask.session.unlock({ passphrase: OTHER });
    expect(failureIn(wrong).kind).toBe('wrong-secret');
    const second = vaultAt(vault.folder);
    valueOf(await second.ask.session.unlock({ passphrase: PASSPHRASE }));
    second.end();
  });
});

describe('the recovery code', () => {
  it('is checked by typing it back, and a wrong group is named', async () => {
    const fresh = vaultOn();
    const { recoveryCode } = valueOf(await fresh.ask.session.createVault(NEW_VAULT));
    const groups = recoveryCode.split('-');
    expect(groups.length).toBeGreaterThan(3);
    const third = groups[2] ?? '';
    const wrong = [...groups];
    wrong[2] = third.startsWith('0') ? third.replace('0', '1') : `0${third.slice(1)}`;
    expect(
      failureIn(await fresh.ask.session.confirmRecoveryCode({ recoveryCode: wrong.join('-') })),
    ).toEqual({ kind: 'recovery-code-mistyped', group: 3 });
    valueOf(
      await fresh.ask.session.confirmRecoveryCode({ recoveryCode: recoveryCode.toLowerCase() }),
    );
    expect(valueOf(await fresh.ask.session.status()).recoveryCodeUnconfirmed).toBe(false);
    fresh.dispose();
  });

  it('can still be confirmed after a restart', async () => {
    await unlockWithKey(vault, template);
    expect(valueOf(await vault.ask.session.status()).recoveryCodeUnconfirmed).toBe(true);
    const { recoveryCode } = template;
    valueOf(await vault.ask.session.confirmRecoveryCode({ recoveryCode }));
    const next = restart();
    await unlockWithKey(next, template);
    expect(valueOf(await next.ask.session.status()).recoveryCodeUnconfirmed).toBe(false);
  });

  it('of another vault, whole in itself, is not taken for this one after a restart', async () => {
    await unlockWithKey(vault, template);
    const { recoveryCode } = await vaultTemplate('Olga Other');
    expect(failureIn(await vault.ask.session.confirmRecoveryCode({ recoveryCode }))).toEqual({
      kind: 'recovery-code-mistyped',
      group: null,
    });
  });

  it('opens with a new passphrase, and the old one opens nothing any more', async () => {
    const { recoveryCode } = template;
    const outcome = await vault.ask.session.unlockWithRecoveryCode({
      recoveryCode,
      newPassphrase: OTHER,
    });
    expect(valueOf(outcome).state).toBe('unlocked');
    const next = restart();
    expect(failureIn(await next.ask.session.unlock({ passphrase: PASSPHRASE })).kind).toBe(
      'wrong-secret',
    );
    valueOf(await next.ask.session.unlock({ passphrase: OTHER }));
  });

  it('is tried only with a passphrase that may be set, and a mistyped one costs no try', async () => {
    const { recoveryCode } = template;
    const weak = { recoveryCode, newPassphrase: 'short' };
    expect(failureIn(await vault.ask.session.unlockWithRecoveryCode(weak)).kind).toBe(
      'weak-passphrase',
    );
    const groups = recoveryCode.split('-');
    for (let time = 0; time < 5; time += 1) {
      const mistyped = [...groups].reverse().join('-');
      const arg = { recoveryCode: mistyped, newPassphrase: OTHER };
      expect(failureIn(await vault.ask.session.unlockWithRecoveryCode(arg)).kind).toBe(
        'recovery-code-mistyped',
      );
    }
    expect(valueOf(await vault.ask.session.status()).retryAfterSeconds).toBe(0);
  });

  it('can be replaced, and then the old one opens nothing', async () => {
    valueOf(await vault.ask.session.unlock({ passphrase: PASSPHRASE }));
    const replaced = await vault.ask.session.replaceRecoveryCode({ passphrase: PASSPHRASE });
    const { recoveryCode } = valueOf(replaced);
    expect(recoveryCode).not.toBe(template.recoveryCode);
    expect(valueOf(await vault.ask.session.status()).recoveryCodeUnconfirmed).toBe(true);
    const next = restart();
    const old = { recoveryCode: template.recoveryCode, newPassphrase: OTHER };
    expect(failureIn(await next.ask.session.unlockWithRecoveryCode(old)).kind).toBe('wrong-secret');
    valueOf(await next.ask.session.unlockWithRecoveryCode({ recoveryCode, newPassphrase: OTHER }));
  });
});

describe('changing the passphrase', () => {
  it('takes the old one, and then the new one opens', async () => {
    await unlockWithKey(vault, template);
    const wrong = { current: OTHER, next: OTHER };
    expect(failureIn(await vault.ask.session.changePassphrase(wrong)).kind).toBe('wrong-secret');
    const weak = { current: PASSPHRASE, next: 'short' };
    expect(failureIn(await vault.ask.session.changePassphrase(weak)).kind).toBe('weak-passphrase');
    valueOf(await vault.ask.session.changePassphrase({ current: PASSPHRASE, next: OTHER }));
    const next = restart();
    expect(failureIn(await next.ask.session.unlock({ passphrase: PASSPHRASE })).kind).toBe(
      'wrong-secret',
    );
    valueOf(await next.ask.session.unlock({ passphrase: OTHER }));
  });

  it('at the same time as replacing the recovery code loses neither', async () => {
    await unlockWithKey(vault, template);
    const [changed, replaced] = await Promise.all([
      vault.ask.session.changePassphrase({ current: PASSPHRASE, next: OTHER }),
      vault.ask.session.replaceRecoveryCode({ passphrase: PASSPHRASE }),
    ]);
    valueOf(changed);
    // Whichever came second, the first one's change stands.
    expect(failureIn(replaced).kind).toBe('wrong-secret');
    const { recoveryCode } = valueOf(
      await vault.ask.session.replaceRecoveryCode({ passphrase: OTHER }),
    );
    const next = restart();
    valueOf(
      await next.ask.session.unlockWithRecoveryCode({ recoveryCode, newPassphrase: PASSPHRASE }),
    );
  });
});

describe('a vault whose files were damaged', () => {
  /** Everything but the lock and the count of tries, which an unlock writes. */
  function kept(): Record<string, string> {
    const { lock: _, attempts: __, ...files } = filesIn(vault.folder);
    return files;
  }

  async function refusal(): Promise<unknown> {
    const before = kept();
    const outcome = await vault.ask.session.unlock({ passphrase: PASSPHRASE });
    expect(kept()).toEqual(before);
    expect(vault.session.context()).toBeNull();
    const status = await vault.ask.session.status();
    expect(status.ok && status.value.state).not.toBe('no-vault');
    expect(failureIn(await vault.ask.session.createVault(NEW_VAULT)).kind).toBe('vault-exists');
    return failureIn(outcome);
  }

  it.each([
    ['missing', 'empty-file', () => rmSync(file('vault.db'))],
    ['of no bytes', 'empty-file', () => truncateSync(file('vault.db'), 0)],
    ['of one byte', 'empty-file', () => truncateSync(file('vault.db'), 1)],
    ['cut to half its pages', 'damaged', () => truncateSync(file('vault.db'), halfOf('vault.db'))],
    ['with a flipped byte', 'damaged', () => flip('vault.db', halfOf('vault.db') + 77)],
    ['with a flipped byte in its salt', 'damaged', () => flip('vault.db', 3)],
    [
      'another file altogether',
      'foreign-file',
      () => writeFileSync(file('vault.db'), Buffer.alloc(40_960, 7)),
    ],
    [
      'a plain SQLite file',
      'foreign-file',
      () => {
        rmSync(file('vault.db'));
        const plain = new Database(file('vault.db'));
        plain.exec('CREATE TABLE contact (id TEXT); INSERT INTO contact VALUES (1)');
        plain.close();
      },
    ],
  ])('(the database is %s) says so and writes nothing', async (_, kind, damage) => {
    damage();
    expect(await refusal()).toEqual({ kind });
  });

  it("(the database is another vault's) says so and writes nothing", async () => {
    const other = vaultOn();
    (await vaultTemplate('Olga Other')).copyTo(other.folder);
    copyFileSync(join(other.folder, 'vault.db'), file('vault.db'));
    other.dispose();
    expect(await refusal()).toEqual({ kind: 'foreign-file' });
  });

  it('(the database is of a newer version) is left for that version', async () => {
    await unlockWithKey(vault, template);
    vault.store[INTERNALS].database.pragma('user_version = 999');
    vault.end();
    expect(await refusal()).toEqual({ kind: 'from-the-future' });
  });

  it('(an older copy was put back) is told, and opens once that was accepted', async () => {
    const old = join(vault.folder, '..', 'old.db');
    copyFileSync(file('vault.db'), old);
    await unlockWithKey(vault, template);
    await addContact(vault, 'Lost with the old copy');
    vault.end();
    copyFileSync(old, file('vault.db'));
    expect(await refusal()).toEqual({ kind: 'rolled-back', lastSeenSequence: 2, foundSequence: 1 });
    const accepted = await vault.ask.session.unlock({ passphrase: PASSPHRASE, acceptOlder: true });
    expect(valueOf(accepted).state).toBe('unlocked');
    expect(valueOf(await vault.ask.contacts.list({})).total).toBe(0);
    await addContact(vault, 'Written since');
    const next = restart();
    valueOf(await next.ask.session.unlock({ passphrase: PASSPHRASE }));
    expect(valueOf(await next.ask.contacts.list({})).total).toBe(1);
  });

  it('(an older copy was put back) opens with the recovery code in the same way', async () => {
    const old = join(vault.folder, '..', 'old.db');
    copyFileSync(file('vault.db'), old);
    await unlockWithKey(vault, template);
    await addContact(vault, 'Lost with the old copy');
    vault.end();
    copyFileSync(old, file('vault.db'));
    const before = kept();
    const arg = { recoveryCode: template.recoveryCode, newPassphrase: OTHER };
    const refused = await vault.ask.session.unlockWithRecoveryCode(arg);
    expect(failureIn(refused).kind).toBe('rolled-back');
    // Not even the passphrase was changed.
    expect(kept()).toEqual(before);
    const accepted = await vault.ask.session.unlockWithRecoveryCode({ ...arg, acceptOlder: true });
    expect(valueOf(accepted).state).toBe('unlocked');
    valueOf(await restart().ask.session.unlock({ passphrase: OTHER }));
  });

  it('(an older pair of keyslots was put back) is told, and opens once that was accepted', async () => {
    const old = ['keyslots.a', 'keyslots.b'].map(
      (name) => [name, readFileSync(file(name))] as const,
    );
    const putBack = (): void => old.forEach(([name, bytes]) => writeFileSync(file(name), bytes));
    await unlockWithKey(vault, template);
    valueOf(await vault.ask.session.changePassphrase({ current: PASSPHRASE, next: OTHER }));
    vault.end();
    putBack();
    expect(await refusal()).toEqual({ kind: 'keyslots-older' });
    // An older database does not excuse it: each is accepted by itself.
    const other = await vault.ask.session.unlock({ passphrase: PASSPHRASE, acceptOlder: true });
    expect(failureIn(other).kind).toBe('keyslots-older');
    const code = { recoveryCode: template.recoveryCode, newPassphrase: OTHER };
    expect(failureIn(await vault.ask.session.unlockWithRecoveryCode(code)).kind).toBe(
      'keyslots-older',
    );
    const accepted = { passphrase: PASSPHRASE, acceptOlderKeys: true };
    expect(valueOf(await vault.ask.session.unlock(accepted)).state).toBe('unlocked');
    // What was accepted is what counts from now on.
    const next = restart();
    valueOf(await next.ask.session.unlock({ passphrase: PASSPHRASE }));
    valueOf(await next.ask.session.changePassphrase({ current: PASSPHRASE, next: OTHER }));
    next.end();
    putBack();
    expect(await refusal()).toEqual({ kind: 'keyslots-older' });
  });

  it.each([
    ['the database', ['vault.db']],
    ['the head files', ['head.a', 'head.b']],
  ])('(older keyslots were put back together with %s) is told', async (_, companions) => {
    const names = ['keyslots.a', 'keyslots.b', ...companions];
    const old = names.map((name) => [name, readFileSync(file(name))] as const);
    await unlockWithKey(vault, template);
    // Changes no record: the chain alone would not tell.
    valueOf(await vault.ask.session.changePassphrase({ current: PASSPHRASE, next: OTHER }));
    vault.end();
    for (const [name, bytes] of old) writeFileSync(file(name), bytes);
    expect(await refusal()).toEqual({ kind: 'keyslots-older' });
  });

  it.each(['keyslots.a', 'keyslots.b'])('(%s is damaged) repairs it and tells', async (name) => {
    const whole = readFileSync(file(name));
    flip(name, 100);
    expect(valueOf(await vault.ask.session.status())).toMatchObject({
      state: 'locked',
      keyslotsRepaired: true,
    });
    expect(readFileSync(file(name))).toEqual(whole);
    expect(valueOf(await vault.ask.session.unlock({ passphrase: PASSPHRASE }))).toMatchObject({
      state: 'unlocked',
      keyslotsRepaired: true,
    });
  });

  it('(both keyslots are damaged) says so, and is no first run', async () => {
    for (const name of ['keyslots.a', 'keyslots.b']) flip(name, 100);
    expect(failureIn(await vault.ask.session.status())).toEqual({ kind: 'keyslots-damaged' });
    expect(await refusal()).toEqual({ kind: 'keyslots-damaged' });
  });

  it('(both keyslots are gone) says so, and is no first run', async () => {
    for (const name of ['keyslots.a', 'keyslots.b']) rmSync(file(name));
    expect(failureIn(await vault.ask.session.status())).toEqual({ kind: 'keyslots-damaged' });
    expect(await refusal()).toEqual({ kind: 'keyslots-damaged' });
  });

  it('(the keyslots ask for four tebibytes) refuses before it takes any', async () => {
    for (const name of ['keyslots.a', 'keyslots.b']) {
      copyFileSync(
        new URL('../../vectors/keyslots/hostile-4-tib.json', import.meta.url),
        file(name),
      );
    }
    expect(failureIn(await vault.ask.session.status()).kind).toMatch(/^keyslots-/u);
    expect(await refusal()).toMatchObject({ kind: expect.stringMatching(/^keyslots-/u) as string });
  });

  function halfOf(name: string): number {
    return (Math.floor(statSync(file(name)).size / 8_192) * 8_192) / 2;
  }

  function flip(name: string, at: number): void {
    const bytes = readFileSync(file(name));
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(file(name), bytes);
  }
});

it('shows a second vault beside it as its own', async () => {
  const other = await openVaultOf('Olga Other');
  const copy = join(vault.folder, '..', 'copy');
  cpSync(vault.folder, copy, { recursive: true });
  const second = vaultAt(copy);
  await unlockWithKey(second, template);
  await unlockWithKey(vault, template);
  expect(valueOf(await other.ask.session.status()).officer?.name).toBe('Olga Other');
  expect(valueOf(await second.ask.session.status()).officer).toEqual(
    valueOf(await vault.ask.session.status()).officer,
  );
  second.end();
  other.dispose();
});
