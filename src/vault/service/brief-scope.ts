import type { Contact } from '../../shared/model/contact.ts';
import type { RecordType } from '../../shared/model/record-type.ts';
import type { WithheldPart } from '../../shared/model/vocabulary/consent.ts';
import { recordTable } from '../db/record-types.ts';
import type { Portfolio } from '../handover/portfolio.ts';
import type { Travelling } from '../handover/what-travels.ts';

/** What of a portfolio a brief may tell. */
export interface BriefScope {
  /** The contacts that it is of. */
  readonly contactIds: readonly string[];
  /** A contact as it may be told; null for one that the brief is not of. */
  contact(id: string): Contact | null;
  has(type: RecordType, id: string): boolean;
  leftOut(contactId: string): readonly WithheldPart[];
}

/** All that this vault holds: for its own officer, who can open each of these records as well. */
export function wholeScope({ contacts }: Portfolio): BriefScope {
  return {
    contactIds: [...contacts.keys()],
    contact: (id) => contacts.get(id) ?? null,
    has: () => true,
    leftOut: () => [],
  };
}

/**
 * What travels, and nothing else: a withheld field reads as it will where the bundle arrives, and
 * a record that stays is not there.
 */
export function travellingScope({ contacts }: Portfolio, travelling: Travelling): BriefScope {
  const records = new Set(travelling.records.map(({ type, id }) => `${type} ${id}`));
  const going = new Map(travelling.contacts.map((contact) => [contact.contactId, contact]));
  return {
    contactIds: [...going.keys()],
    contact(id) {
      const contact = contacts.get(id);
      if (contact === undefined || !going.has(id)) return null;
      return { ...contact, ...emptied(travelling.withheldFields.get(id) ?? new Set()) };
    },
    has: (type, id) => records.has(`${type} ${id}`),
    leftOut: (id) => (going.get(id)?.withheld ?? []) as readonly WithheldPart[],
  };
}

function emptied(fields: ReadonlySet<string>): Partial<Contact> {
  const { byField } = recordTable('contact');
  return Object.fromEntries(
    [...fields].map((field) => [field, byField.get(field)?.whenWithheld ?? null]),
  );
}
