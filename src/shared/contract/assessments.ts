import { z } from 'zod';
import { documentWords, narrative } from '../model/assessment.ts';
import { calendarDate, languageTag, recordId } from '../model/primitives.ts';
import { figures } from '../model/statistics.ts';
import { ACTION_STATUSES, ACTION_TYPES } from '../model/vocabulary/action.ts';
import { vaultCall } from './define.ts';
import { fileToken } from './parts.ts';

const year = z.number().int().min(1900).max(9999);

/** Why a contact is not counted. */
export const NOT_COUNTED_BECAUSE = [
  'never-asked',
  'wrong-audience',
  'not-yet-in-force',
  'expired',
  'refused',
  'withdrawn',
  'peaceful-means-not-met',
] as const;

export const assessments = {
  /**
   * The assessment of a calendar year. The document is made of `figures` and `narrative` alone;
   * the rest is for the officer and does not leave the vault.
   */
  ofYear: vaultCall({
    arg: z.strictObject({ year }),
    result: z.strictObject({
      /** The years that have something in them, and this one; the latest first. */
      years: z.array(year),
      /** A document is made of a year that is over, and its figures stay as they were then. */
      state: z.enum(['running', 'over', 'made']),
      madeOn: calendarDate.nullable(),
      /** Null where fewer than five contacts may be counted. */
      figures: figures.nullable(),
      narrative,
      counted: z.number().int(),
      notCounted: z.array(
        z.strictObject({ why: z.enum(NOT_COUNTED_BECAUSE), contacts: z.number().int() }),
      ),
      /** "Overrides are listed, never hidden": those given in the year. */
      overrides: z.array(
        z.strictObject({
          actionId: recordId,
          title: z.string(),
          type: z.enum(ACTION_TYPES),
          /** Null where the action was removed since. */
          status: z.enum(ACTION_STATUSES).nullable(),
          on: calendarDate,
          authorisedBy: z.string(),
        }),
      ),
    }),
  }),
  /**
   * Makes the document: saved to a file, or (no file) for the window to print. The figures of the
   * first time are kept and stand in every later one. Refused as `invalid-argument` for a year that
   * is not over, and where the narrative names a contact.
   */
  make: vaultCall({
    arg: z.strictObject({
      year,
      narrative,
      words: documentWords,
      language: languageTag,
      file: fileToken.nullable(),
    }),
    result: z.strictObject({ madeOn: calendarDate }),
    failures: ['file-not-granted', 'file-unreadable', 'nothing-to-export'],
  }),
} as const;
