import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type AppUnderTest } from '../fixtures/app.ts';
import { clientOf } from '../support/calls.ts';
import { fillVault, type FilledVault } from '../support/filled-vault.ts';
import { LOOKS_OF, lookAt, setWindow, type Look } from '../support/looks.ts';
import { unlock } from '../support/officer.ts';
import { walkToRating } from '../support/rating-grid.ts';
import { must } from '../../../scripts/demo/must.ts';

/** One at a time, as one view follows from another; what is wrong is said of all of them at the end. */
test('the views of risk and incidents hold in every look', async ({ openApp }) => {
  test.setTimeout(600_000);
  let filled: FilledVault | undefined;
  const app = await openApp(async (vaultDir) => {
    const prepared = `${vaultDir}-prepared`;
    filled = await fillVault(prepared, join(vaultDir, '..', 'files'));
    rmSync(vaultDir, { recursive: true, force: true });
    renameSync(prepared, vaultDir);
  });
  if (filled === undefined) throw new Error('nothing was prepared');
  const { contactId } = filled;
  const wrong: string[] = [];
  const look = async (name: string, looks: readonly Look[] = LOOKS_OF[app.host]): Promise<void> => {
    wrong.push(...(await lookAt(app, name, looks)));
  };
  await app.page.emulateMedia({ reducedMotion: 'reduce' });
  await setWindow(app);
  await unlock(app);
  const ask = clientOf(app.page);
  const { rows } = must(await ask.incidents.list({ contactId }), 'incidents');
  const incidentId = rows[0]?.id;
  const other = must(await ask.contacts.list({ riskLevels: ['low'] }), 'contacts').rows[0]?.id;
  if (incidentId === undefined || other === undefined) throw new Error('the portfolio is empty');

  for (const [name, path] of [
    ['40-incidents', '/incidents'],
    ['41-incident', `/incidents/${incidentId}`],
    ['42-incident-new', `/incidents/new?contact=${contactId}`],
    ['42-incident-edit', `/incidents/${incidentId}/edit`],
    ['43-contact-risk', `/contacts/${contactId}?tab=risk`],
    ['44-assess', `/contacts/${contactId}/assess`],
    ['45-contact-risk-few', `/contacts/${other}?tab=risk`],
    ['46-action-guidance', `/actions/new?contact=${contactId}`],
  ] as const) {
    await goTo(app, path);
    await look(name);
    if (name === '40-incidents' || name === '43-contact-risk') {
      await look(name, ['contrast', 'dark-contrast']);
    }
  }
  await lookAtChart(app, contactId, look);
  await lookAtRating(app, contactId, look);
  await lookAtBadInput(app, look);
  expect(wrong).toEqual([]);
});

type LookAs = (name: string, looks?: readonly Look[]) => Promise<void>;

async function lookAtChart(app: AppUnderTest, contactId: string, look: LookAs): Promise<void> {
  const { page } = app;
  await goTo(app, `/contacts/${contactId}?tab=risk`);
  await page.getByRole('button', { name: 'The same as a table' }).click();
  await page.getByRole('img', { name: /Since/u }).scrollIntoViewIfNeeded();
  await look('43-contact-risk-chart');
  await setWindow(app, 2);
  await page.getByRole('img', { name: /Since/u }).scrollIntoViewIfNeeded();
  await look('43-contact-risk-chart-narrow', ['light']);
  await setWindow(app, 1);
  await page.getByRole('button', { name: /^(?:Women|Journalists)/u }).click();
  await page.getByText('Groups at particular risk: what to look at').scrollIntoViewIfNeeded();
  await look('43-contact-risk-guidance');
}

function looksBut(left: Look, { host }: AppUnderTest): readonly Look[] {
  return LOOKS_OF[host].filter((look) => look !== left);
}

/** A cell of the grid opened and rated, by keys alone. */
async function lookAtRating(app: AppUnderTest, contactId: string, look: LookAs): Promise<void> {
  const { page } = app;
  await goTo(app, `/contacts/${contactId}/assess`);
  // What is open is placed for the window it was opened in, so it is opened at each size.
  for (const zoom of [1, 2] as const) {
    await setWindow(app, zoom);
    await walkToRating(page, 'Impunity of attackers', 'Their family');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    if (zoom === 1) await look('44-assess-rating', looksBut('zoom', app));
    else await look('44-assess-rating-narrow', ['light']);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await setWindow(app, 1);
}

async function lookAtBadInput(app: AppUnderTest, look: LookAs): Promise<void> {
  const { page } = app;
  await goTo(app, '/incidents/new');
  await page.getByRole('button', { name: 'Record incident' }).click();
  await expect(page.getByText('One field needs your attention.')).toBeVisible();
  await look('47-incident-bad-input');
}

/** By the address, so that the walk depends on no words of another view. */
async function goTo({ page }: AppUnderTest, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#${path}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}
