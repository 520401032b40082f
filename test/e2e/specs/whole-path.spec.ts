import { join } from 'node:path';
import { expect, test, type AppUnderTest } from '../fixtures/app.ts';
import { createVault, goTo, unlock } from '../support/officer.ts';

const NAME = 'Amina Dirie (fictional)';

/** The main job end to end, by hand in the window: one posting hands over, another takes over. */
test('an officer records, plans and hands over, and an officer elsewhere finds it all', async ({
  openApp,
}) => {
  test.setTimeout(300_000);
  const ann = await openApp();
  await createVault(ann, 'Ann Example', 'Embassy in Examplia');
  await ann.screenshot('01-today-empty');

  await addContact(ann);
  await ann.screenshot('02-contact');
  await recordConsent(ann);
  await ann.screenshot('03-consent');
  await logMeeting(ann);
  await ann.screenshot('04-meeting');
  await planAction(ann);
  await ann.screenshot('05-action');
  await goTo(ann, 'Actions');
  await expect(ann.page.getByRole('grid', { name: /^Under way/u })).toContainText(
    'Quiet word with the ministry',
  );
  await ann.screenshot('06-board');

  const bea = await openApp();
  await createVault(bea, 'Bea Example', 'Embassy in Sampleland');
  const card = join(bea.vaultDir, '..', 'bea-card.json');
  await goTo(bea, 'Officers');
  await bea.pickFile(card);
  await bea.page.getByRole('button', { name: 'Save card to a file' }).click();
  await expect(bea.page.getByText('Card saved')).toBeVisible();
  await bea.screenshot('07-own-card');

  const bundle = join(ann.vaultDir, '..', 'handover.age');
  await sealFor(ann, card, bundle);
  await ann.screenshot('10-sealed');

  await takeIn(bea, bundle);
  await goTo(bea, 'Contacts');
  await bea.page.getByRole('link', { name: NAME }).first().click();
  await expect(bea.page.getByRole('heading', { name: NAME })).toBeVisible();
  await expect(bea.page.getByText('Calling about the library card')).toBeVisible();
  await bea.page.getByRole('tab', { name: 'Meetings' }).click();
  await bea.page.getByText('Coffee at the station').first().click();
  await expect(bea.page.getByRole('region', { name: 'What was said' })).toContainText(
    'She was followed home on Tuesday.',
  );
  await expect(bea.page.getByRole('region', { name: 'What we promised' })).toContainText(
    'Ask for the case file',
  );
  await bea.screenshot('13-meeting-there');
  await goTo(bea, 'History');
  await bea.page.getByRole('button', { name: 'Check the whole history' }).click();
  await expect(bea.page.getByText(/^Intact/u)).toBeVisible();
  await bea.screenshot('14-history');

  await bea.page.keyboard.press('Control+k');
  await bea.page.keyboard.type('follow');
  await expect(bea.page.getByRole('menuitem', { name: /Coffee at the station/u })).toBeVisible();
  await bea.screenshot('15-search');
  await bea.page.keyboard.press('Escape');

  await ann.page.getByRole('button', { name: 'Lock the vault now' }).click();
  await expect(ann.page.getByRole('heading', { name: 'Unlock' })).toBeVisible();
  await expect(ann.page.getByText(NAME)).toHaveCount(0);
  await ann.screenshot('16-locked');
  await unlock(ann);
});

async function addContact({ page }: AppUnderTest): Promise<void> {
  await page.getByRole('link', { name: 'New contact' }).first().click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(NAME);
  await page.getByRole('button', { name: 'Add a way' }).click();
  await page.getByRole('textbox', { name: 'Number or address' }).fill('+000 555 0142');
  await page.getByRole('textbox', { name: 'Cover phrase' }).fill('Calling about the library card');
  await page.getByRole('textbox', { name: 'Rhythm of contact, in days' }).fill('30');
  await page.getByRole('button', { name: 'Save contact' }).click();
  await expect(page.getByRole('heading', { name: NAME })).toBeVisible();
}

async function recordConsent({ page }: AppUnderTest): Promise<void> {
  await page.getByRole('tab', { name: 'Consent' }).click();
  await page.getByRole('button', { name: 'Record a decision' }).first().click();
  const sheet = page.getByRole('dialog');
  for (const chip of [
    'Hold a record',
    'Meet',
    'Share inside the mission and with other posts',
    'Private approach to authorities',
    'Anyone',
  ]) {
    await sheet.getByText(chip, { exact: true }).click();
  }
  await sheet.getByRole('button', { name: 'Record 4 decisions' }).click();
  await expect(page.getByText('4 decisions recorded')).toBeVisible();
}

async function logMeeting({ page }: AppUnderTest): Promise<void> {
  await page.getByRole('tab', { name: 'Overview' }).click();
  await page.getByRole('link', { name: 'Log a meeting' }).first().click();
  await page.getByLabel('Title').fill('Coffee at the station');
  await page.getByLabel('What was said').fill('She was followed home on Tuesday.');
  await page.getByLabel('What we told them').fill('We raised the case in general terms.');
  await page.getByRole('button', { name: 'Add a promise' }).click();
  await page.getByLabel('What we promised').fill('Ask for the case file');
  await page.getByRole('button', { name: 'Add a follow-up' }).click();
  await page.getByLabel('What is to be done').fill('Call the lawyer');
  await page.getByRole('button', { name: 'Seal log' }).click();
  await expect(page.getByRole('heading', { name: 'Coffee at the station' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'What we promised' })).toContainText(
    'Ask for the case file',
  );
}

async function planAction(app: AppUnderTest): Promise<void> {
  const { page } = app;
  await goTo(app, 'Contacts');
  await page.getByRole('link', { name: NAME }).first().click();
  await page.getByRole('link', { name: 'Plan an action' }).first().click();
  await page.getByLabel('Title').fill('Quiet word with the ministry');
  await expect(page.getByText('Everyone it is for agreed to this')).toBeVisible();
  await page.getByRole('button', { name: 'Plan action' }).click();
  await expect(page.getByRole('heading', { name: 'Quiet word with the ministry' })).toBeVisible();
  await page.getByText('Under way', { exact: true }).click();
  await expect(page.getByText('Quiet word with the ministry: Under way')).toBeVisible();
}

async function sealFor(app: AppUnderTest, card: string, bundle: string): Promise<void> {
  const { page } = app;
  await goTo(app, 'Officers');
  await app.pickFile(card);
  await page.getByRole('button', { name: 'Take in a card' }).first().click();
  await expect(page.getByText('Card taken in, not yet verified')).toBeVisible();
  await app.screenshot('08-officers');
  await goTo(app, 'Bundles');
  await page.getByRole('link', { name: 'Seal a bundle' }).first().click();
  await page.getByRole('button', { name: /Choose all/u }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('Bea Example').first().click();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText('1 contact travels')).toBeVisible();
  await app.screenshot('09-what-travels');
  await app.pickFile(bundle);
  await page.getByRole('button', { name: 'Choose file and seal' }).click();
  await expect(page.getByRole('heading', { name: 'The bundle is sealed' })).toBeVisible({
    timeout: 60_000,
  });
}

async function takeIn(app: AppUnderTest, bundle: string): Promise<void> {
  const { page } = app;
  await goTo(app, 'Bundles');
  await page.getByRole('link', { name: 'Open a bundle' }).first().click();
  await app.pickFile(bundle);
  await page.getByRole('button', { name: 'Choose bundle' }).click();
  await expect(page.getByText('Before anything is taken in')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('You hold no card of this officer')).toBeVisible();
  await app.screenshot('11-before-taking-in');
  await page.getByRole('button', { name: 'Take in from an officer not verified' }).click();
  await expect(page.getByRole('heading', { name: 'Taken in' })).toBeVisible();
  await app.screenshot('12-taken-in');
}
