import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { picturePng } from '../../../scripts/demo/picture-png.ts';
import { markersBelow } from '../../support/markers.ts';
import { expect, test, type AppUnderTest } from '../fixtures/app.ts';
import { createVault } from '../support/officer.ts';

const NAME = 'Amina Dirie (fictional)';
const MARKER = 'mk001qvzxjw';
const PHOTO = picturePng(64, [20, 60, 90], [240, 200, 160]);

test('photo and files of a contact and of a meeting: added, seen, viewed, removed, brought back', async ({
  app,
}) => {
  test.setTimeout(240_000);
  const { page } = app;
  await createVault(app, 'Ann Example', 'Embassy in Examplia');
  await addContact(app);

  await app.pickFile(fileOf(app, 'portrait.png', PHOTO));
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Choose a photo' }).click();
  await expect(page.getByText('Photo changed')).toBeVisible();
  await expect.poll(() => picturesShown(app)).toBeGreaterThan(0);

  await page.getByRole('tab', { name: /^Files/u }).click();
  const letter = fileOf(app, 'letter.txt', Buffer.from(`Dear friend,\n${MARKER}\nسلام`));
  await attach(app, letter, 'Add a file');
  const files = page.getByRole('tabpanel').getByRole('listitem');
  await expect(files).toHaveCount(2);
  await expect(files.filter({ hasText: 'portrait.png' })).toContainText('PNG picture');
  await expect(files.filter({ hasText: 'letter.txt' })).toContainText('Text');

  await page.getByRole('button', { name: 'Show portrait.png' }).click();
  const viewer = page.getByRole('dialog');
  await expect(viewer.getByRole('img', { name: 'portrait.png' })).toBeVisible();
  expect(await decodedWidth(app, 'portrait.png')).toBe(64);
  await app.screenshot('20-photo-viewed');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Show letter.txt' }).click();
  await expect(viewer.getByRole('region', { name: 'letter.txt' })).toContainText(MARKER);
  await app.screenshot('21-text-viewed');
  await page.keyboard.press('Escape');

  await removeAndUndo(app, 'letter.txt');
  await removeAndUndo(app, 'portrait.png');
  await expect.poll(() => picturesShown(app)).toBeGreaterThan(0);

  await page.getByRole('tab', { name: 'Overview' }).click();
  await page.getByRole('link', { name: 'Log a meeting' }).first().click();
  await page.getByLabel('Title').fill('Coffee at the station');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByRole('heading', { name: 'Coffee at the station' })).toBeVisible();
  await attach(app, fileOf(app, 'map.png', PHOTO), 'Attach a file');
  await attach(app, letter, 'Attach a file');
  await page.getByRole('button', { name: 'Show map.png' }).click();
  await expect(viewer.getByRole('img', { name: 'map.png' })).toBeVisible();
  await page.keyboard.press('Escape');
  await removeAndUndo(app, 'map.png');
  await app.screenshot('22-meeting-files');
  await page.getByRole('button', { name: 'Seal', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Show letter.txt' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove letter.txt' })).toHaveCount(0);

  await app.lock();
  expect(plainCopies(app)).toEqual([]);
});

test('hostile files are shown inert, as what they really are, and leave no plain copy', async ({
  app,
}) => {
  test.setTimeout(240_000);
  const { page } = app;
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await createVault(app, 'Ann Example', 'Embassy in Examplia');
  await addContact(app);
  await page.getByRole('tab', { name: /^Files/u }).click();

  const script = `<script>window.ran = '${MARKER}'; alert(1)</script>`;
  const shownAsText = {
    'page.html': `<html><body onload="window.ran=1">${script}<img src=x onerror="window.ran=1">`,
    'drawing.svg': `<svg xmlns="http://www.w3.org/2000/svg" onload="window.ran=1">${script}</svg>`,
    'portrait.jpg': `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`,
  };
  for (const [name, content] of Object.entries(shownAsText)) {
    await attach(app, fileOf(app, name, Buffer.from(content)), 'Add a file');
    await expect(item(app, name)).toContainText('Text');
    const seen = await viewed(app, name);
    expect(seen.text).toContain(content);
    expect(seen.pictures).toBe(0);
  }

  const program = Buffer.from(`MZ\x90\x00\x03${MARKER}`, 'latin1');
  const cases = [
    ['report.pdf.exe', program, 'report.pdf.exe', 'kept but not shown'],
    ['photo\u202egpj.exe', program, 'photo_gpj.exe', 'kept but not shown'],
    ['flood.png', pixelFlood(), 'flood.png', 'too large to be shown safely'],
    ['torn.png', tornPicture(), 'torn.png', 'damaged and cannot be shown'],
  ] as const;
  for (const [name, content, shown, says] of cases) {
    await attach(app, fileOf(app, name, content), 'Add a file', shown);
    await expect(item(app, shown)).toContainText(
      content === program ? 'Unknown kind of file' : 'PNG picture',
    );
    const dialog = await openViewer(app, shown);
    await expect(dialog.getByText(says)).toBeVisible();
    if (shown === 'flood.png') await expect(dialog.getByRole('img')).toHaveCount(0);
    await page.keyboard.press('Escape');
  }
  await app.screenshot('23-hostile-files');

  await app.pickFile(fileOf(app, 'flood-as-photo.png', pixelFlood()));
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Choose a photo' }).click();
  await expect(page.getByText('This kind of file cannot be used here')).toBeVisible();

  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(dialogs).toEqual([]);
  await app.lock();
  expect(plainCopies(app)).toEqual([]);
});

async function addContact({ page }: AppUnderTest): Promise<void> {
  await page.getByRole('link', { name: 'New contact' }).first().click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(NAME);
  await page.getByRole('button', { name: 'Save contact' }).click();
  await expect(page.getByRole('heading', { name: NAME })).toBeVisible();
}

function fileOf(app: AppUnderTest, name: string, bytes: Uint8Array): string {
  mkdirSync(app.filesDir, { recursive: true });
  const path = join(app.filesDir, name);
  writeFileSync(path, bytes);
  return path;
}

/** Attaches a file and waits until it is listed, under the name that it is shown by. */
async function attach(
  app: AppUnderTest,
  path: string,
  button: string,
  shown = basename(path),
): Promise<void> {
  await app.pickFile(path);
  await app.page.getByRole('button', { name: button }).click();
  await expect(app.page.getByRole('button', { name: `Show ${shown}` })).toBeVisible();
}

async function removeAndUndo({ page }: AppUnderTest, name: string): Promise<void> {
  await page.getByRole('button', { name: `Remove ${name}` }).click();
  await expect(page.getByRole('button', { name: `Show ${name}` })).toHaveCount(0);
  await page
    .getByRole('alertdialog')
    .filter({ hasText: 'File removed' })
    .last()
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(page.getByRole('button', { name: `Show ${name}` })).toBeVisible();
}

function item({ page }: AppUnderTest, name: string) {
  return page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: name });
}

async function openViewer({ page }: AppUnderTest, name: string) {
  await page.getByRole('button', { name: `Show ${name}` }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { name })).toBeVisible();
  return dialog;
}

async function viewed(app: AppUnderTest, name: string) {
  const dialog = await openViewer(app, name);
  const region = dialog.getByRole('region', { name });
  await expect(region).toBeVisible();
  const seen = {
    text: await region.textContent(),
    pictures: await dialog
      .locator('img, iframe, object, embed, svg:not([class*="lucide"])')
      .count(),
  };
  await app.page.keyboard.press('Escape');
  return seen;
}

/** A valid PNG of some hundred bytes that declares 60,000 x 60,000 pixels: 14 GB decoded. */
function pixelFlood(): Buffer {
  const flood = Buffer.from(picturePng(8, [0, 0, 0], [9, 9, 9]));
  flood.writeUInt32BE(60_000, 16);
  flood.writeUInt32BE(60_000, 20);
  return flood;
}

/** A PNG whose header no longer matches its checksum. */
function tornPicture(): Buffer {
  const torn = Buffer.from(PHOTO);
  torn.writeUInt32BE(0, 29);
  return torn;
}

/** How many pictures of the page are really decoded. */
async function picturesShown({ page }: AppUnderTest): Promise<number> {
  return page.evaluate(
    () => Array.from(document.images).filter((image) => image.naturalWidth > 0).length,
  );
}

async function decodedWidth({ page }: AppUnderTest, alt: string): Promise<number> {
  const image = page.getByRole('img', { name: alt });
  return image.evaluate((element) => (element as HTMLImageElement).naturalWidth);
}

/** Files outside the officer's own that hold what was attached: vault, profile, temporary folder. */
function plainCopies(app: AppUnderTest): string[] {
  const own = join(app.vaultDir, '..');
  const places = readdirSync(tmpdir(), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /chromium|electron|steady-state/iu.test(entry.name))
    .map((entry) => join(tmpdir(), entry.name))
    // Those of other tests that may run beside this one have the same marker among their files.
    .filter((path) => path !== own && !/steady-state-e2e-/u.test(path));
  const searched = [app.vaultDir, app.profileDir, app.tempDir, ...places];
  return searched.flatMap((path) => markersBelow(path, [MARKER]));
}
