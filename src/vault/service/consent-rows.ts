import type { ConsentEventRow, StandingRow } from '../../shared/contract/consents.ts';
import type { ConsentEvent } from '../../shared/model/consent-event.ts';
import { consentStanding } from '../../shared/model/live-consent.ts';
import { CONSENT_AUDIENCES, CONSENT_PURPOSES } from '../../shared/model/vocabulary/consent.ts';
import { consentRecordings } from '../store/consent-events.ts';
import type { VaultContext } from './context.ts';

/** Every event, newest first: by the day of the decision, then by when it was recorded. */
export function eventRows(
  { store, today }: VaultContext,
  events: readonly ConsentEvent[],
): ConsentEventRow[] {
  const recordings = consentRecordings(
    store,
    events.map((event) => event.id),
  );
  const renewedBy = new Map(events.map((event) => [event.renewsId, event.id]));
  return events
    .map((event) => {
      const recording = recordings.get(event.id);
      if (recording === undefined) throw new Error('a consent event without a change set');
      const superseded = isSuperseded(event, events);
      return {
        ...event,
        recordedAt: recording.at,
        recordedBy: recording.by,
        superseded,
        lapsed: !superseded && isPast(event, today()),
        renewedById: renewedBy.get(event.id) ?? null,
      };
    })
    .sort((a, b) =>
      newestFirst([a.decidedOn, a.recordedAt, a.id], [b.decidedOn, b.recordedAt, b.id]),
    );
}

/** Whether the last day of a consent is over: it has lapsed, and nobody had to do anything. */
function isPast({ decision, expiresOn }: ConsentEvent, today: string): boolean {
  return decision === 'given' && expiresOn !== null && expiresOn < today;
}

function newestFirst(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  if (at === -1) return 0;
  return (a[at] ?? '') < (b[at] ?? '') ? 1 : -1;
}

/** Whether another decision counts where this one speaks. */
export function isSuperseded(event: ConsentEvent, events: readonly ConsentEvent[]): boolean {
  // Which one decides does not depend on the day it is asked.
  const standing = consentStanding(events, event.purpose, event.audience, event.decidedOn);
  return standing.event?.id !== event.id;
}

/** What holds for each purpose and audience that some decision names, in the vocabulary's order. */
export function standingRows(events: readonly ConsentEvent[], today: string): StandingRow[] {
  const named = new Set(events.map(({ purpose, audience }) => `${purpose} ${audience}`));
  const pairs = CONSENT_PURPOSES.flatMap((purpose) =>
    CONSENT_AUDIENCES.map((audience) => ({ purpose, audience })),
  ).filter(({ purpose, audience }) => named.has(`${purpose} ${audience}`));
  return pairs.flatMap(({ purpose, audience }) => {
    const standing = consentStanding(events, purpose, audience, today);
    if (standing.event === null) return [];
    const { id, decidedOn, expiresOn, conditions, withheld, withholdings, givenBy } =
      standing.event;
    const { state } = standing;
    const limits = { decidedOn, expiresOn, conditions, withheld, withholdings, givenBy };
    return [{ purpose, audience, state, eventId: id, ...limits }];
  });
}
