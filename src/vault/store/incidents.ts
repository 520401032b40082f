import { and, count, desc, eq, gte, inArray, isNotNull, lte, sql, type SQL } from 'drizzle-orm';
import type { Incident } from '../../shared/model/incident.ts';
import type { IncidentAct, Verification } from '../../shared/model/vocabulary/incident.ts';
import type { NineRisk } from '../../shared/model/vocabulary/risk.ts';
import { incident } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';
import { isOneOf } from './id-list.ts';
import { EXCERPT_CHARACTERS } from './meeting-logs.ts';

export interface IncidentFilter {
  /** Named as a victim or as an alleged perpetrator. */
  readonly contactId?: string | undefined;
  readonly risks?: readonly NineRisk[] | undefined;
  readonly acts?: readonly IncidentAct[] | undefined;
  readonly verifications?: readonly Verification[] | undefined;
  /** Calendar dates, both part of the period. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export function findIncident(store: ReadStore, id: string): Incident | null {
  return store.orm.select().from(incident).where(eq(incident.id, id)).get() ?? null;
}

/** What a line of a list needs; of the description no more than its beginning is read. */
export type IncidentLine = Omit<Incident, 'description' | 'sourceType' | 'source' | 'redress'> & {
  readonly descriptionStart: string;
};

const line = {
  id: incident.id,
  title: incident.title,
  act: incident.act,
  risk: incident.risk,
  occurredOn: incident.occurredOn,
  precision: incident.precision,
  endedOn: incident.endedOn,
  place: incident.place,
  country: incident.country,
  victims: incident.victims,
  perpetrators: incident.perpetrators,
  reliability: incident.reliability,
  verification: incident.verification,
  sensitivity: incident.sensitivity,
  followsId: incident.followsId,
  // SQLite counts code points, so no character is cut in two.
  descriptionStart: sql<string>`substr(${incident.description}, 1, ${EXCERPT_CHARACTERS})`,
};

/** Incidents that match, newest first. */
export function incidentLines(
  store: ReadStore,
  filter: IncidentFilter,
  page: { readonly limit: number; readonly offset: number },
): IncidentLine[] {
  return store.orm
    .select(line)
    .from(incident)
    .where(matching(filter))
    .orderBy(desc(incident.occurredOn), desc(incident.id))
    .limit(page.limit)
    .offset(page.offset)
    .all();
}

export function countIncidents(store: ReadStore, filter: IncidentFilter): number {
  return (
    store.orm.select({ count: count() }).from(incident).where(matching(filter)).get()?.count ?? 0
  );
}

/** How many incidents of each risk began in each month that had any, by month and risk. */
export function incidentDensity(
  store: ReadStore,
  filter: IncidentFilter,
): { month: string; risk: NineRisk; count: number }[] {
  const month = sql<string>`substr(${incident.occurredOn}, 1, 7)`;
  return store.orm
    .select({ month, risk: incident.risk, count: count() })
    .from(incident)
    .where(matching(filter))
    .groupBy(month, incident.risk)
    .orderBy(month, incident.risk)
    .all();
}

function matching(filter: IncidentFilter): SQL | undefined {
  const { contactId, risks, acts, verifications, from, to } = filter;
  return and(
    contactId === undefined
      ? undefined
      : sql`${incident.id} IN
          (SELECT incident_id FROM incident_contact WHERE contact_id = ${contactId})`,
    risks && inArray(incident.risk, [...risks]),
    acts && inArray(incident.act, [...acts]),
    verifications && inArray(incident.verification, [...verifications]),
    from === undefined
      ? undefined
      : gte(sql`coalesce(${incident.endedOn}, ${incident.occurredOn})`, from),
    to === undefined ? undefined : lte(incident.occurredOn, to),
  );
}

/**
 * The chain of events that an incident is part of, oldest first: back to the first one, and from
 * there everything that followed. UNION drops what was seen, so a circle that two merged vaults
 * made between them ends the walk instead of turning forever.
 */
export function chainOf(store: ReadStore, id: string): IncidentLine[] {
  const ids = store.orm
    .all<{ id: string }>(
      sql`WITH RECURSIVE
            back(id) AS (
              SELECT ${id} UNION
              SELECT one.follows_id FROM incident AS one JOIN back ON one.id = back.id
              WHERE one.follows_id IS NOT NULL),
            chain(id) AS (
              SELECT id FROM back UNION
              SELECT one.id FROM incident AS one JOIN chain ON one.follows_id = chain.id)
          SELECT id FROM chain`,
    )
    .map((row) => row.id);
  return store.orm
    .select(line)
    .from(incident)
    .where(isOneOf(incident.id, ids))
    .orderBy(incident.occurredOn, incident.id)
    .all();
}

/**
 * Whether an incident would come to follow itself, by however many steps, if it followed this one.
 * Safe on circles that are there already.
 */
export function wouldFollowItself(store: ReadStore, id: string, followsId: string): boolean {
  const found = store.orm.get<{ id: string } | undefined>(
    sql`WITH RECURSIVE back(id) AS (
          SELECT ${followsId} UNION
          SELECT one.follows_id FROM incident AS one JOIN back ON one.id = back.id
          WHERE one.follows_id IS NOT NULL)
        SELECT id FROM back WHERE id = ${id}`,
  );
  return found !== undefined;
}

/** Of these incidents, those that follow themselves by some number of steps. */
export function circlingAmong(store: ReadStore, ids: readonly string[]): string[] {
  return store.orm
    .select({ id: incident.id, followsId: incident.followsId })
    .from(incident)
    .where(and(isOneOf(incident.id, ids), isNotNull(incident.followsId)))
    .all()
    .filter(({ id, followsId }) => wouldFollowItself(store, id, followsId ?? ''))
    .map(({ id }) => id);
}
