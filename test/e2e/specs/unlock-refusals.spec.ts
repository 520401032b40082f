import { cp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test, type AppUnderTest } from '../fixtures/app.ts';
import { clientOf } from '../support/calls.ts';
import { KEPT_PASSPHRASE, putKeptVault, workIn } from '../support/kept-vault.ts';
import { unlock } from '../support/officer.ts';
import { addContact, valueOf } from '../../support/records.ts';

const OFFICER = 'Rosa Refused';
const BAD_KEYSLOTS = resolve(
  ...[import.meta.dirname, '..', '..', 'vectors', 'keyslots', 'hostile-4-tib.json'],
);

test('a wrong passphrase is told at the field, can be typed over at once, and later has to wait', async ({
  openApp,
}) => {
  const app = await openApp((dir) => putKeptVault(dir, OFFICER));
  const { page } = app;
  const field = page.getByRole('textbox', { name: 'Passphrase' });
  await expect(field).toHaveAttribute('type', 'password');

  await tryPassphrase(app, 'not the passphrase');
  await expect(field).toHaveAccessibleDescription(/That did not open the vault.*Caps Lock/u);
  // What was typed stays to be looked at, hidden, and is selected: the next key replaces it.
  await expect(field).toHaveValue('not the passphrase');
  await expect(field).toHaveAttribute('type', 'password');
  await expect(field).toBeFocused();
  await page.keyboard.type('second');
  await expect(field).toHaveValue('second');
  await app.screenshot('refused-passphrase', { schemes: ['light'] });

  await tryPassphrase(app, 'second');
  await tryPassphrase(app, 'third');
  await expect(page.getByText(/^Try again in/u)).toHaveCount(0);
  for (const text of ['fourth', 'fifth', 'sixth']) await tryPassphrase(app, text);
  await expect(
    page.getByRole('status').filter({ hasText: /^Try again in [1-4] seconds?/u }),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeDisabled();
  await app.screenshot('refused-passphrase-wait', { schemes: ['light'] });

  // A lock empties the field, as the words in it may be all but the passphrase.
  await app.lock();
  await expect(field).toHaveValue('');
  // The wait outlives the process; once it is over, the right passphrase opens.
  await expect.poll(() => secondsToWait(app)).toBe(0);
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeEnabled();
  await unlock(app, KEPT_PASSPHRASE);
  await app.lock();
  await expect(field).toHaveValue('');
});

interface Damage {
  readonly name: string;
  readonly title: string;
  /** Seen before a passphrase was given. */
  readonly atOnce?: boolean;
  readonly words: RegExp;
  readonly do: (dir: string) => Promise<unknown>;
}

const database = (dir: string): string => join(dir, 'vault.db');
const keyslots = (dir: string): string[] => ['a', 'b'].map((copy) => join(dir, `keyslots.${copy}`));

const DAMAGES: readonly Damage[] = [
  {
    name: 'a database cut to 0 bytes',
    title: 'The vault file is missing or empty',
    words: /Do not make a new vault/u,
    do: (dir) => truncate(database(dir), 0),
  },
  {
    name: 'a database with a torn page',
    title: 'The vault is damaged',
    words: /cannot be read, or do not agree/u,
    do: async (dir) => {
      const bytes = await readFile(database(dir));
      bytes.fill(0, 3 * 4096 + 100, 3 * 4096 + 2048);
      await writeFile(database(dir), bytes);
    },
  },
  {
    name: 'the database of another vault',
    title: 'The file in the vault’s place is not this vault',
    words: /does not belong to the key file/u,
    do: async (dir) => {
      const other = `${dir}-other`;
      await putKeptVault(other, 'Otto Other');
      await cp(database(other), database(dir));
      await rm(other, { recursive: true });
    },
  },
  {
    name: 'a file that is no database',
    title: 'The file in the vault’s place is not this vault',
    words: /does not belong to the key file/u,
    do: (dir) => writeFile(database(dir), 'A letter, not a vault.\n'.repeat(5_000)),
  },
  {
    name: 'a database that is not there',
    title: 'The vault file is missing or empty',
    atOnce: true,
    words: /is not in its folder.*Do not make a new vault/su,
    do: (dir) => rm(database(dir)),
  },
  {
    name: 'keyslots that are not there',
    title: 'The key file is missing or damaged',
    atOnce: true,
    words: /are missing or cannot be read/u,
    do: (dir) => Promise.all(keyslots(dir).map((path) => rm(path))),
  },
  {
    name: 'keyslots of which nothing can be read',
    title: 'The key file is missing or damaged',
    atOnce: true,
    words: /are missing or cannot be read/u,
    do: (dir) => Promise.all(keyslots(dir).map((path) => writeFile(path, Buffer.alloc(600)))),
  },
  {
    name: 'keyslots that ask for four tebibytes of memory',
    title: 'The key file was not accepted',
    atOnce: true,
    words: /settings no vault of this application has/u,
    do: (dir) => Promise.all(keyslots(dir).map((path) => cp(BAD_KEYSLOTS, path))),
  },
  {
    name: 'an older copy of the database',
    title: 'This is an older copy of your vault',
    words: /somebody swapped the file/u,
    do: async (dir) => {
      const older = await readFile(database(dir));
      await workIn(dir, OFFICER, (vault) => addContact(vault, 'Added later'));
      await writeFile(database(dir), older);
    },
  },
];

test('each damage to the vault has its own words, and none is taken for a first run', async ({
  openApp,
}) => {
  test.setTimeout(240_000);
  const app = await openApp((dir) => putKeptVault(dir, OFFICER));
  const { page } = app;
  const whole = join(app.filesDir, 'whole');
  await cp(app.vaultDir, whole, { recursive: true });
  for (const [index, damage] of DAMAGES.entries()) {
    await test.step(damage.name, async () => {
      await rm(app.vaultDir, { recursive: true });
      await cp(whole, app.vaultDir, { recursive: true });
      await damage.do(app.vaultDir);
      const before = await filesIn(app.vaultDir);
      await app.lock();
      if (damage.atOnce !== true) await tryPassphrase(app, KEPT_PASSPHRASE, false);
      const heading = page.getByRole('heading', { level: 1, name: damage.title });
      await expect(heading).toBeVisible();
      await expect(page.getByRole('alert')).toContainText(damage.words);
      await app.screenshot(`refused-vault-${String(index)}`, { schemes: ['light'] });
      // The count of tries moves while a passphrase is tried; nothing else does.
      expect(await filesIn(app.vaultDir)).toEqual(before);

      const back = page.getByRole('button', { name: /^(Try again|Leave it closed)$/u });
      await back.click();
      await expect(damage.atOnce === true ? heading : unlockHeading(app)).toBeVisible();
      // A vault that is still looking would mend a key file of the next step, half put there.
      await clientOf(page).session.status({});
      await expect(page.getByText('Create your vault')).toHaveCount(0);
      await expect(page.getByRole('button', { name: 'Create the vault' })).toHaveCount(0);
    });
  }
});

async function secondsToWait({ page }: AppUnderTest): Promise<number> {
  return valueOf(await clientOf(page).session.status({})).retryAfterSeconds;
}

const unlockHeading = ({ page }: AppUnderTest): ReturnType<AppUnderTest['page']['getByRole']> =>
  page.getByRole('heading', { level: 1, name: 'Unlock' });

/** Types a passphrase as soon as one is taken, and waits for the answer where it is a refusal. */
async function tryPassphrase(app: AppUnderTest, text: string, isWrong = true): Promise<void> {
  const { page } = app;
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeEnabled();
  const field = page.getByRole('textbox', { name: 'Passphrase' });
  await field.fill(text);
  await page.keyboard.press('Enter');
  if (!isWrong) return;
  await expect(page.getByRole('button', { name: 'Opening…' })).toHaveCount(0);
  await expect(field).toHaveAccessibleDescription(/That did not open the vault/u);
}

/** The vault's own files with their bytes, but for the lock and the count of tries. */
async function filesIn(dir: string): Promise<Record<string, string | null>> {
  const names = ['vault.db', 'keyslots.a', 'keyslots.b'];
  const read = names.map(async (name) => {
    const bytes = await readFile(join(dir, name)).catch(() => null);
    return [name, bytes === null ? null : bytes.toString('base64')] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}
