import { expect, test } from '../fixtures/app.ts';
import { KEPT_PASSPHRASE, putKeptVault } from '../support/kept-vault.ts';
import { LOOKS_OF, lookAt, setWindow } from '../support/looks.ts';
import { goTo, unlock } from '../support/officer.ts';
import { addContact, contactFields, valueOf } from '../../support/records.ts';

test('contacts that may be one are set side by side; what is said to be two is remembered, and taken back', async ({
  openApp,
}) => {
  const app = await openApp((folder) =>
    putKeptVault(folder, 'Avery Officer', async (vault) => {
      const place = { locality: 'Halmere', country: 'GB', profession: 'Lawyer' } as const;
      for (const name of ['Amina Dirie', 'أمينة ديري']) {
        valueOf(await vault.ask.contacts.save({ id: null, fields: contactFields(name, place) }));
      }
      await addContact(vault, 'Samira Haddad');
      await addContact(vault, 'HADDAD Samira');
      await addContact(vault, 'Tariq Noor');
    }),
  );
  const { page } = app;
  const wrong: string[] = [];
  const look = async (name: string): Promise<void> => {
    wrong.push(...(await lookAt(app, name, LOOKS_OF[app.host])));
  };
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await setWindow(app);
  await unlock(app, KEPT_PASSPHRASE);
  await goTo(app, 'Contacts');
  await page.getByRole('link', { name: 'May be the same person' }).click();
  await expect(page.getByText('2 pairs to look at')).toBeVisible();
  await expect(page.getByText('name sounds alike')).toBeVisible();
  await look('75-duplicates');

  const apart = page.getByRole('button', { name: /^Not the same person: .*Amina/u });
  await apart.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 pair to look at')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('2 pairs to look at')).toBeVisible();
  for (const left of [1, 0]) {
    await page
      .getByRole('button', { name: /^Not the same person/u })
      .first()
      .click();
    await expect(page.getByRole('button', { name: /^Not the same person/u })).toHaveCount(left);
  }
  await expect(page.getByText('Nobody seems to be here twice')).toBeVisible();
  await look('76-no-duplicates');
  expect(wrong).toEqual([]);
});
