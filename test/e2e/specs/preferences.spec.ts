import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { callFrom } from '../support/calls.ts';
import { expect, test } from '../fixtures/app.ts';
import { createVault, goTo } from '../support/officer.ts';

/** The look is chosen inside the vault and must hold outside it, before anybody unlocks. */
test('the look that was chosen holds after a restart, from the first screen on', async ({
  app,
}) => {
  await createVault(app, 'Ann Example', 'Embassy in Examplia');
  await goTo(app, 'Settings');
  const root = app.page.locator('html');
  await app.page.getByText('Dark', { exact: true }).click();
  await app.page.getByText('Largest', { exact: true }).click();
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await expect(root).toHaveAttribute('data-text-size', 'largest');
  const chosen = { theme: 'dark', contrast: 'system', textSize: 'largest', locale: 'en-GB' };
  await expect
    .poll(() => JSON.parse(readFileSync(join(app.profileDir, 'preferences.json'), 'utf8')))
    .toEqual(chosen);
  expect(statSync(join(app.profileDir, 'preferences.json')).mode & 0o777).toBe(0o600);

  await app.restart();
  await expect(app.page.getByRole('heading', { name: 'Unlock' })).toBeVisible();
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(app.page.locator('html')).toHaveAttribute('data-text-size', 'largest');

  await callFrom(app.page, 'preferences.set', { locale: 'en-Arab-XB' });
  await expect(app.page.locator('html')).toHaveAttribute('dir', 'rtl');

  await app.close();
  writeFileSync(join(app.profileDir, 'preferences.json'), '{"theme": "dark", "note": "A. Name"}');
  await app.restart();
  await expect(app.page.locator('html')).toHaveAttribute('data-text-size', 'normal');
  await expect(app.page.locator('html')).toHaveAttribute('dir', 'ltr');
});
