import { spawn, type StdioOptions } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..', '..');
export const outDir = join(root, 'out');

export function projectVersion(): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

export interface Ended {
  /** The exit code; 1 for an end by a signal, 127 where the program is not there. */
  readonly code: number;
  readonly elapsedMs: number;
}

/** Runs a program in the project's folder and waits for its end. */
export function run(
  program: string,
  args: readonly string[],
  options: {
    readonly env?: NodeJS.ProcessEnv;
    readonly stdio?: StdioOptions;
    readonly cwd?: string;
  } = {},
): Promise<Ended> {
  const startedMs = performance.now();
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: options.stdio ?? ['ignore', 'inherit', 'inherit'],
    });
    const end = (code: number): void => done({ code, elapsedMs: performance.now() - startedMs });
    child.once('error', () => end(127));
    child.once('exit', (code) => end(code ?? 1));
  });
}

/** Runs a script of the project on this same Node. */
export function runNode(
  file: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Ended> {
  return run(process.execPath, [join(root, file), ...args], { env });
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Root on Linux, where Chromium's sandbox refuses to run. */
export function isRootOnLinux(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

/** Whether a window can be shown. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return [process.env['DISPLAY'], process.env['WAYLAND_DISPLAY']].some(
    (display) => display !== undefined && display !== '',
  );
}
