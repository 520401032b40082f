// Plain JavaScript for Node 20, without dependencies: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

const OLDEST_NODE = 20;
const projectNode = join(
  root,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** A set-up that cannot go on, with a sentence for the person at the keyboard. */
export class SetUpError extends Error {}

/**
 * Installs what the lockfile names, if that has not been done, and the Node that the project runs
 * on.
 *
 * @returns {string} The path of that Node.
 */
export function ensureSetUp() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) {
    throw new SetUpError(`Node ${OLDEST_NODE} or later is needed; this is ${process.version}.`);
  }
  if (!isInstalled()) {
    say('Installing what package-lock.json names (about a minute) ...');
    npm(['ci', '--no-audit', '--no-fund']);
    if (!isInstalled()) throw new SetUpError('npm ci ended, but packages are missing.');
  }
  if (projectNodeVersion() !== wantedNodeVersion()) {
    say(`Fetching Node ${wantedNodeVersion()} for this project only ...`);
    // The one package whose install script is wanted: all others are switched off in .npmrc.
    npm(['rebuild', 'node', '--ignore-scripts=false']);
    if (projectNodeVersion() !== wantedNodeVersion()) {
      throw new SetUpError(`Node ${wantedNodeVersion()} could not be fetched from the registry.`);
    }
  }
  return projectNode;
}

/**
 * Runs a file of the project on the project's Node, with this terminal.
 *
 * @param {string} file Relative to the root.
 * @param {readonly string[]} args
 * @returns {number} Its exit code.
 */
export function runOnProjectNode(file, args) {
  const node = ensureSetUp();
  const { status, signal } = spawnSync(node, [join(root, file), ...args], {
    stdio: 'inherit',
    cwd: root,
    env: { ...process.env, PATH: `${join(node, '..')}${pathSeparator()}${process.env.PATH ?? ''}` },
  });
  return signal === null ? (status ?? 1) : 1;
}

/**
 * Runs a main function; a failure of the set-up ends in one sentence, never in a stack trace.
 *
 * @param {() => number} main Gives the exit code.
 */
export function runMain(main) {
  // The terminal sends an interrupt to the child too; it is the child that decides how to end.
  process.on('SIGINT', () => undefined);
  try {
    process.exitCode = main();
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/** Whether node_modules holds what the lockfile names: npm writes down what it put there. */
function isInstalled() {
  const hidden = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = packagesIn(join(root, 'package-lock.json'));
  const found = packagesIn(hidden);
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const installed = found[path];
    // Packages for other systems are optional, and rightly absent.
    if (installed === undefined) return entry.optional === true;
    return installed.version === entry.version && installed.integrity === entry.integrity;
  });
}

/** @returns {Record<string, { version: string, integrity?: string, optional?: boolean }>} */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return {};
  }
}

function wantedNodeVersion() {
  return packagesIn(join(root, 'package-lock.json'))['node_modules/node'].version;
}

function projectNodeVersion() {
  if (!existsSync(projectNode)) return null;
  const { stdout, status } = spawnSync(projectNode, ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim().replace(/^v/, '') : null;
}

function npm(args) {
  // npm itself says where it is when it runs a script; otherwise it is on the path.
  const cli = process.env.npm_execpath;
  const options = { stdio: ['ignore', 'inherit', 'inherit'], cwd: root };
  const { status, error } =
    cli !== undefined && /npm-cli\.c?js$/.test(cli)
      ? // Not on the Node that runs this: it may be the project's own, which npm is about to replace.
        spawnSync(process.env.npm_node_execpath ?? process.execPath, [cli, ...args], options)
      : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (error !== undefined) throw new SetUpError('npm was not found.');
  if (status !== 0) {
    throw new SetUpError(`npm ${args[0]} failed (see above). Is the package registry reachable?`);
  }
}

function pathSeparator() {
  return process.platform === 'win32' ? ';' : ':';
}

function say(text) {
  process.stdout.write(`${text}\n`);
}
