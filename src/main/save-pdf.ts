import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { BrowserWindow } from 'electron';
import type { Calls } from '../shared/contract/contract.ts';
import type { OutcomeOf } from '../shared/contract/define.ts';
import { fail, ok } from '../shared/outcome.ts';
import { storageFailure } from '../shared/storage-failure.ts';

/**
 * What the window would put on paper, as a PDF readable by its owner alone. It is the officer's own
 * deliberate copy outside the vault; the vault has put it in the access log before the sheet was there.
 */
export async function savePdfTo(
  window: BrowserWindow,
  path: string,
): Promise<OutcomeOf<Calls['host']['savePdf']>> {
  const pdf = await window.webContents.printToPDF({
    pageSize: 'A4',
    printBackground: false,
    // With headings and reading order, for whoever reads it by ear.
    generateTaggedPDF: true,
  });
  try {
    await writeFile(path, pdf, { mode: 0o600 });
    return ok({ name: basename(path) });
  } catch (error) {
    return fail(storageFailure(error) ?? { kind: 'file-unreadable' });
  }
}
