import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { failureOf, refuse, settle, storageFailureOf } from '../../../../src/vault/db/errors.ts';

describe('errors of the store', () => {
  it.each([
    ['SQLITE_FULL', 'no-space'],
    ['SQLITE_IOERR_WRITE', 'no-space'],
    ['ENOSPC', 'no-space'],
    ['EFBIG', 'no-space'],
    ['SQLITE_READONLY', 'read-only'],
    ['SQLITE_READONLY_DBMOVED', 'read-only'],
    ['SQLITE_CANTOPEN', 'read-only'],
    ['EROFS', 'read-only'],
    ['SQLITE_CORRUPT', 'damaged'],
    ['SQLITE_CORRUPT_VTAB', 'damaged'],
    ['SQLITE_NOTADB', 'damaged'],
    ['SQLITE_IOERR_DATA', 'damaged'],
    ['SQLITE_BUSY', 'in-use'],
    ['SQLITE_BUSY_SNAPSHOT', 'in-use'],
  ])('%s means %s', (code, kind) => {
    const error = code.startsWith('SQLITE')
      ? new Database.SqliteError('x', code)
      : Object.assign(new Error('x'), { code });
    expect(storageFailureOf(error)).toEqual({ kind });
  });

  it.each([
    new Database.SqliteError('x', 'SQLITE_CONSTRAINT_NOTNULL'),
    new Database.SqliteError('x', 'SQLITE_ERROR'),
    new TypeError('x'),
    null,
    'SQLITE_FULL',
  ])('that are no expected failure stay faults (%#)', (error) => {
    expect(failureOf(error)).toBeNull();
    expect(() =>
      settle(() => {
        throw error as Error;
      }),
    ).toThrow();
  });

  it('that were refused become the failure they were refused with', () => {
    expect(settle(() => refuse({ kind: 'sealed' }))).toEqual({
      ok: false,
      failure: { kind: 'sealed' },
    });
    expect(settle(() => 5)).toEqual({ ok: true, value: 5 });
  });
});
