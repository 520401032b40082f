import { and, type SQL, sql } from 'drizzle-orm';
import type { ContactRow } from '../../shared/contract/contacts.ts';
import { nextContactDue } from '../../shared/model/cadence.ts';
import { type ContactName, displayName } from '../../shared/model/contact.ts';
import type {
  ContactKind,
  ContactState,
  RiskGroup,
  RiskLevel,
} from '../../shared/model/vocabulary/contact.ts';
import { contact } from '../db/schema.ts';
import { fold } from '../db/search-text.ts';
import type { ReadStore } from '../db/store.ts';
import { holdingStandings } from './consent-events.ts';
import { isOneOf } from './id-list.ts';

export interface ContactFilter {
  readonly ids?: readonly string[] | undefined;
  readonly kinds?: readonly ContactKind[] | undefined;
  readonly states?: readonly ContactState[] | undefined;
  readonly riskLevels?: readonly RiskLevel[] | undefined;
  readonly riskGroup?: string | undefined;
  readonly tag?: string | undefined;
  readonly text?: string | undefined;
}

/**
 * One row for each contact that passes the filter, in no order. Made for tens of thousands: one
 * pass over the contacts, an index look-up or aggregate for what belongs to them, and no more than the columns
 * a row needs.
 * @param today Calendar date at the officer's place: a meeting noted ahead is no contact made yet.
 */
export function contactRows(store: ReadStore, filter: ContactFilter, today: string): ContactRow[] {
  // 'U' follows the 'T' of a wall-clock time: every meeting that began today or before.
  const found = store.orm.all<Found>(sql`
    SELECT id, kind, state, names, code_name AS codeName, profession, locality, remote,
      risk_level AS riskLevel, risk_groups AS riskGroups, tags,
      contact_every_days AS everyDays, legitimate_basis IS NOT NULL AS hasBasis, photo,
      (SELECT max(started_at) FROM meeting_log_contact
        WHERE contact_id = contact.id AND started_at < ${`${today}U`}) AS lastContactAt
    FROM ${contact}
    WHERE ${conditions(filter)}`);
  const wanted = filter.text === undefined ? '' : fold(filter.text);
  const openPromises = openPromiseCounts(store, filter.ids);
  const holding = holdingStandings(store, filter.ids, today);
  const nextDue = rememberingDates();
  const rows: ContactRow[] = [];
  for (const each of found) {
    const names = JSON.parse(each.names) as ContactName[];
    if (wanted !== '' && !mentions(each, names, wanted)) continue;
    const label = displayName({ names });
    const lastContactOn = each.lastContactAt?.slice(0, 10) ?? null;
    const standing = holding.get(each.id);
    const spokeAgainst = standing === 'refused' || standing === 'withdrawn';
    rows.push({
      id: each.id,
      kind: each.kind,
      state: each.state,
      label,
      otherNames: otherNames(names, label),
      codeName: each.codeName,
      profession: each.profession,
      locality: each.locality,
      remote: each.remote === 1,
      riskLevel: each.riskLevel,
      riskGroups: parseList<RiskGroup>(each.riskGroups),
      tags: parseList<string>(each.tags),
      mayHold: standing === 'live' || (each.hasBasis === 1 && !spokeAgainst),
      lastContactOn,
      nextContactDueOn: nextDue(lastContactOn, each.everyDays),
      openPromises: openPromises.get(each.id) ?? 0,
      photo: each.photo,
    });
  }
  return rows;
}

interface Found {
  readonly id: string;
  readonly kind: ContactKind;
  readonly state: ContactState;
  readonly names: string;
  readonly codeName: string | null;
  readonly profession: string | null;
  readonly locality: string | null;
  readonly remote: number;
  readonly riskLevel: RiskLevel | null;
  readonly riskGroups: string;
  readonly tags: string;
  readonly everyDays: number | null;
  readonly hasBasis: number;
  readonly photo: string | null;
  readonly lastContactAt: string | null;
}

function conditions(filter: ContactFilter): SQL {
  const { ids, kinds, states, riskLevels, riskGroup, tag } = filter;
  const all = and(
    ids && isOneOf(contact.id, ids),
    kinds && isOneOf(contact.kind, kinds),
    states && isOneOf(contact.state, states),
    riskLevels && isOneOf(contact.riskLevel, riskLevels),
    riskGroup === undefined ? undefined : holds(contact.riskGroups, riskGroup),
    tag === undefined ? undefined : holds(contact.tags, tag),
  );
  return all ?? sql`1`;
}

function holds(list: typeof contact.tags | typeof contact.riskGroups, value: string): SQL {
  return sql`EXISTS (SELECT 1 FROM json_each(${list}) WHERE value = ${value})`;
}

function otherNames(names: readonly ContactName[], label: string): string[] {
  return names.length < 2 ? [] : names.map((name) => name.text).filter((text) => text !== label);
}

/** `nextContactDue` that works each pair out once: many contacts share a day and a rhythm. */
function rememberingDates(): typeof nextContactDue {
  const known = new Map<string, string | null>();
  return (lastContactOn, everyDays) => {
    if (lastContactOn === null || everyDays === null) return null;
    const key = `${lastContactOn} ${everyDays}`;
    let due = known.get(key);
    if (due === undefined) {
      due = nextContactDue(lastContactOn, everyDays);
      known.set(key, due);
    }
    return due;
  };
}

/** Most lists are empty, and parsing is a good part of the time that ten thousand rows take. */
function parseList<Item>(text: string): Item[] {
  return text === '[]' ? [] : (JSON.parse(text) as Item[]);
}

/** No text holds it, so that nothing is found across the border of two fields. */
const BORDER = '\u0001';

function mentions(each: Found, names: readonly ContactName[], wanted: string): boolean {
  const texts = [...names.map((name) => name.text), each.codeName, each.locality, each.profession];
  return fold(texts.filter((text) => text !== null).join(BORDER)).includes(wanted);
}

function openPromiseCounts(
  store: ReadStore,
  ids: readonly string[] | undefined,
): ReadonlyMap<string, number> {
  const rows = store.orm.all<{ id: string; count: number }>(sql`
    SELECT contact_id AS id, count(*) AS count FROM promise
    WHERE state = 'open' AND ${ids ? isOneOf(sql`contact_id`, ids) : sql`1`}
    GROUP BY contact_id`);
  return new Map(rows.map((row) => [row.id, row.count]));
}
