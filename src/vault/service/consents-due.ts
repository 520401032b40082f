import type { ConsentDue } from '../../shared/contract/consents.ts';
import type { ConsentEvent } from '../../shared/model/consent-event.ts';
import type { ReadStore } from '../db/store.ts';
import { consentEventsDueBy } from '../store/consent-events.ts';
import { groupBy } from '../store/group-by.ts';
import { contactLabels } from '../store/labels.ts';
import { isSuperseded } from './consent-rows.ts';

/**
 * Decisions that still count and lapse, or are to be asked about again, by a day: soonest first,
 * over all contacts that are there. What has lapsed already stays in it until it is renewed or
 * replaced.
 * @param until Calendar date, ISO 8601.
 */
export function consentsDueBy(store: ReadStore, until: string): ConsentDue[] {
  const byContact = groupBy(consentEventsDueBy(store, until), (event) => event.contactId);
  const labels = contactLabels(store, byContact.keys());
  const due = [...byContact].flatMap(([contactId, events]) =>
    events
      .filter((event) => !isSuperseded(event, events))
      .flatMap((event) =>
        dueDates(event, until).map(({ on, why }) => ({
          eventId: event.id,
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
