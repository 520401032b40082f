import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/app.ts';
import { KEPT_PASSPHRASE, putKeptVault } from '../support/kept-vault.ts';
import { LOOKS_OF, lookAt, setWindow } from '../support/looks.ts';
import { goTo } from '../support/officer.ts';
import { addContact } from '../../support/records.ts';

const PAGE_BYTES = 4_096;

test('of a vault with a torn page, what can still be read is read, looked through and gone on with', async ({
  openApp,
}) => {
  const app = await openApp(async (dir) => {
    await putKeptVault(dir, 'Rhea Rescued', async (vault) => {
      for (let n = 1; n <= 40; n += 1) await addContact(vault, `Kept ${String(n)}`);
    });
    const path = join(dir, 'vault.db');
    const bytes = await readFile(path);
    bytes.fill(0, 3 * PAGE_BYTES + 100, 3 * PAGE_BYTES + 2_048);
    await writeFile(path, bytes);
  });
  const { page } = app;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await setWindow(app);
  const wrong: string[] = [];
  const look = async (name: string): Promise<void> => {
    wrong.push(...(await lookAt(app, name, LOOKS_OF[app.host])));
  };

  await page.getByRole('textbox', { name: 'Passphrase' }).fill(KEPT_PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'The vault is damaged' })).toBeVisible();
  await look('04-rescue-damaged');
  await page.getByRole('button', { name: 'Open what can still be read…' }).click();
  await expect(page.getByRole('heading', { name: 'Read what can still be read' })).toBeVisible();
  await look('04-rescue-offer');
  await page.getByRole('button', { name: 'Start reading' }).click();
  await expect(page.getByRole('heading', { name: 'What could be read' })).toBeVisible();
  await expect(page.getByText(/1 of \d+ pages of the file could not be read/u)).toBeVisible();
  await look('04-rescue-report');

  // Seen, and left: the damaged file is all there is, as before.
  await page.getByRole('button', { name: 'Leave everything as it is' }).click();
  await expect(page.getByRole('heading', { name: 'Unlock' })).toBeVisible();
  expect((await readdir(app.vaultDir)).filter((name) => name.includes('damaged'))).toEqual([]);

  await page.getByRole('textbox', { name: 'Passphrase' }).fill(KEPT_PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Open what can still be read…' }).click();
  await page.getByRole('button', { name: 'Start reading' }).click();
  await page.getByRole('button', { name: 'Go on with what was read' }).click();
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible({ timeout: 60_000 });
  await goTo(app, 'Contacts');
  await expect(page.getByText('40 contacts', { exact: true })).toBeVisible();
  expect((await readdir(app.vaultDir)).filter((name) => name.includes('damaged'))).toHaveLength(1);
  expect(wrong).toEqual([]);
});
