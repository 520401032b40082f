import { z } from 'zod';
import { NOT_READY } from '../model/particulars.ts';
import { recordId } from '../model/primitives.ts';
import { CONSENT_AUDIENCES, CONSENT_PURPOSES } from '../model/vocabulary/consent.ts';
import { RECORD_TYPES } from '../model/record-type.ts';

/** Names one record: its type and identifier. */
export const recordRef = z.strictObject({ type: z.enum(RECORD_TYPES), id: recordId });
export type RecordRef = z.infer<typeof recordRef>;

/** One consent that an action or an export needs and does not have, and why. */
export const consentGap = z.strictObject({
  contactId: recordId,
  contactLabel: z.string(),
  purpose: z.enum(CONSENT_PURPOSES).nullable(),
  audience: z.enum(CONSENT_AUDIENCES).nullable(),
  why: z.enum([
    'never-asked',
    'refused',
    'withdrawn',
    'expired',
    'not-yet-in-force',
    'wrong-audience',
    'peaceful-means-not-met',
    'unknown-contact',
    'dissolved',
  ]),
});
export type ConsentGap = z.infer<typeof consentGap>;

/** What an action still needs before it may begin, though every consent is there. */
export const notReady = z.enum(NOT_READY);

/** What every write returns: the change set to name in an undo, or null where nothing changed. */
export const written = z.strictObject({ id: recordId, changeSetId: recordId.nullable() });
export type Written = z.infer<typeof written>;

/**
 * A file the officer picked in a dialog of the host. The renderer holds only this token; the host
 * tells the vault which path it stands for.
 */
export const fileGrant = z.strictObject({ token: z.uuid(), name: z.string() });
export type FileGrant = z.infer<typeof fileGrant>;
export const fileToken = z.uuid();
