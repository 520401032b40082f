import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, say } from './project.ts';

/** An Electron to run: its executable, and where it came from. */
export interface ElectronBinary {
  readonly executable: string;
  readonly from: 'override' | 'installed' | 'downloaded';
}

export type ElectronSearch =
  { readonly found: ElectronBinary } | { readonly found: null; readonly reason: string };

/** Time limits of the download: for the whole, and without a byte arriving. */
const DOWNLOAD_LIMIT_MS = 300_000;
const STALL_LIMIT_MS = 30_000;

const packageDir = join(root, 'node_modules/electron');

/**
 * Finds an Electron: from `ELECTRON_OVERRIDE_DIST_PATH`, else in the installed package, else by
 * downloading the release that package.json names.
 */
export async function findElectron(): Promise<ElectronSearch> {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override !== undefined && override !== '') {
    const executable = join(override, executableName());
    return existsSync(executable)
      ? { found: { executable, from: 'override' } }
      : { found: null, reason: `ELECTRON_OVERRIDE_DIST_PATH holds no ${executableName()}` };
  }
  const installed = installedExecutable();
  if (installed !== null) return { found: { executable: installed, from: 'installed' } };
  const reason = await download();
  const downloaded = installedExecutable();
  if (downloaded !== null) return { found: { executable: downloaded, from: 'downloaded' } };
  return { found: null, reason: reason ?? 'the download left no program behind' };
}

function installedExecutable(): string | null {
  try {
    // Written last when the archive is unpacked, so a half-unpacked one does not count.
    const name = readFileSync(join(packageDir, 'path.txt'), 'utf8');
    const executable = join(packageDir, 'dist', name);
    return existsSync(executable) ? executable : null;
  } catch {
    return null;
  }
}

/** @returns Why it failed, or null. */
function download(): Promise<string | null> {
  say('Electron is not there yet; downloading it ...');
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(root, 'scripts/lib/electron-download.ts')], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let reason: string | null = null;
    const stop = (why: string): void => {
      reason = why;
      child.kill('SIGKILL');
    };
    const whole = setTimeout(
      () => stop(`the download took longer than ${DOWNLOAD_LIMIT_MS / 1_000} s`),
      DOWNLOAD_LIMIT_MS,
    );
    const stalled = (): void => stop(`nothing arrived for ${STALL_LIMIT_MS / 1_000} s`);
    let stall = setTimeout(stalled, STALL_LIMIT_MS);
    child.stdout.on('data', (text: Buffer) => {
      clearTimeout(stall);
      stall = setTimeout(stalled, STALL_LIMIT_MS);
      process.stdout.write(text);
    });
    const end = (code: number | null): void => {
      clearTimeout(whole);
      clearTimeout(stall);
      if (code !== 0) reason ??= 'the download was refused or is not reachable';
      done(reason);
    };
    child.once('error', () => end(1));
    child.once('exit', end);
  });
}

function executableName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}
