import { z } from 'zod';
import { calendarDate, instant, recordId } from '../model/primitives.ts';
import { RECORD_TYPES } from '../model/record-type.ts';
import { vaultCall } from './define.ts';
import { callBack } from './consents.ts';
import { recordRef } from './parts.ts';

const countsByType = z.partialRecord(z.enum(RECORD_TYPES), z.number().int());

/** Words in a record of others, or a file of it, that may be about the person. */
export const erasureMention = z.strictObject({
  /** Names it in `forget`. */
  key: z.string(),
  record: recordRef,
  label: z.string(),
  /** The field that says it; null for a file. */
  field: z.string().nullable(),
  excerpt: z.string(),
  /** The field says it no longer; its history does. */
  isPast: z.boolean(),
  /** A whole name or number of theirs, not only a word that is part of their name. */
  isSure: z.boolean(),
});
export type ErasureMention = z.infer<typeof erasureMention>;

export const erasurePreview = z.strictObject({
  contactId: recordId,
  /** The name that is shown; empty where it is erased already. */
  label: z.string(),
  /** What has to be typed to go ahead. */
  confirmWith: z.string(),
  /** The day on which the contact itself was erased here. */
  forgottenOn: calendarDate.nullable(),
  /** What is theirs alone and goes, by type; what was removed before is counted too. */
  gone: countsByType,
  /** Records of others too, which stay and no longer name them. */
  kept: z.array(z.strictObject({ record: recordRef, label: z.string() })),
  mentions: z.array(erasureMention),
  drafts: z.number().int(),
  /** Actions under way for them alone: what is going on outside has to be stopped by hand. */
  underWay: z.array(z.strictObject({ id: recordId, title: z.string() })),
  /** What is out with others and will be called back. */
  bundlesOut: z.array(z.strictObject({ id: recordId, counterpartName: z.string(), at: instant })),
  copiesOut: z.array(
    z.strictObject({ kind: z.enum(['export', 'print', 'copy']), at: instant, what: z.string() }),
  ),
  /** What has to be called back by now. */
  callBacks: z.array(callBack),
  /** Names this very preview. */
  previewId: z.string(),
});
export type ErasurePreview = z.infer<typeof erasurePreview>;

export const erasure = {
  /** All that is held of a person, and what becomes of it when they are forgotten. Writes nothing. */
  preview: vaultCall({
    arg: z.strictObject({ contactId: recordId }),
    result: erasurePreview,
    failures: ['not-found'],
  }),
  /**
   * Forgets a person, for good: nothing of it can be undone. Refused where the records are no
   * longer what the preview showed, or what was typed is not what it asked for.
   */
  forget: vaultCall({
    arg: z.strictObject({
      contactId: recordId,
      previewId: z.string(),
      /** Keys of the mentions to take out. */
      mentions: z.array(z.string().max(200)).max(100_000),
      confirmation: z.string().max(1_000),
    }),
    result: z.strictObject({ gone: countsByType, callBacks: z.array(callBack) }),
    failures: ['not-found', 'preview-outdated'],
  }),
} as const;
