import { displayName } from '../../shared/model/contact.ts';
import type { BundleDocument } from '../../shared/model/documents/bundle-document.ts';
import type { ReadStore } from '../db/store.ts';
import { contactsByIds } from '../store/contacts.ts';

/** The contacts that a document names and that are here, with the names they have here. */
export function contactsInDocument(
  store: ReadStore,
  document: BundleDocument | null,
): { readonly id: string; readonly label: string }[] {
  const contacts = contactsByIds(store, document === null ? [] : contactIdsIn(document));
  return [...contacts.values()].map((one) => ({ id: one.id, label: displayName(one) }));
}

function contactIdsIn({ kind, value }: BundleDocument): readonly string[] {
  if (kind === 'receipt') return value.contacts.map(({ contactId }) => contactId);
  return kind === 'request' ? value.contactIds : [];
}
