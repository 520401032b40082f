import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isRootOnLinux, outDir, projectVersion, run, say } from '../lib/project.ts';
import { startPreviewHost } from './server.ts';

/**
 * Opens the interface in a Chromium, with a profile that is thrown away, and waits until its window
 * is closed.
 *
 * @returns The exit code.
 */
export async function openInChromium(chromium: string): Promise<number> {
  const dataDir = previewDataDir();
  const vaultDir = fromEnvironment('STEADY_STATE_VAULT_DIR') ?? join(dataDir, 'vault');
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await mkdir(vaultDir, { recursive: true, mode: 0o700 });
  const profile = await mkdtemp(join(tmpdir(), 'steady-state-preview-'));
  const host = await startPreviewHost({
    outDir,
    vaultDir,
    preferencesFile: join(dataDir, 'preferences.json'),
    version: projectVersion(),
  });
  say('Opening the preview host in Chromium. It is not for real records.');
  say(`  vault: ${vaultDir}`);
  // An interrupt from the terminal reaches Chromium too, and its end is what ends this: tidily.
  const stayForCleanUp = (): void => undefined;
  process.on('SIGINT', stayForCleanUp);
  try {
    // The ticket goes through a file that only this user can read: a command line is public.
    const startPage = join(profile, 'start.html');
    await writeFile(startPage, redirectPage(host.newPageUrl()), { mode: 0o600 });
    const flags = [
      `--user-data-dir=${join(profile, 'profile')}`,
      // History and session files would hold names and what was searched for, while it runs.
      '--incognito',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-extensions',
    ];
    if (isRootOnLinux()) {
      flags.push('--no-sandbox');
      say("Running as root: Chromium's sandbox is off.");
    }
    const app = `--app=${pathToFileURL(startPage).href}`;
    const { code } = await run(chromium, [...flags, app], { stdio: 'ignore' });
    return code;
  } finally {
    process.removeListener('SIGINT', stayForCleanUp);
    await host.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Apart from the product's own folder: what is tried out here is not to be mistaken for records. */
function previewDataDir(): string {
  const data = process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share');
  return join(data, 'steady-state-preview');
}

function fromEnvironment(name: string): string | null {
  const value = process.env[name];
  return value === undefined || value === '' ? null : value;
}

function redirectPage(url: string): string {
  return `<!doctype html><meta charset="utf-8"><title>Steady State</title><meta http-equiv="refresh" content="0; url=${url}">`;
}
