import { must } from '../../../scripts/demo/must.ts';
import { expect, test, type AppUnderTest } from '../fixtures/app.ts';
import { clientOf } from '../support/calls.ts';
import { createVault, goTo } from '../support/officer.ts';
import { addContact, inDays, planAction } from '../support/tasks-vault.ts';

const NAME = 'Amina Dirie (fictional)';
const TITLE = 'On the article on false news';

/** From one review to the next: asked, agreed to, recommended, answered, followed up. */
test('a recommendation of the Universal Periodic Review is followed from draft to answer', async ({
  app,
}) => {
  test.setTimeout(180_000);
  const { page } = app;
  await createVault(app, 'Ann Example', 'Embassy in Examplia');
  const contactId = await addContact(page, NAME);

  await goTo(app, 'Actions');
  await page.getByRole('link', { name: 'United Nations' }).click();
  await expect(page.getByText('Nothing through the United Nations yet')).toBeVisible();
  const actionId = await planAction(page, 'upr-recommendation', TITLE, contactId, 100, {
    ...{ type: 'upr-recommendation', cycle: 4, stateUnderReview: 'KE' },
    ...{ text: 'Repeal the article on false news.', stateResponse: 'pending' },
    ...{ adoptedOn: null, followUp: '' },
  });
  await expect(page.getByRole('heading', { name: 'Kenya, cycle 4' })).toBeVisible();
  await app.screenshot('upr-1-planned');

  await page.getByRole('link', { name: TITLE }).click();
  const steps = page.getByRole('region', { name: 'Steps and tasks' });
  await expect(steps).toContainText('To consult Human Rights Defenders on projects');
  await settleStep(app, 'Ask defenders which recommendation would help most');
  await expect(steps).toContainText('1 settled');

  await page.getByText('Done', { exact: true }).first().click();
  await recordConsentToUn(app);
  await page.getByRole('button', { name: 'Move to Done' }).click();
  await expect(page.getByText(`${TITLE}: Done`)).toBeVisible();
  await expect(steps).toContainText('Note the state’s answer');
  await expect(steps).not.toContainText('Send it to capital');
  await app.screenshot('upr-2-made');

  await noteAnswer(app, actionId);
  await expect(steps).toContainText('Ask the authorities how they carry it out');
  await expect(steps).toContainText('Half-way');
  await expect(steps).not.toContainText('it was only noted');
  await settleStep(app, 'Tell defenders what the state answered');

  await goTo(app, 'Actions');
  await page.getByRole('link', { name: 'United Nations' }).click();
  await expect(page.getByText('1 made · 1 accepted · 0 noted · 0 without an answer')).toBeVisible();
  await app.screenshot('upr-3-answered');

  await page.getByRole('link', { name: 'Tasks' }).click();
  const later = page.getByRole('region', { name: 'Later' });
  await expect(later).toContainText('Prepare for the next review');
  await page.getByText('Done or dropped', { exact: true }).click();
  const settled = page.getByRole('region', { name: 'Settled' });
  await expect(settled).toContainText('Tell defenders what the state answered');
  await expect(settled).toContainText('Ask defenders which recommendation would help most');
  await app.screenshot('upr-4-settled');

  await page
    .getByRole('button', { name: 'More for “Tell defenders what the state answered”' })
    .click();
  await page.getByRole('menuitem', { name: 'Open it again' }).click();
  await expect(settled).not.toContainText('Tell defenders what the state answered');
  await page.getByText('Open', { exact: true }).click();
  await expect(page.getByRole('region', { name: 'In the next two weeks' })).toContainText(
    'Tell defenders what the state answered',
  );
});

async function settleStep({ page }: AppUnderTest, text: string): Promise<void> {
  await page.getByRole('button', { name: `Done: ${text}` }).click();
  await expect(page.getByText(`Settled: ${text}`)).toBeVisible();
  await expect(page.getByRole('button', { name: `Done: ${text}` })).toHaveCount(0);
}

/** The gate stands in the way; its panel leads to where consent is recorded. */
async function recordConsentToUn({ page }: AppUnderTest): Promise<void> {
  const panel = page.getByRole('dialog', { name: 'This cannot begin yet' });
  await expect(panel).toContainText(`${NAME} was never asked about “Share with the UN”`);
  await panel.getByRole('button', { name: `Record consent of ${NAME}` }).click();
  await page.getByRole('button', { name: 'Record 1 decision' }).click();
  await expect(page.getByText('1 decision recorded')).toBeVisible();
}

/** The state accepts it, and the Council adopts the outcome. */
async function noteAnswer({ page }: AppUnderTest, id: string): Promise<void> {
  const ask = clientOf(page);
  const { action } = must(await ask.actions.get({ id }), 'action');
  const {
    id: _id,
    status: _s,
    startedAt: _a,
    consentEventIds: _c,
    override: _o,
    ...fields
  } = action;
  if (fields.particulars?.type !== 'upr-recommendation') throw new Error('no recommendation');
  const particulars = {
    ...fields.particulars,
    ...{ stateResponse: 'accepted' as const, adoptedOn: inDays(-3) },
  };
  must(await ask.actions.save({ id, fields: { ...fields, particulars } }), 'answer');
}
