import { must } from '../../../scripts/demo/must.ts';
import { planFields, planOption } from '../../support/situation.ts';
import { expect, test, type AppUnderTest } from '../fixtures/app.ts';
import { clientOf } from '../support/calls.ts';
import { createVault } from '../support/officer.ts';
import { addContact, agree, inDays, openView } from '../support/tasks-vault.ts';

const NAME = 'Hiwot Bekele (fictional)';
const PLAN = 'A date for the trial';

/**
 * "We will always seek to consult with Human Rights Defenders … before taking any action": a plan
 * weighs a public statement and a formal demarche. She refuses the statement and agrees to the
 * demarche, which goes ahead "on instructions from London" and not before.
 */
test('a statement that the defender refused is stopped; the demarche she agreed to waits for its instruction', async ({
  app,
}) => {
  test.setTimeout(180_000);
  await createVault(app, 'Ann Example', 'Embassy in Examplia');
  const { page } = app;
  const contactId = await addContact(page, NAME);
  await refuseStatement(app, contactId);
  const planId = await plan(app, contactId);

  await openView(page, `/plans/${planId}`);
  const options = page.getByRole('region', { name: 'Options' });
  const statement = options.getByRole('article', { name: 'Public statement or declaration' });
  // Not weighed to the end: it cannot be chosen yet.
  await expect(statement.getByText('1 part not weighed')).toBeVisible();
  await expect(statement.getByRole('button', { name: /Choose/u })).toHaveCount(0);
  await weighFamily(app);

  await statement.getByRole('button', { name: /^Choose/u }).click();
  await statement.getByRole('link', { name: /Plan the action/u }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Statement on her case');
  await expect(page.getByText(`${NAME} refused`).first()).toBeVisible();
  await page.getByRole('button', { name: 'Plan action' }).click();
  await expect(page.getByRole('heading', { name: 'Statement on her case' })).toBeVisible();
  await begin(app);
  const gate = page.getByRole('dialog', { name: 'This cannot begin yet' });
  await expect(gate).toContainText(`${NAME} refused “Public statement”`);
  await expect(gate).toContainText('A text that goes out is cleared first');
  // What is not cleared nobody overrides.
  await expect(gate.getByRole('button', { name: 'Go ahead without consent' })).toHaveCount(0);
  await app.screenshot('statement-1-refused');
  await gate.getByRole('button', { name: 'Leave it planned' }).click();

  await openView(page, `/plans/${planId}`);
  const demarche = options.getByRole('article', { name: 'Formal demarche' });
  await demarche.getByRole('button', { name: /^Choose/u }).click();
  await demarche.getByRole('link', { name: /Plan the action/u }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Demarche on her case');
  await page.getByRole('button', { name: 'Plan action' }).click();
  await expect(page.getByRole('heading', { name: 'Demarche on her case' })).toBeVisible();
  await agree(page, contactId, ['formal-demarche'], ['authorities']);
  await begin(app);
  await expect(gate).toContainText('on instructions from capital');
  await app.screenshot('statement-2-no-instruction', { schemes: ['light'] });
  await gate.getByRole('link', { name: 'Fill in the instruction' }).click();
  await fillInstruction(app);
  await begin(app);
  await expect(page.getByText('Demarche on her case: Under way')).toBeVisible();
  await page.getByRole('radiogroup', { name: 'Status' }).getByText('Done').click();
  await expect(page.getByText('Demarche on her case: Done')).toBeVisible();

  await openView(page, `/plans/${planId}`);
  const actions = page.getByRole('region', { name: 'Actions' });
  await expect(actions.getByText('Done', { exact: true })).toBeVisible();
  await expect(page.getByText('1 cannot begin yet')).toBeVisible();
  await actions.scrollIntoViewIfNeeded();
  await app.screenshot('statement-3-plan');
});

async function refuseStatement({ page }: AppUnderTest, contactId: string): Promise<void> {
  const said = await clientOf(page).consents.record({
    contactId,
    purposes: ['public-statement'],
    audiences: ['public'],
    details: {
      ...{ decision: 'refused', decidedOn: inDays(0), givenBy: 'self', proxy: null },
      ...{ how: 'in-person', language: null, interpreter: null, withheld: [] },
      ...{ conditions: 'Not before the verdict.', expiresOn: null, reviewOn: null, note: '' },
    },
  });
  must(said, 'refusal');
}

/** Two options; of the statement, nobody has thought of the family yet. */
async function plan({ page }: AppUnderTest, contactId: string): Promise<string> {
  const fields = planFields([contactId], {
    title: PLAN,
    options: [
      planOption({ actionType: 'public-statement', riskToFamily: '' }),
      planOption({ actionType: 'demarche' }),
    ],
  });
  return must(await clientOf(page).plans.save({ id: null, fields }), 'plan').id;
}

async function weighFamily({ page }: AppUnderTest): Promise<void> {
  await page.getByRole('link', { name: /^Weigh/u }).click();
  const first = page.getByRole('group', { name: 'Option 1' });
  await first
    .getByText(/^Chosen/u)
    .first()
    .click();
  await page.getByRole('button', { name: 'Save plan' }).click();
  // Chosen and not weighed: told at the field, and what was typed is kept.
  await expect(first.getByText('Say this before the option is chosen.')).toBeVisible();
  await first
    .getByText(/^Chosen/u)
    .first()
    .click();
  await first
    .getByRole('textbox', { name: 'Risk to their family' })
    .fill('Her brother works for the state and may lose his post.');
  await page.getByRole('button', { name: 'Save plan' }).click();
  await expect(page.getByRole('heading', { level: 1, name: PLAN })).toBeVisible();
}

async function fillInstruction({ page }: AppUnderTest): Promise<void> {
  const reference = page.getByRole('textbox', { name: 'Reference of the instruction' });
  await expect(reference).toBeFocused();
  await reference.fill('TELNO 41');
  const day = page.getByRole('group', { name: 'Instructed on' });
  await day.getByRole('spinbutton').first().click();
  await page.keyboard.type('02112026');
  await page
    .getByRole('textbox', { name: 'Text from capital' })
    .fill('Ask for the date of the trial, and that observers may attend.');
  await page.getByRole('button', { name: 'Save action' }).click();
  await expect(page.getByText('TELNO 41', { exact: true })).toBeVisible();
}

async function begin({ page }: AppUnderTest): Promise<void> {
  await page.getByText('Under way', { exact: true }).click();
}
