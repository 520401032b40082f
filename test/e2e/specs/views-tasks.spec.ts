import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { clientOf } from '../support/calls.ts';
import { lookAt, LOOKS_OF, setWindow } from '../support/looks.ts';
import { createVault } from '../support/officer.ts';
import { addContact, agree, inDays, openView, planAction } from '../support/tasks-vault.ts';

/** The list of tasks, the steps of an action, the directory and the United Nations, in every look. */
test('tasks, the directory and the United Nations are whole in every look', async ({ app }) => {
  test.setTimeout(240_000);
  const { page } = app;
  await createVault(app, 'Ann Example', 'Embassy in Examplia');
  await setWindow(app);
  const { contactId, actionId, organisationId } = await fill(page);
  const looks = LOOKS_OF[app.host];
  const wrong: string[] = [];

  await openView(page, '/actions/tasks');
  await expect(page.getByText('Pay for the new lock')).toBeVisible();
  wrong.push(...(await lookAt(app, 'tasks', looks)));

  await openView(page, `/actions/${actionId}`);
  await expect(page.getByText('Ask capital for instructions')).toBeVisible();
  wrong.push(...(await lookAt(app, 'action-steps', looks)));

  await openView(page, `/contacts/${contactId}?tab=actions`);
  await expect(page.getByText('Pay for the new lock')).toBeVisible();
  wrong.push(...(await lookAt(app, 'contact-tasks', looks)));

  await openView(page, '/directory');
  await expect(
    page.getByRole('link', { name: 'Shelter Fund (fictional)', exact: true }),
  ).toBeVisible();
  wrong.push(...(await lookAt(app, 'directory', looks)));

  await page.getByRole('link', { name: 'Refer somebody to Shelter Fund (fictional)' }).click();
  await expect(page.locator('input[value="Shelter Fund (fictional)"]')).toBeVisible();
  wrong.push(...(await lookAt(app, 'referral', ['light'])));

  await openView(page, `/contacts/${organisationId}/edit`);
  await page.getByRole('heading', { name: 'In the directory' }).scrollIntoViewIfNeeded();
  wrong.push(...(await lookAt(app, 'directory-form', looks)));

  await openView(page, '/actions/un');
  await expect(page.getByText('Repeal the article on false news.')).toBeVisible();
  wrong.push(...(await lookAt(app, 'united-nations', looks)));

  expect(wrong).toEqual([]);
});

async function fill(
  page: Page,
): Promise<{ contactId: string; actionId: string; organisationId: string }> {
  const ask = clientOf(page);
  const contactId = await addContact(page, 'Amina Dirie (fictional)');
  await agree(page, contactId, ['share-with-un', 'referral', 'share-with-ngo'], ['un', 'ngo']);
  const organisationId = await addContact(page, 'Shelter Fund (fictional)', {
    kind: 'organisation',
    organisationType: 'ngo',
    languages: ['ar', 'fr'],
    locality: 'Halmere',
    directory: {
      services: ['practical-help', 'emergency-funding', 'relocation', 'psychosocial-support'],
      coverage: 'Women defenders, East Africa',
      howToReach: 'Hotline, day and night; ask for the duty officer',
      note: '',
    },
  });
  await addContact(page, 'Companions (fictional)', {
    kind: 'organisation',
    organisationType: 'ngo',
    directory: {
      services: ['protective-accompaniment', 'risk-analysis', 'security-strategy'],
      coverage: null,
      howToReach: null,
      note: '',
    },
  });
  const referralId = await planAction(page, 'ngo-referral', 'A safe place', contactId, 2, {
    type: 'ngo-referral',
    organisationId,
    services: ['relocation'],
    shared: 'First name and town',
    referredOn: inDays(-5),
    result: 'helped',
  });
  await ask.actions.move({ id: referralId, status: 'in-progress' });
  const actionId = await planAction(page, 'demarche', 'Demarche on the arrest', contactId, 10);
  const consult = { actionId, step: 'consult', text: 'Ask them first' };
  await ask.tasks.settle({ task: consult, state: 'done' });
  const own = { dueOn: inDays(-3), assignedTo: 'Ann', actionId: null, contactId };
  await ask.tasks.save({ id: null, fields: { text: 'Pay for the new lock', ...own } });
  const upr = {
    type: 'upr-recommendation' as const,
    ...{ cycle: 4, stateUnderReview: 'KE', text: 'Repeal the article on false news.' },
    ...{ stateResponse: 'noted' as const, adoptedOn: inDays(-60), followUp: '' },
  };
  const made = await planAction(page, 'upr-recommendation', 'On false news', contactId, -90, upr);
  await ask.actions.move({ id: made, status: 'done' });
  await planAction(page, 'upr-recommendation', 'On defenders', contactId, 100, {
    ...upr,
    ...{ text: '', stateResponse: 'pending', adoptedOn: null },
  });
  await planAction(page, 'special-procedures', 'Letter on the arrest', contactId, 20);
  await planAction(page, 'resolution', 'Resolution on defenders', contactId, 40);
  await planAction(page, 'reprisals-follow-up', 'Threat after Geneva', contactId, 3);
  return { contactId, actionId, organisationId };
}
