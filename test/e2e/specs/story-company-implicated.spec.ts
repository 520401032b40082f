import { expect, test } from '../fixtures/app.ts';
import { createVault } from '../support/officer.ts';
import { addContact, agree, openView } from '../support/tasks-vault.ts';

const NAME = 'Dawit Tulu (fictional)';
const COMPANY = 'Serin Mining (fictional)';

/**
 * "Where a UK company is implicated, UK missions will raise concerns with the company at senior
 * level invoking relevant standards, such as the UN Guiding Principles on Business and Human
 * Rights"; and "responsibilities of third parties (including businesses)".
 */
test('a company is implicated: it is approached at senior level, principles in hand, once the defender agrees', async ({
  app,
}) => {
  test.setTimeout(180_000);
  await createVault(app, 'Ann Example', 'Embassy in Examplia');
  const { page } = app;
  const contactId = await addContact(page, NAME);
  await addContact(page, COMPANY, { kind: 'organisation', organisationType: 'company' });

  await openView(page, `/actions/new?contact=${contactId}&type=company-approach`);
  await page.getByRole('textbox', { name: 'Title' }).fill('Talk to the owners of the mine');
  await page.getByRole('combobox', { name: 'Company' }).fill('Serin');
  await page.getByRole('option', { name: COMPANY }).click();
  await page.getByRole('button', { name: /Level/u }).click();
  await page.getByRole('option', { name: 'Senior level' }).click();
  const principles = page.getByRole('group', { name: 'UN Guiding Principles invoked' });
  await principles.getByText(/^18 They assess harm/u).click();
  await principles.getByText(/^22 They provide remedy/u).click();
  await principles.getByRole('button', { name: '25 to 31: access to remedy' }).click();
  await principles.getByText(/^29 Companies set up or join/u).click();
  await app.screenshot('company-1-principles');
  await page.getByRole('button', { name: 'Plan action' }).click();
  await expect(page.getByRole('heading', { name: 'Talk to the owners of the mine' })).toBeVisible();

  const particulars = page.getByRole('region', { name: 'Approach to a company' });
  await expect(particulars).toContainText(COMPANY);
  await expect(particulars).toContainText('Senior level');
  for (const number of [18, 22, 29]) {
    await expect(particulars.getByText(new RegExp(`^${String(number)}\\. `, 'u'))).toBeVisible();
  }

  // Nothing is said to the company before he agreed to that.
  await page.getByText('Under way', { exact: true }).click();
  const gate = page.getByRole('dialog', { name: 'This cannot begin yet' });
  await expect(gate).toContainText(`${NAME} was never asked`);
  await agree(page, contactId, ['private-approach'], ['company']);
  // The panel asks the gate again by itself, and then offers to go on.
  await page.getByRole('dialog').getByRole('button', { name: 'Move to Under way' }).click();
  await expect(page.getByText('Talk to the owners of the mine: Under way')).toBeVisible();
  await app.screenshot('company-2-under-way', { schemes: ['light'] });

  // What is owed by third parties is taken further, with the same company kept from type to type.
  await openView(page, `/actions/new?contact=${contactId}&type=company-approach`);
  await page.getByRole('textbox', { name: 'Title' }).fill('What the buyers of the ore owe');
  await page.getByRole('combobox', { name: 'Company' }).fill('Serin');
  await page.getByRole('option', { name: COMPANY }).click();
  await page.getByRole('combobox', { name: 'Kind of action' }).fill('Responsibilities');
  await page.getByRole('option', { name: 'Responsibilities of third parties' }).click();
  await expect(page.getByRole('combobox', { name: 'Company' })).toHaveValue(COMPANY);
  await page
    .getByRole('textbox', { name: 'Standard invoked' })
    .fill('UN Guiding Principles, 13(b)');
  await page.getByRole('button', { name: 'Plan action' }).click();
  const owed = page.getByRole('region', { name: 'Responsibilities of third parties' });
  await expect(owed).toContainText('UN Guiding Principles, 13(b)');
  await expect(owed).toContainText(COMPANY);
  // He agreed to a word with the company, towards the company: that covers this too.
  await page.getByText('Under way', { exact: true }).click();
  await expect(page.getByText('What the buyers of the ore owe: Under way')).toBeVisible();
});
