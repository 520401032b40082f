import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { must } from '../../../scripts/demo/must.ts';
import { particularsFrom } from '../../../src/shared/model/particulars-start.ts';
import { planFields, planOption } from '../../support/situation.ts';
import { expect, test } from '../fixtures/app.ts';
import { clientOf } from '../support/calls.ts';
import { lookAt, LOOKS_OF, setWindow } from '../support/looks.ts';
import { createVault } from '../support/officer.ts';
import { addContact, agree, inDays, openView } from '../support/tasks-vault.ts';

/** Plans, and the particulars of actions that follow from them, in every look. */
test('plans and particulars are whole in every look', async ({ app }) => {
  test.setTimeout(240_000);
  const { page } = app;
  await createVault(app, 'Ann Example', 'Embassy in Examplia');
  await setWindow(app);
  const { planId, optionId, statementId, companyActionId } = await fill(page);
  const looks = LOOKS_OF[app.host];
  const wrong: string[] = [];

  await openView(page, '/plans');
  await expect(page.getByRole('link', { name: 'Bring her home' })).toBeVisible();
  wrong.push(...(await lookAt(app, 'plans', looks)));

  await openView(page, `/plans/${planId}`);
  await expect(page.getByText('1 cannot begin yet')).toBeVisible();
  wrong.push(...(await lookAt(app, 'plan', looks)));
  await page.getByRole('region', { name: 'Actions' }).scrollIntoViewIfNeeded();
  wrong.push(...(await lookAt(app, 'plan-actions', ['light'])));

  await openView(page, `/plans/${planId}/edit`);
  await page.getByRole('group', { name: 'Option 1' }).scrollIntoViewIfNeeded();
  wrong.push(...(await lookAt(app, 'plan-form', looks)));

  await openView(page, `/actions/${statementId}`);
  await expect(page.getByText('Not cleared').first()).toBeVisible();
  wrong.push(...(await lookAt(app, 'action-not-ready', looks)));
  await openView(page, `/actions/${statementId}/edit?field=clearedBy`);
  await expect(page.getByRole('textbox', { name: 'Cleared by' })).toBeFocused();
  wrong.push(...(await lookAt(app, 'action-particulars', looks)));

  await openView(page, `/actions/${companyActionId}/edit`);
  await page.getByText('11 to 24: the responsibility of companies').scrollIntoViewIfNeeded();
  wrong.push(...(await lookAt(app, 'action-principles', looks)));
  await openView(page, `/actions/${companyActionId}`);
  await expect(page.getByText(/18\. They assess harm/u)).toBeVisible();
  wrong.push(...(await lookAt(app, 'action-company', looks)));

  await openView(page, `/actions/new?plan=${planId}&option=${optionId}`);
  await expect(page.getByRole('button', { name: 'Plan action' })).toBeVisible();
  wrong.push(...(await lookAt(app, 'action-of-plan', ['light'])));
  expect(wrong).toEqual([]);
});

async function fill(page: Page): Promise<{
  planId: string;
  optionId: string;
  statementId: string;
  companyActionId: string;
}> {
  const ask = clientOf(page);
  const contactId = await addContact(page, 'Amina Dirie (fictional)');
  const companyId = await addContact(page, 'Serin Mining (fictional)', {
    kind: 'organisation',
    organisationType: 'company',
  });
  await agree(page, contactId, ['public-statement', 'use-of-name'], ['public']);
  const chosen = planOption({ chosen: true });
  const statement = planOption({ actionType: 'public-statement', riskToFamily: '' });
  const partner = { id: randomUUID(), contactId: null, role: 'co-signatory' as const };
  const plan = planFields([contactId], {
    ...{ options: [chosen, statement], owner: 'Human rights officer', reviewOn: inDays(12) },
    partners: [{ ...partner, name: 'Embassy of Halmere (fictional)' }],
  });
  const planId = must(await ask.plans.save({ id: null, fields: plan }), 'plan').id;
  const closed = planFields([contactId], { title: 'The licence of the radio', state: 'closed' });
  must(await ask.plans.save({ id: null, fields: closed }), 'closed plan');
  const action = {
    ...{ owner: 'Human rights officer', dueOn: inDays(5), subjectIds: [contactId], doneOn: null },
    ...{ detail: 'Say it on the day of the hearing.', outcome: '', planId },
    pledges: ['wherever-they-are' as const, 'all-routes' as const],
  };
  const said = await ask.actions.save({
    id: null,
    fields: {
      ...action,
      ...{ type: 'public-statement', title: 'Statement on the hearing', audience: 'public' },
      particulars: particularsFrom('public-statement', {
        ...{ languages: ['en', 'am'], text: 'We call for a fair hearing.' },
        ...{ mayBeNamedIds: [contactId], publishedWhere: 'Website of the mission' },
      }),
    },
  });
  const raised = await ask.actions.save({
    id: null,
    fields: {
      ...action,
      ...{ type: 'company-approach', title: 'Talk to the owners of the mine', audience: 'company' },
      planId: null,
      particulars: particularsFrom('company-approach', {
        ...{ companyId, level: 'senior', approached: 'Chief executive' },
        guidingPrinciples: [13, 18, 22],
      }),
    },
  });
  return {
    planId,
    optionId: chosen.id,
    statementId: must(said, 'statement').id,
    companyActionId: must(raised, 'company').id,
  };
}
