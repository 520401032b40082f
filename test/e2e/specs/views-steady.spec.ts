import { expect, test, type AppUnderTest } from '../fixtures/app.ts';
import { goByKey } from '../support/keys.ts';
import { KEPT_PASSPHRASE, putKeptVault } from '../support/kept-vault.ts';
import { LOOKS_OF, lookAt, setWindow, type Look } from '../support/looks.ts';
import { unlock } from '../support/officer.ts';
import { fillSteady } from '../support/steady-vault.ts';

const FEW: readonly Look[] = ['light', 'zoom'];
const TABS = ['overview', 'coverage', 'promises', 'told'] as const;

test('steady state and Today hold in every look, with nobody and with everything waiting', async ({
  openApp,
}) => {
  test.setTimeout(240_000);
  const wrong: string[] = [];
  const lookIn = async (app: AppUnderTest): Promise<typeof look> => {
    await app.page.emulateMedia({ reducedMotion: 'reduce' });
    await setWindow(app);
    const look = async (name: string, looks: readonly Look[]): Promise<void> => {
      wrong.push(...(await lookAt(app, name, looks)));
    };
    return look;
  };
  const empty = await openApp((dir) => putKeptVault(dir, 'Ella Empty'));
  await unlock(empty, KEPT_PASSPHRASE);
  let look = await lookIn(empty);
  for (const tab of TABS) {
    await goTo(empty, `/rhythm?tab=${tab}`);
    await look(`00-empty-rhythm-${tab}`, FEW);
  }
  await empty.close();

  const app = await openApp((dir) => putKeptVault(dir, 'Stella Steady', fillSteady));
  await unlock(app, KEPT_PASSPHRASE);
  look = await lookIn(app);
  await look('40-today-all', LOOKS_OF[app.host]);
  for (const tab of TABS) {
    await goTo(app, `/rhythm?tab=${tab}`);
    await look(`41-rhythm-${tab}`, tab === 'overview' ? LOOKS_OF[app.host] : FEW);
  }
  if (app.host === 'electron') await look('41-rhythm-told', ['dark-contrast']);
  await goTo(app, '/rhythm?filter=no-rhythm');
  await look('41-rhythm-filtered', ['light']);
  expect(wrong).toEqual([]);
});

test('who has gone quiet is tried, planned and settled by keys, each with an undo', async ({
  openApp,
}) => {
  const app = await openApp((dir) => putKeptVault(dir, 'Stella Steady', fillSteady));
  await unlock(app, KEPT_PASSPHRASE);
  const { page } = app;
  const silent = page.getByRole('region', { name: 'Gone quiet' });
  await expect(silent.getByRole('listitem')).toHaveCount(2);
  await expect(silent).toContainText('2 attempts, no answer');
  await goByKey(page, 'Tab', silent.getByRole('link', { name: 'See all' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Steady state' })).toBeVisible();

  // The first row's menu, reached from the list by Tab.
  const rows = page.getByRole('grid').getByRole('row');
  await expect(rows.nth(1)).toContainText('Noor al-Hadi');
  await goByKey(page, 'Tab', page.getByRole('button', { name: 'What to do: Noor al-Hadi' }));
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Tried, no answer' }).press('Enter');
  await expect(rows.nth(1)).toContainText('3 attempts, no answer');
  await goByKey(page, 'F6', page.getByRole('button', { name: 'Undo', exact: true }));
  await page.keyboard.press('Enter');
  await expect(rows.nth(1)).toContainText('2 attempts, no answer');

  await page.getByRole('button', { name: 'What to do: Tomas Verhoeven' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Plan contact' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Plan contact: Tomas Verhoeven' });
  await dialog.getByRole('textbox', { name: 'What is planned' }).fill('');
  await dialog.getByRole('button', { name: 'Plan contact' }).press('Enter');
  await expect(dialog).toContainText('Fill this in');
  await dialog.getByRole('textbox', { name: 'What is planned' }).fill('Travel to Upper Verra');
  await dialog.getByRole('button', { name: 'Plan contact' }).press('Enter');
  await expect(dialog).toHaveCount(0);
  // Planned, and still silent: a plan is no contact.
  await expect(rows.filter({ hasText: 'Tomas Verhoeven' })).toContainText('Gone quiet');

  await goTo(app, '/rhythm?tab=promises');
  const promises = page.getByRole('region', { name: 'Owed: open, or not told' });
  await expect(promises.getByRole('listitem')).toHaveCount(3);
  const visa = promises.getByRole('listitem').filter({ hasText: 'Ask capital about the visa' });
  await visa.getByRole('button', { name: 'Kept', exact: true }).press('Enter');
  await expect(visa.getByRole('button', { name: 'Kept', exact: true })).toHaveCount(0);
  await visa.getByRole('button', { name: 'We told them' }).press('Enter');
  await expect(promises.getByRole('listitem')).toHaveCount(2);
  await goByKey(page, 'F6', page.getByRole('button', { name: 'Undo', exact: true }).first());
  await page.keyboard.press('Enter');
  await expect(promises.getByRole('listitem')).toHaveCount(3);
});

async function goTo({ page }: AppUnderTest, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#${path}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}
