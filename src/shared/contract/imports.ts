import { z } from 'zod';
import { VCARD_REASONS } from '../model/vcard-reasons.ts';
import { nothing, vaultCall } from './define.ts';
import { fileToken } from './parts.ts';

/** What became of one property line of one card. */
export const vcardLine = z.strictObject({
  /** Line of the file at which the property begins, from 1. */
  line: z.number().int().positive(),
  property: z.string(),
  /** kept: as it was; changed: taken with a change named in `reason`; refused: not taken. */
  result: z.enum(['kept', 'changed', 'refused']),
  reason: z.enum(VCARD_REASONS),
});

export const vcardReport = z.strictObject({
  importId: z.uuid(),
  cards: z.number().int(),
  /** Cards that become draft contacts. */
  accepted: z.number().int(),
  refused: z.number().int(),
  photos: z.number().int(),
  lines: z.strictObject({
    kept: z.number().int(),
    changed: z.number().int(),
    refused: z.number().int(),
  }),
  contacts: z.array(
    z.strictObject({
      /** Line at which the card begins, from 1. */
      line: z.number().int().positive(),
      label: z.string(),
      accepted: z.boolean(),
      /** Only lines that were changed or refused. */
      findings: z.array(vcardLine),
      /** An existing contact with the same name, phone or e-mail: proposed, never merged. */
      mayBe: z.strictObject({ id: z.uuid(), label: z.string() }).nullable(),
    }),
  ),
});
export type VcardReport = z.infer<typeof vcardReport>;

export const imports = {
  /** Reads a vCard file and says, line by line, what would be kept, changed or refused. */
  previewVcard: vaultCall({
    arg: z.strictObject({ file: fileToken }),
    result: vcardReport,
    failures: ['file-not-granted', 'file-unreadable', 'file-too-large', 'file-kind-unknown'],
  }),
  /** Takes the previewed cards in as draft contacts, in one change set. */
  applyVcard: vaultCall({
    arg: z.strictObject({ importId: z.uuid() }),
    result: z.strictObject({
      created: z.number().int(),
      changeSetId: z.uuid().nullable(),
    }),
    failures: ['not-found'],
  }),
  dismiss: vaultCall({ arg: z.strictObject({ importId: z.uuid() }), result: nothing }),
} as const;
