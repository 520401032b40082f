import type { Locator, Page } from '@playwright/test';
import { expect, test, type AppUnderTest } from '../fixtures/app.ts';
import { clientOf } from '../support/calls.ts';
import { KEPT_PASSPHRASE, putKeptVault } from '../support/kept-vault.ts';
import { lookAt, LOOKS_OF, setWindow } from '../support/looks.ts';
import { returnedPortfolio, type ReturnedPortfolio } from '../support/merge-vaults.ts';
import { goTo, unlock } from '../support/officer.ts';
import { valueOf } from '../../support/records.ts';
import { openVaultOf, type VaultHere } from '../../support/vault-here.ts';

const SUCCESSOR = 'Ben Successor';

let successor: VaultHere;
test.beforeEach(async () => {
  successor = await openVaultOf(SUCCESSOR);
});
test.afterEach(() => successor.dispose());

type Opener = (prepare: (dir: string) => Promise<unknown>) => Promise<AppUnderTest>;

/** The vault of whoever handed over, in the window, with what came back. */
async function openReturned(
  openApp: Opener,
): Promise<{ app: AppUnderTest; returned: ReturnedPortfolio }> {
  const made: ReturnedPortfolio[] = [];
  const app = await openApp((dir) =>
    putKeptVault(dir, 'Ann Keeper', async (vault) => {
      made.push(await returnedPortfolio(vault, successor));
    }),
  );
  await unlock(app, KEPT_PASSPHRASE);
  const [returned] = made;
  if (returned === undefined) throw new Error('The vault was not prepared.');
  return { app, returned };
}

async function openBundle(app: AppUnderTest, path: string): Promise<void> {
  await app.pickFile(path);
  await app.page.getByRole('button', { name: 'Choose bundle' }).click();
  await expect(app.page.getByText('Before anything is taken in')).toBeVisible();
}

function progress(page: Page, decided: number): Locator {
  return page.getByText(`${String(decided)} of 7 decided`, { exact: true });
}

test('what came back is merged at the desk by keys, stopped, gone on with, taken in, and taken back whole', async ({
  openApp,
}) => {
  test.setTimeout(180_000);
  const { app, returned } = await openReturned(openApp);
  const { page } = app;
  const before = await stateOf(page, returned);

  await goTo(app, 'Bundles');
  await page.getByRole('link', { name: 'Open a bundle' }).first().click();
  await openBundle(app, returned.path);
  const unverified = page.getByText('Not verified', { exact: true });
  await expect(unverified).toBeVisible();
  await expect(page.getByText('You both changed 7 things')).toBeVisible();
  await expect(page.getByText('1 consent changes')).toBeVisible();

  // A contact of the preview opens to what changes, field by field.
  const contacts = page.getByRole('grid', { name: 'Contacts in this bundle' });
  await contacts.focus();
  await page.keyboard.press('Enter');
  await expect(contacts.getByText(/trainee lawyer|school inspector/u)).toBeVisible();

  await page.getByRole('button', { name: 'Go to the merge desk: 7 to decide' }).click();
  await expect(progress(page, 0)).toBeVisible();
  await expect(unverified).toBeVisible();

  // Choose, take it back, move, choose.
  const list = page.getByRole('grid', { name: 'What both sides changed' });
  await page.keyboard.press('1');
  await expect(progress(page, 1)).toBeVisible();
  await page.keyboard.press('u');
  await expect(progress(page, 0)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByText('1 of 7', { exact: true })).toBeVisible();

  // All like this: the profession of both contacts.
  await choose(page, list, 'Profession');
  await page.getByText('The same for 1 other like this').click();
  await page.keyboard.press('2');
  await expect(progress(page, 2)).toBeVisible();

  // Both versions of a paragraph that both changed.
  await choose(page, list, 'Notes');
  await expect(page.getByRole('button', { name: 'Keep both' })).toBeVisible();
  await page.keyboard.press('3');
  await expect(progress(page, 3)).toBeVisible();

  // Stop; the vault is locked; the decisions are there again with the same bundle.
  await page.getByRole('link', { name: 'Bundles' }).first().click();
  await expect(page.getByText(`A bundle from ${SUCCESSOR} waits at the merge desk`)).toBeVisible();
  await app.lock();
  await unlock(app, KEPT_PASSPHRASE);
  await goTo(app, 'Bundles');
  await expect(page.getByText('3 of 7 decided. Insert the stick')).toBeVisible();
  await page.getByRole('link', { name: 'Open it again' }).click();
  await openBundle(app, returned.path);
  await page.getByRole('button', { name: 'Go to the merge desk: 7 to decide' }).click();
  await expect(progress(page, 3)).toBeVisible();

  const takeIn = page.getByRole('button', { name: 'Take in from an officer not verified' });
  await expect(takeIn).toBeDisabled();
  await choose(page, list, 'Removed by them');
  await page.keyboard.press('1');
  await expect(progress(page, 4)).toBeVisible();
  for (const decided of [5, 6, 7]) {
    await page.keyboard.press('1');
    await expect(progress(page, decided)).toBeVisible();
  }
  await takeIn.click();
  await expect(page.getByRole('heading', { name: 'Taken in' })).toBeVisible();
  await expect(unverified).toBeVisible();
  const after = await stateOf(page, returned);
  expect(after.samira).toMatchObject({
    profession: 'school inspector',
    riskLevel: 'high',
    locality: 'Port Serin',
    tags: ['press', 'harbour', 'education'],
  });
  expect(after.samira.notes.split('\n\n')).toEqual([
    'First met at the harbour, through Companions (fictional).',
    'Prefers to be met outside the town. Never call before two.',
    'Prefers to be met in the library. Never call.',
    'Her brother drives her to meetings; he knows of us.',
    'Asked that her employer should not hear of the contact.',
    'Speaks English, prefers French.',
    'Has a dog.',
  ]);
  expect(after.amal.profession).toBe('trainee lawyer');
  expect(after.incident).toBe('By two men in a grey car.');
  expect(after.drafts).toEqual([]);

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone', { exact: true })).toBeVisible();
  expect(await stateOf(page, returned)).toEqual(before);
  expect(valueOf(await clientOf(page).history.verify({})).intact).toBe(true);
});

test('the preview and the merge desk are whole in every look', async ({ openApp }) => {
  test.setTimeout(240_000);
  const { app, returned } = await openReturned(openApp);
  const { page } = app;
  await setWindow(app);
  const looks = LOOKS_OF[app.host];
  const wrong: string[] = [];
  await goTo(app, 'Bundles');
  await page.getByRole('link', { name: 'Open a bundle' }).first().click();
  await openBundle(app, returned.path);
  const contacts = page.getByRole('grid', { name: 'Contacts in this bundle' });
  await contacts.focus();
  await page.keyboard.press('Enter');
  await expect(contacts.getByText(/trainee lawyer|school inspector/u)).toBeVisible();
  wrong.push(...(await lookAt(app, 'import-preview', looks)));

  await page.getByRole('button', { name: 'Go to the merge desk: 7 to decide' }).click();
  await page.keyboard.press('2');
  await expect(progress(page, 1)).toBeVisible();
  const list = page.getByRole('grid', { name: 'What both sides changed' });
  await choose(page, list, 'Notes');
  wrong.push(...(await lookAt(app, 'merge-desk-notes', [...looks, 'contrast'])));
  await choose(page, list, 'Removed by them');
  wrong.push(...(await lookAt(app, 'merge-desk-removal', ['light'])));

  await page.getByRole('link', { name: 'Bundles' }).first().click();
  await expect(page.getByText(`A bundle from ${SUCCESSOR} waits at the merge desk`)).toBeVisible();
  wrong.push(...(await lookAt(app, 'bundle-waits', ['light', 'zoom'])));
  expect(wrong).toEqual([]);
});

/** Shows the first conflict of this name. */
async function choose(page: Page, list: Locator, name: string): Promise<void> {
  await list.getByText(name, { exact: true }).first().click();
  await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible();
}

/** What the merge is about, as the vault has it. */
async function stateOf(page: Page, { samiraId, amalId, incidentId }: ReturnedPortfolio) {
  const ask = clientOf(page);
  const contact = async (id: string) => valueOf(await ask.contacts.page({ id })).contact;
  return {
    samira: await contact(samiraId),
    amal: await contact(amalId),
    incident: valueOf(await ask.incidents.get({ id: incidentId })).incident.description,
    drafts: valueOf(await ask.drafts.list({})),
  };
}
