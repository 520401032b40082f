import { expect, test, type AppUnderTest } from '../fixtures/app.ts';
import { KEPT_PASSPHRASE, putKeptVault } from '../support/kept-vault.ts';
import { LOOKS_OF, lookAt, setWindow } from '../support/looks.ts';
import { unlock } from '../support/officer.ts';
import { giveCard, receive, send } from '../../support/handover.ts';
import { addTraveller, consentArg, valueOf } from '../../support/records.ts';
import { openVaultOf, type VaultHere } from '../../support/vault-here.ts';

const ASKED = [['public-statement', 'use-of-name'] as const, ['public'] as const] as const;

/** Amina told Ona yes and Otto, at another post, that she withdraws; gives Otto's bundle. */
async function heardDifferently(one: VaultHere): Promise<{ path: string; amina: string }> {
  const other = await openVaultOf('Otto Other');
  try {
    const oneAtOther = await giveCard(one, other);
    const otherAtOne = await giveCard(other, one);
    const amina = await addTraveller(one, 'Amina Dirie');
    const sent = await send(one, { contactIds: [amina], recipientId: otherAtOne });
    await receive(other, sent.path);
    const [purposes, audiences] = ASKED;
    const says = async (vault: VaultHere, decision: 'given' | 'withdrawn', on: string) => {
      const details = { decision, decidedOn: on };
      const arg = consentArg(amina, [...purposes], [...audiences], details);
      valueOf(await vault.ask.consents.record(arg));
    };
    await says(one, 'given', '2026-11-05');
    await says(other, 'withdrawn', '2026-11-02');
    const back = await send(other, { contactIds: [amina], recipientId: oneAtOther });
    return { path: back.path, amina };
  } finally {
    other.end();
  }
}

test('what two posts heard is told apart, the stricter holds, and asking again settles it', async ({
  openApp,
}) => {
  let heard = { path: '', amina: '' };
  const app = await openApp((folder) =>
    putKeptVault(folder, 'Ona One', async (one) => {
      heard = await heardDifferently(one);
    }),
  );
  const { page } = app;
  const wrong: string[] = [];
  const look = async (name: string): Promise<void> => {
    wrong.push(...(await lookAt(app, name, LOOKS_OF[app.host])));
  };
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await setWindow(app);
  await unlock(app, KEPT_PASSPHRASE);

  await goTo(app, '/bundles/import');
  await app.pickFile(heard.path);
  await page.getByRole('button', { name: 'Choose bundle' }).click();
  await expect(page.getByText('Amina Dirie').first()).toBeVisible();
  await expect(page.getByText('Posts heard different things')).toBeVisible();
  await look('70-import-of-a-dispute');
  await page.getByRole('button', { name: /^Take in/u }).click();
  await expect(page.getByRole('heading', { name: 'Taken in' })).toBeVisible();

  await goTo(app, '/consents');
  await expect(page.getByRole('heading', { name: 'Posts heard different things' })).toBeVisible();
  await look('71-due-disputes');

  await goTo(app, `/contacts/${heard.amina}?tab=consent`);
  await expect(page.getByText('5 Nov 2026, written down by Ona One')).toHaveCount(2);
  await expect(page.getByText('2 Nov 2026, written down by Otto Other')).toHaveCount(2);
  await look('72-dispute');
  await page
    .getByRole('button', { name: /^Ask again and record/u })
    .first()
    .press('Enter');
  const sheet = page.getByRole('dialog', { name: 'Record a decision' });
  await sheet.getByText('Refused', { exact: true }).click();
  await sheet.getByRole('button', { name: 'Record 1 decision' }).click();
  await expect(sheet).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Ask again and record/u })).toHaveCount(1);
  expect(wrong).toEqual([]);
});

async function goTo({ page }: AppUnderTest, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#${path}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}
