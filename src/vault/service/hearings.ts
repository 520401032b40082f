import type { z } from 'zod';
import type { calls, Calls } from '../../shared/contract/contract.ts';
import type { FailuresOf, Handlers } from '../../shared/contract/define.ts';
import type { HearingRow } from '../../shared/contract/hearings.ts';
import type { Hearing } from '../../shared/model/hearing.ts';
import { hearingSeries, startMs } from '../../shared/model/hearing-series.ts';
import { presenceAtHearing } from '../../shared/model/presence.ts';
import { fail, ok } from '../../shared/outcome.ts';
import type { ReadStore } from '../db/store.ts';
import { findAction } from '../store/actions.ts';
import { firstUnknownContact } from '../store/contacts.ts';
import { findCustody } from '../store/custodies.ts';
import { findHearing, hearingsAfter, hearingsBetween, hearingsOf } from '../store/hearings.ts';
import { contactLabels } from '../store/labels.ts';
import { invalid, notFound, type VaultContext } from './context.ts';
import { restingOn } from './custody-rows.ts';
import { refusePresence } from './presence-gate.ts';
import { repeatedIds } from './repeated-ids.ts';
import { write } from './write.ts';

type SaveArg = z.output<typeof calls.hearings.save.arg>;
type Refused = { readonly ok: false; readonly failure: FailuresOf<typeof calls.hearings.save> };

/** Days in court and who observes them. */
export const hearingHandlers: Handlers<Calls, 'vault', VaultContext>['hearings'] = {
  between: ({ store }, { from, to }) => ok(hearingRows(store, hearingsBetween(store, from, to))),

  ofContact: ({ store }, { contactId }) => ok(hearingRows(store, hearingsOf(store, contactId))),

  get: ({ store }, { id }) => {
    const hearing = findHearing(store, id);
    if (hearing === null) return notFound('hearing', id);
    const { contactId, actionId } = hearing;
    const action = actionId === null ? null : findAction(store, actionId);
    const all = hearingSeries(hearingsOf(store, contactId));
    const series = all.find((one) => one.some((other) => other.id === id)) ?? [hearing];
    return ok({
      hearing,
      contactLabel: contactLabels(store, [contactId]).get(contactId) ?? '',
      action: restingOn('trial-observation', contactId, action ?? undefined),
      series: hearingRows(store, series),
    });
  },

  save: (context, { id, fields }) => {
    const before = id === null ? null : findHearing(context.store, id);
    if (id !== null && before === null) return notFound('hearing', id);
    const refused = refuseHearing(context, before, fields);
    if (refused !== null) return refused;
    const { changeSetId, value } = write(context, before ? 'edit' : 'create', (writer) => {
      if (before === null) return writer.create('hearing', fields);
      writer.update('hearing', before.id, fields);
      return before.id;
    });
    return ok({ id: value, changeSetId });
  },

  remove: (context, { id }) => {
    const { store } = context;
    const hearing = findHearing(store, id);
    if (hearing === null) return notFound('hearing', id);
    const { changeSetId } = write(context, 'remove', (writer) => {
      for (const next of hearingsAfter(store, hearing)) {
        writer.update('hearing', next.id, { previousId: hearing.previousId });
      }
      writer.remove('hearing', id);
    });
    return ok({ id, changeSetId });
  },
};

/** The rows of these hearings, in their order. */
export function hearingRows(store: ReadStore, hearings: readonly Hearing[]): HearingRow[] {
  const labels = contactLabels(
    store,
    hearings.map(({ contactId }) => contactId),
  );
  return hearings.map(({ actionId: _, outcome: __, note: ___, observers, ...hearing }) => ({
    ...hearing,
    contactLabel: labels.get(hearing.contactId) ?? '',
    observers: observers.length,
    confirmed: observers.filter((observer) => observer.confirmed).length,
    attended: observers.filter((observer) => observer.attended).length,
  }));
}

function refuseHearing(
  context: VaultContext,
  before: Hearing | null,
  after: SaveArg['fields'],
): Refused | null {
  const { store } = context;
  const { contactId, custodyId, observers } = after;
  if (before !== null && before.contactId !== contactId) {
    return invalid(['fields', 'contactId'], 'contact-fixed');
  }
  if (before === null && firstUnknownContact(store, [contactId]) !== null) {
    return notFound('contact', contactId);
  }
  if (custodyId !== null && custodyId !== before?.custodyId) {
    const custody = findCustody(store, custodyId);
    if (custody === null) return notFound('custody', custodyId);
    if (custody.contactId !== contactId) return invalid(['fields', 'custodyId'], 'not-theirs');
  }
  const repeated = repeatedIds({ observers });
  if (repeated.length > 0) return fail({ kind: 'invalid-argument', issues: repeated });
  if (after.status === 'held' && after.startsAt.slice(0, 10) > context.today()) {
    return invalid(['fields', 'startsAt'], 'in-future');
  }
  return (
    refuseOrder(store, before, after) ??
    refusePresence(context, before && presenceAtHearing(before), presenceAtHearing(after), {
      action: ['fields', 'actionId'],
      day: ['fields', 'startsAt'],
    })
  );
}

/**
 * A hearing comes after the one it names and before those that name it. What is later than all
 * before it cannot be before them: so there are no circles.
 */
function refuseOrder(
  store: ReadStore,
  before: Hearing | null,
  after: SaveArg['fields'],
): Refused | null {
  const { previousId, contactId } = after;
  if (previousId !== null && previousId !== before?.previousId) {
    const previous = previousId === before?.id ? null : findHearing(store, previousId);
    if (previousId === before?.id) return invalid(['fields', 'previousId'], 'circle');
    if (previous === null) return notFound('hearing', previousId);
    if (previous.contactId !== contactId) return invalid(['fields', 'previousId'], 'not-theirs');
  }
  // One that is not here, as a bundle may leave it, has no time to compare with.
  const previous = previousId === null ? null : findHearing(store, previousId);
  if (previous !== null && startMs(previous) >= startMs(after)) {
    return invalid(['fields', 'startsAt'], 'not-after-previous');
  }
  const next = before === null ? [] : hearingsAfter(store, before);
  if (next.some((one) => startMs(one) <= startMs(after))) {
    return invalid(['fields', 'startsAt'], 'not-before-next');
  }
  return null;
}
