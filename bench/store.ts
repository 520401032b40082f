/**
 * The store beside plain better-sqlite3, in one run. See bench/README.md.
 *
 *     npm run bench -- [--sizes 10000:500,100000:10000] [--rounds 30]
 */
import Database from 'better-sqlite3';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calls } from '../src/shared/contract/contract.ts';
import type { Outcome } from '../src/shared/outcome.ts';
import { databasePath } from '../src/vault/db/open.ts';
import { openStore, type WriteStore } from '../src/vault/db/store.ts';
import { consentHandlers } from '../src/vault/service/consents.ts';
import { contactHandlers } from '../src/vault/service/contacts.ts';
import { meetingHandlers } from '../src/vault/service/meetings.ts';
import { rhythmHandlers } from '../src/vault/service/rhythm.ts';
import { searchHandlers } from '../src/vault/service/search.ts';
import { todayHandlers } from '../src/vault/service/today.ts';
import { must } from '../scripts/demo/must.ts';
import { seededRandom } from '../scripts/demo/random.ts';
import {
  benchContext,
  fillVault,
  newLog,
  RARE_WORD,
  TODAY,
  type FilledVault,
} from './lib/filled-vault.ts';
import { makePlainPeer, type PlainPeer } from './lib/plain-peer.ts';
import { asRatio, inMs, printTable } from './lib/table.ts';
import { medians } from './lib/timing.ts';

/** What a user waits for, as the vault process answers it: argument and result parsed. */
type Use = (store: WriteStore, contactId: string) => Promise<void>;

interface Reading {
  readonly name: string;
  readonly use: Use;
}

const answer = async (
  outcome: Outcome<unknown, { kind: string }> | Promise<Outcome<unknown, { kind: string }>>,
  call: { readonly result: { parse(value: unknown): unknown } },
): Promise<void> => {
  call.result.parse(must(await outcome, 'bench'));
};

const READINGS: readonly Reading[] = [
  {
    name: 'list of contacts',
    use: (store) =>
      answer(
        contactHandlers.list(benchContext(store), calls.contacts.list.arg.parse({})),
        calls.contacts.list,
      ),
  },
  {
    name: 'first 100 contacts',
    use: (store) =>
      answer(
        contactHandlers.list(benchContext(store), calls.contacts.list.arg.parse({ limit: 100 })),
        calls.contacts.list,
      ),
  },
  {
    name: 'timeline, newest 50',
    use: (store) =>
      answer(
        meetingHandlers.list(benchContext(store), calls.meetings.list.arg.parse({ limit: 50 })),
        calls.meetings.list,
      ),
  },
  {
    name: 'contact page',
    use: async (store, contactId) => {
      const context = benchContext(store);
      await answer(contactHandlers.page(context, { id: contactId }), calls.contacts.page);
      await answer(consentHandlers.ofContact(context, { contactId }), calls.consents.ofContact);
      const arg = calls.meetings.list.arg.parse({ contactId, limit: 50 });
      await answer(meetingHandlers.list(context, arg), calls.meetings.list);
    },
  },
  {
    name: 'Today',
    use: (store) =>
      answer(
        todayHandlers.overview(benchContext(store), calls.today.overview.arg.parse({})),
        calls.today.overview,
      ),
  },
  {
    name: 'steady state, first 100',
    use: (store) =>
      answer(
        rhythmHandlers.overview(
          benchContext(store),
          calls.rhythm.overview.arg.parse({ limit: 100 }),
        ),
        calls.rhythm.overview,
      ),
  },
  {
    name: 'last told, of all',
    use: (store) =>
      answer(
        rhythmHandlers.told(benchContext(store), calls.rhythm.told.arg.parse({})),
        calls.rhythm.told,
      ),
  },
  { name: 'search, rare word', use: searchFor(RARE_WORD) },
  { name: 'search, two words', use: searchFor('hearing lawyer') },
  { name: 'search, prefix', use: searchFor('neigh') },
];

function searchFor(text: string): Use {
  return (store) =>
    answer(
      searchHandlers.query(benchContext(store), calls.search.query.arg.parse({ text })),
      calls.search.query,
    );
}

/** Measures one size and prints its table. */
export async function benchStore(logs: number, contacts: number, rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'steady-state-bench-'));
  try {
    const startedMs = performance.now();
    const vault = fillVault(folder, logs, contacts);
    const loadedS = (performance.now() - startedMs) / 1_000;
    vault.store.close();
    const plainPath = join(folder, 'plain.db');
    const plain = makePlainPeer(vault, plainPath);
    const sizes = [databasePath(folder), plainPath].map((path) =>
      (statSync(path).size / 1e6).toFixed(0),
    );
    process.stdout.write(
      `\n${logs} logs, ${vault.contactIds.length} contacts; loaded in ${loadedS.toFixed(0)} s ` +
        `(${(logs / loadedS).toFixed(0)} logs/s), ${sizes[0]} MB, as plain SQLite ${sizes[1]} MB\n\n`,
    );
    const rows = [await benchOpen(vault, plainPath)];
    const store = must(openStore({ lock: vault.lock, key: vault.key }), 'open');
    for (const reading of READINGS)
      rows.push(await benchReading(reading, store, plain, vault, rounds));
    rows.push(await benchSave(store, plain, vault, rounds));
    printTable(
      ['median ms', 'vault', 'same code, plain', 'driver alone', 'to same code', 'to driver'],
      rows,
    );
    store.close();
    plain.close();
    vault.lock.release();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function row(name: string, [vault = 0, sameCode = 0, driver = 0]: readonly number[]): string[] {
  const hasSame = Number.isFinite(sameCode);
  return [
    name,
    inMs(vault),
    hasSame ? inMs(sameCode) : '',
    inMs(driver),
    hasSame ? asRatio(vault, sameCode) : '',
    asRatio(vault, driver),
  ];
}

/** With the key at hand: Argon2id takes its second by design and is no part of this. */
async function benchOpen(vault: FilledVault, plainPath: string): Promise<string[]> {
  const [ours = 0, driver = 0] = await medians(
    [
      {
        name: 'vault',
        run: () => must(openStore({ lock: vault.lock, key: vault.key }), 'open').close(),
      },
      {
        name: 'driver',
        run: () => {
          const database = new Database(plainPath, { fileMustExist: true });
          database.prepare('SELECT count(*) FROM sqlite_schema').get();
          database.close();
        },
      },
    ],
    5,
    1,
  );
  return row('open and close', [ours, Number.NaN, driver]);
}

async function benchReading(
  { name, use }: Reading,
  store: WriteStore,
  plain: PlainPeer,
  { contactIds }: FilledVault,
  rounds: number,
): Promise<string[]> {
  const contactOf = (round: number): string => contactIds[(round * 37) % contactIds.length] ?? '';
  // The very statements of the product, each prepared once, as a program without it would run them.
  const alone: (() => void)[] = [];
  for (let round = 0; round < rounds + 2; round += 1) {
    const queries = await plain.record((recording) => use(recording, contactOf(round)));
    const statements = queries.map(({ text, values }) => ({
      statement: plain.database.prepare(text),
      values,
    }));
    alone.push(() => {
      for (const { statement, values } of statements) statement.all(...values);
    });
  }
  const times = await medians(
    [
      { name: 'vault', run: (round) => use(store, contactOf(round)) },
      { name: 'same code', run: (round) => use(plain.store, contactOf(round)) },
      { name: 'driver', run: (round) => alone[round]?.() },
    ],
    rounds,
  );
  return row(name, times);
}

/**
 * A save of a new log with one promise. The vault also writes field-level history, hash chain and
 * head files and empties its write-ahead log; the driver alone writes the rows and the index.
 */
async function benchSave(
  store: WriteStore,
  plain: PlainPeer,
  { contactIds }: FilledVault,
  rounds: number,
): Promise<string[]> {
  const random = seededRandom(7);
  const columns = plain.database.pragma('table_info(meeting_log)') as { name: string }[];
  const names = columns.map((column) => column.name);
  const insert = plain.database.prepare(
    `INSERT INTO meeting_log (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  );
  const promise = plain.database.prepare(
    `INSERT INTO promise (id, meeting_log_id, contact_id, text, due_on, state) VALUES (?, ?, ?, ?, ?, 'open')`,
  );
  const link = plain.database.prepare(
    'INSERT INTO meeting_log_contact (log_id, contact_id, started_at) VALUES (?, ?, ?)',
  );
  const indexRow = plain.database.prepare(
    'INSERT INTO search_row (record_type, record_id) VALUES (?, ?)',
  );
  const index = plain.database.prepare(
    'INSERT INTO search_index (rowid, title, body) VALUES (?, ?, ?)',
  );
  const saveAlone = plain.database.transaction((contactId: string) => {
    const id = random.uuid();
    const log = newLog(contactId, TODAY, random);
    const values: Record<string, unknown> = {
      id,
      state: 'draft',
      started_at: log.startedAt,
      time_zone: log.timeZone,
      duration_minutes: log.durationMinutes,
      channel: log.channel,
      place: log.place,
      participants: JSON.stringify(log.participants),
      language: log.language,
      title: log.title,
      said: log.said,
      told: log.told,
      sensitivity: log.sensitivity,
    };
    insert.run(names.map((name) => values[name] ?? null));
    const promiseId = random.uuid();
    promise.run(promiseId, id, contactId, 'Send the guidance', TODAY);
    link.run(id, contactId, log.startedAt);
    index.run(
      indexRow.run('meeting-log', id).lastInsertRowid,
      log.title,
      `${log.said} ${log.told}`,
    );
    index.run(indexRow.run('promise', promiseId).lastInsertRowid, 'Send the guidance', '');
  });
  const contactOf = (round: number): string => contactIds[round % contactIds.length] ?? '';
  const [ours = 0, driver = 0] = await medians(
    [
      {
        name: 'vault',
        run: (round) => {
          const contactId = contactOf(round);
          const arg = calls.meetings.save.arg.parse({
            id: null,
            fields: newLog(contactId, TODAY, random),
            promises: [
              {
                id: null,
                contactId,
                text: 'Send the guidance',
                dueOn: TODAY,
                state: 'open',
                settledOn: null,
                toldThemOn: null,
              },
            ],
            followUps: [],
            seal: false,
          });
          return answer(meetingHandlers.save(benchContext(store), arg), calls.meetings.save);
        },
      },
      { name: 'driver', run: (round) => saveAlone(contactOf(round)) },
    ],
    rounds,
  );
  return row('save a log', [ours, Number.NaN, driver]);
}
