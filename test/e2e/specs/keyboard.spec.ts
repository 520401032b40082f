import { emptyContactFields } from '../../../src/shared/model/contact.ts';
import { expect, test, type AppUnderTest } from '../fixtures/app.ts';
import { callFrom } from '../support/calls.ts';
import { expectFocusShown, goByKey } from '../support/keys.ts';
import { createVault } from '../support/officer.ts';

const NAME = 'Amina Dirie (fictional)';

/** One whole job from the lock to the lock; the mouse is never touched once the vault is open. */
test('a meeting is logged, taken back and the vault locked with keys only, each stop seen', async ({
  app,
}) => {
  const { page } = app;
  await createVault(app, 'Ann Example', 'Embassy in Examplia');
  await addContact(app);

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectFocusShown(page);
  await page.keyboard.type('amina');
  await expect(page.getByRole('menuitem', { name: NAME })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[role=menuitem][data-focused]')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: NAME })).toBeVisible();

  await goByKey(page, 'Tab', page.getByRole('link', { name: 'Log a meeting' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('form', { name: 'Log a meeting' })).toBeVisible();
  await goByKey(page, 'Tab', page.getByLabel('Title'));
  await page.keyboard.type('Tea by the harbour');
  await goByKey(page, 'Tab', page.getByLabel('What was said'));
  await page.keyboard.type('The hearing was put off again.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Tea by the harbour' })).toBeVisible();

  const undo = page.getByRole('button', { name: 'Undo', exact: true });
  await expect(undo).toBeVisible();
  await goByKey(page, 'F6', undo);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('Undone');
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('heading', { name: 'Meetings', exact: true })).toBeVisible();
  await expect(page.getByText('No meetings logged yet')).toBeVisible();
  await expect(page.getByText('Tea by the harbour')).toHaveCount(0);

  await page.keyboard.press('Control+Shift+L');
  await expect(page.getByRole('heading', { name: 'Unlock' })).toBeVisible();
  await expectFocusShown(page);
});

async function addContact({ page }: AppUnderTest): Promise<void> {
  const saved = await callFrom(page, 'contacts.save', {
    id: null,
    fields: {
      ...emptyContactFields(),
      names: [
        {
          id: '6f1d3c52-9d5e-4f0b-8c7a-2b6a1f4e9d11',
          kind: 'primary',
          text: NAME,
          script: 'Latn',
        },
      ],
    },
  });
  expect(saved).toMatchObject({ ok: true });
}
