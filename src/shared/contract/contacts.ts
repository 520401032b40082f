import { z } from 'zod';
import { ATTACHMENT_OWNERS, attachmentFields, SHOWN_AS } from '../model/attachment.ts';
import { contactFields } from '../model/contact.ts';
import { calendarDate, instant, recordId } from '../model/primitives.ts';
import { relationshipFields } from '../model/relationship.ts';
import {
  CONTACT_KINDS,
  CONTACT_STATES,
  RISK_GROUPS,
  RISK_LEVELS,
} from '../model/vocabulary/contact.ts';
import { nothing, vaultCall } from './define.ts';
import { fileToken, written } from './parts.ts';

/** One line of the list of contacts. */
export const contactRow = z.strictObject({
  id: recordId,
  kind: z.enum(CONTACT_KINDS),
  state: z.enum(CONTACT_STATES),
  label: z.string(),
  otherNames: z.array(z.string()),
  codeName: z.string().nullable(),
  profession: z.string().nullable(),
  locality: z.string().nullable(),
  remote: z.boolean(),
  riskLevel: z.enum(RISK_LEVELS).nullable(),
  riskGroups: z.array(z.enum(RISK_GROUPS)),
  tags: z.array(z.string()),
  /** Whether a live consent, or a legitimate basis, covers holding this record. */
  mayHold: z.boolean(),
  lastContactOn: calendarDate.nullable(),
  nextContactDueOn: calendarDate.nullable(),
  openPromises: z.number().int(),
  photo: z.string().nullable(),
});
export type ContactRow = z.infer<typeof contactRow>;

export const contactRecord = z.strictObject({ ...contactFields.shape, id: recordId });

export const contactPage = z.strictObject({
  contact: contactRecord,
  row: contactRow,
  relationships: z.array(
    z.strictObject({
      relationship: z.strictObject({ ...relationshipFields.shape, id: recordId }),
      /** The contact at the other end, and whether this page's contact is `from` or `to`. */
      other: z.strictObject({ id: recordId, label: z.string(), kind: z.enum(CONTACT_KINDS) }),
      side: z.enum(['from', 'to']),
    }),
  ),
  attachments: z.array(z.strictObject({ ...attachmentFields.shape, id: recordId })),
  /** The zone of the last meeting with them in person; null where none was logged. */
  timeZone: z.string().nullable(),
  createdAt: instant,
  changedAt: instant,
});
export type ContactPage = z.infer<typeof contactPage>;

export const contacts = {
  /**
   * Rows in the order asked for: all of them, so that the view can be virtual, or the first
   * `limit`, so that it can show a screenful at once.
   */
  list: vaultCall({
    arg: z.strictObject({
      kinds: z.array(z.enum(CONTACT_KINDS)).optional(),
      states: z.array(z.enum(CONTACT_STATES)).optional(),
      riskLevels: z.array(z.enum(RISK_LEVELS)).optional(),
      riskGroup: z.enum(RISK_GROUPS).optional(),
      tag: z.string().optional(),
      /** Folded substring of any name, code name, locality or profession. */
      text: z.string().max(300).optional(),
      sortBy: z.enum(['label', 'last-contact', 'next-due', 'risk']).default('label'),
      limit: z.number().int().min(0).max(1_000).optional(),
    }),
    result: z.strictObject({
      rows: z.array(contactRow),
      /** How many contacts pass the filter. */
      matching: z.number().int(),
      /** How many contacts there are. */
      total: z.number().int(),
    }),
  }),
  page: vaultCall({
    arg: z.strictObject({ id: recordId }),
    result: contactPage,
    failures: ['not-found'],
  }),
  /** Creates (no id) or changes a contact. Fields not named stay as they are. */
  save: vaultCall({
    arg: z.strictObject({ id: recordId.nullable(), fields: contactFields }),
    result: written,
    failures: ['not-found'],
  }),
  /** Removes a contact from the current records; its history stays and the removal can be undone. */
  remove: vaultCall({
    arg: z.strictObject({ id: recordId }),
    result: written,
    failures: ['not-found'],
  }),
  /** Takes imported drafts into the active records. */
  activate: vaultCall({
    arg: z.strictObject({ ids: z.array(recordId).min(1).max(20_000) }),
    result: z.strictObject({ changeSetId: recordId.nullable() }),
    failures: ['not-found'],
  }),
  setPhoto: vaultCall({
    arg: z.strictObject({ id: recordId, file: fileToken.nullable() }),
    result: written,
    failures: [
      'not-found',
      'file-not-granted',
      'file-unreadable',
      'file-too-large',
      'file-kind-unknown',
    ],
  }),
  /** Every tag in use, with how many contacts carry it. */
  tags: vaultCall({
    arg: nothing,
    result: z.array(z.strictObject({ tag: z.string(), count: z.number().int() })),
  }),
  saveRelationship: vaultCall({
    arg: z.strictObject({ id: recordId.nullable(), fields: relationshipFields }),
    result: written,
    failures: ['not-found'],
  }),
  removeRelationship: vaultCall({
    arg: z.strictObject({ id: recordId }),
    result: written,
    failures: ['not-found'],
  }),
} as const;

/** What is in a file; type and way of showing are found from the bytes themselves. */
export const fileContent = z.strictObject({
  mediaType: z.string(),
  shownAs: z.enum(SHOWN_AS),
  base64: z.string(),
});
export type FileContent = z.infer<typeof fileContent>;

export const attachments = {
  add: vaultCall({
    arg: z.strictObject({
      ownerType: z.enum(ATTACHMENT_OWNERS),
      ownerId: recordId,
      file: fileToken,
    }),
    result: written,
    failures: ['not-found', 'sealed', 'file-not-granted', 'file-unreadable', 'file-too-large'],
  }),
  /** The bytes of a photo or of a picture on a page, which are shown along with it. */
  read: vaultCall({
    arg: z.strictObject({ sha256: z.string() }),
    result: fileContent,
    failures: ['not-found'],
  }),
  /** One file, opened by the officer to look at it; an entry of the access log. */
  view: vaultCall({
    arg: z.strictObject({ id: recordId }),
    result: fileContent,
    failures: ['not-found'],
  }),
  remove: vaultCall({
    arg: z.strictObject({ id: recordId }),
    result: written,
    failures: ['not-found', 'sealed'],
  }),
} as const;
