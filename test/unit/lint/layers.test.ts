import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..', '..', '..');

/** Each file of the fixture, and the rules that the real linter must name for it. */
const FILES: Readonly<Record<string, { source: string; rules: readonly string[] }>> = {
  'src/shared/good.ts': {
    source: "import { z } from 'zod';\nexport const a = z.string();",
    rules: [],
  },
  'src/shared/imports-vault.ts': {
    source: "import { open } from '../vault/good.ts';\nexport const a = open;",
    rules: ['layers(direction)'],
  },
  'src/shared/imports-vault-type.ts': {
    source: "import type { Store } from '../vault/good.ts';\nexport type A = Store;",
    rules: ['layers(direction)'],
  },
  'src/shared/imports-node.ts': {
    source: "import { join } from 'node:path';\nexport const a = join;",
    rules: ['layers(packages)'],
  },
  'src/vault/good.ts': {
    source:
      "import { a } from '../shared/good.ts';\nexport const open = a;\nexport type Store = string;",
    rules: [],
  },
  'src/vault/imports-electron.ts': {
    source: "import { app } from 'electron';\nexport const a = app;",
    rules: ['layers(packages)'],
  },
  'src/vault/imports-react.ts': {
    source: "export { useState } from 'react';",
    rules: ['layers(packages)'],
  },
  'src/vault/imports-main.ts': {
    source: "export * from '../main/good.ts';",
    rules: ['layers(direction)'],
  },
  'src/vault/imports-dynamically.ts': {
    source: "export const a = (): Promise<unknown> => import('../renderer/good.ts');",
    rules: ['layers(direction)'],
  },
  'src/vault/imports-unclassified.ts': {
    source: "import { chunk } from 'lodash';\nexport const a: unknown = chunk;",
    rules: ['layers(packages)'],
  },
  'src/vault/imports-agpl.ts': {
    source: "import { Database } from '@signalapp/sqlcipher';\nexport const a: unknown = Database;",
    rules: ['layers(packages)'],
  },
  'src/vault/bundle/seal.ts': {
    source: "import { Encrypter } from 'age-encryption';\nexport const a = Encrypter;",
    rules: [],
  },
  'src/vault/bundle/other-age.ts': {
    source: "import { Encrypter } from 'age-encryption';\nexport const a = Encrypter;",
    rules: ['layers(doors)'],
  },
  'src/vault/bundle/aead.ts': {
    source: "import sodium from 'sodium-native';\nexport const a: unknown = sodium;",
    rules: [],
  },
  'src/vault/keys/other-sodium.ts': {
    source: "export * from 'sodium-native';",
    rules: ['layers(doors)'],
  },
  'src/vault/db/open.ts': {
    source: "import Database from 'better-sqlite3';\nexport const a = Database;",
    rules: [],
  },
  'src/vault/store/other-database.ts': {
    source: "import Database from 'better-sqlite3';\nexport const a = Database;",
    rules: ['layers(doors)'],
  },
  'src/vault/store/database-type.ts': {
    source: "import type { Database } from 'better-sqlite3';\nexport type A = Database;",
    rules: [],
  },
  'src/main/good.ts': {
    source: "import { app } from 'electron';\nexport const a = app;",
    rules: [],
  },
  'src/main/imports-vault.ts': {
    source: "import { open } from '../vault/good.ts';\nexport const a = open;",
    rules: ['layers(direction)'],
  },
  'src/main/ipc/door.ts': {
    source: "import { ipcMain } from 'electron';\nexport const a = ipcMain;",
    rules: [],
  },
  'src/main/other-door.ts': {
    source: "import { ipcMain as door } from 'electron';\nexport const a = door;",
    rules: ['layers(doors)'],
  },
  'src/main/whole-electron.ts': {
    source: "import * as electron from 'electron';\nexport const a = electron.ipcMain;",
    rules: ['layers(doors)'],
  },
  'src/preload/imports-node.ts': {
    source: "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;",
    rules: ['layers(packages)'],
  },
  'src/renderer/good.ts': {
    source: "import { useState } from 'react';\nexport const a = useState;",
    rules: [],
  },
  'src/renderer/imports-preload.ts': {
    source: "export * from '../preload/imports-node.ts';",
    rules: ['layers(direction)'],
  },
  'src/renderer/imports-store.ts': {
    source: "import type { Database } from 'better-sqlite3';\nexport type A = Database;",
    rules: ['layers(packages)'],
  },
  'src/renderer/imports-builtin.ts': {
    source: "import { join } from 'path';\nexport const a = join;",
    rules: ['layers(packages)', 'unicorn(prefer-node-protocol)'],
  },
  'src/shared/any.ts': {
    source: 'export function a(value: any): string {\n  return String(value);\n}',
    rules: ['typescript(no-explicit-any)'],
  },
  'src/shared/floating.ts': {
    source: 'export function a(value: Promise<string>): void {\n  value.then(String);\n}',
    rules: ['typescript(no-floating-promises)'],
  },
  'src/shared/unused-suppression.ts': {
    source: '// oxlint-disable-next-line no-eval\nexport const a = 1;',
    rules: ['Unused oxlint-disable directive'],
  },
  'src/shared/default-export.ts': {
    source: 'export default 1;',
    rules: ['import(no-default-export)'],
  },
};

interface Diagnostic {
  readonly code?: string;
  readonly message: string;
  readonly severity: string;
  readonly filename: string;
}

describe('the lint rules, through the real linter', () => {
  let dir: string;
  let byFile: Map<string, string[]>;

  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'steady-state-lint-'));
    symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'), 'dir');
    for (const [path, { source }] of Object.entries(FILES)) write(dir, path, `${source}\n`);
    write(dir, 'package.json', readFileSync(join(root, 'package.json'), 'utf8'));
    write(dir, 'tsconfig.json', JSON.stringify({ extends: join(root, 'tsconfig.base.json') }));
    byFile = lint(dir);
  }, 120_000);

  afterAll(() => {
    rmSync(dir, { recursive: true, force: true });
  });

  test.each(Object.entries(FILES))('%s', (path, { rules }) => {
    expect(byFile.get(path) ?? []).toEqual([...rules].sort());
  });
});

describe('the classification of packages', () => {
  test('a package that the table does not know, or that is gone, is an error', () => {
    const dir = mkdtempSync(join(tmpdir(), 'steady-state-lint-'));
    try {
      symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'), 'dir');
      const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
        dependencies: Record<string, string>;
      };
      delete manifest.dependencies['zod'];
      manifest.dependencies['left-pad'] = '1.0.0';
      write(dir, 'package.json', JSON.stringify(manifest));
      write(dir, 'scripts/lint/layer-table.mjs', 'export const PACKAGES = {};\n');
      const found = diagnose(dir, 'scripts').map(({ message }) => message);
      expect(found).toEqual([
        'left-pad of package.json is not classified here.',
        'zod is classified but not in package.json.',
      ]);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  }, 60_000);
});

function write(dir: string, path: string, text: string): void {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), text);
}

/** Lints named folders only: the linter would follow the link to node_modules. */
function diagnose(dir: string, folder: string): Diagnostic[] {
  const { stdout } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/oxlint/bin/oxlint'),
      '-c',
      join(root, '.oxlintrc.json'),
      '-f',
      'json',
      folder,
    ],
    { cwd: dir, encoding: 'utf8', timeout: 90_000 },
  );
  return (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics;
}

/** The rules named for each file, all at error level. */
function lint(dir: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { code, message, severity, filename } of diagnose(dir, 'src')) {
    const rule = code ?? message.replace(/ \(.*$/, '').replace(/\.$/, '');
    const named = severity === 'error' ? rule : `${severity}: ${rule}`;
    found.set(filename, [...(found.get(filename) ?? []), named].sort());
  }
  return found;
}
