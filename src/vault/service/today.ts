import type { Calls } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/define.ts';
import { datePlus } from '../../shared/model/cadence.ts';
import { ok } from '../../shared/outcome.ts';
import type { ReadStore } from '../db/store.ts';
import { countContacts } from '../store/contacts.ts';
import { firstInOrder } from '../store/first-in-order.ts';
import { hearingsBetween } from '../store/hearings.ts';
import { contactLabels } from '../store/labels.ts';
import { ledgerCounts, ledgerPromises } from '../store/promise-ledger.ts';
import { rhythmStandings } from '../store/rhythm.ts';
import { consentsDueBy } from './consents-due.ts';
import type { VaultContext } from './context.ts';
import { listedDrafts } from './drafts.ts';
import { dueRows } from './due-rows.ts';
import { promiseRows } from './meeting-rows.ts';
import { isLate, mostUrgentFirst } from './rhythm-order.ts';
import { rhythmRows } from './rhythm-rows.ts';
import { withoutConsent } from './without-consent.ts';

/** Days ahead in which a date counts as this week's. */
const WEEK_DAYS = 7;
/** Days ahead in which a consent that lapses can still be asked about in time. */
const CONSENT_DAYS = 30;

export const todayHandlers: Handlers<Calls, 'vault', VaultContext>['today'] = {
  overview: (context, { limit }) => {
    const { store } = context;
    const today = context.today();
    const week = datePlus(today, { days: WEEK_DAYS });
    const standings = rhythmStandings(store, today);
    const silent = standings.filter((one) => one.silence !== 'none');
    const overdue = standings.filter(isLate);
    const inRhythm = (of: typeof silent) => ({
      total: of.length,
      rows: rhythmRows(store, firstInOrder(of, limit, mostUrgentFirst), [], today),
    });
    return ok({
      contacts: countContacts(store),
      silent: inRhythm(silent),
      overdue: inRhythm(overdue),
      hearings: first(hearingRows(store, today, week), limit),
      due: dueRows(store, week, today, limit),
      promises: {
        total: ledgerCounts(store, {}, today).owed,
        rows: promiseRows(store, ledgerPromises(store, 'owed', {}, today, limit)),
      },
      consents: first(consentsDueBy(store, datePlus(today, { days: CONSENT_DAYS })), limit),
      withoutConsent: first(withoutConsent(context), limit),
      drafts: listedDrafts(store),
    });
  },
};

function first<Row>(rows: readonly Row[], limit: number): { total: number; rows: Row[] } {
  return { total: rows.length, rows: rows.slice(0, limit) };
}

function hearingRows(store: ReadStore, from: string, to: string) {
  const hearings = hearingsBetween(store, from, to).filter(({ status }) => status === 'scheduled');
  const labels = contactLabels(
    store,
    hearings.map(({ contactId }) => contactId),
  );
  return hearings.map(({ id, title, contactId, startsAt, timeZone, court }) => ({
    ...{ id, title, contactId, startsAt, timeZone, court },
    contactLabel: labels.get(contactId) ?? '',
  }));
}
