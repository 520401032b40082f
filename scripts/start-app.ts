import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findElectron } from './lib/electron-binary.ts';
import { hasDisplay, isRootOnLinux, root, run, runNode, say } from './lib/project.ts';
import { findChromium } from './lib/programs.ts';
import { openInChromium } from './preview-host/open.ts';

/** An Electron that ends with an error this soon never showed its window. */
const NEVER_SHOWN_MS = 8_000;

/** Opens the application in the best host that this machine has; gives the exit code. */
async function start(): Promise<number> {
  say('Building ...');
  const built = await runNode('scripts/build.ts');
  if (built.code !== 0) {
    say('The build failed (see above).');
    return 1;
  }
  if (!hasDisplay()) {
    return demo('There is no display (DISPLAY and WAYLAND_DISPLAY are not set)');
  }
  const electron = await findElectron();
  if (electron.found !== null) {
    const code = await openInElectron(electron.found.executable);
    if (code !== null) return code;
    say('Electron could not start on this machine (see above).');
  } else {
    say(`Electron cannot be had: ${electron.reason}.`);
  }
  const chromium = findChromium();
  if (chromium === null) return demo('No Electron and no Chromium can be had');
  return openInChromium(chromium);
}

/** @returns The exit code; null if it never came to a window. */
async function openInElectron(executable: string): Promise<number | null> {
  const flags: string[] = [];
  if (isRootOnLinux()) {
    flags.push('--no-sandbox');
    say("Running as root: Chromium's sandbox is off. Do not keep real records this way.");
  }
  say('Opening Steady State.');
  const { ELECTRON_RUN_AS_NODE: _dropped, ...env } = process.env;
  const { code, elapsedMs } = await run(executable, [...flags, root], { env });
  return code !== 0 && elapsedMs < NEVER_SHOWN_MS ? null : code;
}

async function demo(why: string): Promise<number> {
  const out = await mkdtemp(join(tmpdir(), 'steady-state-demo-'));
  say(`${why}: running the demo instead, without a window. It leaves its files in`);
  say(`  ${out}`);
  const { code } = await runNode('scripts/demo.ts', ['--out', out]);
  if (code !== 0) {
    await rm(out, { recursive: true, force: true });
    say('The demo failed (see above).');
  }
  return code;
}

try {
  process.exitCode = await start();
} catch (error) {
  say(`Steady State could not be started: ${error instanceof Error ? error.message : 'unknown'}`);
  process.exitCode = 1;
}
