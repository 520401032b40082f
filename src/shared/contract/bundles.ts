import { z } from 'zod';
import { BUNDLE_KINDS, bundleEntryFields } from '../model/bundle-entry.ts';
import { CARD_CODE_MAX_CHARS, officerFields, VERIFIED_HOW } from '../model/officer.ts';
import { calendarDate, instant, longText, recordId } from '../model/primitives.ts';
import { RECORD_TYPES } from '../model/record-type.ts';
import { TRAVEL_AUDIENCES } from '../model/travel.ts';
import { nothing, vaultCall } from './define.ts';
import { fileToken, recordRef, written } from './parts.ts';

export const officerView = z.strictObject({
  ...officerFields.shape,
  id: recordId,
  /** The fingerprint of the officer's keys, as words to read aloud. */
  fingerprintWords: z.array(z.string()),
  /** Other officers under the same name: one of them may be an impersonator. */
  namesakes: z.number().int().nonnegative(),
});
export type OfficerView = z.infer<typeof officerView>;

const cardFailures = [
  'file-not-granted',
  'file-unreadable',
  'file-too-large',
  'card-invalid',
] as const;

export const officers = {
  list: vaultCall({ arg: nothing, result: z.array(officerView) }),
  me: vaultCall({ arg: nothing, result: officerView }),
  /** Writes this officer's card, which holds no secret, to a file. */
  exportCard: vaultCall({
    arg: z.strictObject({ file: fileToken }),
    result: nothing,
    failures: ['file-not-granted', 'file-unreadable'],
  }),
  /** Takes in another officer's card as unverified. */
  importCard: vaultCall({
    arg: z.strictObject({ file: fileToken }),
    result: written,
    failures: cardFailures,
  }),
  /** This officer's card as the text of a QR code; null where it is too long for one. */
  myCardCode: vaultCall({ arg: nothing, result: z.strictObject({ code: z.string().nullable() }) }),
  /** As `importCard`, from the text of a QR code. */
  importCardCode: vaultCall({
    arg: z.strictObject({ code: z.string().max(CARD_CODE_MAX_CHARS) }),
    result: written,
    failures: ['card-invalid'],
  }),
  /** Records that the fingerprint was compared with the officer, in person or by voice. */
  verify: vaultCall({
    arg: z.strictObject({ id: recordId, how: z.enum(VERIFIED_HOW), on: calendarDate }),
    result: written,
    failures: ['not-found'],
  }),
  revoke: vaultCall({
    arg: z.strictObject({ id: recordId, note: longText }),
    result: written,
    failures: ['not-found'],
  }),
} as const;

const countsByType = z.partialRecord(z.enum(RECORD_TYPES), z.number().int());

/** Why a record, or part of one, does not travel. */
export const STAYS_BECAUSE = [
  'never-asked',
  'refused',
  'withdrawn',
  'expired',
  'not-yet-in-force',
  'wrong-audience',
  'contact-is-draft',
  'meeting-is-draft',
  'closely-held',
  'names-someone-who-stays',
  'withheld-by-consent',
] as const;

const exportChoice = z.strictObject({
  contactIds: z.array(recordId).min(1).max(20_000),
  audience: z.enum(TRAVEL_AUDIENCES),
  recipientId: recordId,
  /**
   * `hybrid` is post-quantum and needs age 1.3 or later outside the application; `x25519` opens
   * with any age.
   */
  keyType: z.enum(['hybrid', 'x25519']).default('hybrid'),
});

export const exportPreview = z.strictObject({
  travels: z.array(
    z.strictObject({
      contactId: recordId,
      label: z.string(),
      ground: z.enum(['consent', 'legitimate-basis']),
      /** Records that go with the contact, by type. */
      counts: countsByType,
      withheld: z.array(z.string()),
    }),
  ),
  stays: z.array(
    z.strictObject({
      record: recordRef,
      label: z.string(),
      contactId: recordId,
      why: z.enum(STAYS_BECAUSE),
    }),
  ),
  counts: countsByType,
  recipientVerified: z.boolean(),
  /** Names this very preview: an export whose records changed since is refused. */
  previewId: z.string(),
});
export type ExportPreview = z.infer<typeof exportPreview>;

export const importPreview = z.strictObject({
  /** Names the opened bundle, which the vault holds in memory until applied or dismissed. */
  importId: z.uuid(),
  bundleId: recordId,
  kind: z.enum(BUNDLE_KINDS),
  createdAt: instant,
  sender: z.strictObject({
    id: recordId,
    name: z.string(),
    post: z.string(),
    trust: z.enum(['unknown', 'unverified', 'verified', 'revoked', 'key-differs']),
    fingerprintWords: z.array(z.string()),
  }),
  sequence: z.number().int(),
  audience: z.enum(TRAVEL_AUDIENCES),
  contacts: z.array(
    z.strictObject({ id: recordId, label: z.string(), isNew: z.boolean(), counts: countsByType }),
  ),
  counts: countsByType,
  changeSets: z.number().int(),
  /** Edits on both sides of one field; with any, nothing is taken in yet. */
  conflicts: z.array(
    z.strictObject({
      record: recordRef,
      label: z.string(),
      field: z.string(),
      mine: z.json(),
      theirs: z.json(),
    }),
  ),
  /** Actions under way in the bundle whose consent is not in it or here: taken in as planned. */
  actionsHeldBack: z.array(z.strictObject({ id: recordId, title: z.string() })),
  /** Visits made and hearings attended that rest on no action here: taken in as not made. */
  presencesHeldBack: z.array(
    z.strictObject({ record: recordRef, label: z.string(), on: calendarDate }),
  ),
  alreadyApplied: z.boolean(),
});
export type ImportPreview = z.infer<typeof importPreview>;

export const bundles = {
  previewExport: vaultCall({
    arg: exportChoice,
    result: exportPreview,
    failures: ['not-found', 'recipient-revoked'],
  }),
  /** Seals the bundle for the recipient and writes it. Only ciphertext reaches the disk. */
  export: vaultCall({
    arg: z.strictObject({ ...exportChoice.shape, previewId: z.string(), file: fileToken }),
    result: z.strictObject({
      bundleId: recordId,
      sizeBytes: z.number().int(),
      sha256: z.string(),
      counts: countsByType,
    }),
    failures: [
      'not-found',
      'recipient-revoked',
      'nothing-to-export',
      'preview-outdated',
      'file-not-granted',
      'file-unreadable',
      'bundle-too-large',
      'cancelled',
    ],
  }),
  /** Opens a bundle to its end, verifies it and says what it would change. Nothing is written. */
  open: vaultCall({
    arg: z.strictObject({ file: fileToken }),
    result: importPreview,
    failures: [
      'file-not-granted',
      'file-unreadable',
      'bundle-not-age',
      'bundle-not-for-us',
      'bundle-truncated',
      'bundle-altered',
      'bundle-unsigned',
      'bundle-bad-signature',
      'bundle-re-addressed',
      'bundle-newer-version',
      'bundle-malformed',
      'bundle-too-large',
      'cancelled',
    ],
  }),
  /** Takes an opened bundle in: all of it, in one transaction, or nothing. */
  apply: vaultCall({
    arg: z.strictObject({ importId: z.uuid() }),
    result: z.strictObject({ changeSets: z.number().int(), counts: countsByType }),
    failures: [
      'not-found',
      'bundle-conflicts',
      'bundle-already-applied',
      'bundle-malformed',
      // Many attachments stay in the file until they are taken in: it must still be there.
      'file-unreadable',
      'sealed',
    ],
  }),
  dismiss: vaultCall({ arg: z.strictObject({ importId: z.uuid() }), result: nothing }),
  register: vaultCall({
    arg: nothing,
    result: z.array(z.strictObject({ ...bundleEntryFields.shape, id: recordId })),
  }),
} as const;
