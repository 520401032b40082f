import { expect, type AppUnderTest } from '../fixtures/app.ts';

/** A passphrase that the policy takes; for tests only. */
export const PASSPHRASE = 'orbit lantern cabbage violin meadow seven';

/** Goes through the first run by hand: vault, recovery code, typing it back. Gives the code. */
export async function createVault(app: AppUnderTest, name: string, post: string): Promise<string> {
  const { page } = app;
  await page.getByRole('textbox', { name: 'Your name' }).fill(name);
  await page.getByRole('textbox', { name: 'Your post' }).fill(post);
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(PASSPHRASE);
  await page.getByRole('textbox', { name: 'Passphrase again' }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Create the vault' }).click();
  await expect(page.getByRole('heading', { name: 'Your recovery code' })).toBeVisible({
    timeout: 60_000,
  });
  const code = (await page.getByTestId('recovery-group').allTextContents()).join('-');
  await page.getByRole('button', { name: 'I have written it down' }).click();
  await page.getByRole('textbox').fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText(`Welcome, ${name}`)).toBeVisible();
  return code;
}

/** Unlocks with the passphrase and waits for the first view. */
export async function unlock(app: AppUnderTest, passphrase = PASSPHRASE): Promise<void> {
  const { page } = app;
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible({ timeout: 60_000 });
}

/** Goes to a view by the navigation. */
export async function goTo(app: AppUnderTest, view: string): Promise<void> {
  await app.page
    .getByRole('navigation')
    .getByRole('link', { name: view, exact: true })
    .first()
    .click();
}
