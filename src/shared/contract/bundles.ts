import { z } from 'zod';
import { briefWords } from '../model/brief-words.ts';
import { bundleEntryFields } from '../model/bundle-entry.ts';
import { BUNDLE_KINDS } from '../model/bundle-kind.ts';
import { bundleDocument } from '../model/documents/bundle-document.ts';
import { SENDER_TRUST } from '../model/officer.ts';
import { CARRYING_VERBS } from '../model/entrustment.ts';
import { calendarDate, instant, recordId, shortText } from '../model/primitives.ts';
import { RECORD_TYPES } from '../model/record-type.ts';
import { TRAVEL_AUDIENCES } from '../model/travel.ts';
import {
  CONSENT_AUDIENCES,
  CONSENT_DECISIONS,
  CONSENT_PURPOSES,
} from '../model/vocabulary/consent.ts';
import { standingRow } from './consents.ts';
import { nothing, vaultCall } from './define.ts';
import { fileToken, recordRef, written } from './parts.ts';
import { fieldChange } from './records.ts';

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
  'private',
] as const;
const staysBecause = z.enum(STAYS_BECAUSE);

/** How contacts leave: for good, what is new since, or lent for one purpose until a day. */
export const EXPORT_KINDS = ['handover', 'update', 'share'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/**
 * `hybrid` is post-quantum and needs age 1.3 or later outside the application; `x25519` opens
 * with any age.
 */
export const keyType = z.enum(['hybrid', 'x25519']).default('hybrid');

const exportChoice = z.strictObject({
  kind: z.enum(EXPORT_KINDS).default('handover'),
  contactIds: z.array(recordId).min(1).max(20_000),
  audience: z.enum(TRAVEL_AUDIENCES),
  recipientId: recordId,
  keyType,
  /** What a share is for, and its last day: for a share both, else neither. */
  purpose: shortText.nullable().default(null),
  until: calendarDate.nullable().default(null),
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
      why: staysBecause,
    }),
  ),
  /** Records removed here that the recipient has: that they are gone goes along, not what they said. */
  removals: z.array(z.strictObject({ record: recordRef, label: z.string() })),
  counts: countsByType,
  recipientVerified: z.boolean(),
  /** Names this very preview: an export whose records changed since is refused. */
  previewId: z.string(),
});
export type ExportPreview = z.infer<typeof exportPreview>;

/** How a question of a merge can be answered. */
export const MERGE_CHOICES = ['mine', 'theirs', 'both'] as const;
export type MergeChoice = (typeof MERGE_CHOICES)[number];

/** Why one answer is suggested. */
export const SUGGESTED_BECAUSE = [
  'nothing-lost',
  'more-careful',
  'later',
  'edit-outlives-removal',
] as const;
export type SuggestedBecause = (typeof SUGGESTED_BECAUSE)[number];

const wroteBy = z.strictObject({ author: z.string(), at: instant }).nullable();

/** Two edits of which neither side knew the other's: only the officer can say what is to stand. */
export const importConflict = z.strictObject({
  /** Names this very question: once a value of it changes, it is another one. */
  key: z.string(),
  record: recordRef,
  label: z.string(),
  /** The contact it is, or those it names. */
  contactIds: z.array(recordId),
  /** `$exists` where one side removed the record. */
  field: z.string(),
  /** `edit-delete`: edited here, removed there. `delete-edit`: removed here, edited there. */
  kind: z.enum(['edit-edit', 'edit-delete', 'delete-edit']),
  /** What both started from; null where that is not known. */
  base: z.json(),
  mine: z.json(),
  theirs: z.json(),
  /** What both would be; null where both cannot be. */
  both: z.json(),
  /** Who gave each side its value, and when by their clock; null where that is not known. */
  mineBy: wroteBy,
  theirsBy: wroteBy,
  suggested: z.enum(MERGE_CHOICES),
  because: z.enum(SUGGESTED_BECAUSE),
  /** What was edited of a record that the other side removed. */
  edits: z.array(z.strictObject({ field: z.string(), from: z.json(), to: z.json() })),
  /** What belongs to the removed record here and is not removed there: it would go along. */
  goesAlong: z.array(z.strictObject({ record: recordRef, label: z.string() })),
});
export type ImportConflict = z.infer<typeof importConflict>;

const consentState = z.union([standingRow.shape.state, z.literal('never-asked')]);

/** A consent that stands otherwise once the bundle is taken in. */
export const consentChange = z.strictObject({
  contactId: recordId,
  label: z.string(),
  purpose: z.enum(CONSENT_PURPOSES),
  audience: z.enum(CONSENT_AUDIENCES),
  from: consentState,
  to: consentState,
  /** From now on a yes and a no count side by side: the no holds until the defender is asked. */
  disputed: z.boolean(),
});
export type ConsentChange = z.infer<typeof consentChange>;
/** Where a bundle stands in its sender's count of bundles to us. */
export const bundleArrival = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('next') }),
  /** Taken in before; nothing is left to do. */
  z.strictObject({ kind: z.literal('replayed'), at: instant }),
  /** Later ones were taken in and this one never; `newest` is the number of the last of them. */
  z.strictObject({ kind: z.literal('late'), newest: z.number().int() }),
  /** Those from `first` to `last` were made before it and never came. */
  z.strictObject({
    kind: z.literal('gap'),
    first: z.number().int(),
    last: z.number().int(),
  }),
]);

/** "The receiver accepts or rejects per contact with a reason" (design/domain.md, "Handover"). */
const contactAnswer = z
  .strictObject({
    contactId: recordId,
    answer: z.enum(['accepted', 'rejected']),
    /** Goes back with the receipt; needed for a no. */
    reason: shortText.or(z.literal('')),
  })
  .refine(({ answer, reason }) => answer === 'accepted' || reason !== '', {
    path: ['reason'],
    error: 'required',
  });

/** Of one contact, field by field and record by record: what goes, and why the rest stays. */
export const contactPreview = z.strictObject({
  /** Fields that were ever filled in; of an update those alone that it brings, and those that stay. */
  fields: z.array(z.strictObject({ field: z.string(), why: staysBecause.nullable() })),
  records: z.array(
    z.strictObject({
      record: recordRef,
      label: z.string(),
      /** The day it is about; null where it has none. */
      on: calendarDate.nullable(),
      /** Of a decision on consent: what it decides. */
      decides: z
        .strictObject({ purpose: z.enum(CONSENT_PURPOSES), decision: z.enum(CONSENT_DECISIONS) })
        .nullable(),
      /** Whether the recipient was sent it before, in an earlier state. */
      isKnownThere: z.boolean(),
      why: staysBecause.nullable(),
    }),
  ),
});
export type ContactPreview = z.infer<typeof contactPreview>;

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
    trust: z.enum(SENDER_TRUST),
    /** When the key that signed was given up; null where it is the one that is held now. */
    keyGivenUpAt: instant.nullable(),
    fingerprintWords: z.array(z.string()),
  }),
  /** When our key that it is sealed to was given up; null where that is our newest. */
  sealedToKeyGivenUpAt: instant.nullable(),
  sequence: z.number().int(),
  arrival: bundleArrival,
  /** Null for a receipt and a request, which tell of no contact. */
  audience: z.enum(TRAVEL_AUDIENCES).nullable(),
  /** What a share is lent for, and until when. */
  purpose: z.string().nullable(),
  until: calendarDate.nullable(),
  /** What a receipt, a request or statistics say. */
  document: bundleDocument.nullable(),
  /** The contacts that it names, as far as they are known here. */
  documentContacts: z.array(z.strictObject({ id: recordId, label: z.string() })),
  contacts: z.array(
    z.strictObject({
      id: recordId,
      label: z.string(),
      isNew: z.boolean(),
      counts: countsByType,
      /** Fields of the contact itself, and of records that were here, that get another value. */
      changedFields: z.number().int(),
    }),
  ),
  counts: countsByType,
  changeSets: z.number().int(),
  /** What has to be decided before it is taken in. What follows assumes the suggested answers. */
  conflicts: z.array(importConflict),
  /** Fields that both sides changed and that became one value without a question. */
  mergedFields: z.number().int(),
  /** Records that the sender removed, and that would be removed here. */
  deletions: z.array(
    z.strictObject({ record: recordRef, label: z.string(), contactIds: z.array(recordId) }),
  ),
  /** What would be erased here, for good, because a defender asked the sender to be forgotten. */
  erased: z.array(
    z.strictObject({ record: recordRef, field: z.string().nullable(), label: z.string() }),
  ),
  /** Erasures that would not be carried out: of records that the sender cannot know. */
  erasuresRefused: z.number().int(),
  /** So many are removed or erased that `apply` asks to be told that it may. */
  isMassDeletion: z.boolean(),
  consentChanges: z.array(consentChange),
  /** Actions under way in the bundle whose consent is not in it or here: taken in as planned. */
  actionsHeldBack: z.array(z.strictObject({ id: recordId, title: z.string() })),
  /** Visits made and hearings attended that rest on no action here: taken in as not made. */
  presencesHeldBack: z.array(
    z.strictObject({ record: recordRef, label: z.string(), on: calendarDate }),
  ),
  alreadyApplied: z.boolean(),
  /** How its contacts are offered, for each to be accepted or not; null where they are not. */
  offer: z
    .strictObject({
      verb: z.enum(CARRYING_VERBS),
      contactIds: z.array(recordId),
      purpose: z.string().nullable(),
      until: calendarDate.nullable(),
      answerBy: calendarDate.nullable(),
    })
    .nullable(),
});
export type ImportPreview = z.infer<typeof importPreview>;

export const bundles = {
  previewExport: vaultCall({
    arg: exportChoice,
    result: exportPreview,
    failures: ['not-found', 'recipient-revoked'],
  }),
  /** One contact of a preview that was given; refused where the preview would now be another. */
  previewContact: vaultCall({
    arg: z.strictObject({ ...exportChoice.shape, previewId: z.string(), contactId: recordId }),
    result: contactPreview,
    failures: ['not-found', 'recipient-revoked', 'preview-outdated'],
  }),
  /** What an officer was sent, for an update to build on. */
  sentTo: vaultCall({
    arg: z.strictObject({ recipientId: recordId }),
    result: z.strictObject({
      /** The bundle that an update would build on; null where there is none yet. */
      last: z
        .strictObject({ kind: z.enum(BUNDLE_KINDS), sequence: z.number().int(), at: instant })
        .nullable(),
      /** The contacts they were sent that are still here. */
      contactIds: z.array(recordId),
    }),
  }),
  /** Seals the bundle for the recipient and writes it. Only ciphertext reaches the disk. */
  export: vaultCall({
    arg: z.strictObject({
      ...exportChoice.shape,
      previewId: z.string(),
      file: fileToken,
      /** The words of the brief that a handover or a share brings; without them it brings none. */
      brief: briefWords.nullable().default(null),
    }),
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
      'nothing-new',
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
      'bundle-forked',
      'bundle-base-missing',
      'cancelled',
    ],
  }),
  /** Stops the opening that is under way, if one is. */
  cancelOpening: vaultCall({ arg: nothing, result: nothing }),
  /** The opened bundle against the records as they are now: another preview of the same import. */
  preview: vaultCall({
    arg: z.strictObject({ importId: z.uuid() }),
    result: importPreview,
    failures: ['not-found', 'bundle-malformed', 'file-unreadable'],
  }),
  /** Every field that the opened bundle would change of one contact and what belongs to it. */
  changesOf: vaultCall({
    arg: z.strictObject({ importId: z.uuid(), contactId: recordId }),
    result: z.array(fieldChange),
    failures: ['not-found', 'bundle-malformed', 'file-unreadable'],
  }),
  /**
   * Takes an opened bundle in: all of it, in one transaction, or nothing. Every conflict needs its
   * decision; the value that was not chosen stays in the history.
   */
  apply: vaultCall({
    arg: z.strictObject({
      importId: z.uuid(),
      decisions: z
        .array(z.strictObject({ key: z.string().max(64), choice: z.enum(MERGE_CHOICES) }))
        .max(50_000)
        .default([]),
      allowDeletions: z.boolean().default(false),
      /** What is said to contacts that are offered; who is not named is accepted. */
      contacts: z.array(contactAnswer).max(20_000).default([]),
    }),
    result: z.strictObject({
      /** The change set that took it in: undoing it takes all of the bundle back. */
      changeSetId: recordId,
      changeSets: z.number().int(),
      counts: countsByType,
    }),
    failures: [
      'not-found',
      'bundle-conflicts',
      'mass-deletion',
      'bundle-already-applied',
      'bundle-forked',
      'bundle-base-missing',
      'sender-key-differs',
      'bundle-malformed',
      // Many attachments stay in the file until they are taken in: it must still be there.
      'file-unreadable',
      'sealed',
    ],
  }),
  /** Takes a share back here and starts the task to call it back there. */
  revokeShare: vaultCall({
    arg: z.strictObject({ bundleId: recordId }),
    result: written,
    failures: ['not-found'],
  }),
  dismiss: vaultCall({ arg: z.strictObject({ importId: z.uuid() }), result: nothing }),
  register: vaultCall({
    arg: nothing,
    result: z.array(
      z.strictObject({ ...bundleEntryFields.omit({ document: true }).shape, id: recordId }),
    ),
  }),
} as const;
