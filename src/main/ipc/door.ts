import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import { callChannels } from '../../shared/contract/client.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { Relay } from '../../shared/host/relay.ts';
import type { Outcome } from '../../shared/outcome.ts';
import { APP_ORIGIN } from '../app-scheme.ts';
import type { CallContext } from '../host-calls.ts';

/**
 * Opens the only door from a window to this process: one channel for each call of the contract.
 * Electron itself rejects what comes on any other. A sender that is not the main frame of the
 * application's own page is rejected, never ignored, so that it shows.
 */
export function openDoor(relay: Relay<CallContext>): void {
  for (const channel of callChannels()) {
    ipcMain.handle(channel, (event, arg: unknown): Promise<Outcome<unknown, Failure>> =>
      relay({ window: senderWindow(event) }, channel, arg),
    );
  }
}

function senderWindow(event: IpcMainInvokeEvent): BrowserWindow {
  const frame = event.senderFrame;
  // `origin` is set by the browser process from the committed page, not by the page's own word.
  if (frame === null || frame.parent !== null || frame.origin !== APP_ORIGIN) {
    throw new Error('This sender may not call.');
  }
  const window = BrowserWindow.fromWebContents(event.sender);
  if (window === null) throw new Error('This sender may not call.');
  return window;
}
