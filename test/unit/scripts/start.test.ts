import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseHost } from '../../../scripts/lib/choose-host.ts';

const root = resolve(import.meta.dirname, '..', '..', '..');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'steady-state-start-'));
  for (const name of ['CHROMIUM_PATH', 'WAYLAND_DISPLAY']) vi.stubEnv(name, undefined);
  vi.stubEnv('DISPLAY', ':99');
  // No program of the machine, and an Electron folder that is empty: nothing is downloaded then.
  vi.stubEnv('PATH', folder);
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function program(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, '#!/bin/sh\nexit 0\n');
  chmodSync(path, 0o755);
  return path;
}

const EMPTY_OVERRIDE = 'Electron cannot be had: ELECTRON_OVERRIDE_DIST_PATH holds no electron';

describe.runIf(process.platform === 'linux')('npm start', () => {
  it('takes the Electron of ELECTRON_OVERRIDE_DIST_PATH before any other', async () => {
    const executable = program('electron');
    program('chromium');
    expect(await chooseHost()).toEqual({ kind: 'electron', executable });
  });

  it('takes the Chromium on the path where there is no Electron, and CHROMIUM_PATH before it', async () => {
    const onPath = program('chromium');
    const first = await chooseHost();
    const named = program('my-browser');
    vi.stubEnv('CHROMIUM_PATH', named);
    expect([first, await chooseHost()]).toEqual([
      { kind: 'chromium', executable: onPath, why: EMPTY_OVERRIDE },
      { kind: 'chromium', executable: named, why: EMPTY_OVERRIDE },
    ]);
  });

  it('runs the demo without a display, whatever there is to show it in', async () => {
    program('electron');
    vi.stubEnv('DISPLAY', '');
    const choice = await chooseHost();
    expect([choice.kind, 'why' in choice && choice.why]).toEqual([
      'demo',
      'There is no display (DISPLAY and WAYLAND_DISPLAY are not set)',
    ]);
  });

  it('ends in plain words and an error where there is nothing to open it in', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, 'scripts/start-app.ts')],
      { encoding: 'utf8' },
    );
    expect([status, stderr, stdout.split('\n')[0]]).toEqual([
      1,
      '',
      `${EMPTY_OVERRIDE}, and there is no Chromium on this machine to show the interface in.`,
    ]);
  });

  it('on a Node that is too old says which is needed, before anything is installed', () => {
    const older = "Object.defineProperty(process, 'versions', { value: { node: '18.20.4' } })";
    const preload = join(folder, 'older.cjs');
    writeFileSync(
      preload,
      `${older}; Object.defineProperty(process, 'version', { value: 'v18.20.4' });`,
    );
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--require', preload, join(root, 'scripts/start.mjs')],
      { encoding: 'utf8' },
    );
    expect([status, stdout, stderr]).toEqual([
      1,
      '',
      'Node 20 or later is needed; this is v18.20.4.\n',
    ]);
  });
});
