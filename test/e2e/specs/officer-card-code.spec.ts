import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type AppUnderTest } from '../fixtures/app.ts';
import { KEPT_PASSPHRASE, putKeptVault } from '../support/kept-vault.ts';
import { LOOKS_OF, lookAt, setWindow } from '../support/looks.ts';
import { goTo, unlock } from '../support/officer.ts';

test('a card goes to a colleague as a code on the screen, and one who takes their name stands out', async ({
  openApp,
}) => {
  const wrong: string[] = [];
  const mine = await openedAt(await openApp((dir) => putKeptVault(dir, 'Nadia Receives')));
  const theirs = await openedAt(await openApp((dir) => putKeptVault(dir, 'Omar Sends')));
  await theirs.page.getByRole('button', { name: 'Show as a code' }).click();
  const code = theirs.page.getByRole('img', { name: 'QR code of the officer card of Omar Sends' });
  await expect(code).toBeVisible();
  wrong.push(...(await lookAt(theirs, '18-officers-code', LOOKS_OF[theirs.host])));
  const picture = join(mine.filesDir, 'photo.png');
  await writeFile(picture, await code.screenshot());

  await takePicture(mine, picture);
  await expect(mine.page.getByText('Card taken in, not yet verified')).toBeVisible();
  await expect(mine.page.getByRole('list', { name: /card you hold/u })).toContainText('Omar Sends');

  const scenery = join(mine.filesDir, 'scenery.png');
  await writeFile(scenery, await mine.page.getByRole('navigation').screenshot());
  await takePicture(mine, scenery);
  const refused = mine.page.getByRole('alert').filter({ hasText: 'No code could be read' });
  await expect(refused).toBeVisible();

  const impostor = await openedAt(await openApp((dir) => putKeptVault(dir, 'Omar  Ѕends')));
  await impostor.page.getByRole('button', { name: 'Show as a code' }).click();
  const other = impostor.page.getByRole('img', { name: /^QR code of the officer card/u });
  await writeFile(picture, await other.screenshot());
  await takePicture(mine, picture);
  await expect(mine.page.getByText(/Another officer goes by the same name/u)).toHaveCount(2);
  wrong.push(...(await lookAt(mine, '18-officers-namesakes', LOOKS_OF[mine.host])));
  expect(wrong).toEqual([]);
});

async function openedAt(app: AppUnderTest): Promise<AppUnderTest> {
  await setWindow(app);
  await app.page.emulateMedia({ reducedMotion: 'reduce' });
  await unlock(app, KEPT_PASSPHRASE);
  await goTo(app, 'Officers');
  return app;
}

async function takePicture({ page }: AppUnderTest, path: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Take in a picture of a code' }).click();
  await (await chooser).setFiles(path);
}
