import { join } from 'node:path';
import { expect, test, type AppUnderTest } from '../fixtures/app.ts';
import { clientOf } from '../support/calls.ts';
import { honestBundle, officerOf, putFile, refusedBundles } from '../support/forged-bundles.ts';
import { KEPT_PASSPHRASE, putKeptVault } from '../support/kept-vault.ts';
import { goTo, unlock } from '../support/officer.ts';
import { giveCard } from '../../support/handover.ts';
import { addContact, valueOf } from '../../support/records.ts';
import { openVaultOf, type VaultHere } from '../../support/vault-here.ts';

const RECEIVER = 'Bob Receiver';

const SENDER = 'Mallory Malicious';

/** What the window says of each bundle of `refusedBundles`: the title, and words of the detail. */
const WORDS: Record<string, readonly [title: string, detail: RegExp]> = {
  'not an age file': ['This file is not a bundle', /not encrypted in the way bundles are/u],
  truncated: ['The bundle is incomplete', /The end of the file is missing/u],
  'for someone else': ['This bundle is for someone else', /not encrypted to your identity/u],
  'one byte altered': ['The bundle was altered', /not what was sent/u],
  're-addressed': ['The bundle was meant for someone else', /someone passed it on to you/u],
  'newer version': ['The bundle was made by a newer version', /version 2 of the format/u],
  unsigned: ['The bundle is not signed', /Nobody vouches for its contents/u],
  'signed by another': [
    'The bundle’s signature is not valid',
    /not signed by the officer it names/u,
  ],
  'not well formed': ['The bundle is not well formed', /breaks a rule of the format \(counts\)/u],
};

/** The receiver's twin in this process, whose identity the vault in the window has too. */
let twin: VaultHere;
let sender: VaultHere;
let stranger: VaultHere;
test.beforeAll(async () => {
  twin = await openVaultOf(RECEIVER);
  sender = await openVaultOf(SENDER);
  stranger = await openVaultOf('Sam Stranger');
});
test.afterAll(() => {
  for (const vault of [twin, sender, stranger]) vault.dispose();
});

/** The receiver's vault in the window: it holds one contact, and the sender's verified card. */
async function openReceiver(openApp: Opener): Promise<AppUnderTest> {
  const app = await openApp((dir) =>
    putKeptVault(dir, RECEIVER, async (vault) => {
      await addContact(vault, 'Cora Contact');
      const id = await giveCard(sender, vault);
      await vault.ask.officers.verify({ id, how: 'in-person', on: '2025-01-02' });
    }),
  );
  await unlock(app, KEPT_PASSPHRASE);
  return app;
}
type Opener = (prepare: (dir: string) => Promise<unknown>) => Promise<AppUnderTest>;

test('each bundle that must not be opened is refused in its own words, and the vault stays as it was', async ({
  openApp,
}) => {
  test.setTimeout(240_000);
  const app = await openReceiver(openApp);
  const { page } = app;
  const before = await stateOf(app);
  expect(before.contacts.total).toBe(1);
  const bundles = await refusedBundles({ sender, receiver: twin, stranger });
  expect(Object.keys(bundles)).toEqual(Object.keys(WORDS));
  expect(new Set(Object.values(WORDS).map(([title]) => title)).size).toBe(
    Object.keys(WORDS).length,
  );

  await goTo(app, 'Bundles');
  await page.getByRole('link', { name: 'Open a bundle' }).first().click();
  for (const [name, bytes] of Object.entries(bundles)) {
    await test.step(name, async () => {
      const [title, detail] = WORDS[name] ?? ['', /^$/u];
      await choose(app, bytes);
      const notice = page.getByRole('alert');
      await expect(notice).toHaveCount(1);
      await expect(notice).toContainText(title);
      await expect(notice).toContainText(detail);
      await expect(notice).toContainText(/Nothing was (changed|opened)/u);
      await expect(page.getByText('Before anything is taken in')).toHaveCount(0);
      await app.screenshot(`refused-bundle-${name.replaceAll(' ', '-')}`, { schemes: ['light'] });
      expect(await stateOf(app)).toEqual(before);
    });
  }

  // The way is open to a good one, and only that one changes the vault.
  await choose(app, await honestBundle(sender, twin, 'Wanda Whole'));
  await page.getByRole('button', { name: 'Take in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Taken in' })).toBeVisible();
  const after = await stateOf(app);
  expect(after.contacts.total).toBe(2);
  expect(after.register).toHaveLength(1);
});

test('a bundle that another signed under a known name, or an unknown officer, is told apart before anything is taken in', async ({
  openApp,
}) => {
  const app = await openReceiver(openApp);
  const { page } = app;
  const before = await stateOf(app);
  const known = (await officerOf(sender)).officerId;
  const { keys } = await officerOf(stranger);
  const asSender = { sender: { officerId: known, name: SENDER, post: 'Elsewhere', ...keys } };
  const cases = [
    {
      name: 're-signed',
      bytes: await honestBundle(stranger, twin, 'Iris Impostor', asSender),
      says: 'The bundle is signed with another key than the card you hold.',
      who: SENDER,
    },
    {
      name: 'unknown',
      bytes: await honestBundle(stranger, twin, 'Una Unknown'),
      says: 'You hold no card of this officer.',
      who: 'Sam Stranger',
    },
  ];
  await goTo(app, 'Bundles');
  await page.getByRole('link', { name: 'Open a bundle' }).first().click();
  for (const { name, bytes, says, who } of cases) {
    await test.step(name, async () => {
      await choose(app, bytes);
      await expect(page.getByText('Before anything is taken in')).toBeVisible();
      await expect(page.getByText(says)).toBeVisible();
      await expect(page.getByText(who, { exact: true })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Take in', exact: true })).toHaveCount(0);
      await app.screenshot(`bundle-sender-${name}`, { schemes: ['light'], fullPage: true });
      await page.getByRole('button', { name: 'Do not take in' }).click();
      await expect(page.getByRole('button', { name: 'Choose bundle' })).toBeVisible();
      expect(await stateOf(app)).toEqual(before);
    });
  }
});

let files = 0;

/** Chooses a file with these bytes on the page that opens bundles. */
async function choose(app: AppUnderTest, bytes: Uint8Array): Promise<void> {
  await app.pickFile(
    await putFile(join(app.filesDir, `bundle-${String((files += 1))}.age`), bytes),
  );
  await app.page.getByRole('button', { name: /^Choose (bundle|another file)$/u }).click();
  await expect(app.page.getByText('Opening and checking')).toHaveCount(0);
}

/** Everything that taking something in would change: records, register, officers, whole history. */
async function stateOf({ page }: AppUnderTest) {
  const ask = clientOf(page);
  return {
    contacts: valueOf(await ask.contacts.list({})),
    register: valueOf(await ask.bundles.register({})),
    officers: valueOf(await ask.officers.list({})),
    drafts: valueOf(await ask.drafts.list({})),
    history: valueOf(await ask.history.recent({ limit: 200 })),
    chain: valueOf(await ask.history.verify({})),
  };
}
