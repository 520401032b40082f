import { getTableColumns } from 'drizzle-orm';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RECORD_TYPES } from '../../../../src/shared/model/record-type.ts';
import { RECORD_FIELDS, recordTable } from '../../../../src/vault/db/record-types.ts';
import * as schema from '../../../../src/vault/db/schema.ts';
import { INTERNALS } from '../../../../src/vault/db/store-internals.ts';
import type { WriteStore } from '../../../../src/vault/db/store.ts';
import { makeFixture, type Fixture } from './store-fixture.ts';

let fixture: Fixture;
let store: WriteStore;
beforeAll(() => {
  fixture = makeFixture();
  store = fixture.create();
});
afterAll(() => {
  fixture.dispose();
});

const tables = Object.values(schema) as SQLiteTable[];

it('says of every table what the migrations made of it', () => {
  const { database } = store[INTERNALS];
  for (const table of tables) {
    const { name, primaryKeys } = getTableConfig(table);
    const keys = new Set(primaryKeys.flatMap((key) => key.columns.map((column) => column.name)));
    const typed = Object.values(getTableColumns(table)).map((column) => ({
      name: column.name,
      type: column.getSQLType().toUpperCase(),
      notNull: column.notNull && !(column.primary && column.getSQLType() === 'integer'),
      key: column.primary || keys.has(column.name),
    }));
    const found = (
      database.prepare('SELECT name, type, "notnull", pk FROM pragma_table_info(?)').all(name) as {
        name: string;
        type: string;
        notnull: number;
        pk: number;
      }[]
    ).map((row) => ({
      name: row.name,
      type: row.type,
      notNull: row.notnull === 1,
      key: row.pk > 0,
    }));
    expect({ name, columns: typed }).toEqual({ name, columns: found });
  }
});

it('names every index that the migrations made, and no other', () => {
  const made = store[INTERNALS].database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY 1")
    .pluck()
    .all();
  const named = tables.flatMap((table) =>
    getTableConfig(table).indexes.map((index) => index.config.name),
  );
  expect(named.sort()).toEqual(made);
});

it('leaves no table of the database untyped, and every one strict', () => {
  const made = store[INTERNALS].database
    .prepare(
      `SELECT name || ' ' || strict FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all();
  const named = tables.map((table) => `${getTableConfig(table).name} 1`);
  expect(named.sort()).toEqual(made);
});

it('has one column for every field of every record type, not null where the model says so', () => {
  for (const type of RECORD_TYPES) {
    const shape: Record<string, { safeParse(value: unknown): { success: boolean } }> =
      RECORD_FIELDS[type].shape;
    const columns = recordTable(type).columns.map(({ field, required }) => [field, required]);
    const fields = Object.keys(shape)
      .sort()
      .map((field) => [field, shape[field]?.safeParse(null).success === false]);
    expect([type, columns]).toEqual([type, fields]);
  }
});
