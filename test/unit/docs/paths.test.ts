import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const PAGES = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
];
/** Where a path that a page gives may begin; the last ones are as short as people write them. */
const BASES = ['', 'src', 'src/vault', 'src/vault/db'];
const TOP = /^(?:src|test|docs|scripts|bench|resources)\//u;

/** What stands in backticks and is written as a path of this project. */
function pathsIn(text: string): string[] {
  const outsideBlocks = text.replaceAll(/^ *```[^]*?^ *```/gmu, '');
  return [...outsideBlocks.matchAll(/`([^`\s]+)`/gu)]
    .map(([, path = '']) => path)
    .filter(
      (path) =>
        TOP.test(path) || /^[\w*.-]+(?:\/[\w*.-]+)*\/[\w*.-]+\.(?:ts|tsx|mjs|md)$/u.test(path),
    );
}

/** What a Markdown link leads to in this project. */
function linksIn(text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/gu)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/u.test(target));
}

function isThere(path: string): boolean {
  if (path.includes('*')) return globSync(path, { cwd: ROOT }).length > 0;
  return existsSync(join(ROOT, path));
}

describe('the documents', () => {
  it.each(PAGES)('%s names only files that there are', (page) => {
    const text = readFileSync(join(ROOT, page), 'utf8');
    const missing = [
      ...pathsIn(text).filter((path) => !BASES.some((base) => isThere(join(base, path)))),
      ...linksIn(text).filter((target) => !existsSync(join(ROOT, dirname(page), target))),
    ];
    expect(missing).toEqual([]);
  });

  it('are read for their paths', () => {
    const text = 'See `src/vault/nowhere.ts`, `keys/kdf.ts`, `a b.ts` and [that](no/where.md#at).';
    expect([pathsIn(text), linksIn(text)]).toEqual([
      ['src/vault/nowhere.ts', 'keys/kdf.ts'],
      ['no/where.md'],
    ]);
    expect(isThere('src/vault/nowhere.ts')).toBe(false);
  });
});
