import { datePlus } from '../../../src/shared/model/cadence.ts';
import type { ContactFields } from '../../../src/shared/model/contact.ts';
import { writeChangeSet } from '../../../src/vault/db/change-log.ts';
import { addContact, addLog, consentArg, promiseInput, valueOf } from '../../support/records.ts';
import { hearingFields, planFields, taskFields } from '../../support/situation.ts';
import type { VaultHere } from '../../support/vault-here.ts';
import { followUpInput } from '../../support/records.ts';

/** The calendar date at the place of this test. */
export function todayHere(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const TOLD =
  'We raised the case with the ministry again, and will be in the room at the next hearing.';

/** Fills a vault with contacts at every place of their rhythm, and with all that can wait for a day. */
export async function fillSteady(vault: VaultHere): Promise<void> {
  const today = todayHere();
  vault.clock.today = today;
  const ago = (days: number): string => datePlus(today, { days: -days });
  const met = async (
    name: string,
    days: readonly number[],
    change: Partial<ContactFields>,
    told = TOLD,
  ): Promise<string> => {
    const id = await addContact(vault, name, change);
    for (const day of days) {
      const fields = { startedAt: `${ago(day)}T10:00`, told };
      await addLog(vault, `Tea at the reading room, ${name}`, [id], { fields });
    }
    return id;
  };

  const far = { locality: 'Upper Verra', remote: true } as const;
  const near = { locality: 'Port Serin' } as const;
  const noor = await met('Noor al-Hadi', [40, 75, 110, 130, 190], { ...far, riskLevel: 'extreme' });
  await met('Tomas Verhoeven', [90, 160, 200], { ...far, riskLevel: 'medium' });
  await met('Ilse Marrow', [18, 30, 44, 60, 95], { ...near, riskLevel: 'high' });
  await met('Pita Havea', [100, 210], { ...near, riskLevel: 'low' }, '');
  await met('Selam Bekele', [], { locality: 'Dry Fork', remote: true, riskLevel: 'medium' });
  const amina = await met('Amina Dirie', [26, 50, 81], { ...near, riskLevel: 'medium' });
  const nadir = await met('Nadir Qasimov', [3, 12, 20, 33], { ...near, riskLevel: 'high' });
  await met('Coastal Fishers’ Union', [9], { kind: 'group', locality: 'Port Serin' });

  valueOf(await vault.ask.rhythm.noteAttempt({ contactId: noor, on: ago(12), text: 'No answer' }));
  valueOf(await vault.ask.rhythm.noteAttempt({ contactId: noor, on: ago(5), text: 'No answer' }));
  const plan = { contactId: nadir, on: datePlus(today, { days: 4 }), text: 'See him at court' };
  valueOf(await vault.ask.rhythm.plan(plan));
  await addLog(vault, 'What we promised', [amina], {
    fields: { startedAt: `${ago(26)}T15:00`, told: TOLD },
    promises: [
      promiseInput(amina, 'Ask capital about the visa', { dueOn: ago(2) }),
      promiseInput(amina, 'Send the guidance on trial observation', {
        dueOn: datePlus(today, { days: 3 }),
      }),
      promiseInput(amina, 'Introduce her to the other missions', {
        state: 'kept',
        settledOn: ago(6),
      }),
      promiseInput(amina, 'Read the indictment', {
        state: 'kept',
        settledOn: ago(20),
        toldThemOn: ago(18),
      }),
    ],
    followUps: [followUpInput('Write to the desk in capital', { dueOn: ago(1), contactId: amina })],
  });
  valueOf(
    await vault.ask.consents.record(
      consentArg(amina, ['private-approach'], ['authorities'], {
        decidedOn: ago(40),
        expiresOn: datePlus(today, { days: 12 }),
      }),
    ),
  );
  const { author, device } = vault.context;
  writeChangeSet(vault.store, { author, device, reason: 'create' }, (writer) => {
    writer.create(
      'hearing',
      hearingFields(nadir, {
        title: 'Bail hearing',
        startsAt: `${datePlus(today, { days: 2 })}T09:30`,
      }),
    );
    writer.create('plan', planFields([noor], { reviewOn: datePlus(today, { days: 1 }) }));
    writer.create('task', taskFields({ text: 'Call the lawyer', dueOn: today, contactId: noor }));
  });
}
