import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { datePlus } from '../../../src/shared/model/cadence.ts';
import { addContact, consentArg, actionFields, failureIn, valueOf } from '../../support/records.ts';
import { expect, test, type AppUnderTest } from '../fixtures/app.ts';
import { clientOf } from '../support/calls.ts';
import { KEPT_PASSPHRASE, putKeptVault } from '../support/kept-vault.ts';
import { unlock } from '../support/officer.ts';

const OFFICER = 'Detention Desk';
const today = new Date().toISOString().slice(0, 10);
const day = (days: number): string => datePlus(today, { days });

/*
 * UK Support for Human Rights Defenders: "Attending trials and visiting detained human rights
 * activists"; and "We will always seek to consult with Human Rights Defenders or those close to them
 * … before taking any action". From the arrest to the release, with the defender out of reach.
 */
test('from an arrest to the release: nobody visits or attends before somebody close was asked', async ({
  openApp,
}) => {
  test.setTimeout(180_000);
  const people = { defender: '', sister: '' };
  const app = await openApp((folder) =>
    putKeptVault(folder, OFFICER, async (vault) => {
      people.defender = await addContact(vault, 'Samira Desta', { codeName: 'Kestrel' });
      people.sister = await addContact(vault, 'Hana Desta');
    }),
  );
  await app.page.emulateMedia({ reducedMotion: 'reduce' });
  await unlock(app, KEPT_PASSPHRASE);
  await putDownArrest(app, people.defender);
  await askInVain(app);
  const actions = await planBoth(app, people.defender);
  await isRefusedBeforeTheGate(app);
  await askTheSister(app, people, actions);
  await makeTheVisit(app);
  const hearingId = await goToCourt(app, people.defender, actions.trial);
  await release(app, people.defender);
  await seeItInTheCalendar(app, hearingId);
});

async function putDownArrest({ page }: AppUnderTest, defender: string): Promise<void> {
  await goTo(page, `/contacts/${defender}?tab=detention`);
  await page.getByRole('link', { name: 'Put down an arrest' }).click();
  // Arrested last week, as the officer hears of it today.
  await setDay(page, 'Since', day(-7));
  await page.getByRole('textbox', { name: 'Held by' }).fill('National security police');
  await page.getByRole('button', { name: 'Add a place' }).click();
  await page
    .getByRole('group', { name: 'Place 1' })
    .getByRole('textbox', { name: /^Place/u })
    .fill('Police post at the harbour');
  await page.getByRole('button', { name: 'Put down', exact: true }).click();
  await expect(page.getByText('Held at Police post at the harbour')).toBeVisible();
  await expect(page.getByText('7 days', { exact: true })).toBeVisible();
}

async function askInVain({ page }: AppUnderTest): Promise<void> {
  await page.getByRole('link', { name: 'Ask for the first visit' }).click();
  await page.getByRole('textbox', { name: 'Asked whom' }).fill('Ministry of Justice');
  await setDay(page, 'Asked on', day(-6));
  await page.getByRole('button', { name: 'Put down request' }).click();
  await expect(page.getByText('No answer for 6 days')).toBeVisible();
  await editVisit(page, 0);
  await choose(page, 'How it stands', 'Refused');
  await setDay(page, 'Answered on', day(-4));
  await page.getByRole('button', { name: 'Save visit' }).click();
  // A refusal says why.
  await expect(page.getByText('Say why, or that no reason was given')).toBeVisible();
  await page.getByRole('textbox', { name: 'Reason of a refusal' }).fill('No reason was given.');
  await page.getByRole('button', { name: 'Save visit' }).click();
  await expect(page.getByText('No reason was given.')).toBeVisible();
}

interface Actions {
  readonly visit: string;
  readonly trial: string;
}

async function planBoth({ page }: AppUnderTest, defender: string): Promise<Actions> {
  const { actions } = clientOf(page);
  const plan = async (
    title: string,
    type: 'detention-visit' | 'trial-observation',
  ): Promise<string> => {
    const fields = actionFields(title, [defender], { type });
    return valueOf(await actions.save({ id: null, fields })).id;
  };
  const visit = await plan('Visit in remand', 'detention-visit');
  const trial = await plan('Observe the trial', 'trial-observation');
  for (const id of [visit, trial]) {
    const moved = await actions.move({ id, status: 'in-progress', override: null });
    expect(failureIn(moved).kind).toBe('consent-missing');
  }
  return { visit, trial };
}

/** Asked again and granted; but nobody was asked who could agree for her. */
async function isRefusedBeforeTheGate({ page }: AppUnderTest): Promise<void> {
  await page.getByRole('link', { name: 'Ask for a visit' }).click();
  await page.getByRole('textbox', { name: 'Asked whom' }).fill('Prison governor');
  await setDay(page, 'Asked on', day(-3));
  await choose(page, 'How it stands', 'Visit made');
  await setDay(page, 'Day of the visit', day(-1));
  await page.getByRole('button', { name: 'Put down request' }).click();
  await expect(page.getByText('Choose the action it rests on')).toBeVisible();
  await choose(page, 'Action it rests on', 'Visit in remand · Planned');
  await page.getByRole('button', { name: 'Put down request' }).click();
  await expect(
    page.getByText('This action has not begun: it needs their consent first'),
  ).toBeVisible();
  // What was typed is kept: it is put down as granted.
  await choose(page, 'How it stands', 'Granted');
  await page.getByRole('button', { name: 'Put down request' }).click();
  await expect(page.getByText('Asked Prison governor')).toBeVisible();
  await expect(page.getByText('Not begun: it needs their consent first.')).toBeVisible();
}

/** The defender cannot be reached, so a trusted proxy is asked, and it is said why and how. */
async function askTheSister(
  { page }: AppUnderTest,
  people: { readonly defender: string; readonly sister: string },
  { visit, trial }: Actions,
): Promise<void> {
  const ask = clientOf(page);
  const byProxy = consentArg(
    people.defender,
    ['visit-in-detention', 'attend-trial'],
    ['authorities'],
    {
      decidedOn: day(-2),
      givenBy: 'proxy',
      proxy: {
        contactId: people.sister,
        name: null,
        relation: 'trusted-proxy',
        reachedHow: 'At her house, through the interpreter',
        whyNotSelf: 'Held without visits; the lawyer was not let in',
      },
    },
  );
  valueOf(await ask.consents.record(byProxy));
  for (const id of [visit, trial]) {
    valueOf(await ask.actions.move({ id, status: 'in-progress', override: null }));
  }
  await goTo(page, `/contacts/${people.defender}?tab=consent`);
  await expect(
    page.getByText('Held without visits; the lawyer was not let in').first(),
  ).toBeVisible();
}

async function makeTheVisit({ page }: AppUnderTest): Promise<void> {
  await page.getByRole('tab', { name: 'Detention' }).click();
  await editVisit(page, 1);
  await choose(page, 'How it stands', 'Visit made');
  await page.getByRole('textbox', { name: 'What they found' }).fill('Thinner. Asked for a doctor.');
  await page.getByRole('button', { name: 'Save visit' }).click();
  const visits = page.getByRole('region', { name: 'Visits' });
  await expect(visits.getByText('Visit made')).toBeVisible();
  await expect(visits.getByText('With consent, or on a listed override.')).toBeVisible();
}

/** Two days in court, the second observed: by whom, from which mission, and who came. */
async function goToCourt({ page }: AppUnderTest, defender: string, trial: string): Promise<string> {
  const { hearings } = clientOf(page);
  const observer = (name: string, from: string | null, attended: boolean) => ({
    ...{ id: randomUUID(), name, from, role: 'observer' as const, confirmed: true, attended },
  });
  const fields = {
    ...{ contactId: defender, custodyId: null, title: 'First appearance', room: '4' },
    ...{ startsAt: `${day(-5)}T09:00`, timeZone: 'Africa/Addis_Ababa', court: 'High Court' },
    ...{ stage: 'first-appearance' as const, status: 'held' as const, previousId: null },
    ...{ observers: [observer('A. Colleague', null, true)], actionId: null },
    ...{ outcome: 'Remanded.', note: '' },
  };
  // That somebody was there rests on the action, here as for the visit.
  const early = failureIn(
    await hearings.save({ id: null, fields: { ...fields, actionId: randomUUID() } }),
  );
  expect(early).toEqual({
    kind: 'invalid-argument',
    issues: [{ path: ['fields', 'actionId'], code: 'action-required' }],
  });
  valueOf(await hearings.save({ id: null, fields: { ...fields, observers: [] } }));

  await page.getByRole('link', { name: 'Add what follows' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Application for bail');
  await choose(page, 'Stage', 'Bail');
  await page.getByRole('button', { name: 'Add an observer' }).click();
  const roster = page.getByRole('group', { name: 'Observers' });
  await roster.getByRole('textbox', { name: 'Name' }).fill('M. Castell');
  await roster.getByRole('textbox', { name: 'From' }).fill('A like-minded mission');
  await roster.getByText('Confirmed').click();
  await choose(page, 'Action it rests on', 'Observe the trial · Under way');
  await page.getByRole('button', { name: 'Add hearing' }).click();
  await expect(page.getByRole('heading', { name: 'Application for bail' })).toBeVisible();
  const series = page.getByRole('region', { name: 'The series' });
  await expect(series.getByText('First appearance').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Who observes' })).toContainText('M. Castell');

  const { id } = valueOf(await hearings.ofContact({ contactId: defender })).at(-1) ?? { id: '' };
  const { hearing } = valueOf(await hearings.get({ id }));
  const { id: _, ...stored } = hearing;
  const held = {
    ...stored,
    startsAt: `${today}T00:30`,
    status: 'held' as const,
    actionId: trial,
    observers: stored.observers.map((one) => ({ ...one, attended: true })),
  };
  valueOf(await hearings.save({ id, fields: held }));
  await expect(page.getByText('Attended', { exact: true })).toBeVisible();
  return id;
}

async function release({ page }: AppUnderTest, defender: string): Promise<void> {
  await goTo(page, `/contacts/${defender}?tab=detention`);
  await page.getByRole('link', { name: 'Put down a release' }).click();
  await page
    .getByRole('textbox', { name: 'Conditions' })
    .fill('Reports to the police every Monday.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('region', { name: 'The case' })).toContainText(
    'Reports to the police every Monday.',
  );
  await expect(page.getByText('Released', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Put down a new arrest' })).toBeVisible();
}

async function seeItInTheCalendar(app: AppUnderTest, hearingId: string): Promise<void> {
  const { page } = app;
  await page.getByRole('navigation').getByRole('link', { name: 'Calendar' }).first().click();
  const ofToday = page.getByRole('region', { name: /20\d\d$/u }).first();
  await expect(ofToday).toContainText('Application for bail');
  await expect(ofToday).toContainText('Released');
  await app.screenshot('arrest-to-release-calendar', { schemes: ['light'] });
  await ofToday.getByRole('link', { name: /Application for bail/u }).click();
  await expect(page).toHaveURL(new RegExp(`/hearings/${hearingId}$`, 'u'));
}

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#${path}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Chooses from a select by its label. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`${label}$`, 'u') }).click();
  await page.getByRole('option', { name: option }).click();
}

/** Types a day into a date field, as an officer does: day, month, year. */
async function setDay(page: Page, label: string, date: string): Promise<void> {
  const field = page.getByRole('group', { name: new RegExp(`^${label}`, 'u') });
  await field.getByRole('spinbutton').first().click();
  const [year = '', month = '', dayOfMonth = ''] = date.split('-');
  await page.keyboard.type(`${dayOfMonth}${month}${year}`);
}

async function editVisit(page: Page, index: number): Promise<void> {
  const visits = page.getByRole('region', { name: 'Visits' });
  await visits
    .getByRole('button', { name: /^More about the visit/u })
    .nth(index)
    .click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
}
