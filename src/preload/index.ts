import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../shared/contract/client.ts';

// Written in by the build from the contract, so that a sandboxed preload needs no schema library.
declare const __CALL_CHANNELS__: readonly string[];
declare const __EVENT_NAMES__: readonly string[];

const channels: ReadonlySet<string> = new Set(__CALL_CHANNELS__);
const names: ReadonlySet<string> = new Set(__EVENT_NAMES__);

const bridge: Bridge = {
  async invoke(channel, arg) {
    if (!channels.has(channel)) throw new Error('No such call.');
    return ipcRenderer.invoke(channel, arg) as ReturnType<Bridge['invoke']>;
  },
  on(name, listener) {
    if (!names.has(name)) throw new Error('No such event.');
    // The event object stays on this side: it would hand the page a way to the sender.
    const forward = (_event: unknown, payload: unknown): void => listener(payload);
    ipcRenderer.on(name, forward);
    return () => void ipcRenderer.removeListener(name, forward);
  },
};

contextBridge.exposeInMainWorld('steadyState', bridge);
