import { and, eq, gte, inArray, lte, ne, sql } from 'drizzle-orm';
import type { ConsentEvent } from '../../shared/model/consent-event.ts';
import {
  type Counted,
  type CountingDecision,
  mayBeCounted,
  type TickQuestion,
} from '../../shared/model/statistics.ts';
import { action, actionReview, consentEvent, contact, incident } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';
import { groupBy } from './group-by.ts';
import { actionAt, recordedOverrides } from './overrides.ts';

export interface Counting {
  /** Those who may be counted today, with what the year holds of each. */
  readonly people: readonly Counted[];
  /** Why the others are not. */
  readonly notCounted: readonly Extract<CountingDecision, { counted: false }>['why'][];
}

/**
 * Everyone who may be counted today, and what a calendar year holds of each. What they asked us to
 * withhold is not counted of them: their incidents, their risk, where they live.
 */
export function countedIn(store: ReadStore, year: number, today: string): Counting {
  const contacts = store.orm
    .select({
      id: contact.id,
      peacefulMeans: contact.peacefulMeans,
      riskGroups: contact.riskGroups,
      remote: contact.remote,
    })
    .from(contact)
    .where(ne(contact.state, 'draft'))
    .orderBy(contact.id)
    .all();
  const events = groupBy(countingEvents(store), (event) => event.contactId);
  const ticks = ticksOf(store, year);
  const inTouch = inTouchIn(store, year);
  const people: Counted[] = [];
  const notCounted: Counting['notCounted'][number][] = [];
  for (const { id, peacefulMeans, riskGroups, remote } of contacts) {
    const decision = mayBeCounted({ peacefulMeans }, events.get(id) ?? [], today);
    if (!decision.counted) {
      notCounted.push(decision.why);
      continue;
    }
    const { withheld } = decision;
    const tellsWhere = !withheld.includes('locality');
    const where = remote && tellsWhere ? 'remote' : 'elsewhere';
    const none = new Set<string>();
    people.push({
      id,
      coverage: `${where}-${inTouch.has(id) ? 'in-touch' : 'silent'}`,
      ticks: {
        group: withheld.includes('risk') ? none : new Set(riskGroups),
        risk: withheld.includes('incidents') ? none : (ticks.risk.get(id) ?? none),
        support: ticks.support.get(id) ?? none,
        helped: ticks.helped.get(id) ?? none,
        cost: ticks.cost.get(id) ?? none,
        override: ticks.override.get(id) ?? none,
      },
    });
  }
  return { people, notCounted };
}

function countingEvents(store: ReadStore): readonly ConsentEvent[] {
  return store.orm
    .select()
    .from(consentEvent)
    .where(inArray(consentEvent.purpose, ['statistics', 'hold-record']))
    .all();
}

type Ticks = Readonly<Record<Exclude<TickQuestion, 'group'>, ReadonlyMap<string, Set<string>>>>;

/** The answers that hold for each contact, from what happened and was done in the year. */
function ticksOf(store: ReadStore, year: number): Ticks {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  const incidents = store.orm
    .select({ victims: incident.victims, risk: incident.risk })
    .from(incident)
    .where(and(gte(incident.occurredOn, from), lte(incident.occurredOn, to)))
    .all();
  const done = store.orm
    .select({ subjectIds: action.subjectIds, type: action.type })
    .from(action)
    .where(and(eq(action.status, 'done'), gte(action.doneOn, from), lte(action.doneOn, to)))
    .all();
  // From the history: the next override takes the place of the last, and a removal takes both.
  const overridden = recordedOverrides(store)
    .filter(({ override }) => override.at.startsWith(`${year}-`))
    .flatMap(({ actionId, sequence }) => actionAt(store, actionId, sequence) ?? []);
  const reviews = store.orm
    .select({ subjectIds: action.subjectIds, helped: actionReview.helped, cost: actionReview.cost })
    .from(actionReview)
    .innerJoin(action, eq(action.id, actionReview.actionId))
    .where(and(gte(actionReview.reviewedOn, from), lte(actionReview.reviewedOn, to)))
    .all();
  const victimsOf = ({ victims }: (typeof incidents)[number]): string[] =>
    victims.flatMap((victim) => victim.contactId ?? []);
  return {
    risk: byContact(incidents, victimsOf, ({ risk }) => risk),
    support: byContact(
      done,
      ({ subjectIds }) => subjectIds,
      ({ type }) => type,
    ),
    override: byContact(
      overridden,
      ({ subjectIds }) => subjectIds,
      () => 'overridden',
    ),
    helped: byContact(
      reviews,
      ({ subjectIds }) => subjectIds,
      ({ helped }) => helped,
    ),
    cost: byContact(
      reviews,
      ({ subjectIds }) => subjectIds,
      ({ cost }) => cost,
    ),
  };
}

function byContact<Item>(
  items: readonly Item[],
  contactsOf: (item: Item) => readonly string[],
  answerOf: (item: Item) => string,
): Map<string, Set<string>> {
  const answers = new Map<string, Set<string>>();
  for (const item of items) {
    for (const id of contactsOf(item)) {
      const known = answers.get(id);
      if (known === undefined) answers.set(id, new Set([answerOf(item)]));
      else known.add(answerOf(item));
    }
  }
  return answers;
}

/** The contacts with whom there was a meeting in the year. */
function inTouchIn(store: ReadStore, year: number): ReadonlySet<string> {
  const rows = store.orm.all<{ id: string }>(sql`
    SELECT DISTINCT contact_id AS id FROM meeting_log_contact
    WHERE started_at >= ${`${year}-01-01`} AND started_at < ${`${year + 1}-01-01`}`);
  return new Set(rows.map((row) => row.id));
}

/** The years in which there was a meeting, an incident, an action done or a review. */
export function yearsWithRecords(store: ReadStore): number[] {
  const rows = store.orm.all<{ year: string }>(sql`
    SELECT substr(started_at, 1, 4) AS year FROM meeting_log_contact
    UNION SELECT substr(occurred_on, 1, 4) FROM incident
    UNION SELECT substr(done_on, 1, 4) FROM action WHERE done_on IS NOT NULL
    UNION SELECT substr(reviewed_on, 1, 4) FROM action_review`);
  return rows.map((row) => Number(row.year));
}
