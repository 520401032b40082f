import { fail, ok } from '../../shared/outcome.ts';
import type { OpenHandlers } from '../dispatch.ts';
import { contactsInDocument } from '../handover/document-contacts.ts';
import { receiptFor } from '../handover/receipt.ts';
import { sendDocument } from '../handover/send-document.ts';
import { findAssessment } from '../store/assessments.ts';
import { findBundleEntry } from '../store/bundle-entries.ts';
import { findEntrustment } from '../store/entrustments.ts';
import { notFound } from './context.ts';
import { write } from './write.ts';

export const documentHandlers: OpenHandlers['documents'] = {
  ofBundle: ({ store }, { id }) => {
    const { document = null, ...bundle } = findBundleEntry(store, id) ?? { id: '' };
    if (document === null || !('kind' in bundle)) return notFound('bundle-entry', id);
    return ok({ bundle, document, contacts: contactsInDocument(store, document) });
  },

  sendReceipt: (context, { bundleId, ...parcel }) => {
    const receipt = receiptFor(context.store, bundleId);
    const entry = findBundleEntry(context.store, bundleId);
    if (receipt === null || entry === null) return notFound('bundle-entry', bundleId);
    return sendDocument(context, {
      ...parcel,
      document: { kind: 'receipt', value: receipt },
      recipientId: entry.counterpartId,
      consentScope: null,
      contactIds: receipt.contacts.map(({ contactId }) => contactId),
    });
  },

  sendRequest: async (context, { entrustmentId, ...parcel }) => {
    const request = findEntrustment(context.store, entrustmentId);
    if (request?.verb !== 'request' || request.direction !== 'out') {
      return notFound('entrustment', entrustmentId);
    }
    const { state, contactId, wanted, counterpartId } = request;
    if (state !== 'offered') return fail({ kind: 'entrustment-settled', state });
    const contactIds = contactId === null ? [] : [contactId];
    const sent = await sendDocument(context, {
      ...parcel,
      document: {
        kind: 'request',
        value: {
          ...{ asks: 'contacts', contactIds },
          ...{ description: contactId === null ? wanted : '', reason: wanted },
        },
      },
      ...{ recipientId: counterpartId, consentScope: null, contactIds },
    });
    if (!sent.ok) return sent;
    const { bundleId } = sent.value;
    write(context, 'export-bundle', (writer) => {
      writer.update('entrustment', entrustmentId, { bundleId });
    });
    return sent;
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
