import { z } from 'zod';
import { hostCall, nothing } from './define.ts';
import { fileGrant } from './parts.ts';

/** What a file dialog is for; the host sets title, filter and kind of dialog from it. */
export const FILE_PURPOSES = {
  'save-bundle': { dialog: 'save', extensions: ['age'] },
  'open-bundle': { dialog: 'open', extensions: ['age'] },
  'save-assessment': { dialog: 'save', extensions: ['html'] },
  'save-card': { dialog: 'save', extensions: ['json'] },
  'open-card': { dialog: 'open', extensions: ['json'] },
  'open-vcard': { dialog: 'open', extensions: ['vcf', 'vcard'] },
  'open-attachment': { dialog: 'open', extensions: [] },
  'open-photo': { dialog: 'open', extensions: ['jpg', 'jpeg', 'png', 'gif', 'webp'] },
} as const satisfies Record<string, { dialog: 'open' | 'save'; extensions: readonly string[] }>;
export type FilePurpose = keyof typeof FILE_PURPOSES;

export const host = {
  info: hostCall({
    arg: nothing,
    result: z.strictObject({
      kind: z.enum(['electron', 'preview']),
      version: z.string(),
      platform: z.enum(['linux', 'darwin', 'win32']),
    }),
  }),
  /** Asks the officer for a file. The renderer learns its name and a token, never its path. */
  chooseFile: hostCall({
    arg: z.strictObject({
      purpose: z.enum(Object.keys(FILE_PURPOSES) as [FilePurpose, ...FilePurpose[]]),
      suggestedName: z.string().max(200).optional(),
    }),
    result: fileGrant,
    failures: ['cancelled'],
  }),
  /** Ends the vault process, and with it the key and every decrypted page; a locked one starts. */
  lock: hostCall({ arg: nothing, result: nothing }),
} as const;
