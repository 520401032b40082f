import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { must } from '../../../scripts/demo/must.ts';
import { expect, test } from '../fixtures/app.ts';
import { clientOf } from '../support/calls.ts';
import { lookAt, LOOKS_OF, setWindow } from '../support/looks.ts';
import { createVault } from '../support/officer.ts';
import { addContact, agree, inDays, openView, planAction } from '../support/tasks-vault.ts';

const LAST_YEAR = new Date().getUTCFullYear() - 1;
const NAMES = [
  ...['Amina Dirie', 'Bola Adeyemi', 'Chen Fictional', 'Dora Invented', 'Emil Nobody'],
  ...['Femi Invented', 'Gita Nobody', 'Hana Fictional', 'Ines Nobody', 'Jonas Invented'],
];

test('reviews, backlash check, pledges, assessment and paper map are whole in every look', async ({
  app,
}) => {
  test.setTimeout(240_000);
  const { page } = app;
  await createVault(app, 'Ann Example', 'Embassy in Examplia');
  await setWindow(app);
  const { contactId, actionId } = await fill(page);
  const looks = LOOKS_OF[app.host];
  const wrong: string[] = [];
  const look = async (name: string, path: string, seen: string): Promise<void> => {
    await openView(page, path);
    await expect(page.getByText(seen).first()).toBeVisible();
    wrong.push(...(await lookAt(app, name, looks)));
  };
  await look('reviews', '/impact', 'To be reviewed');
  await look('review-new', `/actions/${actionId}/review`, 'Did it help?');
  await look('action-reviews', `/actions/${actionId}`, 'Review this action');
  await look('backlash', '/impact?tab=backlash', 'What happened to them');
  await openView(page, `/contacts/${contactId}?tab=actions`);
  await expect(page.getByRole('heading', { name: NAMES[0] ?? '', level: 1 })).toBeVisible();
  await page.getByRole('img', { name: 'A line of time' }).scrollIntoViewIfNeeded();
  wrong.push(...(await lookAt(app, 'contact-backlash', looks)));
  await look('pledges', '/impact?tab=pledges', 'Suggestion');
  await look('assessment', `/impact?tab=assessment&year=${LAST_YEAR}`, 'Who is counted');
  await page.getByRole('heading', { name: 'The figures' }).scrollIntoViewIfNeeded();
  wrong.push(...(await lookAt(app, 'assessment-figures', looks)));
  await look('assessment-running', '/impact?tab=assessment', 'is not over yet');
  await look('paper', '/impact?tab=paper', 'do no harm');
  expect(wrong).toEqual([]);
});

test('an incident is answered in a review, and the year is put on paper', async ({ app }) => {
  test.setTimeout(120_000);
  const { page } = app;
  await createVault(app, 'Ann Example', 'Embassy in Examplia');
  const { actionId } = await fill(page);

  await openView(page, '/impact?tab=backlash');
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Office searched at night' })
    .filter({ hasText: 'Call on the ministry of justice' })
    .getByRole('link', { name: 'Answer in a review' })
    .click();
  await expect(page.getByRole('heading', { name: 'Review an action' })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /Office searched at night/u })).toBeChecked();
  await page.getByText('It helped in part').click();
  await page.getByText('Serious cost to them').click();
  await page.getByRole('textbox', { name: 'What they say' }).fill('Not again in public.');
  await page.getByRole('button', { name: 'Save review' }).click();
  // In the form it stands as well: the page of the action has it as a quotation.
  await expect(page.getByRole('blockquote')).toHaveText('Not again in public.');
  const { reviews } = must(await clientOf(page).reviews.ofAction({ actionId }), 'reviews');
  expect(reviews).toMatchObject([
    { helped: 'partly', cost: 'serious', incidents: [{ title: 'Office searched at night' }] },
  ]);
  await openView(page, '/impact?tab=backlash');
  await expect(page.getByText('Thought to answer it').nth(1)).toBeVisible();

  await openView(page, `/impact?tab=assessment&year=${LAST_YEAR}`);
  const done = page.getByRole('textbox', { name: 'What we did, and why' });
  await done.fill('We called on the ministry for Amina Dirie.');
  const path = join(app.filesDir, 'assessment.html');
  await app.pickFile(path);
  await page.getByRole('button', { name: 'Save to a file' }).click();
  await expect(page.getByText('This holds the full name of a contact')).toBeVisible();
  await expect(done).toHaveValue(/Amina Dirie/u);

  await done.fill('We called on the ministry for one who was <b>held</b>.');
  await app.pickFile(path);
  await page.getByRole('button', { name: 'Save to a file' }).click();
  await expect(page.getByText('Assessment saved')).toBeVisible();
  await expect(page.getByText(`The document of ${LAST_YEAR} was made on`)).toBeVisible();
  const html = readFileSync(path, 'utf8');
  expect(html).toContain('for one who was &lt;b&gt;held&lt;/b&gt;.');
  expect(html).toContain('<th scope="row">Private approach to authorities</th>');
  for (const name of NAMES) expect(html).not.toContain(name);

  // What an officer prints past the button is no document: there is none to be printed.
  await expect(page.locator('[data-print-sheet]')).toHaveCount(0);
  await page.evaluate(() => {
    window.print = () => {
      document.title = 'printed';
    };
  });
  await page.getByRole('button', { name: 'Print' }).click();
  await expect(page).toHaveTitle('printed');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('[data-print-sheet]')).toBeVisible();
  await expect(page.locator('[data-print-sheet] h1')).toContainText(`assessment of ${LAST_YEAR}`);
  await expect(page.getByRole('navigation')).toBeHidden();
  await page.emulateMedia({ media: null });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(page.locator('[data-print-sheet]')).toHaveCount(0);
});

/** Ten people who agreed to be counted; what was done for half of them, and what came after. */
async function fill(page: Page): Promise<{ contactId: string; actionId: string }> {
  const ask = clientOf(page);
  const ids: string[] = [];
  for (const [index, name] of NAMES.entries()) {
    const id = await addContact(page, name, {
      riskGroups: index < 5 ? ['women-human-rights-defenders'] : ['land-and-environmental'],
    });
    await agree(page, id, ['statistics', 'private-approach', 'share-with-un'], ['any']);
    ids.push(id);
  }
  await addContact(page, 'Farid Unasked');
  const [contactId = ''] = ids;
  const act = async (
    type: Parameters<typeof planAction>[1],
    title: string,
    doneOn: string,
  ): Promise<string> => {
    const id = await planAction(page, type, title, contactId, 0);
    must(await ask.actions.move({ id, status: 'done' }), title);
    const { action } = must(await ask.actions.get({ id }), title);
    const { id: _id, status, consentEventIds, override, startedAt, ...fields } = action;
    void [status, consentEventIds, override, startedAt];
    must(
      await ask.actions.save({ id, fields: { ...fields, subjectIds: ids.slice(0, 5), doneOn } }),
      title,
    );
    return id;
  };
  const actionId = await act('private-approach', 'Call on the ministry of justice', inDays(-100));
  await act('private-approach', 'Note to the governor', `${LAST_YEAR}-06-10`);
  await act('resolution', 'Resolution on civic space', inDays(-45));
  for (const [title, on] of [
    ['Office searched at night', inDays(-80)],
    ['Followed home by two men', inDays(-30)],
    ['Account taken over', inDays(-200)],
  ] as const) {
    must(
      await ask.incidents.save({
        id: null,
        fields: {
          title,
          act: 'surveillance',
          risk: 'intimidation-harassment',
          occurredOn: on,
          precision: 'exact',
          endedOn: null,
          place: null,
          country: null,
          victims: [{ id: randomUUID(), contactId, name: null, bearer: 'defender' }],
          perpetrators: [],
          description: '',
          sourceType: 'victim',
          source: null,
          reliability: 'usually-reliable',
          verification: 'unverified',
          sensitivity: 'normal',
          followsId: null,
          redress: [],
        },
      }),
      title,
    );
  }
  const review = { helped: 'yes', cost: 'some', incidentIds: [], note: '' } as const;
  const { actions } = must(await ask.impact.backlash({}), 'backlash');
  const past = actions.find((action) => action.title === 'Note to the governor');
  must(
    await ask.reviews.save({
      id: null,
      fields: {
        ...review,
        actionId: past?.id ?? '',
        months: 1,
        reviewedOn: `${LAST_YEAR}-07-12`,
        incidentIds: [],
        defenderView: 'The visits of the police have stopped. I would want it done again.',
      },
    }),
    'review',
  );
  return { contactId, actionId };
}
