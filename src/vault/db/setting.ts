import { canonicalJson, type JsonValue } from './canonical-json.ts';
import { INTERNALS, prepared, type ReadStore, type WriteStore } from './store-internals.ts';

/** What a vault remembers of itself, outside the change log: it is nobody's record. */
export type SettingKey = 'device' | 'recovery-code-confirmed';

/** The value of a setting; null where it was never set. */
export function readSetting(store: ReadStore, key: SettingKey): JsonValue {
  const row = prepared<{ value: string }>(
    store[INTERNALS],
    'SELECT value FROM setting WHERE key = ?',
  ).get(key);
  return row === undefined ? null : (JSON.parse(row.value) as JsonValue);
}

export function writeSetting(store: WriteStore, key: SettingKey, value: JsonValue): void {
  prepared(store[INTERNALS], 'INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)').run(
    key,
    canonicalJson(value),
  );
}
