import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeInstanceLock } from '../../../../src/vault/db/instance-lock.ts';
import { valueOf } from './store-fixture.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'steady-lock-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('is held by one taker at a time and free again once released', () => {
  const first = valueOf(takeInstanceLock(folder));
  expect(first.held).toBe(true);
  expect(takeInstanceLock(folder)).toEqual({ ok: false, failure: { kind: 'in-use' } });
  first.release();
  first.release();
  expect(first.held).toBe(false);
  const second = valueOf(takeInstanceLock(folder));
  expect(second.held).toBe(true);
  second.release();
});

it('keeps an empty file, for its owner only', () => {
  const lock = valueOf(takeInstanceLock(folder));
  lock.release();
  const { size, mode } = statSync(join(folder, 'lock'));
  expect([size, mode & 0o777]).toEqual([0, 0o600]);
});
