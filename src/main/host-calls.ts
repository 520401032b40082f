import { basename } from 'node:path';
import { app, dialog, type BrowserWindow, type FileFilter } from 'electron';
import { FILE_PURPOSES, type FilePurpose } from '../shared/contract/host.ts';
import type { PreferencesFile } from '../shared/host/preferences-file.ts';
import type { HostHandlers } from '../shared/host/relay.ts';
import type { VaultLink } from '../shared/host/vault-link.ts';
import { fail, ok } from '../shared/outcome.ts';
import { TEXTS } from './texts.ts';

/** The window that asks; dialogs belong to it. */
export interface CallContext {
  readonly window: BrowserWindow;
}

/** The calls that Electron answers itself. */
export function createHostCalls(
  vault: Pick<VaultLink, 'grant' | 'lock'>,
  preferences: PreferencesFile,
): HostHandlers<CallContext> {
  return {
    host: {
      info: () =>
        ok({
          kind: 'electron' as const,
          version: app.getVersion(),
          platform: process.platform as 'linux' | 'darwin' | 'win32',
        }),
      async chooseFile({ window }, { purpose, suggestedName }) {
        const path = await ask(window, purpose, suggestedName ?? null);
        if (path === null) return fail({ kind: 'cancelled' });
        const token = vault.grant(path, FILE_PURPOSES[purpose].dialog);
        return ok({ token, name: basename(path) });
      },
      async lock() {
        await vault.lock();
        return ok({});
      },
    },
    preferences: {
      get: async () => ok(await preferences.get()),
      set: (_window, change) => preferences.set(change),
    },
  };
}

/** The path that the officer picked, or null. */
async function ask(
  window: BrowserWindow,
  purpose: FilePurpose,
  suggestedName: string | null,
): Promise<string | null> {
  const { title, filter } = TEXTS.dialogs[purpose];
  const { dialog: kind, extensions } = FILE_PURPOSES[purpose];
  const filters: FileFilter[] =
    extensions.length === 0 ? [] : [{ name: filter, extensions: [...extensions] }];
  if (kind === 'save') {
    const answer = await dialog.showSaveDialog(window, {
      title,
      filters,
      // A name only: where it goes is the officer's to say.
      ...(suggestedName === null ? {} : { defaultPath: basename(suggestedName) }),
      properties: ['showOverwriteConfirmation', 'dontAddToRecent'],
    });
    return answer.canceled || answer.filePath === undefined || answer.filePath === ''
      ? null
      : answer.filePath;
  }
  const answer = await dialog.showOpenDialog(window, {
    title,
    filters,
    properties: ['openFile', 'dontAddToRecent'],
  });
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}
