import { homedir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { FILE_PURPOSES } from '../../src/shared/contract/host.ts';
import type { PreferencesFile } from '../../src/shared/host/preferences-file.ts';
import type { HostHandlers } from '../../src/shared/host/relay.ts';
import type { VaultLink } from '../../src/shared/host/vault-link.ts';
import { fail, ok } from '../../src/shared/outcome.ts';
import type { PageSession } from './page-session.ts';

/** The calls that the preview host answers itself. */
export function createHostCalls(
  vault: Pick<VaultLink, 'grant' | 'lock'>,
  preferences: PreferencesFile,
  version: string,
): HostHandlers<PageSession> {
  return {
    host: {
      info: () =>
        ok({
          kind: 'preview' as const,
          version,
          platform: process.platform as 'linux' | 'darwin' | 'win32',
        }),
      async chooseFile(page, { purpose, suggestedName }) {
        const { dialog } = FILE_PURPOSES[purpose];
        const suggestedPath =
          suggestedName === undefined ? '' : join(homedir(), basename(suggestedName));
        const typed = await page.pick(purpose, dialog, suggestedPath);
        if (typed === null) return fail({ kind: 'cancelled' });
        const path = resolve(homedir(), typed);
        return ok({ token: vault.grant(path, dialog), name: basename(path) });
      },
      async lock() {
        await vault.lock();
        return ok({});
      },
    },
    preferences: {
      get: async () => ok(await preferences.get()),
      set: (_page, change) => preferences.set(change),
    },
  };
}
