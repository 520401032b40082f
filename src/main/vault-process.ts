import { randomUUID } from 'node:crypto';
import { clipboard, utilityProcess } from 'electron';
import type { EventName } from '../shared/contract/contract.ts';
import { openVaultLink, type VaultLink, type VaultPort } from '../shared/host/vault-link.ts';
import { vaultFile } from './paths.ts';

/**
 * Starts the vault in a process of its own and keeps the line to it. Locking and closing also clear
 * the clipboard, which may hold what was copied out of a record.
 */
export function startVault(
  vaultDir: string,
  onEvent: (name: EventName, payload: unknown) => void,
): VaultLink {
  const link = openVaultLink({
    start: () => startProcess(vaultDir),
    later: (run, delayMs) => {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
    newToken: randomUUID,
    onEvent,
  });
  return {
    ...link,
    lock() {
      clipboard.clear();
      return link.lock();
    },
    close() {
      clipboard.clear();
      return link.close();
    },
  };
}

function startProcess(vaultDir: string): VaultPort {
  const child = utilityProcess.fork(vaultFile, [`--vault-dir=${vaultDir}`], {
    serviceName: 'Steady State vault',
    env: withoutNodeSettings(process.env),
    // What a vault prints could hold a secret; it prints nothing that anybody needs.
    stdio: process.env['STEADY_STATE_VAULT_OUTPUT'] === 'inherit' ? 'inherit' : 'ignore',
  });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onEnd: (listener) => child.once('exit', listener),
    kill: () => child.kill(),
  };
}

/** The environment without what would make Node load code, open an inspector or write reports. */
function withoutNodeSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/^(NODE_|ELECTRON_RUN_AS_NODE$)/i.test(name)),
  );
}
