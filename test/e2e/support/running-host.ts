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
  /** What the application is told to take for temporary files. */
  readonly tempDir: string;
}

/** What tells a process where temporary files go, on each system. */
export function temporaryFolder({ tempDir }: HostFolders): Record<string, string> {
  return { TMPDIR: tempDir, TEMP: tempDir, TMP: tempDir, SQLITE_TMPDIR: tempDir };
}

/** One host that is up, with its page. */
export interface RunningHost {
  readonly page: Page;
  readonly electron: ElectronApplication | null;
  pickFile(path: string | null): Promise<void>;
  vaultPid(): Promise<number | null>;
  close(): Promise<void>;
}

/** An environment as Playwright takes it. */
export function definedOf(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
