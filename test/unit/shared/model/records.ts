import type { ConsentEvent } from '../../../../src/shared/model/consent-event.ts';
import { type Contact, emptyContactFields } from '../../../../src/shared/model/contact.ts';

/** A UUID version 7 that only differs in its end, so that tests can name records by number. */
export function uuid(number: number): string {
  return `01890000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

export function contact(number: number, change: Partial<Contact> = {}): Contact {
  return {
    ...emptyContactFields(),
    names: [
      { id: uuid(900_000 + number), kind: 'primary', text: `Contact ${number}`, script: 'Latn' },
    ],
    id: uuid(number),
    ...change,
  };
}

export function consentEvent(number: number, change: Partial<ConsentEvent> = {}): ConsentEvent {
  return {
    id: uuid(number),
    contactId: uuid(1),
    purpose: 'private-approach',
    audience: 'authorities',
    decision: 'given',
    decidedOn: '2026-03-01',
    givenBy: 'self',
    proxy: null,
    how: 'in-person',
    language: null,
    interpreter: null,
    conditions: '',
    withheld: [],
    expiresOn: null,
    reviewOn: null,
    note: '',
    withholdings: null,
    renewsId: null,
    ...change,
  };
}
