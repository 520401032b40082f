import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findElectron } from './lib/electron-binary.ts';
import { hasDisplay, root, run, runNode, say } from './lib/project.ts';
import { findChromium, findProgram, installDebianPackage } from './lib/programs.ts';
import {
  addTallies,
  closingLine,
  oneTest,
  playwrightTally,
  settled,
  vitestTally,
  type Tally,
} from './lib/tally.ts';

/*
 * `npm test`: every check there is, each counted, and one closing line over all of them. A stage that
 * fails does not keep the next from being run: one run shows everything that is wrong.
 */

const results = join(root, 'test-results');
const HOSTS = ['chromium', 'electron'] as const;
const skippedHosts: string[] = [];

interface Stage {
  readonly name: string;
  run(): Promise<Tally>;
}

const stages: readonly Stage[] = [
  { name: 'lint', run: () => check('scripts/lint.ts') },
  {
    name: 'format',
    run: () =>
      check('node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  },
  { name: 'types', run: () => check('node_modules/typescript/bin/tsc', ['-b']) },
  { name: 'build', run: () => check('scripts/build.ts') },
  { name: 'unit, properties, vectors, faults', run: runVitest },
  { name: 'end to end', run: runPlaywright },
];

async function check(file: string, args: readonly string[] = []): Promise<Tally> {
  return oneTest((await runNode(file, args)).code === 0);
}

async function runVitest(): Promise<Tally> {
  const report = join(results, 'unit.json');
  const { code } = await runNode('node_modules/vitest/vitest.mjs', [
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile=${report}`,
  ]);
  return settled(vitestTally(await textOf(report)), code);
}

/** One host after the other: at once they take as long, and starve each other of the processor. */
async function runPlaywright(): Promise<Tally> {
  const found = await findHosts();
  const tallies: Tally[] = [];
  for (const host of HOSTS) tallies.push(await runPlaywrightIn(host, found));
  return addTallies(tallies);
}

async function runPlaywrightIn(
  host: (typeof HOSTS)[number],
  found: Record<string, string>,
): Promise<Tally> {
  const report = join(results, `e2e-${host}.json`);
  const env: NodeJS.ProcessEnv = { ...process.env, ...found, E2E_REPORT: report };
  const args = [
    join(root, 'node_modules/@playwright/test/cli.js'),
    ...['test', `--project=${host}`, `--output=${join(results, `e2e-${host}`)}`],
  ];
  // Chromium runs without a window. With no display, one is made for Electron's whole run.
  const virtual = host === 'chromium' || hasDisplay() ? null : findProgram('xvfb-run');
  const [program, before] =
    virtual === null
      ? [process.execPath, []]
      : [virtual, ['-a', '-s', '-screen 0 1400x1000x24', process.execPath]];
  const { code } = await run(program, [...before, ...args], { env });
  return settled(playwrightTally(await textOf(report)), code);
}

/** For each host the program to run, or why it cannot be run. */
async function findHosts(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  function skip(host: string, reason: string): void {
    found[`E2E_NO_${host.toUpperCase()}`] = reason;
    skippedHosts.push(`${host}: ${reason}`);
  }

  const chromium =
    findChromium() ?? ((await installDebianPackage('chromium')) ? findChromium() : null);
  if (chromium === null) skip('chromium', 'no Chromium on this machine');
  else found['E2E_CHROMIUM'] = chromium;

  if (!hasDisplay() && findProgram('xvfb-run') === null) await installDebianPackage('xvfb');
  const electron = await findElectron();
  if (electron.found === null) skip('electron', electron.reason);
  else if (!hasDisplay() && findProgram('xvfb-run') === null) {
    skip('electron', 'no display, and no Xvfb to make one');
  } else found['E2E_ELECTRON'] = electron.found.executable;
  return found;
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return '';
  }
}

// In a log, colours are noise; some tools take `CI` alone as a reason for them.
if (!process.stdout.isTTY) process.env['NO_COLOR'] = '1';

await rm(results, { recursive: true, force: true });
await mkdir(results, { recursive: true });
const tallies: Tally[] = [];
for (const { name, run: runStage } of stages) {
  say(`\n== ${name}`);
  const startedMs = performance.now();
  const tally = await runStage();
  tallies.push(tally);
  const seconds = Math.round((performance.now() - startedMs) / 1_000);
  say(`== ${name}: ${closingLine(tally)} (${seconds} s)`);
}

say('');
for (const host of skippedHosts) say(`Skipped host: ${host}`);
const total = addTallies(tallies);
say(closingLine(total));
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
