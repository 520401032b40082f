import { join } from 'node:path';
import { expect, test, type AppUnderTest } from '../fixtures/app.ts';
import { giveCard, send } from '../../support/handover.ts';
import { addContact, addLog, addTraveller, consentToTravel } from '../../support/records.ts';
import { openVaultOf } from '../../support/vault-here.ts';
import { KEPT_PASSPHRASE, putKeptVault } from '../support/kept-vault.ts';
import { lookAt, LOOKS_OF, setWindow } from '../support/looks.ts';
import { unlock } from '../support/officer.ts';
import { inDays, openView } from '../support/tasks-vault.ts';

/** A bundle of each kind, as an officer seals it; and what the register and the contact say of it. */
test('what is new goes as an update, a share is lent for a purpose and taken back, and each contact says where it went', async ({
  openApp,
}) => {
  test.setTimeout(240_000);
  let amina = '';
  const app = await openApp((dir) =>
    putKeptVault(dir, 'Sven Sender', async (vault) => {
      const rita = await openVaultOf('Rita Receiver');
      const recipientId = await giveCard(rita, vault);
      rita.dispose();
      amina = await addContact(vault, 'Amina Dirie (fictional)', {
        ...{ locality: 'Halmere', profession: 'Teacher', privateNotes: 'For my eyes' },
      });
      await consentToTravel(vault, amina, 'other-posts', { withheld: ['locality'] });
      const bilal = await addTraveller(vault, 'Bilal Noor (fictional)');
      await send(vault, { contactIds: [amina, bilal], recipientId });
      const stranger = await addContact(vault, 'Stranger (fictional)');
      await addLog(vault, 'Tea at the harbour', [amina]);
      await addLog(vault, 'With somebody who stays', [amina, stranger]);
    }),
  );
  const { page } = app;
  await unlock(app, KEPT_PASSPHRASE);
  await setWindow(app);
  const looks = LOOKS_OF[app.host];
  const wrong: string[] = [];

  await openView(page, '/bundles/export');
  await page.getByRole('button', { name: /Choose all/u }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('Rita Receiver').first().click();
  await page.getByText('Only what is new since').click();
  await page.getByRole('button', { name: 'Choose the 2 contacts they have' }).click();
  wrong.push(...(await lookAt(app, 'export-update', looks)));
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText('1 contact travels')).toBeVisible();
  const each = page.getByRole('region', { name: 'Contact by contact' });
  await expect(each.getByText(/Tea at the harbour/u)).toBeVisible();
  await expect(each.getByText(/With somebody who stays/u)).toBeVisible();
  await expect(each.getByText('Private: for this vault alone')).toBeVisible();
  await each.scrollIntoViewIfNeeded();
  wrong.push(...(await lookAt(app, 'export-each', looks)));
  await each.getByText('Only what stays').click();
  await expect(each.getByText(/Tea at the harbour/u)).toHaveCount(0);
  await seal(app, 'update.age');

  await page.getByRole('button', { name: 'Seal another' }).click();
  await page.getByRole('button', { name: /Choose all/u }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('Rita Receiver').first().click();
  await page.getByText('Lent for one purpose').click();
  await page.getByRole('button', { name: 'Next' }).click();
  const purpose = page.getByRole('textbox', { name: /^What it is for/u });
  await expect(purpose).toHaveAccessibleDescription(/Fill this in/u);
  await purpose.fill('A relocation grant');
  const [year = '', month = '', day = ''] = inDays(30).split('-');
  const until = page.getByRole('group', { name: /^Until/u });
  for (const [part, digits] of Object.entries({ day, month, year })) {
    const segment = until.getByRole('spinbutton', { name: new RegExp(`^${part}`, 'u') });
    await segment.focus();
    await page.keyboard.type(digits);
  }
  wrong.push(...(await lookAt(app, 'export-share', looks)));
  await page.getByRole('button', { name: 'Next' }).click();
  await seal(app, 'share.age');

  await page.getByRole('link', { name: 'Go to the register' }).click();
  const row = page.getByRole('row').filter({ hasText: 'A relocation grant' });
  await expect(row).toContainText('Until');
  wrong.push(...(await lookAt(app, 'register-share', looks)));
  await row.getByRole('button', { name: /^Take back/u }).click();
  await expect(row).toContainText('Taken back on');
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(row.getByRole('button', { name: /^Take back/u })).toBeVisible();

  await openView(page, `/contacts/${amina}?tab=history`);
  const out = page.getByRole('list', { name: 'What left this vault' });
  await expect(out.getByRole('listitem')).toHaveCount(3);
  await expect(out).toContainText('Went out to Rita Receiver');
  wrong.push(...(await lookAt(app, 'contact-went-out', looks)));
  expect(wrong).toEqual([]);
});

async function seal(app: AppUnderTest, name: string): Promise<void> {
  const { page } = app;
  await app.pickFile(join(app.filesDir, name));
  await page.getByRole('button', { name: 'Choose file and seal' }).click();
  await expect(page.getByRole('heading', { name: 'The bundle is sealed' })).toBeVisible({
    timeout: 60_000,
  });
}
