import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callOf } from '../../src/shared/contract/call-of.ts';
import { callChannels } from '../../src/shared/contract/client.ts';
import { keyslotVault, unlockWithPassphrase } from '../../src/vault/keys/keyslots.ts';
import { malformedFor } from '../support/malformed.ts';
import {
  actionFields,
  addAction,
  addContact,
  addLog,
  consentArg,
  consentToTravel,
  contactFields,
  failureIn,
  followUpInput,
  promiseInput,
  valueOf,
} from '../support/records.ts';
import { isAlive, startVault, VaultGone, type VaultChild } from '../support/vault-child.ts';
import { vaultAt } from '../support/vault-here.ts';
import { vaultProgram } from '../support/vault-program.ts';
import { PASSPHRASE, vaultTemplate, type VaultTemplate } from '../support/vault-template.ts';

const OTHER = 'a quite different one: marble, kettle, 71 geese';

let template: VaultTemplate;
beforeAll(async () => {
  await vaultProgram();
  template = await vaultTemplate('Petra Process');
}, 120_000);

let base: string;
let folder: string;
const children: VaultChild[] = [];
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'steady-process-'));
  folder = join(base, 'vault');
});
afterEach(async () => {
  for (const child of children.splice(0)) if (isAlive(child.pid)) await child.kill();
  rmSync(base, { recursive: true, force: true });
});

async function start(
  dir = folder,
  options?: Parameters<typeof startVault>[1],
): Promise<VaultChild> {
  const child = await startVault(dir, options);
  children.push(child);
  return child;
}

async function unlocked(
  dir = folder,
  options?: Parameters<typeof startVault>[1],
): Promise<VaultChild> {
  const child = await start(dir, options);
  valueOf(await child.ask.session.unlock({ passphrase: PASSPHRASE }));
  return child;
}

describe('a vault process', () => {
  beforeEach(() => {
    template.copyTo(folder);
  });

  it('ends when it is told to, with everything in the one file, and says nothing', async () => {
    const vault = await unlocked();
    await addContact(vault, 'Kept');
    expect(await vault.end()).toBe(0);
    expect(isAlive(vault.pid)).toBe(false);
    expect(vault.output()).toBe('');
    expect(readdirSync(folder).filter((name) => name.endsWith('-wal'))).toEqual([]);
    const next = await unlocked();
    expect(valueOf(await next.ask.contacts.list({})).total).toBe(1);
  });

  it('ends when its host goes without a word', async () => {
    const vault = await unlocked();
    await addContact(vault, 'Kept');
    expect(await vault.abandon()).toBe(0);
    expect(isAlive(vault.pid)).toBe(false);
    expect(vault.output()).toBe('');
  });

  it('does not answer what was on its way when it ended', async () => {
    const vault = await unlocked();
    const slow = vault.ask.session.replaceRecoveryCode({ passphrase: PASSPHRASE });
    const [answer] = await Promise.allSettled([slow, vault.end()]);
    expect(answer).toMatchObject({ status: 'rejected', reason: expect.any(VaultGone) as unknown });
    await unlocked();
  });

  it('keeps a second one out until it has ended, however it ended', async () => {
    const first = await unlocked();
    const second = await start();
    const tried = await second.ask.session.unlock({ passphrase: PASSPHRASE });
    expect(failureIn(tried)).toEqual({ kind: 'in-use' });
    await addContact(first, 'At work');
    await first.kill();
    valueOf(await second.ask.session.unlock({ passphrase: PASSPHRASE }));
    expect(valueOf(await second.ask.contacts.list({})).total).toBe(1);
  });

  it('answers every wrong argument of every call, and nothing breaks', async () => {
    const vault = await unlocked();
    const channels = callChannels().filter((name) => callOf(name)?.answeredBy === 'vault');
    const kinds = new Set<string>();
    for (const channel of channels) {
      const answers = malformedFor(null).map((arg) => vault.invoke(channel, arg));
      for (const answer of await Promise.all(answers)) kinds.add(failureIn(answer).kind);
    }
    expect([...kinds]).toEqual(['invalid-argument']);
    expect(valueOf(await vault.ask.session.status()).state).toBe('unlocked');
    expect(vault.output()).toBe('');
  }, 60_000);

  it('answers many calls at once, each with its own answer', async () => {
    const vault = await unlocked();
    const names = Array.from({ length: 100 }, (_, n) => `Contact ${String(n)}`);
    const ids = await Promise.all(names.map((name) => addContact(vault, name)));
    const pages = await Promise.all(ids.map((id) => vault.ask.contacts.page({ id })));
    expect(pages.map((page) => valueOf(page).row.label)).toEqual(names);
  });

  it('refuses to start without a folder, and says no more than that', async () => {
    await expect(startVault('')).rejects.toThrow('before it listened');
  });
});

describe('a first run that is killed', () => {
  /** Resolves at the first moment at which it holds. */
  async function moment(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise((resolve) => setImmediate(resolve));
  }
  const unfinished = (): string | undefined =>
    readdirSync(base).find((name) => name.startsWith('vault.new-'));
  const inIt = (name: string) => (): boolean => {
    const beside = unfinished();
    return existsSync(folder) || (beside !== undefined && existsSync(join(base, beside, name)));
  };

  const moments: [string, () => boolean][] = [
    ['its folder is there', () => unfinished() !== undefined],
    ['the count of tries is there', inIt('attempts')],
    ['the first keyslots are there', inIt('keyslots.a')],
    ['the second keyslots are there', inIt('keyslots.b')],
    ['its database is being made', inIt('vault.db.new')],
    ['its database is there', inIt('vault.db')],
    ['it has its name', () => existsSync(folder)],
  ];
  it.each(moments)(
    'when %s, leaves no vault or a whole one',
    async (_, holds) => {
      const vault = await start();
      const created = vault.ask.session
        .createVault({ passphrase: PASSPHRASE, officerName: 'Ann', post: 'Post' })
        .catch((error: unknown) => error);
      await moment(holds);
      await vault.kill();
      await created;
      const next = vaultAt(folder);
      const { state } = valueOf(await next.ask.session.status());
      if (state === 'no-vault') {
        const arg = { passphrase: PASSPHRASE, officerName: 'Ann', post: 'Post' };
        valueOf(await next.ask.session.createVault(arg));
        expect(unfinished()).toBeUndefined();
      } else {
        expect(state).toBe('locked');
        valueOf(await next.ask.session.unlock({ passphrase: PASSPHRASE }));
      }
      await addContact(next, 'First');
      next.end();
    },
    60_000,
  );
});

describe('a full disk', () => {
  it('keeps a bundle from leaving: no entry, no part of a file, and it can be repeated', async () => {
    template.copyTo(folder);
    const setUp = await unlocked();
    const contactId = await addContact(setUp, 'Amina');
    await consentToTravel(setUp, contactId);
    const large = join(base, 'large.bin');
    writeFileSync(large, Buffer.alloc(3_000_000, 7));
    const owner = { ownerType: 'contact', ownerId: contactId } as const;
    valueOf(await setUp.ask.attachments.add({ ...owner, file: setUp.grantOpen(large) }));
    const me = valueOf(await setUp.ask.officers.me({}));
    await setUp.end();

    const choice = {
      contactIds: [contactId],
      recipientId: me.id,
      audience: 'other-posts' as const,
      keyType: 'x25519' as const,
    };
    const out = join(base, 'stick');
    mkdirSync(out);
    const path = join(out, 'handover.age');
    const full = await unlocked(folder, { fileLimitKib: 2_000 });
    const { previewId } = valueOf(await full.ask.bundles.previewExport(choice));
    const sent = await full.ask.bundles.export({
      ...choice,
      previewId,
      file: full.grantSave(path),
    });
    expect(failureIn(sent)).toEqual({ kind: 'no-space' });
    expect(readdirSync(out)).toEqual([]);
    expect(valueOf(await full.ask.bundles.register())).toEqual([]);
    // The rest of the vault is as it was.
    expect(valueOf(await full.ask.history.verify()).intact).toBe(true);
    expect(await full.end()).toBe(0);
    expect(full.output()).toBe('');

    const space = await unlocked();
    const again = valueOf(await space.ask.bundles.previewExport(choice));
    const file = space.grantSave(path);
    valueOf(await space.ask.bundles.export({ ...choice, previewId: again.previewId, file }));
    expect(readdirSync(out)).toEqual(['handover.age']);
    expect(statSync(path).size).toBeGreaterThan(3_000_000);
    expect(valueOf(await space.ask.bundles.register()).map(({ sequence }) => sequence)).toEqual([
      1,
    ]);
  }, 60_000);
});

describe('a secret', () => {
  it('is in no failure, no event and no output, whatever goes wrong', async () => {
    template.copyTo(folder);
    const keys = valueOf(await unlockWithPassphrase(keyslotVault(folder), PASSPHRASE));
    const key = Buffer.from(keys.dataKey);
    const name = 'Zenobia Quillfeather';
    const secrets = [
      ...[PASSPHRASE, OTHER, template.recoveryCode, template.recoveryCode.replaceAll('-', '')],
      ...[
        key.toString('hex'),
        key.toString('base64'),
        key.toString('latin1'),
        name,
        'Quillfeather',
      ],
    ];
    const heard: unknown[] = [];
    const vault = await start();
    const ask = async (channel: string, arg: unknown): Promise<void> => {
      const outcome = await vault.invoke(channel, arg);
      if (!outcome.ok) heard.push(outcome.failure);
    };
    // At the door, with and without the right words.
    for (const passphrase of [OTHER, `${PASSPHRASE}x`, name])
      await ask('session.unlock', { passphrase });
    await ask('session.unlock', { passphrase: PASSPHRASE, more: OTHER });
    await ask('session.unlock', { passphrase: [PASSPHRASE] });
    const mistyped = template.recoveryCode.split('-').reverse().join('-');
    await ask('session.unlockWithRecoveryCode', { recoveryCode: mistyped, newPassphrase: OTHER });
    await ask('session.unlockWithRecoveryCode', {
      recoveryCode: template.recoveryCode,
      newPassphrase: 'short',
    });
    await ask('session.createVault', { passphrase: OTHER, officerName: name, post: name });
    await ask('contacts.save', { id: null, fields: contactFields(name) });
    expect(failureIn(await vault.ask.session.unlock({ passphrase: 'x' })).kind).toBe(
      'wrong-secret',
    );
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    valueOf(await vault.ask.session.unlock({ passphrase: PASSPHRASE }));
    // Inside, with a name in every place that an error could take it from.
    const id = await addContact(vault, name, { notes: OTHER });
    for (const channel of ['contacts.page', 'meetings.get', 'actions.get', 'attachments.remove']) {
      await ask(channel, { id: name });
      await ask(channel, { id: '01930000-0000-7000-8000-000000000001' });
      await ask(channel, { [name]: OTHER });
    }
    const fields = contactFields(name);
    await ask('contacts.save', { id, fields: { ...fields, [name]: PASSPHRASE } });
    await ask('contacts.save', { id, fields: { ...fields, notes: { text: name } } });
    await ask('contacts.save', { id, fields: { ...fields, names: [{ text: name }] } });
    await ask('contacts.save', { id, fields: { ...fields, notes: `${name}\u0000` } });
    await ask('drafts.put', { form: 'contact', key: 'new', body: { text: `\ud800 ${name}` } });
    await ask('drafts.put', { form: name, key: 'new', body: {} });
    await ask('search.query', { text: name.repeat(100) });
    await ask('search.query', { text: `"${name}" NEAR( * ^ AND`, limit: -1 });
    await ask('session.changePassphrase', { current: OTHER, next: PASSPHRASE });
    await ask('session.changePassphrase', { current: PASSPHRASE, next: 'password' });
    await ask('session.replaceRecoveryCode', { passphrase: OTHER });
    await ask('session.confirmRecoveryCode', { recoveryCode: mistyped });
    await ask('consents.record', { ...consentArg(id, ['meet'], ['any']), contactId: name });
    const logId = await addLog(vault, name, [id]);
    await ask('meetings.seal', { id: logId });
    await ask('meetings.removeDraft', { id: logId });
    const [sealing] = valueOf(await vault.ask.history.ofRecord({ type: 'meeting-log', id: logId }));
    await ask('history.undo', { changeSetId: sealing?.id });
    await ask(name, {});
    await ask(`contacts.${name}`, {});
    for (const [n, content] of [
      name,
      `age-encryption.org/v1\n${name}`,
      `BEGIN:VCARD\nFN:${name}`,
    ].entries()) {
      const path = join(base, `${name} ${String(n)}`);
      writeFileSync(path, content);
      await ask('bundles.open', { file: vault.grantOpen(path) });
      await ask('officers.importCard', { file: vault.grantOpen(path) });
      await ask('imports.previewVcard', { file: vault.grantOpen(path) });
      await ask('bundles.open', { file: path });
      await ask('officers.exportCard', { file: vault.grantSave(join(path, name)) });
    }
    const gone = { file: vault.grantOpen(join(base, name, name)) };
    for (const channel of ['bundles.open', 'officers.importCard', 'imports.previewVcard'])
      await ask(channel, gone);
    await ask('attachments.add', { ownerType: 'contact', ownerId: id, ...gone });
    // And where the ground gives way: a page of the open database is not what it was.
    const database = join(folder, 'vault.db');
    const bytes = readFileSync(database);
    await vault.end();
    for (let at = 8_192; at < bytes.length; at += 4_096)
      bytes[at + 100] = (bytes[at + 100] ?? 0) ^ 255;
    writeFileSync(database, bytes);
    const damaged = await start();
    const outcome = await damaged.ask.session.unlock({ passphrase: PASSPHRASE });
    expect(failureIn(outcome)).toEqual({ kind: 'damaged' });
    heard.push(failureIn(outcome));

    expect(heard.length).toBeGreaterThan(40);
    expect(heard.filter((one) => JSON.stringify(one).includes('internal'))).toEqual([]);
    const all = JSON.stringify([heard, vault.events, damaged.events]);
    const said = all + vault.output() + damaged.output();
    expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
    expect(vault.output() + damaged.output()).toBe('');
  }, 60_000);
});

describe('the whole path', () => {
  it('from a new vault to another officer at another posting, in two processes', async () => {
    const [annDir, bobDir] = [join(base, 'ann', 'vault'), join(base, 'bob', 'vault')];
    const [ann, bob] = [await start(annDir), await start(bobDir)];
    for (const [vault, officerName] of [
      [ann, 'Ann'],
      [bob, 'Bob'],
    ] as const) {
      expect(valueOf(await vault.ask.session.status()).state).toBe('no-vault');
      const arg = { passphrase: PASSPHRASE, officerName, post: `Post of ${officerName}` };
      const { recoveryCode } = valueOf(await vault.ask.session.createVault(arg));
      valueOf(await vault.ask.session.confirmRecoveryCode({ recoveryCode }));
    }
    const amina = await addContact(ann, 'أمينة Amina', { locality: 'Harbour' });
    const purposes = ['hold-record', 'meet', 'share-inside-mission', 'private-approach'] as const;
    const consent = consentArg(amina, [...purposes], ['any'], { withheld: ['locality'] });
    valueOf(await ann.ask.consents.record(consent));
    await addLog(ann, 'Coffee', [amina], {
      promises: [promiseInput(amina, 'Send the book')],
      followUps: [followUpInput('Ask the desk')],
    });
    const action = await addAction(ann, 'Raise it', [amina]);
    const tooMuch = {
      ...actionFields('Statement', [amina]),
      type: 'public-statement',
      audience: 'public',
    } as const;
    const loud = valueOf(await ann.ask.actions.save({ id: null, fields: tooMuch }));
    const refused = await ann.ask.actions.move({ id: loud.id, status: 'in-progress' });
    expect(failureIn(refused).kind).toBe('consent-missing');
    valueOf(await ann.ask.actions.move({ id: action, status: 'in-progress' }));

    const card = join(base, 'bob.card');
    valueOf(await bob.ask.officers.exportCard({ file: bob.grantSave(card) }));
    const bobId = valueOf(await ann.ask.officers.importCard({ file: ann.grantOpen(card) })).id;
    const audience = 'other-posts' as const;
    const choice = { contactIds: [amina], audience, recipientId: bobId };
    const preview = valueOf(await ann.ask.bundles.previewExport(choice));
    expect(preview.travels).toMatchObject([{ withheld: ['locality'], ground: 'consent' }]);
    const bundle = join(base, 'handover.age');
    const { previewId } = preview;
    valueOf(await ann.ask.bundles.export({ ...choice, previewId, file: ann.grantSave(bundle) }));

    const opened = valueOf(await bob.ask.bundles.open({ file: bob.grantOpen(bundle) }));
    expect(opened).toMatchObject({ sender: { name: 'Ann', trust: 'unknown' }, conflicts: [] });
    valueOf(await bob.ask.bundles.apply({ importId: opened.importId }));
    expect(await bob.end()).toBe(0);

    const next = await unlocked(bobDir);
    const page = valueOf(await next.ask.contacts.page({ id: amina }));
    expect(page.contact).toMatchObject({ names: [{ text: 'أمينة Amina' }], locality: null });
    const found = valueOf(await next.ask.search.query({ text: 'امينة' }));
    expect(found.map(({ id }) => id)).toContain(amina);
    expect(valueOf(await next.ask.meetings.promises({})).map(({ text }) => text)).toEqual([
      'Send the book',
    ]);
    expect(valueOf(await next.ask.meetings.followUps({}))).toHaveLength(1);
    const actions = valueOf(await next.ask.actions.list({}));
    expect(actions.map(({ title, status }) => [title, status]).sort()).toEqual([
      ['Raise it', 'in-progress'],
      ['Statement', 'planned'],
    ]);
    expect(valueOf(await next.ask.history.verify())).toMatchObject({ intact: true });
    const again = valueOf(await next.ask.bundles.open({ file: next.grantOpen(bundle) }));
    expect(again.alreadyApplied).toBe(true);
    for (const vault of [ann, next]) expect(await vault.end()).toBe(0);
    expect(ann.output() + bob.output() + next.output()).toBe('');
  }, 90_000);
});
