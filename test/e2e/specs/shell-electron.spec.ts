import { resolve } from 'node:path';
import { expect, test } from '../fixtures/app.ts';

const preloadFile = resolve(import.meta.dirname, '..', '..', '..', 'out/preload/index.cjs');

// About the Electron shell only: playwright.config.ts runs this file in that host alone.

test('the window is sandboxed, isolated and without Node', async ({ app }) => {
  const preferences = await app.electron?.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const contents = window?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
      contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
});

test('navigation and new windows are denied', async ({ app }) => {
  const before = app.page.url();
  await app.page.evaluate(() => {
    window.open('https://example.org/');
    const link = document.createElement('a');
    link.href = 'https://example.org/';
    document.body.append(link);
    link.click();
    link.target = '_blank';
    link.click();
    link.href = 'file:///etc/passwd';
    link.target = '';
    link.click();
    link.remove();
    location.href = 'https://example.org/';
  });
  await app.page.waitForTimeout(500);
  expect(app.page.url()).toBe(before);
  const windows = await app.electron?.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
  );
  expect(windows).toBe(1);
});

test('no permission is granted', async ({ app }) => {
  const states = await app.page.evaluate(async () => {
    const names = ['geolocation', 'camera', 'microphone', 'notifications', 'clipboard-read'];
    return Promise.all(
      names.map(async (name) => (await navigator.permissions.query({ name } as never)).state),
    );
  });
  expect(states).toEqual(['denied', 'denied', 'denied', 'denied', 'denied']);
});

test('downloads are denied', async ({ app }) => {
  const states = await app.electron?.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const prevented: boolean[] = [];
    window?.webContents.session.on('will-download', (event) => {
      prevented.push(event.defaultPrevented);
    });
    window?.webContents.downloadURL('data:text/plain,leak');
    await new Promise((done) => {
      setTimeout(done, 500);
    });
    return prevented;
  });
  expect(states).toEqual([true]);
});

test('a request of the session to anything but the page itself is cancelled', async ({ app }) => {
  const outcome = await app.electron?.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const session = window?.webContents.session as unknown as {
      fetch(url: string): Promise<{ status: number }>;
    };
    try {
      return String((await session.fetch('http://127.0.0.1:9/')).status);
    } catch (error) {
      return String(error);
    }
  });
  expect(outcome).toMatch(/ERR_BLOCKED_BY_CLIENT/);
});

test('a page of another origin may not call, though it holds the preload', async ({ app }) => {
  const answer = await app.electron?.evaluate(async ({ BrowserWindow }, preload) => {
    const forged = new BrowserWindow({
      show: false,
      webPreferences: { preload, sandbox: true, contextIsolation: true },
    });
    await forged.loadURL('data:text/html,<p>forged');
    const given: unknown = await forged.webContents.executeJavaScript(
      "window.steadyState.invoke('host.info', {}).then(() => 'answered', String)",
    );
    forged.destroy();
    return given;
  }, preloadFile);
  expect(answer).toMatch(/This sender may not call/);
});

test('suspending the machine locks: the vault process has gone and another one runs', async ({
  app,
}) => {
  const before = await app.vaultPid();
  expect(before).not.toBeNull();
  await app.electron?.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'));
  await expect.poll(() => app.vaultPid()).not.toBe(before);
  await expect.poll(() => isRunning(before)).toBe(false);
});

test('locking clears the clipboard', async ({ app }) => {
  await app.electron?.evaluate(({ clipboard }) => clipboard.writeText('copied from a record'));
  await app.lock();
  const left = await app.electron?.evaluate(({ clipboard }) => clipboard.readText());
  expect(left).toBe('');
});

test('the menu has a lock with its own key', async ({ app }) => {
  const before = await app.vaultPid();
  const accelerator = await app.electron?.evaluate(({ Menu }) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById('lock');
    item?.click();
    return item?.accelerator ?? null;
  });
  expect(accelerator).toBe('CommandOrControl+Shift+L');
  await expect.poll(() => app.vaultPid()).not.toBe(before);
});

test('a killed shell takes its vault process with it', async ({ app }) => {
  const pid = await app.vaultPid();
  const shell = await app.electron?.evaluate(() => process.pid);
  process.kill(shell ?? 0, 'SIGKILL');
  await expect.poll(() => isRunning(pid)).toBe(false);
});

function isRunning(pid: number | null): boolean {
  if (pid === null) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
