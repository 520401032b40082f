import { RISK_LEVELS } from '../../shared/model/vocabulary/contact.ts';
import type { ContactKey } from '../store/contact-keys.ts';
import { compareLabels } from './collation.ts';

export type ContactOrder = 'label' | 'last-contact' | 'next-due' | 'risk';

/** Whether an order looks at the dates of a contact's meetings. */
export function looksAtDates(order: ContactOrder): boolean {
  return order === 'last-contact' || order === 'next-due';
}

/**
 * The order of the list: by label; by last contact, the latest first; by next contact, the soonest
 * due first; by risk, the highest first. Those without the value come last, equals by label.
 */
export function compareContacts(order: ContactOrder): (a: ContactKey, b: ContactKey) => number {
  switch (order) {
    case 'label':
      return compareLabels;
    case 'last-contact':
      return byText((row) => row.lastContactOn, -1);
    case 'next-due':
      return byText((row) => row.nextContactDueOn, 1);
    case 'risk':
      return (a, b) => riskRank(b) - riskRank(a) || compareLabels(a, b);
  }
}

function byText(
  valueOf: (row: ContactKey) => string | null,
  direction: 1 | -1,
): (a: ContactKey, b: ContactKey) => number {
  return (a, b) => {
    const [one, two] = [valueOf(a), valueOf(b)];
    if (one === two) return compareLabels(a, b);
    if (one === null) return 1;
    if (two === null) return -1;
    return one < two ? -direction : direction;
  };
}

function riskRank(row: ContactKey): number {
  return row.riskLevel === null ? -1 : RISK_LEVELS.indexOf(row.riskLevel);
}
