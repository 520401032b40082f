import { z } from 'zod';
import { directoryEntry } from '../model/contact.ts';
import { countryCode, languageTag, recordId } from '../model/primitives.ts';
import { CONTACT_KINDS, ORGANISATION_TYPES } from '../model/vocabulary/contact.ts';
import { nothing, vaultCall } from './define.ts';

/** An organisation that helps defenders, what it offers, and what came of referrals to it. */
export const directoryRow = z.strictObject({
  ...directoryEntry.shape,
  id: recordId,
  label: z.string(),
  kind: z.enum(CONTACT_KINDS),
  organisationType: z.enum(ORGANISATION_TYPES).nullable(),
  languages: z.array(languageTag),
  locality: z.string().nullable(),
  country: countryCode.nullable(),
  referrals: z.strictObject({
    /** Under way or done: those that left the mission. */
    made: z.number().int(),
    waiting: z.number().int(),
    helped: z.number().int(),
    declined: z.number().int(),
  }),
});
export type DirectoryRow = z.infer<typeof directoryRow>;

export const directory = {
  /** Every contact with an entry that still exists, by name. */
  list: vaultCall({ arg: nothing, result: z.array(directoryRow) }),
} as const;
