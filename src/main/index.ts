import fs from 'node:fs/promises';
import { app } from 'electron';
import { openDoor } from './ipc/door.ts';
import { createHostCalls } from './host-calls.ts';
import { watchForLockReasons } from './lock-triggers.ts';
import { installMenu } from './menu.ts';
import { idleLimitMs, preferencesFile, profileDir, vaultDir } from './paths.ts';
import { closeProcessToOutside, denyByDefault } from './policy.ts';
import { privateSession } from './private-session.ts';
import { declareAppScheme, serveApp } from './app-scheme.ts';
import { refusedSwitch } from './refused-switches.ts';
import { startVault } from './vault-process.ts';
import { createWindows } from './windows.ts';
import { openPreferencesFile } from '../shared/host/preferences-file.ts';
import { createRelay } from '../shared/host/relay.ts';

/** Starts the application: one instance, one window, one vault process. */
export function main(): void {
  // Development and tests need a debugger; what officers are given does not.
  const refused = app.isPackaged ? refusedSwitch((name) => app.commandLine.hasSwitch(name)) : null;
  if (refused !== null) {
    process.stderr.write(`Steady State does not start with --${refused}.\n`);
    app.exit(2);
    return;
  }
  const profile = profileDir();
  if (profile !== null) app.setPath('userData', profile);
  // Must come before `ready`, both of them.
  closeProcessToOutside(app);
  declareAppScheme();

  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  denyByDefault(app);
  void app.whenReady().then(run);
}

function run(): void {
  const session = privateSession();
  serveApp(session);
  const windows = createWindows(session);
  const vault = startVault(vaultDir(), windows.sendToAll);
  const preferences = openPreferencesFile(fs, preferencesFile(), (values) =>
    windows.sendToAll('preferencesChanged', values),
  );
  openDoor(createRelay(vault, createHostCalls(vault, preferences)));

  const stopWatching = watchForLockReasons({ lock: vault.lock, idleLimitMs: idleLimitMs() });
  installMenu({ lock: vault.lock });

  app.on('second-instance', () => windows.focus());
  app.on('activate', () => windows.focus());
  app.on('window-all-closed', () => app.quit());

  let closed = false;
  // Not `before-quit`: the windows go first, and hand over what was typed in their last moment.
  app.on('will-quit', (event) => {
    if (closed) return;
    // The vault checkpoints and closes first; then quitting goes on.
    event.preventDefault();
    stopWatching();
    void vault.close().finally(() => {
      closed = true;
      app.quit();
    });
  });
  windows.focus();
}

main();
