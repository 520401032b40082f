import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type AppUnderTest } from '../fixtures/app.ts';
import { KEPT_PASSPHRASE, putKeptVault } from '../support/kept-vault.ts';
import { LOOKS_OF, lookAt, setWindow } from '../support/looks.ts';
import { unlock } from '../support/officer.ts';
import { addToldDefender, type ToldDefender } from '../support/told-defender.ts';

const today = new Date().toISOString().slice(0, 10);

test('the brief is read contact by contact and ticked off, by keys and on paper, in every look', async ({
  openApp,
}) => {
  test.setTimeout(300_000);
  let told: ToldDefender | undefined;
  const app = await openApp((folder) =>
    putKeptVault(folder, 'Sven Sender', async (vault) => {
      told = await addToldDefender(vault, today);
    }),
  );
  if (told === undefined) throw new Error('nobody was put into the vault');
  await app.page.emulateMedia({ reducedMotion: 'reduce' });
  await setWindow(app);
  await unlock(app, KEPT_PASSPHRASE);
  const wrong: string[] = [];
  const looks = LOOKS_OF[app.host];
  await goTo(app, `/brief?contact=${told.contactId}`);
  await expect(app.page.getByText('Holds a power of attorney.')).toBeVisible();
  wrong.push(...(await lookAt(app, '90-brief', looks)));
  await app.page.getByRole('heading', { name: 'Risk' }).scrollIntoViewIfNeeded();
  wrong.push(...(await lookAt(app, '90-brief-below', looks)));
  await app.page.getByRole('button', { name: 'Print or save' }).click();
  await app.page.getByRole('radio', { name: 'All 3 in the list' }).click({ force: true });
  await expect(app.page.getByText('1 contact is left out')).toBeVisible();
  wrong.push(...(await lookAt(app, '91-brief-print', looks)));
  await app.page.keyboard.press('Escape');
  await openExportBrief(app, told);
  wrong.push(...(await lookAt(app, '92-brief-export', looks)));
  await app.page.keyboard.press('Escape');
  expect(wrong).toEqual([]);

  await readByKeys(app, told);
  await onPaper(app, told);
  if (app.host === 'electron') await asPdf(app);
});

/** What goes along with a bundle is read before it is sealed, as its recipient will. */
async function openExportBrief(app: AppUnderTest, told: ToldDefender): Promise<void> {
  const { page } = app;
  await goTo(app, `/bundles/export?contact=${told.contactId}`);
  const next = page.getByRole('button', { name: 'Next' });
  await next.click();
  await page.getByText('Rita Receiver').first().click();
  await next.click();
  await page.getByRole('button', { name: 'Read the brief that goes along' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Her brother’s case.')).toBeVisible();
  // Her lawyer was not chosen, so nothing that names him goes.
  await expect(dialog.getByText('Tesfaye')).toHaveCount(0);
}

/** Read, and on to the next; the tick is still there after a restart, and can be taken back. */
async function readByKeys(app: AppUnderTest, told: ToldDefender): Promise<void> {
  await goTo(app, '/brief');
  const read = (): ReturnType<typeof app.page.getByRole> =>
    app.page.getByRole('button', { name: 'Read, and on to the next' });
  const name = (text: string): ReturnType<typeof app.page.getByRole> =>
    app.page.getByRole('heading', { level: 2, name: text });
  await expect(name('Adv. Tesfaye Lemma')).toBeVisible();
  await expect(app.page.getByText('0 of 3 read')).toBeVisible();
  await read().focus();
  await app.page.keyboard.press('Enter');
  await expect(name(told.name)).toBeFocused();
  await expect(app.page.getByText('1 of 3 read')).toBeVisible();
  // In the list, Space ticks off whoever the arrow keys stand on.
  await app.page.getByRole('grid', { name: 'Contacts to read about' }).focus();
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('Space');
  await expect(app.page.getByText('2 of 3 read')).toBeVisible();
  await app.page
    .getByRole('alertdialog', { name: `${told.name}: ticked off as read` })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(app.page.getByText('1 of 3 read')).toBeVisible();

  await app.restart();
  await unlock(app, KEPT_PASSPHRASE);
  await goTo(app, '/brief');
  await expect(app.page.getByText('1 of 3 read')).toBeVisible();
  // The first that was not read yet.
  await expect(name(told.name)).toBeVisible();
}

/** The vault is asked first; then only its sheet is printed, of those alone whose record may travel. */
async function onPaper(app: AppUnderTest, told: ToldDefender): Promise<void> {
  const { page } = app;
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-went-to-printer', '');
  });
  await page.getByRole('button', { name: 'Print or save' }).click();
  await page.getByRole('radio', { name: 'All 3 in the list' }).click({ force: true });
  await expect(page.getByText('1 contact is left out')).toBeVisible();
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-went-to-printer', '');
  const sheet = page.locator('[data-print-sheet]');
  await page.emulateMedia({ media: 'print' });
  await expect(sheet).toBeVisible();
  await expect(page.locator('#root')).toBeHidden();
  await expect(sheet).toContainText(told.name);
  await expect(sheet).toContainText('Her brother’s case.');
  await expect(sheet).not.toContainText(told.hiddenName);
  await expect(sheet).not.toContainText('Never to be printed');
  await app.screenshot('brief-on-paper', { schemes: ['light'] });
  await page.emulateMedia({ media: null });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(sheet).toHaveCount(0);
  await expect(page.getByText('The brief went to the printer.')).toBeVisible();
}

async function asPdf(app: AppUnderTest): Promise<void> {
  const { page } = app;
  await page.getByRole('button', { name: 'Print or save' }).click();
  // Called off, nothing is written and the sheet goes.
  await app.pickFile(null);
  await page.getByRole('button', { name: 'Save as PDF' }).click();
  await expect(page.locator('[data-print-sheet]')).toHaveCount(0);
  const path = join(app.filesDir, 'brief.pdf');
  await app.pickFile(path);
  await page.getByRole('button', { name: 'Save as PDF' }).click();
  await expect(page.getByText('The PDF is saved')).toBeVisible();
  const pdf = await readFile(path);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  // The page itself is never on paper: without the sheet this would be one empty page.
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu)?.length).toBeGreaterThan(1);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
}

async function goTo({ page }: AppUnderTest, path: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = `#${to}`;
  }, path);
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
}
