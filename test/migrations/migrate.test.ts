import Database from 'better-sqlite3';
import { beforeEach, afterEach, describe, expect, it } from 'vitest';
import { migrate, type Migration } from '../../src/vault/db/migrate.ts';
import { MIGRATIONS } from '../../src/vault/db/migrations.ts';

const ONE: Migration = { number: 1, name: 'one', sql: 'CREATE TABLE a (x TEXT) STRICT;' };
const TWO: Migration = {
  number: 2,
  name: 'two',
  sql: "ALTER TABLE a ADD COLUMN y TEXT; UPDATE a SET y = x || '!';",
};
const nowMs = (): number => 0;

let database: Database.Database;
beforeEach(() => {
  database = new Database(':memory:');
  database.pragma('foreign_keys = ON');
});
afterEach(() => {
  database.close();
});

function version(): unknown {
  return database.pragma('user_version', { simple: true });
}

describe('the runner', () => {
  it('applies what is missing, in order, and nothing twice', () => {
    expect(migrate(database, [ONE], nowMs)).toEqual({ ok: true, value: 1 });
    database.exec("INSERT INTO a VALUES ('kept')");
    expect(migrate(database, [ONE, TWO], nowMs)).toEqual({ ok: true, value: 1 });
    expect(migrate(database, [ONE, TWO], nowMs)).toEqual({ ok: true, value: 0 });
    expect(database.prepare('SELECT * FROM a').all()).toEqual([{ x: 'kept', y: 'kept!' }]);
    expect(version()).toBe(2);
  });

  it('refuses a database that knows more steps than are shipped', () => {
    migrate(database, [ONE, TWO], nowMs);
    expect(migrate(database, [ONE], nowMs)).toEqual({
      ok: false,
      failure: { kind: 'from-the-future' },
    });
  });

  it('refuses a database whose steps are not the shipped ones', () => {
    migrate(database, [ONE], nowMs);
    const edited = { ...ONE, sql: `${ONE.sql} -- edited` };
    const renamed = { ...ONE, name: 'uno' };
    for (const shipped of [[edited, TWO], [renamed, TWO], [TWO]]) {
      expect(migrate(database, shipped, nowMs)).toEqual({
        ok: false,
        failure: { kind: 'damaged' },
      });
    }
    expect(version()).toBe(1);
  });

  it('refuses a version number that does not go with the steps', () => {
    migrate(database, [ONE], nowMs);
    database.pragma('user_version = 0');
    expect(migrate(database, [ONE], nowMs)).toEqual({ ok: false, failure: { kind: 'damaged' } });
  });

  it('keeps nothing of a step that fails', () => {
    const broken = { number: 2, name: 'broken', sql: 'CREATE TABLE b (x TEXT); SELECT nothing;' };
    migrate(database, [ONE], nowMs);
    expect(() => migrate(database, [ONE, broken], nowMs)).toThrow();
    expect(database.prepare("SELECT name FROM sqlite_schema WHERE name = 'b'").all()).toEqual([]);
    expect(version()).toBe(1);
  });

  it('keeps nothing of a step that leaves a reference to nothing', () => {
    const loose = {
      number: 2,
      name: 'loose',
      sql: `PRAGMA defer_foreign_keys = ON; CREATE TABLE b (x TEXT PRIMARY KEY);
        CREATE TABLE c (x TEXT REFERENCES b (x)); INSERT INTO c VALUES ('gone');`,
    };
    migrate(database, [ONE], nowMs);
    expect(migrate(database, [ONE, loose], nowMs)).toEqual({
      ok: false,
      failure: { kind: 'damaged' },
    });
    expect(version()).toBe(1);
  });

  it('does not run steps that are out of order', () => {
    expect(() => migrate(database, [TWO, ONE], nowMs)).toThrow('out of order');
    expect(() => migrate(database, [ONE, ONE], nowMs)).toThrow('out of order');
  });
});

describe('the shipped steps', () => {
  it('make a sound database from nothing and can be run again', () => {
    expect(migrate(database, MIGRATIONS, nowMs)).toEqual({ ok: true, value: MIGRATIONS.length });
    expect(migrate(database, MIGRATIONS, nowMs)).toEqual({ ok: true, value: 0 });
    expect(database.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(database.pragma('foreign_key_check')).toEqual([]);
  });

  it('are numbered from 1 without a gap and named after their number', () => {
    for (const [i, step] of MIGRATIONS.entries()) {
      expect(step.number).toBe(i + 1);
      expect(step.name).toMatch(new RegExp(`^${String(i + 1).padStart(4, '0')}-[a-z-]+$`, 'u'));
    }
  });
});
