import { z } from 'zod';
import { contactBrief } from '../model/brief.ts';
import { instant, recordId } from '../model/primitives.ts';
import { TRAVEL_AUDIENCES } from '../model/travel.ts';
import { CONTACT_KINDS, RISK_LEVELS } from '../model/vocabulary/contact.ts';
import { STAYS_BECAUSE } from './bundles.ts';
import { nothing, vaultCall } from './define.ts';

const contactIds = z.array(recordId).max(20_000);

/** Whom a brief is for; null for the officer of this vault, to whom all of it is open anyway. */
const audience = z.enum(TRAVEL_AUDIENCES).nullable();

/** Contacts of whom nothing is told to an audience, and why. */
const stays = z.array(
  z.strictObject({ contactId: recordId, label: z.string(), why: z.enum(STAYS_BECAUSE) }),
);

export const briefRow = z.strictObject({
  contactId: recordId,
  label: z.string(),
  kind: z.enum(CONTACT_KINDS),
  riskLevel: z.enum(RISK_LEVELS).nullable(),
  photo: z.string().nullable(),
  /** When its brief was read; null where it was not. */
  readAt: instant.nullable(),
});
export type BriefRow = z.infer<typeof briefRow>;

/** The successor's brief: what to know of each contact before the first meeting. */
export const brief = {
  /** Whose briefs there are: those who came with a bundle, or of the active contacts all. */
  overview: vaultCall({
    arg: z.strictObject({ bundleId: recordId.nullable().default(null) }),
    result: z.array(briefRow),
    failures: ['not-found'],
  }),
  /** As what consent lets an audience know. Of a contact that is not here nothing is said. */
  ofContacts: vaultCall({
    arg: z.strictObject({ contactIds: contactIds.min(1), audience }),
    result: z.strictObject({ contacts: z.array(contactBrief), stays }),
  }),
  /**
   * The same for paper or a file, and an entry in the access log that says so: to be asked before
   * printing. What is printed leaves the vault without a seal, so it is always for an audience.
   */
  print: vaultCall({
    arg: z.strictObject({
      contactIds: contactIds.min(1),
      audience: z.enum(TRAVEL_AUDIENCES),
      as: z.enum(['paper', 'file']),
    }),
    result: z.strictObject({ contacts: z.array(contactBrief), stays }),
    failures: ['nothing-to-export'],
  }),
  /** Ticks the briefs of contacts off as read, or takes that back. Kept in the access log. */
  tick: vaultCall({
    arg: z.strictObject({ contactIds: contactIds.min(1), read: z.boolean() }),
    result: nothing,
    failures: ['not-found'],
  }),
} as const;
