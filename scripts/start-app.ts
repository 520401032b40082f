import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseHost, withoutElectron } from './lib/choose-host.ts';
import { isRootOnLinux, root, run, runNode, say } from './lib/project.ts';
import { openInChromium } from './preview-host/open.ts';

/** An Electron that ends with an error this soon never showed its window. */
const NEVER_SHOWN_MS = 8_000;

/** Opens the application in the best host that this machine has; gives the exit code. */
async function start(): Promise<number> {
  let choice = await chooseHost();
  // Known before anything is built, so that nobody waits for a build to hear it.
  if (choice.kind === 'none') return nothing(choice.why);
  say('Building ...');
  const built = await runNode('scripts/build.ts');
  if (built.code !== 0) {
    say('The build failed (see above).');
    return 1;
  }
  if (choice.kind === 'electron') {
    const code = await openInElectron(choice.executable);
    if (code !== null) return code;
    choice = withoutElectron('Electron could not start on this machine (see above)');
  }
  if (choice.kind === 'none') return nothing(choice.why);
  if (choice.kind === 'demo') return demo(choice.why);
  say(`${choice.why}.`);
  return openInChromium(choice.executable);
}

function nothing(why: string): number {
  say(`${why}, and there is no Chromium on this machine to show the interface in.`);
  say(
    'Install Chromium or Chrome (or name one in CHROMIUM_PATH), or name the folder of an Electron',
  );
  say('in ELECTRON_OVERRIDE_DIST_PATH, then run npm start again.');
  say('Without a window: npm run demo -- --out DIR');
  return 1;
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
