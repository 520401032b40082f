import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Fixture } from '../unit/vault/db/store-fixture.ts';

const SOURCE = fileURLToPath(new URL('./store-child.ts', import.meta.url));
/** Below node_modules, so that the bundle finds the native module it leaves out. */
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));

/** store-child.ts as one file. */
export interface ChildProgram {
  readonly path: string;
  dispose(): void;
}

/**
 * Bundles store-child.ts, as the product's vault process is bundled: loading the several hundred
 * files of its libraries one by one takes longer than everything that these tests then do.
 */
export async function buildChild(): Promise<ChildProgram> {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'store-child-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: SOURCE,
      outDir: folder,
      emptyOutDir: false,
      target: 'node18',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'store-child.mjs' } },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  });
  return {
    path: join(folder, 'store-child.mjs'),
    dispose: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface Child {
  readonly process: ChildProcess;
  /** Lines said so far. */
  readonly lines: string[];
  /** Resolves at the first line that starts so, or at the end. */
  said(start: string): Promise<void>;
  readonly ended: Promise<void>;
}

/** Starts the child on a fixture's vault, where asked under a file size limit in KiB. */
export function startChild(
  program: ChildProgram,
  mode: string,
  fixture: Pick<Fixture, 'folder' | 'key'>,
  options: { readonly limitKib?: number; readonly ipc?: boolean; readonly uid?: number } = {},
): Child {
  const args = [
    program.path,
    mode,
    fixture.folder,
    fixture.key.dataKey.toString('hex'),
    fixture.key.salt.toString('hex'),
    ...(options.uid === undefined ? [] : [String(options.uid)]),
  ];
  const [command, argv] =
    options.limitKib === undefined
      ? [process.execPath, args]
      : [
          'bash',
          [
            '-c',
            `ulimit -f ${String(options.limitKib)}; exec "$0" "$@"`,
            process.execPath,
            ...args,
          ],
        ];
  const child = spawn(command, argv, {
    stdio: ['ignore', 'pipe', 'inherit', ...(options.ipc === true ? (['ipc'] as const) : [])],
  });
  const lines: string[] = [];
  const waiting: { start: string; done: () => void }[] = [];
  if (child.stdout === null) throw new Error('no output of the child');
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => {
    lines.push(line);
    for (const { start, done } of waiting) if (line.startsWith(start)) done();
  });
  const ended = new Promise<void>((resolve) => {
    reader.on('close', resolve);
  });
  return {
    process: child,
    lines,
    said: (start) =>
      Promise.race([
        ended,
        new Promise<void>((resolve) => {
          waiting.push({ start, done: resolve });
        }),
      ]),
    ended,
  };
}
