import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeMarkers, markersBelow } from '../support/markers.ts';
import { typeEverywhere } from '../support/markers-everywhere.ts';
import { contactFields, valueOf } from '../support/records.ts';
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

const type = (): Promise<Map<string, number>> =>
  typeEverywhere(
    {
      ask: vault.ask,
      open: (name, content) => {
        const path = join(outside, name);
        writeFileSync(path, content);
        return vault.grantOpen(path);
      },
      save: (name) => vault.grantSave(join(seized, 'home', name)),
      reopen: (name) => vault.grantOpen(join(seized, 'home', name)),
    },
    MARKERS,
  );

describe('of two hundred words typed into every field', () => {
  it('none is in any file, while the vault is open and after it was locked', async () => {
    expect((await type()).size).toBe(200);
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
    await type();
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
