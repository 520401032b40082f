import { expect, test } from '../fixtures/app.ts';
import { KEPT_PASSPHRASE, putKeptVault } from '../support/kept-vault.ts';
import { unlock } from '../support/officer.ts';
import { addContact, valueOf } from '../../support/records.ts';

test('a group that would be part of its own part is refused at the field, and the note is kept', async ({
  openApp,
}) => {
  let union = '';
  const app = await openApp((dir) =>
    putKeptVault(dir, 'Rika Related', async (vault) => {
      union = await addContact(vault, 'Union');
      const fields = { fromContactId: await addContact(vault, 'Committee'), toContactId: union };
      const open = { type: 'part-of', since: null, until: null, note: '' } as const;
      valueOf(
        await vault.ask.contacts.saveRelationship({ id: null, fields: { ...fields, ...open } }),
      );
    }),
  );
  const { page } = app;
  await unlock(app, KEPT_PASSPHRASE);
  await page.evaluate((id) => {
    location.hash = `#/contacts/${id}?tab=relationships`;
  }, union);
  await page.getByRole('button', { name: 'Add a relationship' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /Union …$/u }).click();
  await page.getByRole('option', { name: 'is part of …' }).click();
  const other = dialog.getByRole('combobox', { name: /^The other contact/u });
  await other.fill('Comm');
  await page.getByRole('option', { name: 'Committee' }).click();
  await dialog.getByRole('textbox', { name: 'Note' }).fill('As the chair told us.');
  await dialog.getByRole('button', { name: 'Save' }).click();

  await expect(other).toHaveAccessibleDescription(/would go round in a circle/u);
  await expect(other).toBeFocused();
  await expect(dialog.getByText('Draft kept')).toBeVisible();
  await app.screenshot('refused-circle', { schemes: ['light'] });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Add a relationship' }).first().click();
  await expect(dialog.getByRole('textbox', { name: 'Note' })).toHaveValue('As the chair told us.');
});
