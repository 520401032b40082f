import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type AppUnderTest } from '../fixtures/app.ts';
import { fillVault, type FilledVault } from '../support/filled-vault.ts';
import { LOOKS_OF, lookAt, setWindow, type Look } from '../support/looks.ts';
import { PASSPHRASE, unlock } from '../support/officer.ts';

/** One at a time, as one view follows from another; what is wrong is said of all of them at the end. */
test('every view holds in light, dark, high contrast, right to left and at 200 % zoom', async ({
  app,
}) => {
  test.setTimeout(900_000);
  const wrong: string[] = [];
  const look = async (name: string, looks: readonly Look[] = LOOKS_OF[app.host]): Promise<void> => {
    wrong.push(...(await lookAt(app, name, looks)));
  };
  await app.page.emulateMedia({ reducedMotion: 'reduce' });
  await setWindow(app);
  await lookAtFirstRun(app, look);
  await lookAtEmptyVault(app, look);

  await app.close();
  rmSync(app.vaultDir, { recursive: true });
  const prepared = join(app.filesDir, 'vault');
  const filled = await fillVault(prepared, app.filesDir);
  renameSync(prepared, app.vaultDir);
  await app.restart();
  await app.page.emulateMedia({ reducedMotion: 'reduce' });
  await setWindow(app);
  await expect(app.page.getByRole('heading', { name: 'Unlock' })).toBeVisible();
  await look('03-unlock');
  await unlock(app);
  await lookAtPages(app, filled, look);
  await lookAtBundles(app, filled, look);
  expect(wrong).toEqual([]);
});

/** The colours of high contrast are the same pieces everywhere: a few views show them all. */
const IN_HIGH_CONTRAST: ReadonlySet<string> = new Set([
  '10-today',
  '12-contact-consent',
  '16-actions',
  '19-settings',
]);

type LookAs = (name: string, looks?: readonly Look[]) => Promise<void>;

async function lookAtFirstRun({ page }: AppUnderTest, look: LookAs): Promise<void> {
  await page.getByRole('textbox', { name: 'Your name' }).fill('Avery Demo');
  await page.getByRole('textbox', { name: 'Your post' }).fill('Port Serin (fictional)');
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(PASSPHRASE);
  await look('01-first-run');
  await page.getByRole('textbox', { name: 'Passphrase again' }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Create the vault' }).click();
  await expect(page.getByRole('heading', { name: 'Your recovery code' })).toBeVisible({
    timeout: 60_000,
  });
  await look('02-recovery-code');
  const code = (await page.getByTestId('recovery-group').allTextContents()).join('-');
  await page.getByRole('button', { name: 'I have written it down' }).click();
  await look('02-recovery-code-typed-back');
  await page.getByRole('textbox').fill(code);
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
}

/** What an officer sees on the first day: nothing yet, and what to do about it. */
async function lookAtEmptyVault(app: AppUnderTest, look: LookAs): Promise<void> {
  const views = ['today', 'contacts', 'meetings', 'incidents', 'actions', 'consents', 'bundles'];
  for (const view of [
    ...views,
    'officers',
    'history',
    'bundles/export',
    'bundles/import',
    'imports',
  ]) {
    await goTo(app, `/${view}`);
    await look(`00-empty-${view.replace('/', '-')}`, ['light', 'zoom']);
  }
}

async function lookAtPages(app: AppUnderTest, filled: FilledVault, look: LookAs): Promise<void> {
  const { page } = app;
  const contact = `/contacts/${filled.contactId}`;
  const views: readonly (readonly [name: string, path: string])[] = [
    ['10-today', '/today'],
    ['11-contacts', '/contacts'],
    ['12-contact-overview', contact],
    ['12-contact-meetings', `${contact}?tab=meetings`],
    ['12-contact-consent', `${contact}?tab=consent`],
    ['12-contact-actions', `${contact}?tab=actions`],
    ['12-contact-relationships', `${contact}?tab=relationships`],
    ['12-contact-files', `${contact}?tab=files`],
    ['12-contact-history', `${contact}?tab=history`],
    ['13-contact-new', '/contacts/new'],
    ['13-contact-edit', `${contact}/edit`],
    ['14-meetings', '/meetings'],
    ['14-meeting', `/meetings/${filled.meetingId}`],
    ['14-meeting-new', `/meetings/new?contact=${filled.contactId}`],
    ['15-consents', '/consents'],
    ['16-actions', '/actions'],
    ['16-action', `/actions/${filled.actionId}`],
    ['16-action-new', `/actions/new?contact=${filled.contactId}`],
    ['17-history', '/history'],
    ['18-officers', '/officers'],
    ['19-settings', '/settings'],
  ];
  for (const [name, path] of views) {
    await goTo(app, path);
    await look(name);
    if (IN_HIGH_CONTRAST.has(name)) await look(name, ['contrast', 'dark-contrast']);
  }
  await goTo(app, `${contact}?tab=consent`);
  await page.getByRole('button', { name: 'Record a decision' }).first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('20-decision');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('Control+k');
  await look('21-palette-commands');
  await page.keyboard.type('port');
  // Commands stand there at once; what was found comes later, and then the row that Enter opens.
  await expect(page.locator('mark').first()).toBeVisible();
  await expect.poll(() => page.evaluate(isActiveRowShown)).toBe(true);
  await look('21-palette');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function lookAtBundles(app: AppUnderTest, filled: FilledVault, look: LookAs): Promise<void> {
  const { page } = app;
  await goTo(app, '/bundles/export');
  await page.getByRole('button', { name: /Choose all/u }).click();
  await look('30-export-contacts');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('Blake Demo').first().click();
  await look('31-export-recipient');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText(/contacts travel/u).first()).toBeVisible();
  await look('32-export-check');
  await app.pickFile(join(app.filesDir, 'handover.age'));
  await page.getByRole('button', { name: 'Choose file and seal' }).click();
  await expect(page.getByRole('heading', { name: 'The bundle is sealed' })).toBeVisible({
    timeout: 60_000,
  });
  await look('33-export-sealed');
  await goTo(app, '/bundles/import');
  await app.pickFile(filled.bundleFile);
  await page.getByRole('button', { name: 'Choose bundle' }).click();
  await expect(page.getByText('Before anything is taken in')).toBeVisible({ timeout: 60_000 });
  await look('34-import-preview');
  await page.getByRole('button', { name: 'Take in from an officer not verified' }).click();
  await expect(page.getByRole('heading', { name: 'Taken in' })).toBeVisible();
  await look('35-import-done');
  await goTo(app, '/bundles');
  await look('36-bundles');
  await goTo(app, '/imports');
  await look('37-imports');
}

/** Whether the row that the palette's field points to is there. */
function isActiveRowShown(): boolean {
  const id = document.activeElement?.getAttribute('aria-activedescendant') ?? null;
  return id !== null && document.getElementById(id) !== null;
}

/** By the address, so that the walk depends on no words of another view. */
async function goTo({ page }: AppUnderTest, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#${path}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}
