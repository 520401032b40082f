import type { z } from 'zod';
import { must } from '../../../scripts/demo/must.ts';
import type { calls, Calls } from '../../../src/shared/contract/contract.ts';
import type { Client } from '../../../src/shared/contract/define.ts';
import { emptyContactFields } from '../../../src/shared/model/contact.ts';
import { expect, test, type AppUnderTest } from '../fixtures/app.ts';
import { clientOf } from '../support/calls.ts';
import { goByKey } from '../support/keys.ts';
import { LOOKS_OF, lookAt, setWindow } from '../support/looks.ts';
import { createVault } from '../support/officer.ts';

type Decision = z.input<typeof calls.consents.record.arg>;

/** A day so many days from today, ISO 8601. */
function dayFrom(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

test('consent is seen at a glance, renewed by one press, withdrawn with all that follows, and overrides are listed', async ({
  app,
}) => {
  const { page } = app;
  const wrong: string[] = [];
  const look = async (name: string): Promise<void> => {
    wrong.push(...(await lookAt(app, name, LOOKS_OF[app.host])));
  };
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await setWindow(app);
  await createVault(app, 'Avery Demo', 'Port Serin (fictional)');
  const { amina } = await fill(clientOf(page));

  // What lapses soon, in one list; one press opens it filled in.
  await goTo(app, '/consents');
  await expect(page.getByRole('heading', { name: 'About to lapse' })).toBeVisible();
  await look('50-renewals');
  await page.getByRole('button', { name: 'Renew the consent of Amina Dirie' }).click();
  const sheet = page.getByRole('dialog', { name: /^Renew consent/u });
  await expect(sheet.getByLabel('Conditions')).toHaveValue('Not before the verdict.');
  await expect(sheet.getByLabel('From whom')).toHaveValue('The company');
  await look('51-renew');
  await sheet.getByRole('button', { name: 'Record 1 decision' }).click();
  await expect(sheet).toHaveCount(0);
  await expect(page.getByText('Amina Dirie')).toHaveCount(0);

  await goTo(app, '/consents?purpose=public-statement');
  const grid = page.getByRole('grid', { name: 'Consent of every contact: Public statement' });
  await expect(grid.getByRole('row')).toHaveCount(4);
  await look('52-by-purpose');
  await grid.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Amina Dirie' })).toBeVisible();
  await expect(page.getByText('Renews').or(page.getByText('Renewal')).first()).toBeVisible();
  await look('53-contact-consent');

  // The arrow keys move between the cells; Enter says what one rests on.
  const cell = page.getByRole('button', {
    name: 'Public statement, The public: yes, on a condition',
  });
  await page.getByRole('switch', { name: 'Every purpose' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await goByKey(page, 'ArrowRight', cell);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('Keep from The company: My address.');
  await look('54-cell');
  await page.getByRole('button', { name: 'Record a withdrawal' }).click();
  await page.getByRole('button', { name: 'Record 1 decision' }).click();
  const after = page.getByRole('dialog', { name: 'This decision touches work under way' });
  await expect(after).toContainText('A statement on the trial');
  await look('55-withdrawn');
  await after.getByRole('button', { name: 'Understood' }).click();

  // It stays with the contact until it is settled.
  const callBack = page.getByRole('region', { name: 'To be stopped and called back' });
  await expect(callBack).toContainText('Stop “A statement on the trial”');
  await look('56-call-backs');
  await callBack.getByRole('button', { name: /^Done/u }).click();
  await expect(callBack).toHaveCount(0);

  await goTo(app, '/overrides');
  await expect(page.getByText('The hearing was brought forward.')).toBeVisible();
  await expect(page.getByText('Still to be asked', { exact: true })).toBeVisible();
  await look('57-overrides');
  expect(await eventCount(clientOf(page), amina)).toBe(6);
  expect(wrong).toEqual([]);
});

test('a proxy without a relation is refused at the field, and the draft is kept', async ({
  app,
}) => {
  const { page } = app;
  await createVault(app, 'Avery Demo', 'Port Serin (fictional)');
  const id = await addContact(clientOf(page), 'Amina Dirie', {});
  await goTo(app, `/contacts/${id}?tab=consent`);
  await page.getByRole('button', { name: 'Record a decision' }).first().click();
  const sheet = page.getByRole('dialog', { name: 'Record a decision' });
  await sheet.getByText('Meet', { exact: true }).click();
  await sheet.getByText('Our own mission', { exact: true }).click();
  await sheet.getByText('Someone close to them', { exact: true }).click();
  await sheet.getByRole('textbox', { name: 'Or a name' }).fill('Her sister');
  await sheet.getByLabel('How they were reached').fill('By phone');
  await sheet.getByLabel('Why the defender could not be asked').fill('Held incommunicado');
  await sheet.getByRole('button', { name: 'Record 1 decision' }).click();
  await expect(sheet.getByText('Choose one')).toBeVisible();
  expect(await eventCount(clientOf(page), id)).toBe(0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Record a decision' }).first().click();
  await expect(sheet.getByRole('textbox', { name: 'Or a name' })).toHaveValue('Her sister');
});

async function eventCount(ask: Client<Calls>, contactId: string): Promise<number> {
  return must(await ask.consents.ofContact({ contactId }), 'consents').events.length;
}

/** Three contacts: one whose consent lapses soon, one who refused, one held on a basis. */
async function fill(ask: Client<Calls>): Promise<{ amina: string }> {
  const amina = await addContact(ask, 'Amina Dirie', {});
  const boris = await addContact(ask, 'Boris Vale', {});
  await addContact(ask, 'Mayor of Port Serin', {
    legitimateBasis: { ground: 'public-role', explanation: 'An elected office, in public.' },
  });
  await record(ask, amina, ['hold-record'], ['own-mission'], {});
  await record(ask, amina, ['use-of-name'], ['public'], { expiresOn: dayFrom(200) });
  await record(ask, amina, ['use-of-photo'], ['any'], { decision: 'refused' });
  await record(ask, amina, ['public-statement'], ['public'], {
    ...{ decidedOn: dayFrom(-300), expiresOn: dayFrom(9), conditions: 'Not before the verdict.' },
    withholdings: [
      {
        id: '0199a1c2-0000-7000-8000-0000000000e2',
        ...{ what: 'My address', fromWhom: 'The company', reason: 'They were there at night.' },
      },
    ],
  });
  await record(ask, boris, ['public-statement'], ['any'], { decision: 'refused' });
  const statement = await addAction(ask, 'A statement on the trial', 'public-statement', amina);
  must(await ask.actions.move({ id: statement, status: 'in-progress' }), 'statement');
  const approach = await addAction(ask, 'A word with the prosecutor', 'private-approach', boris);
  const override = {
    ...{ reason: 'The hearing was brought forward.', authorisedBy: 'Head of mission' },
    ...{ defenderUnreachable: true, secondName: 'Deputy head of mission' },
  };
  must(await ask.actions.move({ id: approach, status: 'in-progress', override }), 'override');
  return { amina };
}

async function addContact(
  ask: Client<Calls>,
  name: string,
  change: Partial<ReturnType<typeof emptyContactFields>>,
): Promise<string> {
  const names = [
    {
      id: '6f1d3c52-9d5e-4f0b-8c7a-2b6a1f4e9d77',
      ...{ kind: 'primary' as const, text: name, script: 'Latn' },
    },
  ];
  const fields = { ...emptyContactFields(), names, ...change };
  return must(await ask.contacts.save({ id: null, fields }), 'contact').id;
}

/** A text that may go out: cleared, and naming nobody. */
const CLEARED = {
  ...{ type: 'public-statement' as const, languages: [], text: '', localLanguageText: '' },
  ...{ clearedBy: 'Press officer', clearedOn: dayFrom(-1), mayBeNamedIds: [] },
  publishedWhere: null,
};

async function addAction(
  ask: Client<Calls>,
  title: string,
  type: 'public-statement' | 'private-approach',
  subject: string,
): Promise<string> {
  const saved = await ask.actions.save({
    id: null,
    fields: {
      ...{ type, title, subjectIds: [subject], owner: null, dueOn: null, detail: '', outcome: '' },
      ...{ audience: type === 'public-statement' ? 'public' : 'authorities', doneOn: null },
      particulars: type === 'public-statement' ? CLEARED : null,
    },
  });
  return must(saved, 'action').id;
}

async function record(
  ask: Client<Calls>,
  contactId: string,
  purposes: Decision['purposes'],
  audiences: Decision['audiences'],
  change: Partial<Decision['details']>,
): Promise<void> {
  const details: Decision['details'] = {
    ...{ decision: 'given', decidedOn: dayFrom(-30), givenBy: 'self', proxy: null },
    ...{ how: 'in-person', language: 'so', interpreter: null, conditions: '', withheld: [] },
    ...{ expiresOn: null, reviewOn: null, note: '' },
    ...change,
  };
  must(await ask.consents.record({ contactId, purposes, audiences, details }), 'consent');
}

/** By the address, so that the walk depends on no words of another view. */
async function goTo({ page }: AppUnderTest, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#${path}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}
