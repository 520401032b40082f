import { desc, sql } from 'drizzle-orm';
import type { Incident } from '../../shared/model/incident.ts';
import { incident } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';
import { isOneOf } from './id-list.ts';

/** An incident as the backlash check reads it: when it was, and which contacts it was done to. */
export type VictimIncident = Pick<
  Incident,
  'id' | 'title' | 'act' | 'risk' | 'occurredOn' | 'precision' | 'endedOn'
> & { readonly victimIds: readonly string[] };

const columns = {
  id: incident.id,
  title: incident.title,
  act: incident.act,
  risk: incident.risk,
  occurredOn: incident.occurredOn,
  precision: incident.precision,
  endedOn: incident.endedOn,
  victims: incident.victims,
};

/**
 * Incidents done to any of these contacts, or to any contact, the latest first. Where a contact is
 * only named as the alleged perpetrator it is not theirs.
 */
export function incidentsOfVictims(
  store: ReadStore,
  contactIds?: readonly string[],
): VictimIncident[] {
  const rows = store.orm
    .select(columns)
    .from(incident)
    .where(
      contactIds &&
        sql`${incident.id} IN (SELECT incident_id FROM incident_contact
          WHERE ${isOneOf(sql`contact_id`, contactIds)})`,
    )
    .orderBy(desc(incident.occurredOn), desc(incident.id))
    .all();
  const wanted = contactIds && new Set(contactIds);
  return rows
    .map(({ victims, ...rest }) => ({
      ...rest,
      victimIds: [...new Set(victims.flatMap((victim) => victim.contactId ?? []))],
    }))
    .filter(({ victimIds }) => wanted === undefined || victimIds.some((id) => wanted.has(id)));
}

/** The incidents of these ids that there are, by id. */
export function incidentLinesById(
  store: ReadStore,
  ids: readonly string[],
): ReadonlyMap<string, Pick<Incident, 'id' | 'title' | 'act' | 'occurredOn' | 'precision'>> {
  const { id, title, act, occurredOn, precision } = columns;
  const rows = store.orm
    .select({ id, title, act, occurredOn, precision })
    .from(incident)
    .where(isOneOf(incident.id, [...new Set(ids)]))
    .all();
  return new Map(rows.map((row) => [row.id, row]));
}
