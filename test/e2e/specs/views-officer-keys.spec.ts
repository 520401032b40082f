import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { issueOfficerCard } from '../../../src/vault/keys/officer-card.ts';
import { cardCode } from '../../../src/vault/keys/officer-card-code.ts';
import { generateOfficerIdentity } from '../../../src/vault/keys/officer-identity.ts';
import { valueOf } from '../../support/records.ts';
import { openVaultOf } from '../../support/vault-here.ts';
import { verifyOfficer } from '../../support/verified.ts';
import { expect, test, type AppUnderTest } from '../fixtures/app.ts';
import { clientOf } from '../support/calls.ts';
import { KEPT_PASSPHRASE, putKeptVault } from '../support/kept-vault.ts';
import { LOOKS_OF, lookAt, setWindow } from '../support/looks.ts';
import { goTo, unlock } from '../support/officer.ts';

/** Nadia holds Omar's card, and a verified colleague's. */
const NADIA = 'Nadia Receives';
const OMAR = 'Omar Sends';

test('new keys reach a colleague by their card, and a card in another’s name takes nobody’s place', async ({
  openApp,
}) => {
  const wrong: string[] = [];
  const look = async (app: AppUnderTest, name: string): Promise<void> => {
    wrong.push(...(await lookAt(app, name, LOOKS_OF[app.host])));
  };
  const omar = await openedAt(await openApp((dir) => putKeptVault(dir, OMAR)));
  const { code } = valueOf(await clientOf(omar.page).officers.myCardCode());
  const nadia = await openedAt(
    await openApp((dir) =>
      putKeptVault(dir, NADIA, async ({ ask }) => {
        valueOf(await ask.officers.importCardCode({ code: code ?? '' }));
        const tarek = await openVaultOf('Tarek Vouches');
        const theirs = valueOf(await tarek.ask.officers.myCardCode()).code ?? '';
        tarek.dispose();
        const { id } = valueOf(await ask.officers.importCardCode({ code: theirs }));
        valueOf(await verifyOfficer(ask, id));
      }),
    ),
  );

  await verifyThroughColleague(nadia, look);
  const omarId = await rotate(omar, look);
  await takeInNewKeys(omar, nadia);
  await look(nadia, '18-officers-rotated');
  await meetImpersonator(nadia, omarId, look);
  await revokeAndTakeBack(nadia, look);
  await print(omar);
  expect(wrong).toEqual([]);
});

type LookAt = (app: AppUnderTest, name: string) => Promise<void>;

async function verifyThroughColleague(app: AppUnderTest, look: LookAt): Promise<void> {
  const { page } = app;
  await page.getByRole('button', { name: `Verify ${OMAR}`, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Every word is the same' }).click();
  await expect(dialog.getByText('Say how the words were compared.')).toBeVisible();
  await dialog.getByText('By voice', { exact: true }).click();
  await dialog.getByText('A colleague did').click();
  await dialog.getByRole('button', { name: 'Every word is the same' }).click();
  await expect(dialog.getByText('Name who compared the words.')).toBeVisible();
  await look(app, '18-officers-verify');
  await dialog.getByRole('button', { name: /^Somebody whose card is not here/u }).click();
  await page.getByRole('option', { name: /Tarek Vouches/u }).click();
  await dialog.getByRole('button', { name: 'Every word is the same' }).click();
  await expect(entryOf(app)).toContainText(/Fingerprint compared by voice by Tarek Vouches/u);
}

/** Omar moves to another post, with new keys. Gives his identifier, which stays. */
async function rotate(app: AppUnderTest, look: LookAt): Promise<string> {
  const { page } = app;
  const before = valueOf(await clientOf(page).officers.me());
  await page.getByRole('button', { name: 'More about your card' }).click();
  await page.getByRole('menuitem', { name: 'Make new keys' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Change of post').click();
  await dialog.getByRole('textbox', { name: 'Your new post' }).fill('');
  await dialog.getByRole('button', { name: 'Make new keys' }).click();
  await expect(dialog.getByText('Write the post as it should stand on your card.')).toBeVisible();
  await look(app, '18-officers-new-keys');
  await dialog.getByRole('textbox', { name: 'Your new post' }).fill('Amman');
  await dialog.getByRole('button', { name: 'Make new keys' }).click();
  await expect(page.getByText('New keys made')).toBeVisible();
  await expect(page.getByRole('main').getByText('Amman')).toBeVisible();
  await page.getByRole('button', { name: 'Keys you had before' }).click();
  await expect(page.getByText(/Given up: Change of post/u)).toBeVisible();
  const after = valueOf(await clientOf(page).officers.me());
  expect([after.id, after.keys.signingKey === before.keys.signingKey]).toEqual([before.id, false]);
  return after.id;
}

async function takeInNewKeys(omar: AppUnderTest, nadia: AppUnderTest): Promise<void> {
  await omar.page.getByRole('button', { name: 'Show as a code' }).click();
  const code = omar.page.getByRole('img', { name: `QR code of the officer card of ${OMAR}` });
  await expect(code).toBeVisible();
  const picture = join(nadia.filesDir, 'new-keys.png');
  await writeFile(picture, await code.screenshot());
  await omar.page.getByRole('button', { name: 'Close' }).click();
  const chooser = nadia.page.waitForEvent('filechooser');
  await nadia.page.getByRole('button', { name: 'Take in a picture of a code' }).click();
  await (await chooser).setFiles(picture);
  await expect(nadia.page.getByText(/^New keys taken in, by a signed succession/u)).toBeVisible();
  await expect(entryOf(nadia)).toContainText('Verified, keys renewed');
  await expect(entryOf(nadia)).toContainText(/Keys rotated on .* by a signed succession/u);
  await entryOf(nadia)
    .getByRole('button', { name: `Keys ${OMAR} had before` })
    .click();
  await expect(entryOf(nadia)).toContainText(/verified\. Given up: Change of post/u);
}

/** Somebody makes a card with Omar's name and identifier, and keys of their own. */
async function meetImpersonator(app: AppUnderTest, officerId: string, look: LookAt): Promise<void> {
  const { page } = app;
  const keys = { ...(await generateOfficerIdentity()), officerId };
  const details = { name: OMAR, post: 'Amman', issuedAt: new Date() };
  const code = cardCode(valueOf(await issueOfficerCard(keys, details))) ?? '';
  const taken = valueOf(await clientOf(page).officers.importCardCode({ code }));
  expect(taken.effect).toBe('kept-beside');
  await expect(entryOf(app)).toContainText(`Another card says it is ${OMAR}`);
  await expect(entryOf(app)).toContainText('Verified, keys renewed');
  await look(app, '18-officers-other-card');
  await entryOf(app).getByRole('button', { name: 'Compare its fingerprint' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'A word differs' }).click();
  await expect(page.getByText(`Other card of ${OMAR} put away`)).toBeVisible();
  await expect(entryOf(app)).not.toContainText('Another card says');
}

async function revokeAndTakeBack(app: AppUnderTest, look: LookAt): Promise<void> {
  const { page } = app;
  await entryOf(app)
    .getByRole('button', { name: `More about ${OMAR}` })
    .click();
  await page.getByRole('menuitem', { name: `Revoke ${OMAR}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Revoke card' }).click();
  await expect(dialog.getByText('Say why: the history keeps it.')).toBeVisible();
  await dialog.getByText('Their laptop or keys are lost').click();
  await dialog.getByRole('button', { name: 'Revoke card' }).click();
  await expect(entryOf(app)).toContainText(/Revoked on .*: Their laptop or keys are lost/u);
  await look(app, '18-officers-revoked');
  await page
    .getByRole('alertdialog', { name: 'Card revoked' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(entryOf(app)).toContainText('Verified, keys renewed');
}

/** The dialog of the system is not the application's; what it would print is. */
async function print({ page }: AppUnderTest): Promise<void> {
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-went-to-printer', '');
  });
  await page.getByRole('button', { name: 'Print card' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-went-to-printer', '');
  const sheet = page.locator('[data-print-sheet]');
  await page.emulateMedia({ media: 'print' });
  await expect(sheet.getByRole('img', { name: /^QR code of the officer card/u })).toBeVisible();
  await expect(sheet).toContainText('This paper alone proves nothing');
  await page.screenshot({
    path: 'test-results/views/officer-card-on-paper.png',
    fullPage: true,
  });
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(sheet).toHaveCount(0);
}

function entryOf({ page }: AppUnderTest): ReturnType<AppUnderTest['page']['locator']> {
  return page
    .getByRole('list', { name: 'Officers whose card you hold' })
    .getByRole('listitem')
    .filter({ hasText: OMAR })
    .first();
}

async function openedAt(app: AppUnderTest): Promise<AppUnderTest> {
  await setWindow(app);
  await app.page.emulateMedia({ reducedMotion: 'reduce' });
  await unlock(app, KEPT_PASSPHRASE);
  await goTo(app, 'Officers');
  return app;
}
