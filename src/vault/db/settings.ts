import { canonicalJson, type JsonValue } from '../canonical-json.ts';
import { INTERNALS, prepared, type ReadStore, type WriteStore } from './store-internals.ts';

/** A setting's value; null where it was never set. Values are parsed by whoever owns the key. */
export function readSetting(store: ReadStore, key: string): JsonValue {
  return readJson(store, 'SELECT value FROM setting WHERE key = ?', key);
}

/** Sets a value, outside the change log. */
export function putSetting(store: WriteStore, key: string, value: JsonValue): void {
  prepared(
    store[INTERNALS],
    `INSERT INTO setting (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  ).run(key, canonicalJson(value));
}

/** The officer's own identity with its secret half; null until it is made. Never leaves the vault. */
export function readOwnIdentity(store: ReadStore): JsonValue {
  return readJson(store, 'SELECT body FROM own_identity WHERE only = ?', 1);
}

/** Keeps the officer's own identity, in place of an earlier one. */
export function putOwnIdentity(store: WriteStore, body: JsonValue): void {
  prepared(
    store[INTERNALS],
    `INSERT INTO own_identity (only, body) VALUES (1, ?)
     ON CONFLICT (only) DO UPDATE SET body = excluded.body`,
  ).run(canonicalJson(body));
}

function readJson(store: ReadStore, text: string, parameter: string | number): JsonValue {
  const value = prepared<string>(store[INTERNALS], text).pluck().get(parameter);
  return value === undefined ? null : (JSON.parse(value) as JsonValue);
}
