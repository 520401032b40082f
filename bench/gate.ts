/**
 * The gate's decision over many consents, beside one indexed query written by hand for the same
 * question, in one run. See bench/README.md.
 *
 *     npm run bench -- --sizes '' --megabytes 0 [--consents 100000] [--rounds 30]
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConsentDetails } from '../src/shared/model/consent-event.ts';
import type { GatedAction } from '../src/shared/model/consent-gate.ts';
import { emptyContactFields } from '../src/shared/model/contact.ts';
import { ACTION_RULES, ACTION_TYPES } from '../src/shared/model/vocabulary/action.ts';
import { CONSENT_PURPOSES } from '../src/shared/model/vocabulary/consent.ts';
import { writeChangeSet } from '../src/vault/db/change-log.ts';
import { takeInstanceLock } from '../src/vault/db/instance-lock.ts';
import { readRows } from '../src/vault/db/read-rows.ts';
import { createStore, type WriteStore } from '../src/vault/db/store.ts';
import { askGate } from '../src/vault/service/action-gate.ts';
import { must } from '../scripts/demo/must.ts';
import { daysBefore } from '../scripts/demo/portfolio-writing.ts';
import { seededRandom, type Random } from '../scripts/demo/random.ts';
import { BECAUSE, CONSENT_DETAILS, TODAY } from './lib/filled-vault.ts';
import { asRatio, printTable } from './lib/table.ts';

const CONSENTS_PER_CONTACT = 20;
const CONTACTS_PER_CHANGE_SET = 50;
const DECISIONS_PER_ROUND = 4_000;

/** Prints, over a few rounds, what a decision takes by the gate and by the query. */
export function benchGate(consents: number, rounds: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'steady-bench-gate-'));
  const lock = must(takeInstanceLock(folder), 'lock');
  const key = { dataKey: randomBytes(32), salt: randomBytes(16) };
  const store = must(createStore({ lock, key }), 'store');
  try {
    const random = seededRandom(consents);
    const contactIds = fill(store, random, Math.ceil(consents / CONSENTS_PER_CONTACT));
    const found = readRows<{ count: number }>(store, 'SELECT count(*) AS count FROM consent_event');
    process.stdout.write(`\nThe gate over ${found[0]?.count ?? 0} consents\n`);
    const actions = Array.from({ length: DECISIONS_PER_ROUND }, () => anAction(random, contactIds));
    for (const action of actions) assertSameAnswer(store, action);
    const measured = Array.from({ length: rounds }, (_, round) => measure(store, actions, round));
    report(measured);
  } finally {
    store.close();
    lock.release();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What any action of a type asks of its subjects; who is named in its text is another question. */
function anAction(random: Random, contactIds: readonly string[]): GatedAction {
  const type = random.pick(ACTION_TYPES);
  const subjectIds = Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, () =>
    random.pick(contactIds),
  );
  const audience = ACTION_RULES[type].defaultAudience;
  return { type, audience, subjectIds, particulars: null, override: null };
}

/** Consents of every kind, so that of the actions about half find all that they need. */
function fill(store: WriteStore, random: Random, contacts: number): string[] {
  const ids: string[] = [];
  for (let done = 0; done < contacts; done += CONTACTS_PER_CHANGE_SET) {
    writeChangeSet(store, BECAUSE, (writer) => {
      for (
        let index = done;
        index < Math.min(contacts, done + CONTACTS_PER_CHANGE_SET);
        index += 1
      ) {
        const name = { id: random.uuid(), kind: 'primary', text: `Contact ${index}` } as const;
        const names = [{ ...name, script: 'Latn' }];
        const contactId = writer.create('contact', { ...emptyContactFields(), names });
        ids.push(contactId);
        for (let event = 0; event < CONSENTS_PER_CONTACT; event += 1) {
          const purpose = CONSENT_PURPOSES[event % CONSENT_PURPOSES.length] ?? 'meet';
          const audience = random.pick(['any', 'any', 'any', 'authorities', 'ngo'] as const);
          const fields = { contactId, purpose, audience, ...aDecision(random) };
          writer.create('consent-event', { ...fields, renewsId: null });
        }
      }
    });
  }
  return ids;
}

function aDecision(random: Random): ConsentDetails {
  const decision = random.pick(['given', 'given', 'given', 'given', 'given', 'refused'] as const);
  const isGiven = decision === 'given';
  return {
    ...CONSENT_DETAILS,
    decision,
    decidedOn: daysBefore(TODAY, random.pick([20, 200, 400])),
    expiresOn: isGiven ? random.pick([null, null, daysBefore(TODAY, -90)]) : null,
  };
}

/**
 * The same question as one query: for how many subjects and purposes there is no live consent, or
 * nothing may be done for the subject at all. It names no reason, no contact and no consent.
 */
const BY_HAND = `
  SELECT count(*) AS missing FROM json_each(?) subject, json_each(?) purpose
  WHERE NOT coalesce((
    SELECT decision = 'given' AND decided_on <= ? AND (expires_on IS NULL OR expires_on >= ?)
    FROM consent_event
    WHERE purpose = purpose.value AND contact_id = subject.value AND audience IN (?, 'any')
    ORDER BY decided_on DESC,
      CASE decision WHEN 'withdrawn' THEN 0 WHEN 'refused' THEN 1 ELSE 2 END,
      coalesce(expires_on, '9999-12-31'), id
    LIMIT 1), 0)
  OR NOT EXISTS (
    SELECT 1 FROM contact WHERE id = subject.value
      AND json_extract(peaceful_means, '$.status') <> 'not-met'
      AND (dissolved_on IS NULL OR dissolved_on > ?))`;

function byHand(store: WriteStore, { type, audience, subjectIds }: GatedAction): boolean {
  const subjects = JSON.stringify(subjectIds);
  const purposes = JSON.stringify(ACTION_RULES[type].purposes);
  const days = [TODAY, TODAY] as const;
  const [row] = readRows<{ missing: number }>(
    store,
    BY_HAND,
    ...[subjects, purposes, ...days, audience, TODAY],
  );
  return row?.missing === 0;
}

/** `public-statement` and the like also wait for a clearance, which no query of consents knows. */
function byGate(store: WriteStore, action: GatedAction): boolean {
  return askGate(store, action, TODAY).gaps.length === 0;
}

function assertSameAnswer(store: WriteStore, action: GatedAction): void {
  if (byGate(store, action) !== byHand(store, action)) {
    throw new Error(`gate and query differ: ${JSON.stringify(action)}`);
  }
}

interface Times {
  readonly gate: readonly number[];
  readonly query: readonly number[];
}

/** Both take every decision in turn, first the one and then the other, so that neither is favoured. */
function measure(store: WriteStore, actions: readonly GatedAction[], round: number): Times {
  const times = { gate: [] as number[], query: [] as number[] };
  const runs = [
    ['gate', byGate],
    ['query', byHand],
  ] as const;
  for (const [index, action] of actions.entries()) {
    const first = (index + round) % 2;
    for (const [name, decide] of [runs[first] ?? runs[0], runs[1 - first] ?? runs[1]]) {
      const startedMs = performance.now();
      decide(store, action);
      times[name].push(performance.now() - startedMs);
    }
  }
  return times;
}

/**
 * What each decision takes is its median over the rounds: what else the machine does falls out, what
 * is dear about the decision itself stays in every round. Beside it every single call, with all of that.
 */
function report(rounds: readonly Times[]): void {
  const costs = (name: keyof Times): number[] =>
    (rounds[0]?.[name] ?? []).map((_, index) =>
      percentile(
        rounds.map((one) => one[name][index] ?? Number.NaN),
        50,
      ),
    );
  const calls = (name: keyof Times): number[] => rounds.flatMap((one) => one[name]);
  const rowsOf = (what: string, of: (name: keyof Times) => number[]): string[][] =>
    [50, 90, 99].map((percent) => {
      const [ours, theirs] = [percentile(of('gate'), percent), percentile(of('query'), percent)];
      return [`${what}, p${percent}`, inMicros(ours), inMicros(theirs), asRatio(ours, theirs)];
    });
  printTable(
    ['', 'gate', 'query by hand', 'ratio'],
    [...rowsOf('a decision', costs), ...rowsOf('a single call', calls)],
  );
}

function inMicros(ms: number): string {
  return `${(ms * 1_000).toFixed(1)} us`;
}

function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? NaN;
}
