import { sql } from 'drizzle-orm';
import { RECORD_TYPES, type RecordType } from '../../src/shared/model/record-type.ts';
import type { ReadStore } from '../../src/vault/db/store.ts';
import type { Pick } from './random-argument.ts';

/** What a field or a group of calls names, by a word in its name; the first that fits. */
const NAMES: readonly (readonly [RegExp, RecordType])[] = [
  [/recipient|officer/iu, 'officer'],
  [/bundleEntry/iu, 'bundle-entry'],
  [/contact|subject|organisation|company|mayBeNamed|observer/iu, 'contact'],
  [/review/iu, 'action-review'],
  [/action/iu, 'action'],
  [/incident|follows/iu, 'incident'],
  [/risk/iu, 'risk-assessment'],
  [/visit/iu, 'visit-request'],
  [/custody/iu, 'custody'],
  [/hearing|previous/iu, 'hearing'],
  [/promise/iu, 'promise'],
  [/followUp/iu, 'follow-up'],
  [/meeting|corrects/iu, 'meeting-log'],
  [/task/iu, 'task'],
  [/attachment/iu, 'attachment'],
  [/relationship/iu, 'relationship'],
  [/plan/iu, 'plan'],
  [/renews|consent|event/iu, 'consent-event'],
];
function typeIn(name: string): RecordType | undefined {
  return NAMES.find(([word]) => word.test(name))?.[1];
}

/** Fields that name the record of the call itself. */
const OWN = new Set(['id', 'ids']);
/** One time in so many, a record of any other type, or one that nobody knows. */
const STRAY_EVERY = 12;
const NEWEST_SETS = 6;

/** The records that there are at the moment, for arguments to name. */
export class RecordPool {
  readonly #store: ReadStore;

  constructor(store: ReadStore) {
    this.#store = store;
  }

  /** The id that a place in an argument is given: mostly of a record that could stand there. */
  idFor(channel: string, { pick, field }: Pick): string {
    if (field === 'changeSetId') return this.#one(this.#changeSets(), pick);
    if (pick % STRAY_EVERY === 0) return this.#one(this.#anyIds(), pick);
    const [group = '', name = ''] = channel.split('.');
    const type = OWN.has(field) ? (typeIn(name) ?? typeIn(group)) : typeIn(field);
    return this.#one(type === undefined ? this.#anyIds() : this.#idsOf(type), pick);
  }

  #one(ids: readonly string[], pick: number): string {
    return ids[pick % Math.max(1, ids.length)] ?? '01890000-0000-7000-8000-00000000dead';
  }

  #idsOf(type: RecordType): string[] {
    const table = sql.identifier(type.replaceAll('-', '_'));
    return this.#store.orm
      .all<{ id: string }>(sql`SELECT id FROM ${table} ORDER BY id`)
      .map((row) => row.id);
  }

  #anyIds(): string[] {
    return RECORD_TYPES.flatMap((type) => this.#idsOf(type));
  }

  #changeSets(): string[] {
    return this.#store.orm
      .all<{ id: string }>(sql`SELECT id FROM change_set ORDER BY seq DESC LIMIT ${NEWEST_SETS}`)
      .map((row) => row.id);
  }
}
