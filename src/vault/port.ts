import type { HostToVault, VaultToHost } from '../shared/contract/wire.ts';

/** The channel to the host that started this process. */
export interface HostPort {
  post(message: VaultToHost): void;
  onMessage(listener: (message: HostToVault) => void): void;
  /**
   * The host has gone without a word. A vault must then end, or the key would outlive its window.
   */
  onHostGone(listener: () => void): void;
}

/** What Electron puts on `process` in a utility process, as far as it is used here. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/**
 * The port to the host: `process.parentPort` in an Electron utility process, the IPC channel of a
 * Node child otherwise. Electron is told by the shape of `process`, so nothing here imports it.
 *
 * @throws If the process was started by neither, as from a shell.
 */
export function openPort(): HostPort {
  const { parentPort } = process as unknown as { readonly parentPort?: ParentPort | null };
  if (parentPort !== undefined && parentPort !== null) return overParentPort(parentPort);
  if (process.send !== undefined) return overChildChannel();
  throw new Error('The vault has no host: it is started by the application, not by hand.');
}

function overParentPort(parentPort: ParentPort): HostPort {
  return {
    post: (message) => parentPort.postMessage(message),
    onMessage: (listener) => parentPort.on('message', ({ data }) => listener(data as HostToVault)),
    // Electron itself ends a utility process whose parent has gone, however it went.
    onHostGone: () => undefined,
  };
}

function overChildChannel(): HostPort {
  return {
    // The channel may already be closed by a host that has gone; the answer then has no reader,
    // and `onHostGone` is what deals with that.
    post: (message) => {
      if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
    },
    onMessage: (listener) => process.on('message', (message) => listener(message as HostToVault)),
    onHostGone: (listener) => process.on('disconnect', listener),
  };
}
