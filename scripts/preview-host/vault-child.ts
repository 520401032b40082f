import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { EventName } from '../../src/shared/contract/contract.ts';
import { openVaultLink, type VaultLink, type VaultPort } from '../../src/shared/host/vault-link.ts';

export interface VaultChild {
  readonly link: VaultLink;
  /** The process that runs now. */
  pid(): number | null;
}

/**
 * Keeps the line to a vault that runs as a plain Node child of this process.
 * @param env Put into its environment, over what this process has.
 */
export function startVaultChild(
  vaultFile: string,
  vaultDir: string,
  onEvent: (name: EventName, payload: unknown) => void,
  env: Readonly<Record<string, string>> = {},
): VaultChild {
  let pid: number | null = null;
  const link = openVaultLink({
    start: () => {
      const started = startProcess(vaultFile, vaultDir, env, (own) => {
        if (pid === own) pid = null;
      });
      pid = started.pid;
      return started.port;
    },
    later: (run, delayMs) => {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
    newToken: randomUUID,
    onEvent,
  });
  return { link, pid: () => pid };
}

function startProcess(
  vaultFile: string,
  vaultDir: string,
  env: Readonly<Record<string, string>>,
  onGone: (pid: number | null) => void,
): { port: VaultPort; pid: number | null } {
  const child = fork(vaultFile, [`--vault-dir=${vaultDir}`], {
    env: { ...process.env, ...env },
    serialization: 'json',
    execArgv: [],
    stdio: [
      'ignore',
      process.env['STEADY_STATE_VAULT_OUTPUT'] === 'inherit' ? 'inherit' : 'ignore',
      process.env['STEADY_STATE_VAULT_OUTPUT'] === 'inherit' ? 'inherit' : 'ignore',
      'ipc',
    ],
  });
  const pid = child.pid ?? null;
  const port: VaultPort = {
    // A child that is already gone is dealt with by `onEnd`.
    post: (message) => {
      if (child.connected) child.send(message, () => undefined);
    },
    onMessage: (listener) => child.on('message', listener),
    onEnd: (listener) => {
      let told = false;
      const tell = (): void => {
        if (told) return;
        told = true;
        onGone(pid);
        listener();
      };
      child.once('exit', tell);
      // A child that could not be started has no exit.
      child.once('error', tell);
    },
    kill: () => child.kill('SIGKILL'),
  };
  return { port, pid };
}
