import { expect, test } from '../fixtures/app.ts';
import { giveCard } from '../../support/handover.ts';
import { addContact } from '../../support/records.ts';
import { openVaultOf } from '../../support/vault-here.ts';
import { writeQuietly } from '../../../src/vault/service/write.ts';
import { KEPT_PASSPHRASE, putKeptVault } from '../support/kept-vault.ts';
import { lookAt, LOOKS_OF, setWindow } from '../support/looks.ts';
import { unlock } from '../support/officer.ts';
import { openView } from '../support/tasks-vault.ts';

test('who is entrusted to whom holds in every look; a contact held elsewhere is read only, and a colleague is asked', async ({
  openApp,
}) => {
  test.setTimeout(180_000);
  let gone = '';
  const app = await openApp((dir) =>
    putKeptVault(dir, 'Rika Related', async (vault) => {
      const bob = await openVaultOf('Bob Receiver');
      const counterpartId = await giveCard(bob, vault);
      bob.dispose();
      gone = await addContact(vault, 'Amina Dirie (fictional)');
      const lent = await addContact(vault, 'سميرة الخطيب (fictional)');
      const own = { counterpartId, counterpartName: 'Bob Receiver', bundleId: null, wanted: '' };
      const out = { ...own, direction: 'out', offeredOn: '2026-10-01', reason: '' } as const;
      writeQuietly(vault.context, 'import-bundle', (writer) => {
        writer.create('entrustment', {
          ...{ ...out, verb: 'transfer', contactId: gone, purpose: null, until: null },
          ...{ answerBy: null, state: 'accepted', settledOn: '2026-10-08' },
        });
        writer.create('entrustment', {
          ...{ ...out, verb: 'refer', contactId: lent, purpose: 'Emergency grant' },
          ...{ until: '2026-10-31', answerBy: null, state: 'accepted', settledOn: '2026-10-08' },
        });
        writer.create('entrustment', {
          ...{ ...out, verb: 'assign', contactId: lent, purpose: null, until: null },
          ...{ answerBy: '2026-10-15', state: 'offered', settledOn: null },
        });
      });
    }),
  );
  const { page } = app;
  await unlock(app, KEPT_PASSPHRASE);
  await setWindow(app);
  const looks = LOOKS_OF[app.host];
  const wrong: string[] = [];

  await openView(page, '/bundles/entrusted');
  await expect(page.getByText('Answer overdue')).toBeVisible();
  await page.getByRole('radio', { name: /^All/u }).check({ force: true });
  await expect(page.getByText('Loan has ended')).toBeVisible();
  wrong.push(...(await lookAt(app, 'entrusted', looks)));

  await page.getByRole('button', { name: 'Ask for a contact' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Keep the request' }).click();
  await expect(
    dialog.getByRole('textbox', { name: /^Whom you ask for/u }),
  ).toHaveAccessibleDescription(/Fill this in/u);
  await dialog.getByRole('button', { name: /^Choose.* Ask/u }).click();
  await page.getByRole('option', { name: /Bob Receiver/u }).click();
  await dialog.getByRole('textbox', { name: /^Whom you ask for/u }).fill('The lawyer in the north');
  wrong.push(...(await lookAt(app, 'request', looks)));
  await dialog.getByRole('button', { name: 'Keep the request' }).click();
  const request = page.getByRole('listitem').filter({ hasText: 'The lawyer in the north' });
  await expect(request).toContainText('asked for from Bob Receiver');

  await request.getByRole('button', { name: 'Call back' }).click();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Found them.');
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: 'Call back' }).click();
  await expect(request).toContainText('Called back');
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(request).toContainText('Waits for an answer');

  await openView(page, `/contacts/${gone}`);
  await expect(page.getByText('Bob Receiver holds this contact now')).toBeVisible();
  wrong.push(...(await lookAt(app, 'held-elsewhere', looks)));
  await openView(page, `/contacts/${gone}/edit`);
  await page.getByRole('textbox', { name: 'Notes' }).fill('She called.');
  await page.getByRole('button', { name: 'Save' }).click();
  const refusal = page.getByRole('form', { name: 'Contact' }).getByRole('alert');
  await expect(refusal).toContainText('This contact is held by another officer');
  await expect(refusal).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('She called.');
  expect(wrong).toEqual([]);
});
