import { must } from '../../../scripts/demo/must.ts';
import { incidentFields } from '../../support/situation.ts';
import { expect, test, type AppUnderTest } from '../fixtures/app.ts';
import { clientOf } from '../support/calls.ts';
import { createVault } from '../support/officer.ts';

/** 100 kB in one paste: with room to spare for a form, and never lost. */
const PASTE = 'What the witness said, word for word. '.repeat(2_700);

test('what cannot be right is said at its field, and what was typed is kept', async ({ app }) => {
  test.setTimeout(120_000);
  await createVault(app, 'Ann Example', 'Embassy in Examplia');
  const [first] = await chain(app);
  const { page } = app;
  await open(app, `/incidents/${first}/edit`);

  // A circle: only the vault sees it, and answers at the field.
  const follows = page.getByRole('combobox', { name: 'Follows' });
  await follows.click();
  await follows.fill('Second');
  await page.getByRole('option', { name: /Second/u }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('It would come to follow itself')).toBeVisible();
  await follows.fill('');
  await page.keyboard.press('Escape');

  // A day that has not come.
  const year = page.getByRole('spinbutton', { name: /year/u }).first();
  await year.fill('2099');
  await page.getByRole('textbox', { name: 'What happened' }).fill(PASTE);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('This day has not come yet')).toBeVisible();
  await expect(page.getByText('Draft kept')).toBeVisible();

  await open(app, '/incidents');
  await expect(page.getByRole('grid', { name: 'Incidents' })).toBeVisible();
  await open(app, `/incidents/${first}/edit`);
  await expect(page.getByText(/^Draft restored/u)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'What happened' })).toHaveValue(PASTE);
  await page.getByRole('spinbutton', { name: /year/u }).first().fill('2025');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'First' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Chain of events' })).toContainText('Second');
});

/** Two incidents of nobody in particular, the second following the first. */
async function chain({ page }: AppUnderTest): Promise<readonly [string, string]> {
  const ask = clientOf(page);
  const add = async (title: string, followsId: string | null): Promise<string> => {
    const fields = {
      ...incidentFields('01930000-0000-7000-8000-000000000001'),
      ...{ title, followsId, victims: [], occurredOn: '2025-10-02' },
    };
    return must(await ask.incidents.save({ id: null, fields }), 'incident').id;
  };
  const first = await add('First', null);
  return [first, await add('Second', first)];
}

/** By the address, so that the test depends on no words of the navigation. */
async function open({ page }: AppUnderTest, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#${path}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}
