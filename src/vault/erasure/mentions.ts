import { sql } from 'drizzle-orm';
import type { RecordRef } from '../../shared/contract/parts.ts';
import type { Contact } from '../../shared/model/contact.ts';
import type { RecordType } from '../../shared/model/record-type.ts';
import type { JsonValue } from '../canonical-json.ts';
import { readRecord } from '../db/record-table.ts';
import { recordTable } from '../db/record-types.ts';
import type { ReadStore } from '../db/store.ts';
import { isOneOf } from '../store/id-list.ts';
import { isNamedIn, textsIn, withNamesTakenOut, type NameMatcher } from './name-matcher.ts';

/**
 * Something in a record of others that may say something of the person: words in a field, or, with
 * no field, a file that nobody can read for the officer. They say of each whether it goes.
 */
export interface Mention {
  readonly record: RecordRef;
  readonly field: string | null;
  readonly excerpt: string;
  /** Only in what the field said before. */
  readonly isPast: boolean;
  /** A whole name or a number of theirs, not only a word that is in their name. */
  readonly isSure: boolean;
}

/** Names a mention in the contract. */
export function mentionKey({ record, field }: Mention): string {
  return `${record.type} ${record.id} ${field ?? '*'}`;
}

/** Every name, code name, number and address of a contact, today's and those of before. */
export function namesOf(store: ReadStore, contactId: string): string[] {
  const rows = store.orm.all<{ field: string; oldValue: string | null; newValue: string | null }>(
    sql`SELECT field, old_value AS oldValue, new_value AS newValue FROM change
        WHERE record_type = 'contact' AND record_id = ${contactId} AND erased_at IS NULL
          AND field IN ('names', 'codeName', 'methods')`,
  );
  return rows.flatMap(({ field, oldValue, newValue }) =>
    [oldValue, newValue].flatMap((text) => {
      if (text === null) return [];
      const value = JSON.parse(text) as unknown;
      if (field === 'codeName') return [value as string];
      if (field === 'names') return (value as Contact['names']).map((name) => name.text);
      return (value as Contact['methods']).map((method) => method.value);
    }),
  );
}

/** Of these, no text is anybody's but the vault's own. */
const NOT_ASKED: readonly RecordType[] = ['officer', 'bundle-entry', 'erasure'];

/** Reads every text of the history that stays. */
export function mentionsOf(
  store: ReadStore,
  matcher: NameMatcher,
  about: {
    readonly isGone: (record: RecordRef) => boolean;
    /** Records that they were part of with others: their files may be of them. */
    readonly sharedWith: readonly RecordRef[];
  },
): Mention[] {
  const found = new Map<string, Mention>();
  const rows = store.orm.all<LoggedValues>(
    sql`SELECT record_type AS type, record_id AS id, field, old_value AS oldValue,
          new_value AS newValue FROM change
        WHERE erased_at IS NULL AND field <> '$exists'
          AND NOT ${isOneOf(sql`record_type`, NOT_ASKED)}
        ORDER BY seq DESC, ordinal`,
  );
  for (const { type, id, field, oldValue, newValue } of rows) {
    const record: RecordRef = { type, id };
    const key = `${type} ${id} ${field}`;
    const texts = [newValue, oldValue].filter((text) => text !== null);
    // The JSON of a value holds its words; most rows are passed over without reading more.
    const mayName = (json: string): boolean => matcher.isIn(json.replace(/\\[nrt]/gu, ' '));
    if (found.has(key) || !texts.some(mayName) || about.isGone(record)) continue;
    const mention = mentionIn(store, matcher, record, field, texts);
    if (mention !== null) found.set(key, mention);
  }
  return [...found.values(), ...filesOf(store, about.sharedWith)];
}

/** What a field says without the names; the same value where it does not name them. */
export function redacted(
  type: RecordType,
  field: string,
  value: JsonValue,
  matcher: NameMatcher,
): JsonValue {
  const schema = recordTable(type).byField.get(field)?.schema;
  const isValid = (changed: JsonValue): boolean => schema?.safeParse(changed).success === true;
  return withNamesTakenOut(value, matcher, isValid);
}

interface LoggedValues {
  readonly type: RecordType;
  readonly id: string;
  readonly field: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
}

function mentionIn(
  store: ReadStore,
  matcher: NameMatcher,
  record: RecordRef,
  field: string,
  logged: readonly string[],
): Mention | null {
  const fields = readRecord(store, record.type, record.id) as Record<string, JsonValue> | null;
  const now = fields?.[field] ?? null;
  const past = logged.map((text) => JSON.parse(text) as JsonValue);
  const said = [now, ...past].find((value) => canBeTakenOut(record.type, field, value, matcher));
  if (said === undefined) return null;
  const text = textsIn(said).find((one) => matcher.isIn(one)) ?? '';
  return {
    ...{ record, field, excerpt: matcher.excerpt(text), isPast: !isNamedIn(matcher, now) },
    // The name of another contact may hold theirs: a foundation, a brother.
    isSure: matcher.isSurelyIn(text) && !(record.type === 'contact' && field === 'names'),
  };
}

function canBeTakenOut(
  type: RecordType,
  field: string,
  value: JsonValue,
  matcher: NameMatcher,
): boolean {
  if (!isNamedIn(matcher, value)) return false;
  return !isNamedIn(matcher, redacted(type, field, value, matcher));
}

function filesOf(store: ReadStore, owners: readonly RecordRef[]): Mention[] {
  const ids = owners.map(({ id }) => id);
  return store.orm
    .all<{ id: string; name: string }>(
      sql`SELECT id, name FROM attachment WHERE ${isOneOf(sql`owner_id`, ids)} ORDER BY id`,
    )
    .map(({ id, name }) => ({
      ...{ record: { type: 'attachment' as const, id }, field: null, excerpt: name },
      ...{ isPast: false, isSure: false },
    }));
}
