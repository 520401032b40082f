import { execFileSync } from 'node:child_process';
import { expect, test, type AppUnderTest } from '../fixtures/app.ts';
import { clientOf } from '../support/calls.ts';
import { KEPT_PASSPHRASE, putKeptVault } from '../support/kept-vault.ts';
import { goTo, unlock } from '../support/officer.ts';
import { addContact, valueOf } from '../../support/records.ts';

const KNOWN = 'Cora Contact';
type Opener = (prepare: (dir: string) => Promise<unknown>) => Promise<AppUnderTest>;

async function openUnlocked(openApp: Opener): Promise<AppUnderTest> {
  const app = await openApp((dir) =>
    putKeptVault(dir, 'Dora Draft', (vault) => addContact(vault, KNOWN)),
  );
  await unlock(app, KEPT_PASSPHRASE);
  return app;
}

test('half a contact and half a meeting are there after a lock, as typed, and can be finished', async ({
  openApp,
}) => {
  const app = await openUnlocked(openApp);
  const { page } = app;
  await typeHalfContact(app);
  // At once, without waiting for the draft: locking keeps it first.
  await page.getByRole('button', { name: 'Lock the vault now' }).click();
  await expect(page.getByRole('heading', { name: 'Unlock' })).toBeVisible();
  await expect(page.getByText('Halima Half')).toHaveCount(0);
  await unlock(app, KEPT_PASSPHRASE);
  await typeHalfMeeting(app);
  await seeKept(app, 'meeting-log', 'Find out who');
  // As the shell does when the machine goes to sleep.
  await app.lock();
  await unlock(app, KEPT_PASSPHRASE);

  const drafts = page.getByRole('region', { name: 'Drafts to finish' });
  await expect(drafts.getByRole('listitem')).toHaveCount(2);
  await app.screenshot('drafts-today', { schemes: ['light'] });
  await drafts.getByRole('link', { name: 'New: Contact' }).click();
  await seeHalfContact(app);
  await app.screenshot('drafts-contact', { schemes: ['light'] });
  await page.getByRole('button', { name: 'Save contact' }).click();
  await expect(page.getByRole('heading', { name: 'Halima Half' })).toBeVisible();

  await goTo(app, 'Today');
  await expect(drafts.getByRole('listitem')).toHaveCount(1);
  await drafts.getByRole('link', { name: 'New: Meeting' }).click();
  await seeHalfMeeting(app);
  await page.getByRole('button', { name: 'Seal log' }).click();
  await expect(page.getByRole('heading', { name: 'Tea, interrupted' })).toBeVisible();
  await goTo(app, 'Today');
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  await expect(drafts).toHaveCount(0);
});

test('half a contact and half a meeting outlive a killed vault process and a restart', async ({
  openApp,
}) => {
  const app = await openUnlocked(openApp);
  await typeHalfMeeting(app);
  await seeKept(app, 'meeting-log', 'Find out who');
  const pid = await app.vaultPid();
  process.kill(pid ?? 0, 'SIGKILL');
  await expect(app.page.getByRole('heading', { name: 'Unlock' })).toBeVisible();
  await unlock(app, KEPT_PASSPHRASE);
  await openDraft(app, 'New: Meeting');
  await seeHalfMeeting(app);

  await typeHalfContact(app);
  await seeKept(app, 'contact', 'the road');
  await app.restart();
  await unlock(app, KEPT_PASSPHRASE);
  await openDraft(app, 'New: Contact');
  await seeHalfContact(app);
  await openDraft(app, 'New: Meeting');
  await seeHalfMeeting(app);
  await app.page.getByRole('button', { name: 'Save draft' }).click();
  await expect(app.page.getByRole('heading', { name: 'Tea, interrupted' })).toBeVisible();
});

test('what was typed a moment before the window closes is there at the next start', async ({
  openApp,
}) => {
  const app = await openUnlocked(openApp);
  await goTo(app, 'Contacts');
  await app.page.getByRole('link', { name: 'New contact' }).first().click();
  const notes = app.page.getByRole('textbox', { name: 'Notes' });
  await notes.fill('She');
  await expect(app.page.getByText('Draft kept')).toBeVisible();
  await notes.fill('She will call on');
  await app.restart();
  await unlock(app, KEPT_PASSPHRASE);
  await openDraft(app, 'New: Contact');
  await expect(app.page.getByRole('textbox', { name: 'Notes' })).toHaveValue('She will call on');
});

test('a refused save says why at the field and keeps every word', async ({ openApp }) => {
  const app = await openUnlocked(openApp);
  const { page } = app;
  await goTo(app, 'Contacts');
  await page.getByRole('link', { name: 'New contact' }).first().click();
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  const notes = page.getByRole('textbox', { name: 'Notes' });
  await notes.fill('Everything else is already written.');
  await page.getByRole('button', { name: 'Save contact' }).click();
  await expect(name).toHaveAccessibleDescription(/Fill this in/u);
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await expect(name).toBeFocused();
  await expect(page.getByRole('alert')).toContainText('One field needs your attention.');
  await app.screenshot('drafts-refused-field', { schemes: ['light'] });

  const long = 'n'.repeat(301);
  await name.fill(long);
  await page.getByRole('button', { name: 'Save contact' }).click();
  await expect(name).toHaveAccessibleDescription(/Too long/u);
  await expect(name).toHaveValue(long);
  await expect(notes).toHaveValue('Everything else is already written.');

  await name.fill('Nora Named');
  await page.getByRole('button', { name: 'Save contact' }).click();
  await expect(page.getByRole('heading', { name: 'Nora Named' })).toBeVisible();
  await expect(page.getByText('Everything else is already written.')).toBeVisible();
});

test('on a full disk the words stay, it is said, and they are kept once there is space', async ({
  openApp,
  host,
}) => {
  test.skip(
    process.platform !== 'linux' || host === 'electron',
    'a limit on the files of a running process needs Linux, and in Electron its signal ends it',
  );
  const app = await openUnlocked(openApp);
  const { page } = app;
  await goTo(app, 'Contacts');
  await page.getByRole('link', { name: 'New contact' }).first().click();
  await expect(page.getByRole('textbox', { name: 'Notes' })).toBeVisible();
  await limitFiles(app, 4_096);
  await typeHalfContact(app);
  await expect(page.getByText('The draft is not stored yet.')).toBeVisible();
  await expect(page.getByRole('alert').first()).toContainText('The disk is full');
  await page.getByRole('button', { name: 'Save contact' }).click();
  // Above the form for the draft, and beside the button that was pressed.
  const notices = page.getByRole('alert').filter({ hasText: 'what you typed is still here' });
  await expect(notices).toHaveCount(2);
  await notices.last().scrollIntoViewIfNeeded();
  await seeFields(app);
  await app.screenshot('drafts-no-space', { schemes: ['light'] });

  await limitFiles(app, 'unlimited');
  // It is tried again by itself.
  await expect(page.getByText('Draft kept')).toBeVisible();
  await seeFields(app);
  await page.getByRole('button', { name: 'Save contact' }).click();
  await expect(page.getByRole('heading', { name: 'Halima Half' })).toBeVisible();
});

async function typeHalfContact(app: AppUnderTest): Promise<void> {
  const { page } = app;
  if (!(await page.getByRole('form', { name: 'Contact' }).isVisible())) {
    await goTo(app, 'Contacts');
    await page.getByRole('link', { name: 'New contact' }).first().click();
  }
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Halima Half');
  await page.getByRole('button', { name: 'Add a way' }).click();
  await page.getByRole('textbox', { name: 'Number or address' }).fill('+000 555 01');
  await page.getByRole('textbox', { name: 'Notes' }).fill('She said that\nthe road');
}

async function seeHalfContact(app: AppUnderTest): Promise<void> {
  await expect(app.page.getByText(/^Draft restored from/u)).toBeVisible();
  await seeFields(app);
}

async function seeFields({ page }: AppUnderTest): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Halima Half');
  await expect(page.getByRole('textbox', { name: 'Number or address' })).toHaveValue('+000 555 01');
  await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('She said that\nthe road');
}

async function typeHalfMeeting(app: AppUnderTest): Promise<void> {
  const { page } = app;
  await goTo(app, 'Meetings');
  await page.getByRole('link', { name: 'Log a meeting' }).first().click();
  await page.getByLabel('Title').fill('Tea, interrupted');
  await page.getByRole('combobox', { name: /^Who was there/u }).fill('Cora');
  await page.getByRole('option', { name: KNOWN }).click();
  await page.getByLabel('What was said').fill('They came back on\nThursday and');
  await page.getByRole('button', { name: 'Add a promise' }).click();
  await page.getByLabel('What we promised').fill('Find out who');
}

async function seeHalfMeeting({ page }: AppUnderTest): Promise<void> {
  await expect(page.getByText(/^Draft restored from/u)).toBeVisible();
  await expect(page.getByLabel('Title')).toHaveValue('Tea, interrupted');
  await expect(page.getByRole('group', { name: 'Who was there' })).toContainText(KNOWN);
  await expect(page.getByLabel('What was said')).toHaveValue('They came back on\nThursday and');
  await expect(page.getByLabel('What we promised')).toHaveValue('Find out who');
}

/** Waits until the vault has the last words typed, and the form says so. */
async function seeKept(
  { page }: AppUnderTest,
  form: 'contact' | 'meeting-log',
  words: string,
): Promise<void> {
  await expect
    .poll(async () =>
      JSON.stringify(valueOf(await clientOf(page).drafts.get({ form, key: 'new' }))),
    )
    .toContain(words);
  await expect(page.getByText('Draft kept')).toBeVisible();
}

async function openDraft(app: AppUnderTest, name: string): Promise<void> {
  await goTo(app, 'Today');
  await app.page.getByRole('link', { name }).click();
}

/** As `ulimit -f` would, but on the vault process that runs: no file may grow beyond this. */
async function limitFiles(app: AppUnderTest, bytes: number | 'unlimited'): Promise<void> {
  const pid = String(await app.vaultPid());
  execFileSync('prlimit', ['--pid', pid, `--fsize=${String(bytes)}:`]);
}
