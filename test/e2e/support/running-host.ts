import type { ElectronApplication, Page } from '@playwright/test';
import type { Bridge } from '../../../src/shared/contract/client.ts';

declare global {
  interface Window {
    readonly steadyState: Bridge;
  }
}

export interface HostFolders {
  readonly vaultDir: string;
  readonly profileDir: string;
  readonly filesDir: string;
}

/** One host that is up, with its page. */
export interface RunningHost {
  readonly page: Page;
  readonly electron: ElectronApplication | null;
  pickFile(path: string | null): Promise<void>;
  vaultPid(): Promise<number | null>;
  close(): Promise<void>;
}
