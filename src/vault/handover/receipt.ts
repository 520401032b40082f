import type { ReceiptDocument } from '../../shared/model/documents/receipt.ts';
import type { RequestDocument } from '../../shared/model/documents/request.ts';
import type { Entrustment, EntrustmentFields } from '../../shared/model/entrustment.ts';
import type { RecordWriter } from '../db/change-log.ts';
import type { OpenedBundle } from '../bundle/open-bundle.ts';
import { refuse } from '../db/errors.ts';
import { forgetSent } from '../db/sent-records.ts';
import type { ReadStore, WriteStore } from '../db/store.ts';
import type { VaultContext } from '../service/context.ts';
import { findBundleEntry } from '../store/bundle-entries.ts';
import { entrustmentsInBundle } from '../store/entrustments.ts';

/**
 * The receipt for a bundle that was taken in: what became of each contact it offered. Null where
 * there is no such bundle, or none of another officer.
 */
export function receiptFor(store: ReadStore, bundleId: string): ReceiptDocument | null {
  const entry = findBundleEntry(store, bundleId);
  if (entry?.direction !== 'in') return null;
  const answered = entrustmentsInBundle(store, bundleId, 'in').flatMap(answerOf);
  return {
    ...{ bundleId, kind: entry.kind, sha256: entry.sha256, sequence: entry.sequence },
    receivedAt: entry.at,
    contacts: answered.sort((a, b) => (a.contactId < b.contactId ? -1 : 1)),
  };
}

function answerOf({ contactId, state, reason }: Entrustment): ReceiptDocument['contacts'] {
  if (contactId === null) return [];
  if (state === 'accepted') return [{ contactId, answer: 'accepted' }];
  return state === 'rejected' ? [{ contactId, answer: 'rejected', reason }] : [];
}

/**
 * Puts down what a receipt says of the contacts that went out with its bundle. Refused with
 * `bundle-malformed` where that bundle went to somebody else, or is another file than the one that
 * left: only who was sent a bundle can say what became of it. An answer that was given stays; what
 * was called back in the meantime stays called back.
 */
export function settleByReceipt(
  store: WriteStore,
  writer: RecordWriter,
  receipt: ReceiptDocument,
  senderId: string,
  today: string,
): void {
  const entry = findBundleEntry(store, receipt.bundleId);
  // A vault that was restored from an older copy may not know of the bundle: the receipt is kept.
  if (entry === null) return;
  const isOfOurs =
    entry.direction === 'out' &&
    entry.counterpartId === senderId &&
    entry.sha256 === receipt.sha256;
  if (!isOfOurs) refuse({ kind: 'bundle-malformed', rule: 'receipt-of-another-bundle' });
  // What was not taken in is not there: the next update must not build on it.
  if (receipt.contacts.some(({ answer }) => answer === 'rejected')) forgetSent(store, entry.id);
  const answers = new Map(receipt.contacts.map((answer) => [answer.contactId, answer]));
  for (const { id, contactId, state } of entrustmentsInBundle(store, receipt.bundleId, 'out')) {
    const answer = contactId === null ? undefined : answers.get(contactId);
    if (answer === undefined || state !== 'offered') continue;
    writer.update('entrustment', id, {
      state: answer.answer,
      reason: answer.answer === 'rejected' ? answer.reason : '',
      settledOn: today,
    });
  }
}

/** Puts down what a bundle's document says of who is entrusted to whom. */
export function takeInDocument(
  { store, today }: Pick<VaultContext, 'store' | 'today'>,
  writer: RecordWriter,
  { document, manifest }: Pick<OpenedBundle, 'document' | 'manifest'>,
): void {
  if (document === null) return;
  const { officerId, name } = manifest.sender;
  if (document.kind === 'receipt') {
    settleByReceipt(store, writer, document.value, officerId, today());
  } else if (document.kind === 'request') {
    recordRequest(writer, document.value, { id: officerId, name }, manifest.bundleId, today());
  }
}

/** Puts down what another officer asks for: somebody to be entrusted, or a loan to come back. */
export function recordRequest(
  writer: RecordWriter,
  request: RequestDocument,
  from: { readonly id: string; readonly name: string },
  bundleId: string,
  today: string,
): void {
  const asked = {
    direction: 'in' as const,
    verb: 'request' as const,
    state: 'offered' as const,
    ...{ counterpartId: from.id, counterpartName: from.name },
    ...{ bundleId, purpose: null, until: null, offeredOn: today, answerBy: null },
    ...{ reason: '', settledOn: null },
  } satisfies Omit<EntrustmentFields, 'contactId' | 'wanted'>;
  for (const contactId of request.contactIds) {
    writer.create('entrustment', { ...asked, contactId, wanted: request.reason });
  }
  if (request.asks === 'return' || request.contactIds.length > 0) return;
  const { description, reason } = request;
  const wanted = description === reason ? reason : `${description}\n\n${reason}`;
  writer.create('entrustment', { ...asked, contactId: null, wanted });
}
