import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type AppUnderTest } from '../fixtures/app.ts';
import { emptyNarrative } from '../../../src/shared/model/assessment.ts';
import type { BundleDocument } from '../../../src/shared/model/documents/bundle-document.ts';
import { documentWordsOf } from '../../support/assessment-words.ts';
import { giveCard } from '../../support/handover.ts';
import { forge } from '../../support/hostile.ts';
import { addContact, consentArg, valueOf } from '../../support/records.ts';
import { openVaultOf, type VaultHere } from '../../support/vault-here.ts';
import { verifyOfficer } from '../../support/verified.ts';
import { clientOf } from '../support/calls.ts';
import { honestBundle } from '../support/forged-bundles.ts';
import { KEPT_PASSPHRASE, putKeptVault } from '../support/kept-vault.ts';
import { lookAt, LOOKS_OF, setWindow } from '../support/looks.ts';
import { unlock } from '../support/officer.ts';
import { openView } from '../support/tasks-vault.ts';

const CARRIER = 'Carol Courier';
let ann: VaultHere;
let bob: VaultHere;
/** Has the identity of the vault in the window. */
let twin: VaultHere;
let contactId = '';
test.beforeAll(async () => {
  ann = await openVaultOf('Ann Sender');
  bob = await openVaultOf('Bob Receiver');
  twin = await openVaultOf(CARRIER);
});
test.afterAll(() => {
  for (const vault of [ann, bob, twin]) vault.dispose();
});

/** Carol's vault: it holds Ann's verified card, one contact, and the figures of a year. */
async function openCarrier(openApp: Opener): Promise<AppUnderTest> {
  const app = await openApp((dir) =>
    putKeptVault(dir, CARRIER, async (vault) => {
      await verifyOfficer(vault.ask, await giveCard(ann, vault), { on: '2025-01-02' });
      contactId = await addContact(vault, 'Amina Dirie (fictional)');
      for (const name of ['B', 'C', 'D', 'E', 'F', 'G']) {
        const id = await addContact(vault, `${name} Counted (fictional)`);
        const decided = { decidedOn: '2025-01-10' };
        const arg = consentArg(id, ['statistics'], ['capital'], decided);
        valueOf(await vault.ask.consents.record(arg));
      }
      const making = { year: 2025, words: documentWordsOf(), language: 'en-GB', file: null };
      const narrative = { ...emptyNarrative(), done: 'Visits to remote regions.' };
      valueOf(await vault.ask.assessments.make({ ...making, narrative }));
    }),
  );
  await unlock(app, KEPT_PASSPHRASE);
  await setWindow(app);
  return app;
}
type Opener = (prepare: (dir: string) => Promise<unknown>) => Promise<AppUnderTest>;

let files = 0;
async function fileOf(app: AppUnderTest, bytes: Uint8Array): Promise<string> {
  const path = join(app.filesDir, `bundle-${String((files += 1))}.age`);
  await writeFile(path, bytes);
  return path;
}

test('a colleague’s bundle is taken along, handed on to the byte and forgotten; what is not to be carried is refused', async ({
  openApp,
}) => {
  test.setTimeout(120_000);
  const app = await openCarrier(openApp);
  const { page } = app;
  const looks = LOOKS_OF[app.host];
  const wrong: string[] = [];
  const forBob = await honestBundle(ann, bob, 'Wanda Whole');

  await openView(page, '/bundles/courier');
  await expect(page.getByText('Nothing to carry')).toBeVisible();
  const take = page.getByRole('button', { name: 'Choose its file' });
  await take.click();
  const from = page.getByRole('textbox', { name: 'From' });
  await expect(from).toHaveAccessibleDescription(/Fill this in/u);
  await expect(from).toBeFocused();
  await from.fill('Ann Sender');
  await page.getByRole('textbox', { name: 'For' }).fill('بوب، السفارة (fictional)');
  for (const [bytes, title] of [
    [new TextEncoder().encode('Dear colleague,\n'), 'This file is not a bundle'],
    [forBob.slice(0, -1), 'The bundle is incomplete'],
    [await honestBundle(ann, twin, 'For Carol'), 'This bundle is for you'],
  ] as const) {
    await app.pickFile(await fileOf(app, bytes));
    await take.click();
    await expect(page.getByRole('alert')).toContainText(title);
    await expect(from).toHaveValue('Ann Sender');
  }
  wrong.push(...(await lookAt(app, 'courier-refused', looks)));
  await app.pickFile(await fileOf(app, forBob));
  await take.click();
  const entry = page.getByRole('listitem').filter({ hasText: 'Ann Sender' });
  await expect(entry).toContainText('With you');
  await expect(from).toHaveValue('');

  const out = join(app.filesDir, 'for-bob.age');
  await app.pickFile(out);
  await entry.getByRole('button', { name: /^Hand on/u }).click();
  const sum = createHash('sha256').update(forBob).digest('hex');
  await expect(page.getByText(`checksum to the receiver: ${sum.slice(0, 8)}`)).toBeVisible();
  expect(Buffer.compare(await readFile(out), forBob)).toBe(0);
  await expect(entry).toContainText('Handed on');
  await entry.getByRole('button', { name: /^Forget/u }).click();
  await expect(entry.getByRole('alert')).toContainText('go from this vault for good');
  wrong.push(...(await lookAt(app, 'courier', looks)));
  await entry.getByRole('button', { name: 'Forget for good' }).click();
  await expect(entry).toContainText('Its bytes were forgotten');
  await expect(entry.getByRole('button')).toHaveCount(0);
  expect(valueOf(await clientOf(page).bundles.register({}))).toEqual([]);
  expect(wrong).toEqual([]);
});

test('figures, a receipt and a request are read before and after they are taken in; a year is sealed for capital', async ({
  openApp,
}) => {
  test.setTimeout(120_000);
  const app = await openCarrier(openApp);
  const { page } = app;
  const looks = LOOKS_OF[app.host];
  const wrong: string[] = [];
  const { figures } = valueOf(await clientOf(page).assessments.ofYear({ year: 2025 }));
  if (figures === null) throw new Error('no figures');
  const narrative = { ...emptyNarrative(), done: 'Lawyers were trained.', heard: 'استمروا' };
  const scope = { audience: 'capital', purpose: 'statistics', evaluatedOn: '2026-01-15' } as const;
  const documents: [BundleDocument, typeof scope | null, string][] = [
    [
      { kind: 'statistics', value: { year: 2025, madeOn: '2026-01-15', figures, narrative } },
      scope,
      'Lawyers were trained.',
    ],
    [
      {
        kind: 'receipt',
        value: {
          ...{ bundleId: contactId, kind: 'handover', sequence: 1, sha256: 'ab'.repeat(32) },
          receivedAt: '2026-01-15T09:30:00.000Z',
          contacts: [{ contactId, answer: 'rejected', reason: 'Has moved abroad' }],
        },
      },
      null,
      'Has moved abroad',
    ],
    [
      {
        kind: 'request',
        value: {
          ...{ asks: 'contacts', contactIds: [contactId], description: 'Her lawyer too' },
          reason: 'They asked us for an introduction.',
        },
      },
      null,
      'They asked us for an introduction.',
    ],
  ];
  let previousBundle: string | null = null;
  for (const [index, [document, consentScope, says]] of documents.entries()) {
    const path = await forge(ann, twin, {
      document,
      manifest: {
        ...{ kind: document.kind, consentScope, sequence: index + 1, previousBundle },
        createdAt: new Date().toISOString(),
      },
    });
    const bytes = await readFile(path);
    previousBundle = createHash('sha256').update(bytes).digest('hex');
    await openView(page, '/bundles/import');
    await app.pickFile(await fileOf(app, bytes));
    await page.getByRole('button', { name: 'Choose bundle' }).click();
    await expect(page.getByText(says)).toBeVisible();
    wrong.push(...(await lookAt(app, `document-${document.kind}-before`, ['light'])));
    await page.getByRole('button', { name: 'Take in', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Taken in' })).toBeVisible();
    await openView(page, '/bundles');
    const number = String(index + 1);
    await page.getByRole('link', { name: new RegExp(`^Read: .* no. ${number},`, 'u') }).click();
    await expect(page.getByText(says)).toBeVisible();
    wrong.push(...(await lookAt(app, `document-${document.kind}`, looks)));
  }

  await openView(page, '/impact?tab=assessment&year=2025');
  await page.getByRole('link', { name: 'Send to capital' }).click();
  await page.getByRole('button', { name: 'Choose file and seal' }).click();
  await expect(page.getByText('Choose the officer who will open it.')).toBeVisible();
  await page.getByRole('radio', { name: /Ann Sender/u }).check({ force: true });
  wrong.push(...(await lookAt(app, 'statistics-send', looks)));
  await app.pickFile(join(app.filesDir, 'figures-2025.age'));
  await page.getByRole('button', { name: 'Choose file and seal' }).click();
  await expect(page.getByRole('status')).toContainText('Sealed as figures-2025.age');
  const [out] = valueOf(await clientOf(page).bundles.register({}));
  expect(out).toMatchObject({ direction: 'out', kind: 'statistics', audience: 'capital' });
  expect(wrong).toEqual([]);
});
