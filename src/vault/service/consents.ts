import type { ConsentDue, ConsentEventRow, StandingRow } from '../../shared/contract/consents.ts';
import type { Calls } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/define.ts';
import type { ConsentEvent } from '../../shared/model/consent-event.ts';
import { consentStanding } from '../../shared/model/live-consent.ts';
import { CONSENT_AUDIENCES, CONSENT_PURPOSES } from '../../shared/model/vocabulary/consent.ts';
import { ok } from '../../shared/outcome.ts';
import type { ReadStore } from '../db/store.ts';
import { listActions } from '../store/actions.ts';
import { bundlesOutWith } from '../store/bundle-entries.ts';
import { consentEventsDueBy, consentEventsOf, consentRecordings } from '../store/consent-events.ts';
import { findContact } from '../store/contacts.ts';
import { groupBy } from '../store/group-by.ts';
import { contactLabels } from '../store/labels.ts';
import { standingGates } from './action-gate.ts';
import { invalid, notFound, type VaultContext } from './context.ts';
import { write } from './write.ts';

export const consentHandlers: Handlers<Calls, 'vault', VaultContext>['consents'] = {
  ofContact: (context, { contactId }) => {
    const { store } = context;
    if (findContact(store, contactId) === null) return notFound('contact', contactId);
    const events = consentEventsOf(store, [contactId]);
    return ok({
      events: eventRows(context, events),
      standing: standingRows(events, context.today()),
    });
  },

  record: (context, { contactId, purposes, audiences, details }) => {
    const { store } = context;
    if (findContact(store, contactId) === null) return notFound('contact', contactId);
    if (details.decidedOn > context.today()) {
      return invalid(['details', 'decidedOn'], 'in-the-future');
    }
    const proxyId = details.proxy?.contactId ?? null;
    if (proxyId === contactId) {
      return invalid(['details', 'proxy', 'contactId'], 'same-contact');
    }
    if (proxyId !== null && findContact(store, proxyId) === null) {
      return notFound('contact', proxyId);
    }
    const { changeSetId, value: ids } = write(context, 'consent', (writer) =>
      [...new Set(purposes)].flatMap((purpose) =>
        [...new Set(audiences)].map((audience) =>
          writer.create('consent-event', { contactId, purpose, audience, ...details }),
        ),
      ),
    );
    if (changeSetId === null) throw new Error('a decision that changed nothing');
    // Whoever received the record may still act on the consent it came with: every bundle counts,
    // whatever the purpose.
    const bundles = details.decision === 'given' ? [] : bundlesOutWith(store, contactId);
    return ok({
      ids,
      changeSetId,
      actionsNowWithoutConsent: actionsWithoutConsent(context, contactId),
      bundlesAlreadyOut: bundles.map(({ id, counterpartName, at }) => ({
        id,
        counterpartName,
        at,
      })),
    });
  },

  dueForReview: ({ store }, { until }) => ok(consentsDueBy(store, until)),
};

/** Consents that lapse or are to be reviewed by a date, soonest first, over all contacts. */
export function consentsDueBy(store: ReadStore, until: string): ConsentDue[] {
  const byContact = groupBy(consentEventsDueBy(store, until), (event) => event.contactId);
  const labels = contactLabels(store, byContact.keys());
  const due = [...byContact].flatMap(([contactId, events]) =>
    events
      .filter((event) => !isSuperseded(event, events))
      .flatMap((event) =>
        dueDates(event, until).map(({ on, why }) => ({
          contactId,
          contactLabel: labels.get(contactId) ?? '',
          purpose: event.purpose,
          audience: event.audience,
          decision: event.decision,
          on,
          why,
        })),
      ),
  );
  return due.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Actions in progress for a contact for whom a consent they need is missing today. */
function actionsWithoutConsent(
  context: VaultContext,
  contactId: string,
): { id: string; title: string }[] {
  const { store } = context;
  const running = listActions(store, { contactId, statuses: ['in-progress'] });
  const gates = standingGates(store, running, context.today());
  return running
    .filter((action) => {
      const gate = gates.get(action.id);
      return gate?.allowed === false && gate.gaps.some((gap) => gap.contactId === contactId);
    })
    .map(({ id, title }) => ({ id, title }));
}

/** Every event, newest first: by the day of the decision, then by when it was recorded. */
function eventRows({ store }: VaultContext, events: readonly ConsentEvent[]): ConsentEventRow[] {
  const recordings = consentRecordings(
    store,
    events.map((event) => event.id),
  );
  return events
    .flatMap((event) => {
      const recording = recordings.get(event.id);
      if (recording === undefined) throw new Error('a consent event without a change set');
      return {
        ...event,
        recordedAt: recording.at,
        recordedBy: recording.by,
        superseded: isSuperseded(event, events),
      };
    })
    .sort((a, b) =>
      newestFirst([a.decidedOn, a.recordedAt, a.id], [b.decidedOn, b.recordedAt, b.id]),
    );
}

function newestFirst(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  if (at === -1) return 0;
  return (a[at] ?? '') < (b[at] ?? '') ? 1 : -1;
}

/** Whether another decision counts where this one speaks. */
function isSuperseded(event: ConsentEvent, events: readonly ConsentEvent[]): boolean {
  // Which one decides does not depend on the day it is asked.
  const standing = consentStanding(events, event.purpose, event.audience, event.decidedOn);
  return standing.event?.id !== event.id;
}

/** What holds for each purpose and audience that some decision names, in the vocabulary's order. */
function standingRows(events: readonly ConsentEvent[], today: string): StandingRow[] {
  const named = new Set(events.map((event) => `${event.purpose} ${event.audience}`));
  const pairs = CONSENT_PURPOSES.flatMap((purpose) =>
    CONSENT_AUDIENCES.map((audience) => ({ purpose, audience })),
  ).filter(({ purpose, audience }) => named.has(`${purpose} ${audience}`));
  return pairs.flatMap(({ purpose, audience }) => {
    const standing = consentStanding(events, purpose, audience, today);
    if (standing.event === null) return [];
    const { id, expiresOn, conditions, givenBy } = standing.event;
    return [
      { purpose, audience, state: standing.state, eventId: id, expiresOn, conditions, givenBy },
    ];
  });
}

function dueDates(
  event: ConsentEvent,
  until: string,
): { readonly on: string; readonly why: 'expires' | 'review' }[] {
  const dates: { on: string; why: 'expires' | 'review' }[] = [];
  const { decision, expiresOn, reviewOn } = event;
  // A refusal does not lapse; it can be asked about again.
  if (decision === 'given' && expiresOn !== null && expiresOn <= until) {
    dates.push({ on: expiresOn, why: 'expires' });
  }
  if (reviewOn !== null && reviewOn <= until) dates.push({ on: reviewOn, why: 'review' });
  return dates;
}
