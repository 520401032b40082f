import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isRootOnLinux, run, say } from './project.ts';

/** The full path of a program on the path, or null. */
export function findProgram(name: string): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const file = join(folder, name);
    if (folder !== '' && isExecutable(file)) return file;
  }
  return null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

const CHROMIUM_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'brave-browser',
];

const CHROMIUM_PLACES: Readonly<Record<string, readonly string[]>> = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    process.env['ProgramFiles'],
    process.env['ProgramFiles(x86)'],
    process.env['LOCALAPPDATA'],
  ]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Chromium/Application/chrome.exe'),
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
};

/** A Chromium, or a browser built on it, on this machine; `CHROMIUM_PATH` goes first. */
export function findChromium(): string | null {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && isExecutable(named)) return named;
  for (const place of CHROMIUM_PLACES[process.platform] ?? []) {
    if (isExecutable(place)) return place;
  }
  for (const name of CHROMIUM_NAMES) {
    const found = findProgram(name);
    if (found !== null) return found;
  }
  return null;
}

/** Installs a package of Debian's, where that can be done without asking anybody. */
export async function installDebianPackage(name: string): Promise<boolean> {
  if (!isRootOnLinux() || findProgram('apt-get') === null) return false;
  say(`Installing ${name} from the distribution ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = ['ignore', 'ignore', 'inherit'] as const;
  await run('apt-get', ['update', '-qq'], { env, stdio: [...quiet] });
  const install = ['install', '-y', '-qq', '--no-install-recommends', name];
  return (await run('apt-get', install, { env, stdio: [...quiet] })).code === 0;
}
