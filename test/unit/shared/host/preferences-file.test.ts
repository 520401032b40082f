import fs from 'node:fs/promises';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  DEFAULT_PREFERENCES,
  type PreferenceValues,
} from '../../../../src/shared/contract/preferences.ts';
import {
  openPreferencesFile,
  type PreferencesFile,
  type PreferencesFs,
} from '../../../../src/shared/host/preferences-file.ts';

let dir: string;
let path: string;
let told: PreferenceValues[];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'steady-state-preferences-'));
  path = join(dir, 'preferences.json');
  told = [];
});

afterEach(() => rmSync(dir, { recursive: true, force: true }));

function open(over: Partial<PreferencesFs> = {}): PreferencesFile {
  return openPreferencesFile({ ...fs, ...over } as PreferencesFs, path, (values) => {
    told.push(values);
  });
}

test('what is chosen is there at the next start, and every window was told', async () => {
  const dark = { ...DEFAULT_PREFERENCES, theme: 'dark' as const };
  expect(await open().set({ theme: 'dark' })).toEqual({ ok: true, value: dark });
  expect(told).toEqual([dark]);
  expect(await open().get()).toEqual(dark);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(dark);
});

test('the file is its owner’s alone, and nothing is left beside it', async () => {
  await open().set({ contrast: 'more' });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(dir)).toEqual(['preferences.json']);
});

test.each([
  ['nothing', null],
  ['no JSON', '{"theme": "dark"'],
  ['a value that is not offered', JSON.stringify({ ...DEFAULT_PREFERENCES, theme: 'pink' })],
  ['a member too many', JSON.stringify({ ...DEFAULT_PREFERENCES, lastContact: 'A. Name' })],
  ['a member missing', '{"theme": "dark"}'],
  [
    'far too much',
    `${JSON.stringify({ ...DEFAULT_PREFERENCES, theme: 'dark' })}${' '.repeat(5_000)}`,
  ],
])('a file with %s in it gives the defaults, and the next change replaces it', async (_, text) => {
  if (text !== null) writeFileSync(path, text);
  expect(await open().get()).toEqual(DEFAULT_PREFERENCES);
  const largest = { ...DEFAULT_PREFERENCES, textSize: 'largest' as const };
  await open().set({ textSize: 'largest' });
  expect(await open().get()).toEqual(largest);
});

test('changes made at once are all kept, in their order', async () => {
  const file = open();
  await Promise.all([
    file.set({ theme: 'light' }),
    file.set({ textSize: 'large' }),
    file.set({ theme: 'dark' }),
  ]);
  const expected = { ...DEFAULT_PREFERENCES, theme: 'dark' as const, textSize: 'large' as const };
  expect(await file.get()).toEqual(expected);
  expect(await open().get()).toEqual(expected);
});

test.each([
  ['ENOSPC', { kind: 'no-space' }],
  ['EACCES', { kind: 'read-only' }],
  ['EIO', { kind: 'internal', incident: 'preferences-not-kept' }],
])(
  'where writing ends in %s the look holds all the same, and that is said',
  async (code, failure) => {
    const file = open({
      writeFile: () => Promise.reject(Object.assign(new Error(code), { code })),
    });
    expect(await file.set({ theme: 'dark' })).toEqual({ ok: false, failure });
    expect(told).toEqual([{ ...DEFAULT_PREFERENCES, theme: 'dark' }]);
    expect(await file.get()).toEqual({ ...DEFAULT_PREFERENCES, theme: 'dark' });
  },
);

test('a link put in the way is not written through', async () => {
  const elsewhere = join(dir, 'elsewhere');
  writeFileSync(elsewhere, 'as it was');
  symlinkSync(elsewhere, `${path}.tmp`);
  await open().set({ theme: 'dark' });
  expect(readFileSync(elsewhere, 'utf8')).toBe('as it was');
  expect(statSync(path).isFile()).toBe(true);
});
