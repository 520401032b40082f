import { join } from 'node:path';
import { createClient } from '../../src/shared/contract/client.ts';
import type { Calls } from '../../src/shared/contract/contract.ts';
import type { Client } from '../../src/shared/contract/define.ts';
import { startVaultChild } from '../preview-host/vault-child.ts';
import { root } from '../lib/project.ts';

/** A vault process of its own, asked through the contract as the renderer asks it. */
export interface HostedVault {
  readonly ask: Client<Calls>;
  /** Lets the vault read or write a file, as a dialog of a host would. */
  grant(path: string, mode: 'open' | 'save'): string;
  /** The process that holds the key; null once it is gone. */
  pid(): number | null;
  /** Ends the process, and the key with it; what is asked next is answered by a locked one. */
  lock(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the real vault process over a folder, without a window. */
export function hostVault(vaultDir: string): HostedVault {
  const { link, pid } = startVaultChild(
    join(root, 'src/vault/index.ts'),
    vaultDir,
    () => undefined,
  );
  return {
    ask: createClient({
      invoke: (channel, arg) => link.ask(channel, arg),
      on: () => () => undefined,
    }),
    grant: (path, mode) => link.grant(path, mode),
    pid,
    lock: () => link.lock(),
    close: () => link.close(),
  };
}
