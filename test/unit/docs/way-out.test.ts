import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { giveCard, receive, send } from '../../support/handover.ts';
import { addLog, addTraveller, consentArg, promiseInput, valueOf } from '../../support/records.ts';
import { openVaultOf, type VaultHere } from '../../support/vault-here.ts';
import { PASSPHRASE } from '../../support/vault-template.ts';

// Argon2id at its real cost.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const ROOT = join(import.meta.dirname, '../../..');
const PAGE = readFileSync(join(ROOT, 'docs/way-out.md'), 'utf8');
/** The commands of the page, as they stand. The last block deletes what the others made. */
const BLOCKS = [...PAGE.matchAll(/^```sh\n([^]*?)^```$/gmu)].map(([, block = '']) => block);

const TOOLS = ['age', 'tar', 'jq', 'openssl', 'xxd', 'sha256sum', 'base64', 'bash'];
const missing = TOOLS.filter((tool) => spawnSync('which', [tool]).status !== 0);
const why =
  missing.length === 0 ? '' : ` (skipped: no ${missing.join(' and no ')} on this machine)`;

describe.skipIf(missing.length > 0)(`docs/way-out.md, run as it stands${why}`, () => {
  let folder: string;
  let sender: VaultHere;
  let rita: VaultHere;
  let said: string;
  /** What Rita's vault says of what came, to hold the commands against. */
  let record: Record<'names' | 'ways' | 'meetings' | 'promises' | 'consents', string[]>;
  let identities: Record<'ageIdentity' | 'ageHybridIdentity', string>;
  const files = { 'ስም note.txt': 'A note that travels.', 'report.txt': 'A report.' };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'way-out-'));
    sender = await openVaultOf('Sven Sender');
    rita = await openVaultOf('Rita Receiver');
    const path = await sendPortfolio();
    await receive(rita, path);
    record = await recordOf(rita);
    identities = rita.context.identity();
    rita.end();
    copyFileSync(path, join(folder, 'bundle.age'));
    symlinkSync(join(ROOT, 'scripts'), join(folder, 'scripts'));
    said = run(BLOCKS.slice(0, -1).join('\n'), `${PASSPHRASE}\n`);
  });
  afterAll(() => {
    sender.dispose();
    rita.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  async function sendPortfolio(): Promise<string> {
    const method = { kind: 'signal', neverUse: false, preferred: true, note: null } as const;
    const almaz = await addTraveller(sender, 'Almaz Tekle', {
      names: [
        { id: randomUUID(), kind: 'primary', text: 'Almaz Tekle', script: 'Latn' },
        { id: randomUUID(), kind: 'alias', text: 'አልማዝ ተክሌ', script: 'Ethi' },
      ],
      methods: [
        { ...method, id: randomUUID(), value: '+999 1', safeHours: 'after 21:00' },
        { ...method, id: randomUUID(), value: '+999 2', safeHours: null, neverUse: true },
      ],
    });
    const lemma = await addTraveller(sender, 'Before the marriage');
    const { id: _, ...kept } = valueOf(await sender.ask.contacts.page({ id: lemma })).contact;
    // What counts is what was said last, and what was removed is not there.
    const names = kept.names.map((name) => ({ ...name, text: 'Tesfaye "Lemma" \\ Adv.' }));
    valueOf(await sender.ask.contacts.save({ id: lemma, fields: { ...kept, names } }));
    await addLog(sender, 'First talk', [almaz], { fields: { startedAt: '2026-10-01T10:00' } });
    await addLog(sender, 'Second talk', [almaz, lemma], {
      promises: [
        promiseInput(almaz, 'Send the guide', { dueOn: '2026-12-01' }),
        promiseInput(lemma, 'Kept', { state: 'kept', settledOn: '2026-11-21' }),
      ],
    });
    const meet = consentArg(almaz, ['meet'], ['any'], { expiresOn: '2027-01-31' });
    valueOf(await sender.ask.consents.record(meet));
    for (const [name, text] of Object.entries(files)) {
      const file = sender.grantBytes(name, Buffer.from(text));
      const owner = { ownerType: 'contact', ownerId: almaz } as const;
      valueOf(await sender.ask.attachments.add({ ...owner, file }));
    }
    const gone = await addTraveller(sender, 'Removed before');
    valueOf(await sender.ask.contacts.remove({ id: gone }));
    const recipientId = await giveCard(rita, sender);
    await giveCard(sender, rita);
    const sent = await send(sender, { contactIds: [almaz, lemma], recipientId });
    return sent.path;
  }

  async function recordOf({ ask }: VaultHere): Promise<typeof record> {
    const { rows } = valueOf(await ask.contacts.list({}));
    const pages = await Promise.all(
      rows.map(async ({ id }) => valueOf(await ask.contacts.page({ id })).contact),
    );
    const labels = new Map(rows.map(({ id, label }) => [id, label]));
    const meetings = valueOf(await ask.meetings.list({})).rows;
    const promises = valueOf(await ask.meetings.promises({ states: ['open'] }));
    const events = await Promise.all(
      rows.map(async ({ id }) => valueOf(await ask.consents.ofContact({ contactId: id })).events),
    );
    return {
      names: pages.map(({ id, names }) => `${id}  ${names.map(({ text }) => text).join(' / ')}`),
      ways: pages.flatMap(({ id, methods }) =>
        methods.map(
          ({ neverUse, kind, value, safeHours }) =>
            `${labels.get(id) ?? ''}: ${neverUse ? 'NEVER USE ' : ''}${kind} ${value}${safeHours === null ? '' : ` (${safeHours})`}`,
        ),
      ),
      meetings: meetings.map(
        ({ startedAt, title, contacts }) =>
          `${startedAt}  ${title}  ${['Desk officer', ...contacts.map(({ label }) => label)].join(', ')}`,
      ),
      promises: promises.map(({ dueOn, text }) => `${dueOn ?? 'no day'}  ${text}`),
      consents: events
        .flat()
        .map(
          ({ decidedOn, contactId, decision, purpose, audience, expiresOn }) =>
            `${decidedOn}  ${labels.get(contactId) ?? ''}: ${decision} ${purpose} towards ${audience}${expiresOn === null ? '' : ` until ${expiresOn}`}`,
        ),
    };
  }

  function run(commands: string, input = ''): string {
    return execFileSync('bash', ['-c', `set -euo pipefail\n${commands}`], {
      cwd: folder,
      input,
      encoding: 'utf8',
      env: {
        ...process.env,
        LC_ALL: 'C.UTF-8',
        VAULT: rita.folder,
        PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
      },
    });
  }

  function linesOf(name: string): string[] {
    return readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
  }

  it('prints the identity of the vault, of either kind, and changes nothing in it', () => {
    expect(linesOf('identity.txt')).toEqual([identities.ageIdentity]);
    const before = statSync(join(rita.folder, 'vault.db')).mtimeMs;
    const hybrid = run('node scripts/identity.mjs --post-quantum "$VAULT"', PASSPHRASE);
    expect(hybrid).toBe(`${identities.ageHybridIdentity}\n`);
    expect(statSync(join(rita.folder, 'vault.db')).mtimeMs).toBe(before);
  });

  it('prints no identity for a wrong passphrase, and says how it is used', () => {
    const script = (args: string[], input: string) =>
      spawnSync(process.execPath, [join(ROOT, 'scripts/identity.mjs'), ...args], {
        input,
        encoding: 'utf8',
      });
    const wrong = script([rita.folder], 'not it');
    expect([wrong.status, wrong.stdout]).toEqual([1, '']);
    expect(script([], '')).toMatchObject({ status: 2, stdout: '' });
    expect(script([rita.folder, '--other'], '')).toMatchObject({ status: 2, stdout: '' });
    expect(script([folder], PASSPHRASE)).toMatchObject({ status: 3, stdout: '' });
  });

  it('finds every file whole and the signature that of the sender', async () => {
    expect(said).toContain('changes.ndjson: OK');
    expect(said).not.toMatch(/FAILED|BAD/u);
    expect(said).toContain('Signature Verified Successfully');
    const { name, post, keys } = valueOf(await sender.ask.officers.me({}));
    expect(said).toContain(`${name}, ${post}: ${keys.signingKey}`);
  });

  it('finds an altered manifest out', () => {
    const check = 'openssl pkeyutl -verify -pubin -inkey sender.der -keyform DER -rawin';
    const altered = run(
      `sed 's/Sven/Svem/' signed > altered; ${check} -in altered -sigfile signature || true`,
    );
    expect(altered).toContain('Signature Verification Failure');
  });

  it('gives what the record says: names, ways, meetings, promises, consents', () => {
    expect(linesOf('contacts.txt').sort()).toEqual(record.names.sort());
    expect(linesOf('ways.txt').sort()).toEqual(record.ways.sort());
    expect(linesOf('meetings.txt')).toEqual(record.meetings);
    expect(linesOf('promises.txt')).toEqual(record.promises);
    expect(linesOf('consents.txt').sort()).toEqual(record.consents.sort());
    expect(record.names.join()).not.toContain('Before the marriage');
  });

  it('has a brief to be read in a browser, of those alone who travel', () => {
    const brief = readFileSync(join(folder, 'brief.html'), 'utf8');
    for (const text of ['Almaz Tekle', 'Send the guide', '+999 2', 'Second talk']) {
      expect(brief).toContain(text);
    }
    expect(brief).not.toMatch(/<script|Removed before|Before the marriage/u);
  });

  it('gives every file its name and content', () => {
    const named = readdirSync(join(folder, 'files'));
    const found = named.map((name) => [
      name.slice(9),
      readFileSync(join(folder, 'files', name), 'utf8'),
    ]);
    expect(Object.fromEntries(found)).toEqual(files);
  });

  it('leaves no file behind', () => {
    run(BLOCKS.at(-1) ?? '');
    expect(run('find . -type f')).toBe('');
    // It does not follow links out of the folder.
    expect(existsSync(join(ROOT, 'scripts/identity.mjs'))).toBe(true);
  });
});
