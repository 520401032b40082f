import { canonicalJson } from '../../../src/vault/canonical-json.ts';
import { iterateFields } from '../../../src/vault/db/record-table.ts';
import { firstDifferenceFromLog } from '../../../src/vault/db/replay.ts';
import { INTERNALS } from '../../../src/vault/db/store-internals.ts';
import { verifyChain } from '../../../src/vault/db/verify.ts';
import { CARRIED_TYPES } from '../../../src/vault/handover/carried-records.ts';
import { consentStanding } from '../../../src/shared/model/live-consent.ts';
import { contactsNamed } from '../../../src/shared/model/named-contacts.ts';
import { consentEventsOf } from '../../../src/vault/store/consent-events.ts';
import { listHeldContacts } from '../../../src/vault/store/contacts.ts';
import { TODAY, type Post } from './post.ts';
import type { Ledger } from './life.ts';

/** What is broken in a vault at any time; empty where nothing is. */
export function brokenAnyTime(post: Post, ledger: Ledger): string[] {
  const { store } = post.context;
  return listHeldContacts(store).flatMap(({ id }) => {
    const events = consentEventsOf(store, [id]);
    const known = events.map((event) => event.id);
    // By the harness's account: a decision counts until one is made in knowledge of it.
    const counting = known.filter(
      (one) => !known.some((other) => ledger.decisions.get(other)?.knew.has(one) === true),
    );
    const isStrict = counting.some((one) => ledger.decisions.get(one)?.isGiven === false);
    const { state } = consentStanding(events, 'private-approach', 'authorities', TODAY);
    return isStrict && state === 'live' ? [`consent of ${id} is looser than a source`] : [];
  });
}

/** Whether all hold the same. */
export function areAlike(posts: readonly Post[], ledger: Ledger): boolean {
  return new Set(posts.map((post) => stateOf(post, ledger).text)).size === 1;
}

/** What is broken once everybody has sent everything to everybody. */
export function brokenAtTheEnd(posts: readonly Post[], ledger: Ledger): string[] {
  const bad: string[] = [];
  const states = posts.map((post) => stateOf(post, ledger));
  const [first] = states;
  for (const [n, state] of states.entries()) {
    if (first !== undefined && state.text !== first.text) {
      bad.push(`officer ${String(n)} ends otherwise: ${firstDifference(first, state)}`);
    }
  }
  for (const [n, post] of posts.entries()) {
    const { store } = post.context;
    if (!verifyChain(store).intact) bad.push(`the chain of officer ${String(n)} does not verify`);
    const differing = firstDifferenceFromLog(store);
    if (differing !== null) bad.push(`officer ${String(n)} differs from the log`);
    bad.push(...brokenAnyTime(post, ledger), ...lostIn(post, ledger));
  }
  return bad;
}

/** Words that nobody took out and that are gone, of contacts that nobody removed. */
function lostIn({ context, officer }: Post, ledger: Ledger): string[] {
  const { database } = context.store[INTERNALS];
  const contacts = new Map(
    [...iterateFields(context.store[INTERNALS], 'contact')].map(({ id, fields }) => [
      id,
      canonicalJson(fields),
    ]),
  );
  const lost: string[] = [];
  for (const [word, id] of ledger.written) {
    if (ledger.takenOut.has(word) || ledger.removed.has(id)) continue;
    if (contacts.get(id)?.includes(word) !== true) lost.push(`${officer.name} lost ${word}`);
  }
  const history = new Map<string, string>();
  for (const [word, id] of ledger.scalars) {
    if (ledger.removed.has(id)) continue;
    let text = history.get(id);
    if (text === undefined) {
      const values = database
        .prepare<[string], string>(
          `SELECT coalesce(old_value, '') || ' ' || coalesce(new_value, '') FROM change
           WHERE record_type = 'contact' AND record_id = ?`,
        )
        .pluck()
        .all(id);
      text = values.join(' ');
      history.set(id, text);
    }
    if (!text.includes(word)) lost.push(`${officer.name} has no history of ${word}`);
  }
  return lost;
}

interface State {
  readonly text: string;
  readonly records: ReadonlyMap<string, string>;
}

/**
 * Every record, but those that name somebody who was removed by anybody: such a record does not
 * travel (what-travels.ts), so it is where it was made alone.
 */
function stateOf({ context }: Post, { removed }: Ledger): State {
  const internals = context.store[INTERNALS];
  const records = new Map<string, string>();
  for (const type of CARRIED_TYPES) {
    for (const { id, fields } of iterateFields(internals, type)) {
      // Calling a bundle back is for whoever sent it.
      if (type === 'task' && fields['bundleEntryId'] !== null) continue;
      const owner = (fields as { ownerId?: string }).ownerId;
      const named = [...contactsNamed(type, fields), ...(owner === undefined ? [] : [owner])];
      if (type !== 'contact' && named.some((one) => removed.has(one))) continue;
      records.set(`${type} ${id}`, canonicalJson(fields));
    }
  }
  const text = [...records]
    .map(([key, value]) => `${key} ${value}`)
    .sort()
    .join('\n');
  return { text, records };
}

function firstDifference(a: State, b: State): string {
  const keys = [...new Set([...a.records.keys(), ...b.records.keys()])];
  const key = keys.find((one) => a.records.get(one) !== b.records.get(one)) ?? '';
  return `${key}\n    ${a.records.get(key) ?? 'absent'}\n    ${b.records.get(key) ?? 'absent'}`;
}
