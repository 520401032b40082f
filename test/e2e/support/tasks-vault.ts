import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { must } from '../../../scripts/demo/must.ts';
import { daysBefore } from '../../../scripts/demo/portfolio-writing.ts';
import { emptyContactFields, type ContactFields } from '../../../src/shared/model/contact.ts';
import type { ActionParticulars } from '../../../src/shared/model/particulars.ts';
import { ACTION_RULES, type ActionType } from '../../../src/shared/model/vocabulary/action.ts';
import type {
  ConsentAudience,
  ConsentPurpose,
} from '../../../src/shared/model/vocabulary/consent.ts';
import { clientOf } from './calls.ts';

/** Opens a page of the application by its address. */
export async function openView(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, path);
}

/** The calendar date so many days from now. */
export function inDays(days: number): string {
  return daysBefore(new Date().toISOString().slice(0, 10), -days);
}

export async function addContact(
  page: Page,
  name: string,
  change: Partial<ContactFields> = {},
): Promise<string> {
  const names = [{ id: randomUUID(), kind: 'primary' as const, text: name, script: null }];
  const fields = { ...emptyContactFields(), names, ...change };
  return must(await clientOf(page).contacts.save({ id: null, fields }), name).id;
}

/** An action for one contact, due in so many days. */
export async function planAction(
  page: Page,
  type: ActionType,
  title: string,
  subjectId: string,
  dueInDays: number,
  particulars: ActionParticulars | null = null,
): Promise<string> {
  const saved = await clientOf(page).actions.save({
    id: null,
    fields: {
      ...{
        type,
        title,
        audience: ACTION_RULES[type].defaultAudience,
        owner: 'Human rights officer',
      },
      ...{ dueOn: inDays(dueInDays), subjectIds: [subjectId], detail: '', doneOn: null },
      ...{ outcome: '', particulars },
    },
  });
  return must(saved, title).id;
}

/** The defender agrees, in person, today. */
export async function agree(
  page: Page,
  contactId: string,
  purposes: ConsentPurpose[],
  audiences: ConsentAudience[],
): Promise<void> {
  const details = {
    ...{ decision: 'given' as const, decidedOn: inDays(0), givenBy: 'self' as const, proxy: null },
    ...{ how: 'in-person' as const, language: null, interpreter: null, conditions: '' },
    ...{ withheld: [], expiresOn: null, reviewOn: null, note: '' },
  };
  const given = await clientOf(page).consents.record({ contactId, purposes, audiences, details });
  must(given, 'consent');
}
