import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { definedOf, temporaryFolder, type HostFolders, type RunningHost } from './running-host.ts';

const root = resolve(import.meta.dirname, '..', '..', '..');

/** Starts the built application in the Electron that `E2E_ELECTRON` names. */
export async function startElectronHost(folders: HostFolders): Promise<RunningHost> {
  for (const dir of Object.values(folders)) await mkdir(dir, { recursive: true, mode: 0o700 });
  const executablePath = process.env['E2E_ELECTRON'];
  if (executablePath === undefined) throw new Error('E2E_ELECTRON is not set; run `npm test`.');
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const app = await _electron.launch({
    executablePath,
    args: [root, ...(asRoot ? ['--no-sandbox'] : [])],
    env: {
      ...definedOf(process.env),
      ...temporaryFolder(folders),
      STEADY_STATE_VAULT_DIR: folders.vaultDir,
      STEADY_STATE_PROFILE_DIR: folders.profileDir,
    },
  });
  const page = await app.firstWindow();
  await page.waitForLoadState();
  return {
    page,
    electron: app,
    pickFile: (path) => answerNextDialog(app, path),
    vaultPid: () => vaultPidOf(app),
    close: () => app.close(),
  };
}

/** The system's dialog cannot be driven; what it gives is put in its place, once. */
async function answerNextDialog(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, answer) => {
    const { showOpenDialog, showSaveDialog } = dialog;
    const restore = (): void => {
      dialog.showOpenDialog = showOpenDialog;
      dialog.showSaveDialog = showSaveDialog;
    };
    dialog.showOpenDialog = () => {
      restore();
      return Promise.resolve({
        canceled: answer === null,
        filePaths: answer === null ? [] : [answer],
      });
    };
    dialog.showSaveDialog = () => {
      restore();
      return Promise.resolve({ canceled: answer === null, filePath: answer ?? '' });
    };
  }, path);
}

async function vaultPidOf(app: ElectronApplication): Promise<number | null> {
  return app.evaluate(({ app: electronApp }) => {
    const vault = electronApp
      .getAppMetrics()
      .find(({ type, name }) => type === 'Utility' && name === 'Steady State vault');
    return vault?.pid ?? null;
  });
}
