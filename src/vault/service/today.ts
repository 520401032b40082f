import type { Calls } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/define.ts';
import type { DueRow } from '../../shared/contract/today.ts';
import { datePlus } from '../../shared/model/cadence.ts';
import { ok } from '../../shared/outcome.ts';
import type { ReadStore } from '../db/store.ts';
import { listActions } from '../store/actions.ts';
import { countContacts } from '../store/contacts.ts';
import {
  actionsDue,
  followUpsDue,
  planReviewsDue,
  riskReviewsDueBy,
  tasksDueBy,
  type Due,
} from '../store/due.ts';
import { firstInOrder } from '../store/first-in-order.ts';
import { hearingsBetween } from '../store/hearings.ts';
import { contactLabels } from '../store/labels.ts';
import { rhythmStandings } from '../store/rhythm.ts';
import { promisesOwed } from '../store/settlements.ts';
import { actionRows } from './action-rows.ts';
import { consentsDueBy } from './consents-due.ts';
import type { VaultContext } from './context.ts';
import { listedDrafts } from './drafts.ts';
import { promiseRows } from './meeting-rows.ts';
import { mostUrgentFirst } from './rhythm-order.ts';
import { rhythmRows } from './rhythm-rows.ts';

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
    const overdue = standings.filter(
      ({ silence, state }) => silence === 'none' && (state === 'overdue' || state === 'never-met'),
    );
    const inRhythm = (of: typeof silent) => ({
      total: of.length,
      rows: rhythmRows(store, firstInOrder(of, limit, mostUrgentFirst), [], today),
    });
    const owed = promisesOwed(store);
    return ok({
      contacts: countContacts(store),
      silent: inRhythm(silent),
      overdue: inRhythm(overdue),
      hearings: first(hearingRows(store, today, week), limit),
      due: dueRows(store, week, limit),
      promises: { total: owed.length, rows: promiseRows(store, owed.slice(0, limit)) },
      consents: first(consentsDueBy(store, datePlus(today, { days: CONSENT_DAYS })), limit),
      withoutConsent: first(
        actionRows(context, listActions(store, { statuses: ['in-progress'] })).filter(
          ({ gate }) => gate.via === 'override' || !gate.allowed,
        ),
        limit,
      ),
      drafts: listedDrafts(store),
    });
  },
};

function first<Row>(rows: readonly Row[], limit: number): { total: number; rows: Row[] } {
  return { total: rows.length, rows: rows.slice(0, limit) };
}

function dueRows(
  store: ReadStore,
  until: string,
  limit: number,
): { total: number; rows: DueRow[] } {
  const all = [followUpsDue, tasksDueBy, actionsDue, riskReviewsDueBy, planReviewsDue].flatMap(
    (dueIn) => dueIn(store, until),
  );
  const shown = firstInOrder(all, limit, soonestFirst);
  const labels = contactLabels(
    store,
    shown.flatMap(({ contactIds }) => contactIds),
  );
  return {
    total: all.length,
    rows: shown.map(({ contactIds, ...due }) => ({
      ...due,
      contacts: contactIds.map((id) => labels.get(id) ?? ''),
      contactId: contactIds[0] ?? null,
    })),
  };
}

/** By day, those without one last; of one day by kind and id, so that the order is one. */
function soonestFirst(a: Due, b: Due): number {
  const key = ({ dueOn, kind, id }: Due): string => `${dueOn ?? '9999-99-99'} ${kind} ${id}`;
  const [one, two] = [key(a), key(b)];
  return one < two ? -1 : one > two ? 1 : 0;
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
