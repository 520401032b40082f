import { displayName } from '../../shared/model/contact.ts';
import type { BundleDocument } from '../../shared/model/documents/bundle-document.ts';
import { fail, ok } from '../../shared/outcome.ts';
import type { OpenHandlers } from '../dispatch.ts';
import { sendDocument } from '../handover/send-document.ts';
import { findAssessment } from '../store/assessments.ts';
import { findBundleEntry } from '../store/bundle-entries.ts';
import { contactsByIds } from '../store/contacts.ts';
import { notFound } from './context.ts';

export const documentHandlers: OpenHandlers['documents'] = {
  ofBundle: ({ store }, { id }) => {
    const { document = null, ...bundle } = findBundleEntry(store, id) ?? { id: '' };
    if (document === null || !('kind' in bundle)) return notFound('bundle-entry', id);
    const contacts = [...contactsByIds(store, contactIdsIn(document)).values()];
    return ok({
      bundle,
      document,
      contacts: contacts.map((contact) => ({ id: contact.id, label: displayName(contact) })),
    });
  },

  sendStatistics: (context, { year, ...parcel }) => {
    const made = findAssessment(context.store, year);
    if (made === null) return fail({ kind: 'nothing-to-export' });
    const { madeOn, figures, narrative } = made;
    return sendDocument(context, {
      ...parcel,
      document: { kind: 'statistics', value: { year, madeOn, figures, narrative } },
      // Only who agreed to be counted towards the capital is (docs/decisions/0030).
      consentScope: { audience: 'capital', purpose: 'statistics', evaluatedOn: madeOn },
      contactIds: [],
    });
  },
};

/** The contacts that a document names. */
function contactIdsIn({ kind, value }: BundleDocument): readonly string[] {
  if (kind === 'receipt') return value.contacts.map(({ contactId }) => contactId);
  return kind === 'request' ? value.contactIds : [];
}
