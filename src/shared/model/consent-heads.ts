import type { ConsentEvent } from './consent-event.ts';
import type { ConsentAudience, ConsentPurpose } from './vocabulary/consent.ts';

/** What of an event says what was known when it was recorded, and where it speaks. */
type Linked = Pick<ConsentEvent, 'id' | 'purpose' | 'audience' | 'supersedes'>;

/** How many decisions one names at most as known; a vault that knows more leaves out the oldest. */
export const SUPERSEDES_MAX = 500;

/** Whether a decision speaks of an audience: by name, or as `any`. */
export function speaksOf(
  event: Pick<ConsentEvent, 'audience'>,
  audience: ConsentAudience,
): boolean {
  return event.audience === audience || event.audience === 'any';
}

/**
 * What a new decision is made in knowledge of: of the contact's decisions that it speaks to, those
 * that no other of them names. The rest is reached through these.
 * @param events Every consent event of the contact that this vault knows.
 */
export function knownHeads(
  events: readonly Linked[],
  purpose: ConsentPurpose,
  audience: ConsentAudience,
): string[] {
  const spokenTo = events.filter(
    (event) => event.purpose === purpose && (audience === 'any' || speaksOf(event, audience)),
  );
  const named = new Set(spokenTo.flatMap((event) => event.supersedes ?? []));
  return spokenTo
    .map((event) => event.id)
    .filter((id) => !named.has(id))
    .sort()
    .slice(-SUPERSEDES_MAX);
}

/**
 * The decisions that count (docs/decisions/0050-consent-heads.md). A decision was new if it is
 * later than every one it was made in knowledge of; what is dated before one of those is history.
 * Of the new ones those count that no new one knows of: one where the vaults agree, several where
 * they did not know of each other. Takes a time that grows with the events and their links alone.
 * @param speaking The decisions that are asked about.
 * @param all Every decision on the purpose: knowledge may lead through one towards somebody else.
 * @param compare Above 0 where the first is the later one; never 0.
 */
export function countingDecisions<Event extends Linked>(
  speaking: readonly Event[],
  all: readonly Event[],
  compare: (a: Event, b: Event) => number,
): readonly Event[] {
  if (speaking.length < 2) return speaking;
  const latestFirst = [...speaking].sort((a, b) => compare(b, a));
  // From before the field nobody can say what was known: the latest of these is the one that counts.
  const latestOld = latestFirst.find((event) => event.supersedes === null);
  const counted = latestFirst.filter((event) => event.supersedes !== null || event === latestOld);
  if (counted.length < 2) return counted;

  const { knownTo, madeKnowing } = linksOf(all);
  const place = new Map(latestFirst.map((event, index) => [event, index]));
  const history = new Set<Event>();
  const reached = new Set<Event>();
  for (const [index, event] of latestFirst.entries()) {
    walk(event, madeKnowing, reached, (found) => {
      if ((place.get(found) ?? -1) > index) history.add(found);
    });
  }
  const isNew = counted.filter((event) => !history.has(event));
  const superseded = new Set<Event>();
  let isLoop = false;
  for (const event of isNew) {
    walk(event, knownTo, superseded, (found) => {
      isLoop ||= found === event;
    });
  }
  // Decisions that know of each other were made by no vault (consent-claims.ts): then all count.
  return isLoop ? speaking : isNew.filter((event) => !superseded.has(event));
}

type Next<Event> = (event: Event) => readonly Event[];

/** The links between decisions, followed either way. */
function linksOf<Event extends Linked>(
  all: readonly Event[],
): { readonly knownTo: Next<Event>; readonly madeKnowing: Next<Event> } {
  const byId = new Map(all.map((event) => [event.id, event]));
  const knownTo = ({ supersedes }: Event): Event[] =>
    (supersedes ?? []).flatMap((id) => byId.get(id) ?? []);
  const after = new Map<Event, Event[]>();
  for (const event of all) {
    for (const known of knownTo(event)) {
      const list = after.get(known);
      if (list === undefined) after.set(known, [event]);
      else list.push(event);
    }
  }
  return { knownTo, madeKnowing: (event) => after.get(event) ?? [] };
}

/** Visits what can be reached from an event and has not been reached yet. */
function walk<Event>(
  from: Event,
  next: Next<Event>,
  reached: Set<Event>,
  visit: (event: Event) => void,
): void {
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const event of next(at)) {
      if (reached.has(event)) continue;
      reached.add(event);
      visit(event);
      open.push(event);
    }
  }
}
