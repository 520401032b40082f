import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeMarkers, markersBelow } from '../support/markers.ts';
import {
  actionFields,
  consentArg,
  contactFields,
  followUpInput,
  meetingArg,
  promiseInput,
  valueOf,
} from '../support/records.ts';
import { isAlive, startVault, type VaultChild } from '../support/vault-child.ts';
import { vaultProgram } from '../support/vault-program.ts';
import { PASSPHRASE, vaultTemplate, type VaultTemplate } from '../support/vault-template.ts';

/*
 * The disk of a locked laptop is imaged (security page, row 1): of two hundred words that were typed
 * into every field there is, none is in any file that the vault could have written.
 */

const MARKERS = makeMarkers(200);

let template: VaultTemplate;
beforeAll(async () => {
  await vaultProgram();
  template = await vaultTemplate('Mara Marker');
}, 120_000);

/** Everything that the process may take for its own place: vault, profile, temporary files. */
let seized: string;
/** Where the officer's own files lie, which are in the clear before the application sees them. */
let outside: string;
let vault: VaultChild;
beforeEach(async () => {
  seized = mkdtempSync(join(tmpdir(), 'steady-seized-'));
  outside = mkdtempSync(join(tmpdir(), 'steady-outside-'));
  template.copyTo(join(seized, 'vault'));
  const [home, temporary] = [join(seized, 'home'), join(seized, 'tmp')];
  for (const folder of [home, temporary]) mkdirSync(folder);
  vault = await startVault(join(seized, 'vault'), {
    env: {
      ...process.env,
      ...{ HOME: home, USERPROFILE: home, APPDATA: home, LOCALAPPDATA: home },
      ...{ TMPDIR: temporary, TEMP: temporary, TMP: temporary, SQLITE_TMPDIR: temporary },
      ...{ XDG_CACHE_HOME: home, XDG_CONFIG_HOME: home, XDG_STATE_HOME: home },
    },
  });
  valueOf(await vault.ask.session.unlock({ passphrase: PASSPHRASE }));
});
afterEach(async () => {
  if (isAlive(vault.pid)) await vault.kill();
  for (const folder of [seized, outside]) rmSync(folder, { recursive: true, force: true });
});

/** Types every marker in somewhere, until all are used up. Gives how often each was. */
async function typeEverywhere(): Promise<Map<string, number>> {
  const used = new Map<string, number>();
  let at = 0;
  const next = (): string => {
    const marker = MARKERS[at++ % MARKERS.length] ?? '';
    used.set(marker, (used.get(marker) ?? 0) + 1);
    return marker;
  };
  const { ask } = vault;
  const me = valueOf(await ask.officers.me({}));
  const fileOf = (name: string, content: string): string => {
    const path = join(outside, name);
    writeFileSync(path, content);
    return vault.grantOpen(path);
  };
  while (used.size < MARKERS.length) {
    const contact = (): ReturnType<typeof contactFields> => ({
      ...contactFields(next()),
      ...{ codeName: next(), profession: next(), locality: next(), coverPhrase: next() },
      ...{ notes: `${next()}\n${next()}`, tags: [next(), next()] },
      legitimateBasis: { ground: 'public-role', explanation: next() },
      peacefulMeans: {
        status: 'met',
        assessedBy: next(),
        assessedOn: '2026-11-01',
        ground: next(),
      },
      methods: [
        {
          ...{ id: randomUUID(), kind: 'phone', value: next(), safeHours: next(), note: next() },
          ...{ neverUse: false, preferred: true },
        },
      ],
    });
    const { id } = valueOf(await ask.contacts.save({ id: null, fields: contact() }));
    valueOf(await ask.contacts.save({ id, fields: contact() }));
    const other = valueOf(await ask.contacts.save({ id: null, fields: contact() })).id;
    valueOf(
      await ask.contacts.saveRelationship({
        id: null,
        fields: {
          ...{ fromContactId: id, toContactId: other, type: 'colleague-of' },
          ...{ since: null, until: null, note: next() },
        },
      }),
    );
    const consent = consentArg(id, ['hold-record', 'share-inside-mission'], ['any'], {
      ...{ interpreter: next(), conditions: next(), note: next(), givenBy: 'proxy' },
      proxy: {
        ...{ contactId: null, name: next(), relation: 'lawyer' },
        ...{ reachedHow: next(), whyNotSelf: next() },
      },
    });
    valueOf(await ask.consents.record(consent));
    const log = valueOf(
      await ask.meetings.save({
        ...meetingArg(next(), [id], {
          fields: {
            ...{ place: next(), interpreter: next(), said: next().repeat(50), told: next() },
            participants: [
              { contactId: id, name: null, role: 'defender' },
              { contactId: null, name: next(), role: 'observer' },
            ],
          },
        }),
        promises: [promiseInput(id, next())],
        followUps: [followUpInput(next(), { assignedTo: next() })],
      }),
    );
    const file = fileOf('minutes.txt', next().repeat(20_000));
    valueOf(await ask.attachments.add({ ownerType: 'meeting-log', ownerId: log.id, file }));
    valueOf(await ask.meetings.seal({ id: log.id }));
    const action = actionFields(next(), [id], { owner: next(), detail: next(), outcome: next() });
    const planned = valueOf(await ask.actions.save({ id: null, fields: action })).id;
    const override = {
      ...{ reason: next(), authorisedBy: next(), defenderUnreachable: true, secondName: next() },
    };
    valueOf(await ask.actions.move({ id: planned, status: 'in-progress', override }));
    const body = { name: next(), notes: next().repeat(500), list: [next()] };
    for (const form of ['contact', 'meeting-log', 'consent', 'action'] as const) {
      valueOf(await ask.drafts.put({ form, key: randomUUID(), body }));
    }
    for (const text of [next(), next().slice(0, 7), `${next()} ${next()}`]) {
      valueOf(await ask.search.query({ text }));
      valueOf(await ask.contacts.list({ text }));
    }
    const cards = `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${next()}\r\nNOTE:${next()}\r\nTEL:${next()}\r\nEND:VCARD\r\n`;
    const report = valueOf(await ask.imports.previewVcard({ file: fileOf('a.vcf', cards) }));
    valueOf(await ask.imports.applyVcard({ importId: report.importId }));
    const choice = {
      ...{ contactIds: [id, other], recipientId: me.id, audience: 'other-posts' as const },
    };
    const { previewId } = valueOf(await ask.bundles.previewExport(choice));
    const bundle = join(seized, 'home', `${randomUUID()}.age`);
    const exported = { ...choice, previewId, file: vault.grantSave(bundle) };
    valueOf(await ask.bundles.export(exported));
    const opened = valueOf(await ask.bundles.open({ file: vault.grantOpen(bundle) }));
    valueOf(await ask.bundles.dismiss({ importId: opened.importId }));
    valueOf(await ask.history.ofRecord({ type: 'contact', id }));
    valueOf(await ask.contacts.remove({ id: other }));
  }
  return used;
}

describe('of two hundred words typed into every field', () => {
  it('none is in any file, while the vault is open and after it was locked', async () => {
    expect((await typeEverywhere()).size).toBe(200);
    // They are in the vault: it finds them.
    const found = await Promise.all(MARKERS.map((text) => vault.ask.search.query({ text })));
    expect(found.filter((hits) => valueOf(hits).length > 0).length).toBeGreaterThan(50);
    expect(markersBelow(seized, MARKERS)).toEqual([]);
    expect(await vault.end()).toBe(0);
    expect(isAlive(vault.pid)).toBe(false);
    expect(markersBelow(seized, MARKERS)).toEqual([]);
    expect(vault.output()).toBe('');
  }, 90_000);

  it('none is in any file after the process was killed in the middle of its work', async () => {
    await typeEverywhere();
    const saving = Array.from({ length: 20 }, () =>
      vault.ask.contacts
        .save({ id: null, fields: contactFields(MARKERS[7] ?? '') })
        .catch(() => null),
    );
    await saving[3];
    await vault.kill();
    await Promise.all(saving);
    expect(isAlive(vault.pid)).toBe(false);
    expect(markersBelow(seized, MARKERS)).toEqual([]);
  }, 90_000);

  it('any would be found, in whatever form it was left', async () => {
    await vault.end();
    const [marker = ''] = MARKERS;
    const little = Buffer.from(marker, 'utf16le');
    const forms: Record<string, Buffer> = {
      'utf-8': Buffer.from(`x${marker}x`),
      'utf-16le': little,
      'utf-16be': Buffer.from(little).swap16(),
      hex: Buffer.from(Buffer.from(marker).toString('hex')),
      ...Object.fromEntries(
        [0, 1, 2, 3].map((before) => [
          `base64-${String(before)}`,
          Buffer.from(Buffer.from(`${'y'.repeat(before)}${marker}zz`).toString('base64')),
        ]),
      ),
      'base64-utf-16': Buffer.from(Buffer.concat([Buffer.from('y'), little]).toString('base64')),
    };
    for (const [name, bytes] of Object.entries(forms)) {
      writeFileSync(join(seized, 'tmp', name), Buffer.concat([Buffer.alloc(100), bytes]));
    }
    writeFileSync(join(seized, 'tmp', `${marker}.txt`), '');
    expect(markersBelow(seized, MARKERS).sort()).toEqual(
      [...Object.keys(forms), `${marker}.txt`].map((name) => `tmp/${name}: ${marker}`).sort(),
    );
  });
});
