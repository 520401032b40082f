import type { ConsentDue } from '../../shared/contract/consents.ts';
import type { ConsentEvent } from '../../shared/model/consent-event.ts';
import { consentStanding, isDisputed } from '../../shared/model/live-consent.ts';
import type { ReadStore } from '../db/store.ts';
import { consentEventsDueBy } from '../store/consent-events.ts';
import { groupBy } from '../store/group-by.ts';
import { contactLabels } from '../store/labels.ts';
import { isSuperseded, pairsNamed } from './consent-rows.ts';

/**
 * Decisions that still count and lapse, or are to be asked about again, by a day: soonest first,
 * over all contacts that are there. What has lapsed already stays in it until it is renewed or
 * replaced; so does what posts heard differently, since the later day on which it was heard.
 * @param until Calendar date, ISO 8601.
 */
export function consentsDueBy(store: ReadStore, until: string): ConsentDue[] {
  const byContact = groupBy(consentEventsDueBy(store, until), (event) => event.contactId);
  const labels = contactLabels(store, byContact.keys());
  const due = [...byContact].flatMap(([contactId, events]) =>
    dueOf(events, until).map(({ event, audience, on, why }) => ({
      eventId: event.id,
      contactId,
      contactLabel: labels.get(contactId) ?? '',
      purpose: event.purpose,
      audience,
      decision: event.decision,
      on,
      why,
    })),
  );
  return due.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

interface Due extends Pick<ConsentDue, 'audience' | 'on' | 'why'> {
  readonly event: ConsentEvent;
}

/** What is due of the decisions of one contact: once for all, where they are not agreed on. */
function dueOf(events: readonly ConsentEvent[], until: string): Due[] {
  const disputes = pairsNamed(events).flatMap(({ purpose, audience }) => {
    const standing = consentStanding(events, purpose, audience, until);
    return standing.event !== null && isDisputed(standing) ? [{ ...standing, audience }] : [];
  });
  const disputed = new Set(disputes.flatMap(({ heads }) => heads));
  return [
    ...disputes.map(({ event, heads, audience }) => ({
      ...{ event, audience, why: 'disputed' as const },
      on: heads.reduce((last, { decidedOn }) => (decidedOn > last ? decidedOn : last), ''),
    })),
    ...events
      .filter((event) => !disputed.has(event) && !isSuperseded(event, events))
      .flatMap((event) =>
        dueDates(event, until).map((date) => ({ ...date, event, audience: event.audience })),
      ),
  ];
}

function dueDates(
  event: ConsentEvent,
  until: string,
): { readonly on: string; readonly why: ConsentDue['why'] }[] {
  const dates: { on: string; why: ConsentDue['why'] }[] = [];
  const { decision, expiresOn, reviewOn } = event;
  // A refusal does not lapse; it can be asked about again.
  if (decision === 'given' && expiresOn !== null && expiresOn <= until) {
    dates.push({ on: expiresOn, why: 'expires' });
  }
  if (reviewOn !== null && reviewOn <= until) dates.push({ on: reviewOn, why: 'review' });
  return dates;
}
