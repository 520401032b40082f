import { must } from '../../../scripts/demo/must.ts';
import { emptyContactFields } from '../../../src/shared/model/contact.ts';
import { expect, test, type AppUnderTest } from '../fixtures/app.ts';
import { clientOf } from '../support/calls.ts';
import { LOOKS_OF, lookAt, setWindow } from '../support/looks.ts';
import { createVault } from '../support/officer.ts';

/*
 * A withdrawal with the wish to be forgotten: from the decision to the page that shows all that is
 * held, the words of others that may be about them, the name typed, and what is left afterwards.
 */
test('a person is forgotten: shown what goes, asked about words, confirmed by the name', async ({
  app,
}) => {
  const { page } = app;
  const wrong: string[] = [];
  const look = async (name: string): Promise<void> => {
    wrong.push(...(await lookAt(app, name, LOOKS_OF[app.host])));
  };
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await setWindow(app);
  await createVault(app, 'Avery Demo', 'Port Serin (fictional)');
  const { amina, boris } = await fill(app);

  // The wish is part of the withdrawal.
  await goTo(app, `/contacts/${amina}?tab=consent`);
  await page.getByRole('button', { name: 'Record a decision' }).first().click();
  const sheet = page.getByRole('dialog', { name: 'Record a decision' });
  await sheet.getByText('Withdrawn', { exact: true }).click();
  await sheet.getByText('Hold a record', { exact: true }).click();
  await sheet.getByText('Our own mission', { exact: true }).click();
  await sheet.getByText('They also wish to be forgotten').click();
  await look('95-wish');
  await sheet.getByRole('button', { name: 'Record 1 decision' }).click();

  await expect(page.getByRole('heading', { name: 'Forget this person' })).toBeVisible();
  await expect(page.getByText('This cannot be undone')).toBeVisible();
  const words = page.getByRole('region', { name: 'Words that may be about them' });
  await expect(words.getByText('Cousin of Amina Dirie.')).toBeVisible();
  await expect(words.getByRole('checkbox', { checked: true })).toHaveCount(2);
  await look('96-forget');

  // Something else typed is refused at the field; the name goes ahead. All by keyboard.
  const field = page.getByRole('textbox', { name: 'Type the name' });
  await field.focus();
  await page.keyboard.type('Somebody');
  await page.keyboard.press('Enter');
  await expect(page.getByText('That is not the name.')).toBeVisible();
  await field.fill('');
  await page.keyboard.type('amina dirie');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing of them is left in this vault')).toBeVisible();
  await look('97-forgotten');

  const ask = clientOf(page);
  expect((await ask.contacts.page({ id: amina })).ok).toBe(false);
  expect(must(await ask.search.query({ text: 'Amina' }), 'search')).toEqual([]);
  const kept = must(await ask.contacts.page({ id: boris }), 'kept').contact;
  expect(kept.notes).toBe('Cousin of […].');
  const checked = must(await ask.history.verify(), 'history');
  expect([checked.intact, checked.firstDiffering]).toEqual([true, null]);

  // The history of what stays says that something was erased, and cannot bring it back.
  await goTo(app, `/contacts/${boris}?tab=history`);
  await expect(page.getByText('Erased on a person’s wish')).toBeVisible();
  await look('98-erased-history');
  expect(wrong).toEqual([]);
});

async function fill(app: AppUnderTest): Promise<{ amina: string; boris: string }> {
  const ask = clientOf(app.page);
  const add = async (text: string, notes: string): Promise<string> => {
    const names = [
      { id: crypto.randomUUID(), kind: 'primary' as const, text, script: 'Latn' as const },
    ];
    const fields = { ...emptyContactFields(), names, notes };
    return must(await ask.contacts.save({ id: null, fields }), 'contact').id;
  };
  const amina = await add('Amina Dirie', 'Teaches at the night school.');
  const boris = await add('Boris Vale', 'Cousin of Amina Dirie.');
  const log = async (title: string, ids: readonly string[], said: string): Promise<void> => {
    const participants = ids.map((contactId) => ({
      ...{ contactId, name: null },
      role: 'defender' as const,
    }));
    must(
      await ask.meetings.save({
        id: null,
        ...{ promises: [], followUps: [], seal: true },
        fields: {
          ...{ startedAt: '2025-11-20T10:00', timeZone: 'Africa/Khartoum', durationMinutes: 45 },
          ...{ channel: 'in-person', place: null, participants, language: null, title, said },
          ...{ interpreter: null, told: '', sensitivity: 'normal', correctsId: null },
        },
      }),
      'log',
    );
  };
  await log('Coffee with her alone', [amina], 'She is afraid.');
  await log('Both cousins', [amina, boris], 'Amina Dirie spoke of the school.');
  return { amina, boris };
}

/** By the address, so that the walk depends on no words of another view. */
async function goTo({ page }: AppUnderTest, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#${path}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}
