import { expect, test, type AppUnderTest } from '../fixtures/app.ts';
import { KEPT_PASSPHRASE, putKeptVault } from '../support/kept-vault.ts';
import { LOOKS_OF, lookAt, setWindow } from '../support/looks.ts';
import { unlock } from '../support/officer.ts';
import { addHeldDefender, type HeldDefender } from '../support/held-defender.ts';

const OFFICER = 'Detention Desk';

/** Today and the days around it, by the clock of this machine, which is also the page's. */
const today = new Date().toISOString().slice(0, 10);

test('detention, hearings and calendar hold in every look, by keys and on paper', async ({
  openApp,
}) => {
  test.setTimeout(300_000);
  let held: HeldDefender | undefined;
  const app = await openApp((folder) =>
    putKeptVault(folder, OFFICER, async (vault) => {
      held = await addHeldDefender(vault, today);
    }),
  );
  if (held === undefined) throw new Error('nobody was put into the vault');
  await app.page.emulateMedia({ reducedMotion: 'reduce' });
  await setWindow(app);
  await unlock(app, KEPT_PASSPHRASE);
  const wrong: string[] = [];
  const looks = LOOKS_OF[app.host];
  const contact = `/contacts/${held.contactId}?tab=detention`;
  for (const [name, path, shown = null] of [
    ['30-detention', contact, 'Where they were held'],
    ['30-detention-none', `/contacts/${held.freeContactId}?tab=detention`, 'Not known to be held'],
    ['30-detention-edit', `/detentions/${held.custodyId}/edit`],
    ['30-detention-page', `/detentions/${held.custodyId}`],
    ['31-visit-edit', `/visits/${held.visitId}/edit`],
    ['32-hearing', `/hearings/${held.hearingId}`],
    ['32-hearing-edit', `/hearings/${held.hearingId}/edit`],
    ['32-hearing-new', `/hearings/new?contact=${held.contactId}&after=${held.hearingId}`],
    ['33-calendar-month', '/calendar'],
    ['33-calendar-week', '/calendar?view=week'],
  ] as const) {
    await goTo(app, path);
    if (shown !== null) await expect(app.page.getByText(shown)).toBeVisible();
    wrong.push(...(await lookAt(app, name, looks)));
  }
  expect(wrong).toEqual([]);

  await byKeys(app);
  await onPaper(app, held);
});

/** One stop in the grid, arrow keys from day to day, Enter into the list of the day. */
async function byKeys(app: AppUnderTest): Promise<void> {
  const { page } = app;
  await goTo(app, '/calendar?day=2026-11-24');
  const grid = page.getByRole('grid');
  const chosen = grid.locator('[aria-selected=true]');
  await chosen.focus();
  await page.keyboard.press('ArrowRight');
  await expect(chosen).toHaveAccessibleName(/^Wednesday 25 November 2026|^Wednesday, 25 November/u);
  await expect(chosen).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await expect(chosen).toHaveAccessibleName(/^Monday,? 30 November 2026/u);
  await page.keyboard.press('PageDown');
  await expect(chosen).toHaveAccessibleName(/^Wednesday,? 30 December 2026/u);
  await expect(chosen).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /30 December 2026/u })).toBeFocused();
}

/** The vault is asked first; then only its sheet is printed, with names as consent lets it. */
async function onPaper(app: AppUnderTest, held: HeldDefender): Promise<void> {
  const { page } = app;
  await goTo(app, '/calendar?view=week');
  await expect(page.getByRole('grid').getByText(held.name).first()).toBeVisible();
  // The dialog of the system is not the application's; what it would print is.
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-went-to-printer', '');
  });
  await page.getByRole('button', { name: 'Print the week' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-went-to-printer', '');
  const sheet = page.locator('[data-print-sheet]');
  await page.emulateMedia({ media: 'print' });
  await expect(sheet).toBeVisible();
  await expect(page.locator('#root')).toBeHidden();
  await expect(sheet).toContainText(held.codeName);
  await expect(sheet).not.toContainText(held.name);
  await app.screenshot('custody-week-on-paper', { schemes: ['light'] });
  await page.emulateMedia({ media: null });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(sheet).toHaveCount(0);
  await expect(page.getByText('2 contacts are on it without their names')).toBeVisible();
  // Unasked, nothing is printed.
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#root')).toBeHidden();
  await page.emulateMedia({ media: null });
}

async function goTo({ page }: AppUnderTest, path: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = `#${to}`;
  }, path);
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
}
