import { sql } from 'drizzle-orm';
import type { ContactRow } from '../../shared/contract/contacts.ts';
import { rhythmOf } from '../../shared/model/cadence.ts';
import { type ContactName, displayName } from '../../shared/model/contact.ts';
import type {
  ContactKind,
  ContactState,
  RiskGroup,
  RiskLevel,
} from '../../shared/model/vocabulary/contact.ts';
import { contact } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';
import { holdingStandings } from './consent-events.ts';
import { filterCondition, textFilter, type ContactFilter } from './contact-filter.ts';
import { lastContactAt, rememberingDates } from './contact-keys.ts';
import { isOneOf } from './id-list.ts';

/**
 * One row for each contact that passes the filter, in no order. Made for tens of thousands: one
 * pass over the contacts, an index look-up or aggregate for what belongs to them, and no more than the columns
 * a row needs.
 * @param today Calendar date at the officer's place: a meeting noted ahead is no contact made yet.
 */
export function contactRows(store: ReadStore, filter: ContactFilter, today: string): ContactRow[] {
  const found = store.orm.all<Found>(sql`
    SELECT id, kind, state, names, code_name AS codeName, profession, locality, remote,
      risk_level AS riskLevel, risk_groups AS riskGroups, tags,
      contact_every_days AS contactEveryDays, legitimate_basis IS NOT NULL AS hasBasis, photo,
      ${lastContactAt(today)} AS lastContactAt
    FROM ${contact}
    WHERE ${filterCondition(filter)}`);
  const mentionsText = textFilter(filter.text);
  const openPromises = openPromiseCounts(store, filter.ids);
  const holding = holdingStandings(store, filter.ids, today);
  const nextDue = rememberingDates();
  const rows: ContactRow[] = [];
  for (const each of found) {
    const names = JSON.parse(each.names) as ContactName[];
    if (!mentionsText(each, names)) continue;
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
      nextContactDueOn: nextDue(lastContactOn, rhythmOf(each)?.everyDays ?? null),
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
  readonly contactEveryDays: number | null;
  readonly hasBasis: number;
  readonly photo: string | null;
  readonly lastContactAt: string | null;
}

function otherNames(names: readonly ContactName[], label: string): string[] {
  return names.length < 2 ? [] : names.map((name) => name.text).filter((text) => text !== label);
}

/** Most lists are empty, and parsing is a good part of the time that ten thousand rows take. */
function parseList<Item>(text: string): Item[] {
  return text === '[]' ? [] : (JSON.parse(text) as Item[]);
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
