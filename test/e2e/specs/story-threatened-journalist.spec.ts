import { randomUUID } from 'node:crypto';
import { must } from '../../../scripts/demo/must.ts';
import { emptyContactFields } from '../../../src/shared/model/contact.ts';
import { expect, test, type AppUnderTest } from '../fixtures/app.ts';
import { clientOf } from '../support/calls.ts';
import { createVault } from '../support/officer.ts';
import { walkToRating } from '../support/rating-grid.ts';

const NAME = 'Tesfaye Alemu (fictional)';
const INCIDENT = 'Caller threatens to burn the print shop';
const ACTION = 'Quiet word with the police commissioner';

/**
 * "Journalists and media workers often come under severe pressure when shining a light on human
 * rights concerns": what the mission does when one of them reports threats, without doing harm.
 */
test('a journalist reports threats: recorded, assessed, consented, acted upon, seen in one drawing', async ({
  app,
}) => {
  test.setTimeout(180_000);
  await createVault(app, 'Ann Example', 'Embassy in Examplia');
  const contactId = await knownJournalist(app);
  await open(app, `/contacts/${contactId}`);
  const { page } = app;
  // How to reach him safely stands above everything else.
  const safe = page.getByRole('region', { name: 'Safe contact' });
  await expect(safe).toContainText('Calling about the subscription');
  await expect(safe).toContainText('after 21:00');
  await expect(safe.getByRole('group', { name: 'Never use' })).toContainText('+000 555 0100');

  await recordIncident(app);
  await app.screenshot('risk-1-incident', { schemes: ['light'] });
  await open(app, `/contacts/${contactId}?tab=risk`);
  await assess(app);
  await expect(page.getByRole('region', { name: 'Risk as it stands' })).toContainText('Extreme');
  await app.screenshot('risk-2-assessed', { schemes: ['light'] });

  // The level of risk, the list and the rhythm of contact follow the assessment at once.
  await page.getByRole('tab', { name: 'Overview' }).click();
  await expect(page.getByRole('region', { name: 'Rhythm of contact' })).toContainText('in 7 days');

  await consent(app);
  await act(app, contactId);

  await open(app, `/contacts/${contactId}?tab=risk`);
  const drawing = page.getByRole('img', { name: /1 assessment, 1 incident, 1 action\.$/u });
  await drawing.scrollIntoViewIfNeeded();
  await expect(drawing).toBeVisible();
  await page.getByRole('button', { name: 'The same as a table' }).click();
  const table = page.getByRole('table', { name: 'Risk over time' });
  await expect(table.getByRole('row')).toHaveCount(4);
  for (const words of ['Extreme · Rising', INCIDENT, `${ACTION} · Private approach`]) {
    await expect(table).toContainText(words);
  }
  await app.screenshot('risk-3-over-time');
});

/** A contact of some months, and the call in which he reported the threat. */
async function knownJournalist({ page }: AppUnderTest): Promise<string> {
  const ask = clientOf(page);
  const method = { safeHours: null, neverUse: false, preferred: false, note: null };
  const saved = await ask.contacts.save({
    id: null,
    fields: {
      ...emptyContactFields(),
      names: [{ id: randomUUID(), kind: 'primary', text: NAME, script: 'Latn' }],
      profession: 'Editor',
      methods: [
        {
          ...method,
          ...{ id: randomUUID(), kind: 'signal', value: '+000 555 0142' },
          ...{ safeHours: 'after 21:00', preferred: true },
        },
        { ...method, id: randomUUID(), kind: 'phone', value: '+000 555 0100', neverUse: true },
      ],
      coverPhrase: 'Calling about the subscription',
      riskGroups: ['journalists-and-media-workers'],
      peacefulMeans: {
        ...{ status: 'met', assessedBy: 'Ann Example', assessedOn: '2026-01-10' },
        ground: 'Years of published work.',
      },
    },
  });
  const { id } = must(saved, 'contact');
  const today = await page.evaluate(() => {
    const now = new Date();
    const two = (value: number): string => String(value).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  });
  const logged = await ask.meetings.save({
    id: null,
    fields: {
      ...{ startedAt: `${today}T00:05`, timeZone: 'Africa/Addis_Ababa', durationMinutes: 10 },
      ...{ channel: 'secure-call', place: null, language: null, interpreter: null },
      participants: [{ contactId: id, name: null, role: 'defender' }],
      title: 'Call in the night',
      said: 'A man rang and said the print shop would burn.',
      told: '',
      ...{ sensitivity: 'sensitive', correctsId: null },
    },
    promises: [],
    followUps: [],
    seal: true,
  });
  must(logged, 'meeting');
  return id;
}

async function recordIncident({ page }: AppUnderTest): Promise<void> {
  await page.getByRole('tab', { name: 'Risk' }).click();
  await expect(page.getByText('Risk not assessed yet')).toBeVisible();
  await page.getByRole('link', { name: 'Record an incident' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill(INCIDENT);
  await page.getByRole('combobox', { name: 'Act' }).fill('Death');
  await page.getByRole('option', { name: 'Death threat' }).click();
  await page
    .getByRole('textbox', { name: 'What happened' })
    .fill('One call at 23:40 from a hidden number.');
  // Told by the victim himself; how far it can be relied upon is the officer's judgement.
  await page.getByRole('button', { name: /Reliability/u }).click();
  await page.getByRole('option', { name: 'Usually reliable', exact: true }).click();
  await page.getByRole('button', { name: 'Record incident' }).click();
  await expect(page.getByRole('heading', { name: INCIDENT })).toBeVisible();
  const source = page.getByRole('region', { name: 'Source' });
  await expect(source).toContainText('The victim');
  await expect(source).toContainText('Usually reliable');
  await expect(page.getByRole('region', { name: 'On whom it fell' })).toContainText(NAME);
}

/** By keys alone, as the grid is to be used. */
async function assess({ page }: AppUnderTest): Promise<void> {
  await page.getByRole('link', { name: 'Assess the risk' }).click();
  await walkToRating(page, 'Threats, violent attacks and killings', 'The defender');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radiogroup', { name: 'Likelihood' }).getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  for (let step = 1; step < 4; step += 1) await page.keyboard.press('ArrowRight');
  await dialog.getByRole('radiogroup', { name: 'Severity' }).getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  for (let step = 1; step < 5; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(
    page.getByRole('button', {
      name: /killings, The defender: Extreme 4 × 5/u,
    }),
  ).toBeFocused();
  await page.getByRole('button', { name: 'Take it over' }).click();
  await page.getByText('Rising', { exact: true }).click();
  await page
    .getByRole('textbox', { name: 'Safety plan' })
    .fill('Sleeps elsewhere; the lawyer is called first.');
  await expect(page.getByText('Groups at particular risk: what to look at')).toBeVisible();
  await page.getByRole('button', { name: 'Save assessment' }).click();
}

async function consent({ page }: AppUnderTest): Promise<void> {
  await page.getByRole('tab', { name: 'Consent' }).click();
  await page.getByRole('button', { name: 'Record a decision' }).first().click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('Private approach to authorities', { exact: true }).click();
  await sheet.getByText('Anyone', { exact: true }).click();
  await sheet.getByRole('button', { name: /^Record/u }).click();
  await expect(sheet).toHaveCount(0);
}

async function act(app: AppUnderTest, contactId: string): Promise<void> {
  const { page } = app;
  await open(app, `/actions/new?contact=${contactId}`);
  await expect(page.getByText('Groups at particular risk: what to look at')).toBeVisible();
  await page.getByLabel('Title').fill(ACTION);
  await expect(page.getByText('Everyone it is for agreed to this')).toBeVisible();
  await page.getByRole('button', { name: 'Plan action' }).click();
  await expect(page.getByRole('heading', { name: ACTION })).toBeVisible();
  await page.getByText('Done', { exact: true }).click();
  await expect(page.getByText(`${ACTION}: Done`)).toBeVisible();
}

/** By the address, so that the story depends on no words of the navigation. */
async function open({ page }: AppUnderTest, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#${path}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}
