import type { Calls } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/define.ts';
import { RHYTHM_FILTERS, RHYTHM_STANDS, type ToldRow } from '../../shared/contract/rhythm.ts';
import { datePlus } from '../../shared/model/cadence.ts';
import { coverageOf } from '../../shared/model/coverage.ts';
import { monthsUpTo } from '../../shared/model/months.ts';
import { attemptInVain, plannedContact } from '../../shared/model/planned-contact.ts';
import { isNotToldForLong } from '../../shared/model/told.ts';
import { ok } from '../../shared/outcome.ts';
import { findContact } from '../store/contacts.ts';
import { ledgerCounts, ledgerPromises } from '../store/promise-ledger.ts';
import { firstInOrder } from '../store/first-in-order.ts';
import { contactLabels } from '../store/labels.ts';
import { plannedContacts, rhythmStandings, type RhythmStanding } from '../store/rhythm.ts';
import { lastTold, toldExcerpts, toldTo, type LastTold } from '../store/told.ts';
import { invalid, notFound, type VaultContext } from './context.ts';
import { promiseRows } from './meeting-rows.ts';
import { countsOf, mostUrgentFirst, passes, standOf } from './rhythm-order.ts';
import { rhythmRows } from './rhythm-rows.ts';
import { write } from './write.ts';

export const rhythmHandlers: Handlers<Calls, 'vault', VaultContext>['rhythm'] = {
  overview: (context, { filter, months: count, limit }) => {
    const { store } = context;
    const today = context.today();
    const all = rhythmStandings(store, today);
    const passing = all.filter((standing) => passes(filter, standing));
    const shown = firstInOrder(passing, limit ?? passing.length, mostUrgentFirst);
    const months = monthsUpTo(today, count);
    const numberOf = (has: (standing: RhythmStanding) => boolean): number => all.filter(has).length;
    return ok({
      rows: rhythmRows(store, shown, months, today),
      counts: countsOf(RHYTHM_FILTERS, (value) => numberOf((one) => passes(value, one))),
      stands: countsOf(RHYTHM_STANDS, (value) => numberOf((one) => standOf(one) === value)),
      months,
    });
  },

  coverage: (context, { months }) => {
    const today = context.today();
    const since = datePlus(today, { months: -months });
    const { remote, notRemote, places } = coverageOf(rhythmStandings(context.store, today), since);
    return ok({ since, remote, notRemote, places: [...places] });
  },

  told: (context, { limit }) => {
    const { store } = context;
    const today = context.today();
    const met = rhythmStandings(store, today).filter((one) => one.lastContactOn !== null);
    const told = lastTold(
      store,
      met.map(({ id }) => id),
      today,
    );
    const longAgoFirst = (a: RhythmStanding, b: RhythmStanding): number =>
      (told.get(a.id)?.on ?? '').localeCompare(told.get(b.id)?.on ?? '') || mostUrgentFirst(a, b);
    return ok({
      rows: toldRows(context, firstInOrder(met, limit, longAgoFirst), told),
      total: met.length,
      notToldForLong: met.filter(({ id, rhythm }) =>
        isNotToldForLong(told.get(id)?.on ?? null, rhythm?.everyDays ?? null, today),
      ).length,
    });
  },

  ledger: ({ store, today }, { show, limit, ...scope }) => {
    const promises = ledgerPromises(store, show, scope, today(), limit);
    return ok({
      rows: promiseRows(store, promises),
      counts: ledgerCounts(store, scope, today()),
    });
  },

  toldTo: ({ store }, { contactId }) => ok(toldTo(store, contactId)),

  plan: (context, { contactId, on, text }) => {
    const { store } = context;
    if (findContact(store, contactId) === null) return notFound('contact', contactId);
    if (on !== null && on < context.today()) return invalid(['on'], 'in-past');
    const [planned, ...others] = plannedContacts(store, [contactId]);
    const { changeSetId } = write(context, planned === undefined ? 'create' : 'edit', (writer) => {
      const drop = { state: 'dropped', settledOn: context.today() } as const;
      for (const { id } of others) writer.update('task', id, drop);
      if (planned === undefined) {
        if (on !== null) writer.create('task', plannedContact(contactId, on, text));
      } else if (on === null) writer.update('task', planned.id, drop);
      else writer.update('task', planned.id, { dueOn: on, text });
    });
    return ok({ id: contactId, changeSetId });
  },

  noteAttempt: (context, { contactId, on, text }) => {
    if (findContact(context.store, contactId) === null) return notFound('contact', contactId);
    if (on > context.today()) return invalid(['on'], 'in-future');
    const { changeSetId } = write(context, 'create', (writer) =>
      writer.create('task', attemptInVain(contactId, on, text)),
    );
    return ok({ id: contactId, changeSetId });
  },

  setRhythm: (context, { contactId, everyDays }) => {
    if (findContact(context.store, contactId) === null) return notFound('contact', contactId);
    const { changeSetId } = write(context, 'edit', (writer) => {
      writer.update('contact', contactId, { contactEveryDays: everyDays });
    });
    return ok({ id: contactId, changeSetId });
  },
};

function toldRows(
  { store }: VaultContext,
  standings: readonly RhythmStanding[],
  told: ReadonlyMap<string, LastTold>,
): ToldRow[] {
  const labels = contactLabels(
    store,
    standings.map(({ id }) => id),
  );
  const excerpts = toldExcerpts(
    store,
    standings.flatMap(({ id }) => told.get(id)?.meetingLogId ?? []),
  );
  return standings.map(({ id, kind, remote, riskLevel, lastContactOn }) => {
    const last = told.get(id);
    return {
      ...{ id, kind, remote, riskLevel, lastContactOn },
      label: labels.get(id) ?? '',
      lastToldOn: last?.on ?? null,
      meetingLogId: last?.meetingLogId ?? null,
      told: last === undefined ? '' : (excerpts.get(last.meetingLogId) ?? ''),
    };
  });
}
