import { performance } from 'node:perf_hooks';
import { app, BrowserWindow, powerMonitor } from 'electron';
import { createIdleWatch } from './idle-watch.ts';

/** How often idleness is looked at, in milliseconds; locking is late by at most this. */
const LOOK_EVERY_MS = 1_000;

/**
 * Locks when the machine sleeps, its screen is locked or its user is switched, and when nobody has
 * been at the machine, or in this window, for the idle limit.
 *
 * @returns A function that stops watching.
 */
export function watchForLockReasons(options: {
  readonly lock: () => Promise<void>;
  readonly idleLimitMs: number;
}): () => void {
  const lock = (): void => void options.lock();
  // Linux sends no `lock-screen`; there the idle limit is what remains (docs/known-gaps.md).
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('shutdown', lock);
  powerMonitor.on('user-did-resign-active', lock);

  const watch = createIdleWatch({
    limitMs: options.idleLimitMs,
    // Monotonic: setting the machine's clock neither delays a lock nor brings one on.
    nowMs: () => performance.now(),
    idleMs: () => powerMonitor.getSystemIdleTime() * 1_000,
    onIdle: lock,
  });
  const onFocus = (): void => watch.setFocused(true);
  const onBlur = (): void => watch.setFocused(BrowserWindow.getFocusedWindow() !== null);
  app.on('browser-window-focus', onFocus);
  app.on('browser-window-blur', onBlur);
  const timer = setInterval(() => watch.look(), LOOK_EVERY_MS);

  return () => {
    clearInterval(timer);
    for (const name of ['suspend', 'lock-screen', 'shutdown', 'user-did-resign-active'] as const) {
      powerMonitor.removeListener(name as 'suspend', lock);
    }
    app.removeListener('browser-window-focus', onFocus);
    app.removeListener('browser-window-blur', onBlur);
  };
}
