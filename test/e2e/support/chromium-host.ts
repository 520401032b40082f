import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { startPreviewHost } from '../../../scripts/preview-host/server.ts';
import { definedOf, temporaryFolder, type HostFolders, type RunningHost } from './running-host.ts';

const outDir = resolve(import.meta.dirname, '..', '..', '..', 'out');

/** Starts the preview host and opens its page in the Chromium that `E2E_CHROMIUM` names. */
export async function startChromiumHost(folders: HostFolders): Promise<RunningHost> {
  for (const dir of Object.values(folders)) await mkdir(dir, { recursive: true, mode: 0o700 });
  const executablePath = process.env['E2E_CHROMIUM'];
  if (executablePath === undefined) throw new Error('E2E_CHROMIUM is not set; run `npm test`.');
  const host = await startPreviewHost({
    outDir,
    vaultDir: folders.vaultDir,
    preferencesFile: join(folders.profileDir, 'preferences.json'),
    version: '0.0.0-test',
    vaultEnv: temporaryFolder(folders),
  });
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  // The profile in a folder of its own that stays, so that what is left in it can be searched.
  const profile = await chromium.launchPersistentContext(folders.profileDir, {
    executablePath,
    chromiumSandbox: !asRoot,
    env: { ...definedOf(process.env), ...temporaryFolder(folders) },
  });
  const browser = profile.browser();
  if (browser === null) throw new Error('Playwright gives no browser of this context.');
  // Off the record, as the preview host opens it: its history would be full of names.
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  await page.goto(host.newPageUrl());

  // undefined: no answer is prepared, and the dialog stays for the test to see.
  let answer: string | null | undefined;
  const dialog = page.getByTestId('preview-file-dialog');

  async function giveAnswer(): Promise<void> {
    if (answer === undefined) return;
    const given = answer;
    answer = undefined;
    if (given === null) {
      await dialog.getByRole('button', { name: 'Cancel' }).click();
    } else {
      await dialog.getByLabel('Path').fill(given);
      await dialog.locator('button[value="choose"]').click();
    }
  }

  return {
    page,
    electron: null,
    async pickFile(path) {
      answer = path;
      void dialog
        .waitFor({ state: 'visible', timeout: 60_000 })
        .then(giveAnswer)
        // The page went away first; whoever waits for the answer says so better.
        .catch(() => undefined);
    },
    vaultPid: () => Promise.resolve(host.vaultPid()),
    async close() {
      // As somebody closes the tab: the page hears of it.
      if (!page.isClosed()) {
        const closed = page.waitForEvent('close');
        await page.close({ runBeforeUnload: true });
        await closed;
      }
      await profile.close();
      await host.close();
    },
  };
}
