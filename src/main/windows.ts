import { app, BrowserWindow, type Session } from 'electron';
import type { EventName } from '../shared/contract/contract.ts';
import { APP_PAGE } from './app-scheme.ts';
import { preloadFile } from './paths.ts';
import { TEXTS } from './texts.ts';

export interface Windows {
  /** Shows the window, or makes it where there is none. */
  focus(): void;
  sendToAll(name: EventName, payload: unknown): void;
}

/** The application's window: one at most. */
export function createWindows(session: Session): Windows {
  let window: BrowserWindow | null = null;
  return {
    focus() {
      window ??= open(session, () => {
        window = null;
      });
      if (window.isMinimized()) window.restore();
      window.focus();
    },
    sendToAll(name, payload) {
      for (const each of BrowserWindow.getAllWindows()) each.webContents.send(name, payload);
    },
  };
}

function open(session: Session, onClosed: () => void): BrowserWindow {
  const window = new BrowserWindow({
    title: TEXTS.productName,
    width: 1280,
    height: 860,
    minWidth: 880,
    minHeight: 600,
    show: false,
    webPreferences: {
      session,
      preload: preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
      navigateOnDragDrop: false,
      safeDialogs: true,
      v8CacheOptions: 'none',
    },
  });
  // Keeps the window out of screenshots and recordings on macOS and Windows; Linux has no such
  // thing (see docs/known-gaps.md), and there the call does nothing.
  window.setContentProtection(app.isPackaged);
  window.once('ready-to-show', () => window.show());
  window.on('closed', onClosed);
  void window.loadURL(APP_PAGE);
  return window;
}
