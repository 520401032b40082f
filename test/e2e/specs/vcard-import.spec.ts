import { resolve } from 'node:path';
import { expect, test, type AppUnderTest } from '../fixtures/app.ts';
import { clientOf } from '../support/calls.ts';
import { KEPT_PASSPHRASE, putKeptVault } from '../support/kept-vault.ts';
import { goTo, unlock } from '../support/officer.ts';
import { valueOf } from '../../support/records.ts';
import { madeCards } from '../../vectors/vcard/make.ts';

const FILE = resolve(
  ...[import.meta.dirname, '..', '..', 'vectors', 'vcard', 'several-hundred.vcf'],
);
/** One sound card of each script, by what the generator says it holds. */
const CARDS = madeCards().map(({ expected }) => expected);
const ACCEPTED = CARDS.filter(({ accepted }) => accepted);
const ONE_OF_EACH_SCRIPT = [
  ...new Map(ACCEPTED.map((card) => [card.script, card] as const)).values(),
].filter(({ script }) => script !== null);

test('several hundred vCards are reported line by line, become drafts, and go again with one undo', async ({
  openApp,
}) => {
  test.setTimeout(240_000);
  const app = await openApp((dir) => putKeptVault(dir, 'Vera Vcard'));
  const { page } = app;
  await unlock(app, KEPT_PASSPHRASE);
  await page.getByRole('link', { name: 'Import a vCard file' }).click();

  await app.pickFile(FILE);
  await page.getByRole('button', { name: 'Choose vCard file' }).click();
  const report = page.getByRole('region', { name: 'What would be taken in' });
  await expect(report).toBeVisible();
  expect(await figures(app)).toMatchObject({
    Accepted: String(ACCEPTED.length),
    Photos: String(ACCEPTED.filter(({ photo }) => photo !== null).length),
  });
  await app.screenshot('vcard-report');
  // Nothing is taken in yet.
  expect(await contactCount(app)).toBe(0);

  const refusedCards = CARDS.length - ACCEPTED.length;
  await expect(report.getByText(`All cards · ${String(CARDS.length)}`)).toBeVisible();
  await expect(report.getByText(`Refused cards · ${String(refusedCards)}`)).toBeVisible();
  const list = report.getByRole('grid', { name: 'Cards of the file' });
  await report.getByText(/^Refused cards · /u).click();
  const refused = list.getByRole('row').filter({ hasText: 'Refused' }).first();
  await refused.click();
  await expect(refused.getByRole('listitem').first()).toContainText(/line \d+.*\p{L}+/u);
  await report.getByText(/^With findings · /u).click();
  await list.getByRole('row').first().click();
  await expect(list.getByRole('listitem').first()).toContainText(/changed|refused/u);
  await app.screenshot('vcard-findings', { schemes: ['light'] });

  await page.getByRole('button', { name: `Take in ${String(ACCEPTED.length)} drafts` }).click();
  await expect(page.getByRole('heading', { name: 'Taken in as drafts' })).toBeVisible();
  expect(await contactCount(app)).toBe(ACCEPTED.length);
  await page.getByRole('link', { name: 'Go to the drafts' }).click();
  await expect(page.getByRole('status').filter({ hasText: /contacts$/u })).toContainText(
    String(ACCEPTED.length),
  );
  await app.screenshot('vcard-drafts');

  expect(ONE_OF_EACH_SCRIPT.length).toBeGreaterThanOrEqual(8);
  const find = page.getByRole('searchbox', {
    name: 'Find by name, code name, place or profession',
  });
  for (const { label } of ONE_OF_EACH_SCRIPT) expect(await drafts(app, label)).toContain(label);
  for (const { label } of ONE_OF_EACH_SCRIPT.slice(0, 3)) {
    await find.fill(label);
    await expect(page.getByRole('row').filter({ hasText: label }).first()).toContainText('Draft');
  }
  const withPhoto = ACCEPTED.find(({ photo }) => photo !== null);
  await find.fill(withPhoto?.label ?? '');
  await page
    .getByRole('row')
    .filter({ hasText: withPhoto?.label ?? '', has: page.locator('img') })
    .first()
    .getByRole('link')
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(withPhoto?.label ?? '');
  await expect(page.locator('main img').first()).toHaveJSProperty('complete', true);
  await app.screenshot('vcard-contact', { schemes: ['light'] });

  await goTo(app, 'History');
  await page.getByRole('button', { name: /^Undo: .*vCard/iu }).click();
  await expect(page.getByText('Change undone')).toBeVisible();
  expect(await contactCount(app)).toBe(0);
  await goTo(app, 'Contacts');
  await expect(page.getByRole('link', { name: 'Import a vCard file' })).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(0);
});

test('a file that is no vCard file is refused in words, and another can be chosen', async ({
  openApp,
}) => {
  const app = await openApp((dir) => putKeptVault(dir, 'Vera Vcard'));
  const { page } = app;
  await unlock(app, KEPT_PASSPHRASE);
  await page.getByRole('link', { name: 'Import a vCard file' }).click();
  await app.pickFile(resolve(import.meta.dirname, 'vcard-import.spec.ts'));
  await page.getByRole('button', { name: 'Choose vCard file' }).click();
  await expect(page.getByRole('alert')).toContainText('This kind of file cannot be used here');
  await expect(page.getByRole('button', { name: 'Choose another file' })).toBeVisible();
});

/** The figures above the report, by their names. */
async function figures({ page }: AppUnderTest): Promise<Record<string, string>> {
  const terms = await page.getByRole('term').all();
  const pairs = await Promise.all(
    terms.map(async (term) => {
      const [name, value] = await Promise.all([
        term.evaluate((node) => node.firstChild?.textContent ?? ''),
        term.locator('xpath=following-sibling::dd').textContent(),
      ]);
      return [name, value ?? ''] as const;
    }),
  );
  // The cards come first; lines are told under names of their own.
  return Object.fromEntries(pairs.reverse());
}

/** The names of the drafts that a text finds. */
async function drafts({ page }: AppUnderTest, text: string): Promise<string[]> {
  const found = valueOf(await clientOf(page).contacts.list({ text, states: ['draft'] }));
  return found.rows.map(({ label }) => label);
}

async function contactCount({ page }: AppUnderTest): Promise<number> {
  return valueOf(await clientOf(page).contacts.list({})).total;
}
