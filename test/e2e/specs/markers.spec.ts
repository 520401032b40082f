import { appendFile, writeFile } from 'node:fs/promises';
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FilePurpose } from '../../../src/shared/contract/host.ts';
import { expect, test, type AppUnderTest } from '../fixtures/app.ts';
import { clientOf } from '../support/calls.ts';
import { KEPT_PASSPHRASE, putKeptVault } from '../support/kept-vault.ts';
import { goTo, unlock } from '../support/officer.ts';
import { makeMarkers, markersBelow } from '../../support/markers.ts';
import { typeEverywhere } from '../../support/markers-everywhere.ts';
import { valueOf } from '../../support/records.ts';
import { isAlive } from '../../support/vault-child.ts';

/*
 * The disk of a laptop is imaged after the application was used, locked and left: of two hundred
 * words that were typed into every field there is, none is in any file of the vault, of the
 * profile of the host, or of the folder for temporary files.
 */

const MARKERS = makeMarkers(200);

test('of two hundred words typed into every field none is left in any file after lock and quit', async ({
  openApp,
}) => {
  // Some hundred calls, twice each, and two searches of every file.
  test.setTimeout(300_000);
  const app = await openApp((dir) => putKeptVault(dir, 'Mara Marker'));
  const { page } = app;
  await unlock(app, KEPT_PASSPHRASE);
  const ask = clientOf(page);
  const used = await typeEverywhere(
    {
      ask,
      open: async (name, content) => {
        const path = join(app.filesDir, name);
        await writeFile(path, content);
        return chosen(app, path, 'open-attachment');
      },
      // A bundle leaves in the profile's folder, to be searched with it.
      save: (name) => chosen(app, join(app.profileDir, name), 'save-bundle'),
      reopen: (name) => chosen(app, join(app.profileDir, name), 'open-bundle'),
    },
    MARKERS,
  );
  expect(used.size).toBe(200);
  await lookAround(app);

  const pid = await app.vaultPid();
  expect(pid === null ? false : isAlive(pid)).toBe(true);
  expect(found(app)).toEqual([]);
  await page.getByRole('button', { name: 'Lock the vault now' }).click();
  await expect(page.getByRole('heading', { name: 'Unlock' })).toBeVisible();
  await expect.poll(() => isAlive(pid ?? 0)).toBe(false);
  // Nothing of it is in the window either.
  const content = await page.content();
  expect(MARKERS.filter((marker) => content.includes(marker))).toEqual([]);
  const locked = await app.vaultPid();
  await app.close();
  expect(isAlive(locked ?? 0)).toBe(false);
  expect(found(app)).toEqual([]);

  // The search is not blind: one word left in a file of each folder is found.
  const folders = [app.vaultDir, app.profileDir, app.tempDir];
  await writeFile(join(app.tempDir, 'left-over.tmp'), 'x'.repeat(1_000));
  const planted = folders.map((folder) => join(folder, largestFileIn(folder)));
  const forms = [
    Buffer.from(MARKERS[0] ?? '', 'utf16le'),
    Buffer.from(MARKERS[1] ?? ''),
    Buffer.from(Buffer.from(`of ${MARKERS[2] ?? ''} and`).toString('base64')),
  ];
  for (const [index, path] of planted.entries()) await appendFile(path, forms[index] ?? '');
  expect(found(app).map((line) => line.replace(/^.*: /u, ''))).toEqual(MARKERS.slice(0, 3));
});

/** What is found of the markers in every file that the application could have written by itself. */
function found({ vaultDir, profileDir, tempDir }: AppUnderTest): string[] {
  return [vaultDir, profileDir, tempDir].flatMap((folder) => markersBelow(folder, MARKERS));
}

function largestFileIn(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => ({ name, stat: lstatSync(join(folder, name), { throwIfNoEntry: false }) }))
    .filter(({ stat }) => stat?.isFile() === true)
    .sort((a, b) => (b.stat?.size ?? 0) - (a.stat?.size ?? 0));
  const [largest] = files;
  if (largest === undefined) throw new Error(`nothing was ever written to ${folder}`);
  return largest.name;
}

async function chosen(app: AppUnderTest, path: string, purpose: FilePurpose): Promise<string> {
  await app.pickFile(path);
  return valueOf(await clientOf(app.page).host.chooseFile({ purpose })).token;
}

/** Looks at the records as an officer does: lists, pages, search, a form, a copied text. */
async function lookAround(app: AppUnderTest): Promise<void> {
  const { page } = app;
  await goTo(app, 'Contacts');
  const row = page.getByRole('row').filter({ hasText: /mk\d{3}/u });
  await row.first().getByRole('link').click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toContainText(/mk\d{3}/u);
  const [name = ''] = /mk\d{3}\w+/u.exec((await heading.textContent()) ?? '') ?? [];
  for (const tab of ['Consent', 'Meetings', 'History']) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(page.getByRole('tabpanel')).toContainText(/mk\d{3}/u);
  }
  await goTo(app, 'Contacts');
  const find = page.getByRole('searchbox', {
    name: 'Find by name, code name, place or profession',
  });
  await find.fill(MARKERS[1] ?? '');
  await expect(page).toHaveURL(new RegExp(MARKERS[1] ?? '^$', 'u'));
  await goTo(app, 'Meetings');
  await page
    .getByRole('link', { name: /mk\d{3}/u })
    .first()
    .click();
  await expect(page.getByRole('region', { name: 'What was said' })).toContainText(/mk\d{3}/u);
  await page.keyboard.press('Control+k');
  await page.keyboard.type(name);
  await page.getByRole('menuitem').filter({ hasText: name }).first().click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await goTo(app, 'Contacts');
  await page.getByRole('link', { name: 'New contact' }).first().click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(MARKERS[3] ?? '');
  await page.getByRole('textbox', { name: 'Notes' }).fill(MARKERS.slice(4, 9).join('\n'));
  await page.getByRole('button', { name: 'Save contact' }).click();
  await expect(heading).toContainText(MARKERS[3] ?? '');
  await app.screenshot('markers', { schemes: ['light'] });
}
