import { z } from 'zod';
import { instant, recordId } from '../model/primitives.ts';
import { RECORD_TYPES } from '../model/record-type.ts';
import { vaultCall, nothing } from './define.ts';
import { recordRef } from './parts.ts';

/** Why a change set was made. */
export const CHANGE_REASONS = [
  'create',
  'edit',
  'remove',
  'seal',
  'settle',
  'consent',
  'move',
  'undo',
  'import-bundle',
  'import-vcard',
  'export-bundle',
  'officer',
  'set-up',
  'rescue',
] as const;

const fieldChange = z.strictObject({
  record: recordRef,
  /** The record's name today, or at its removal. */
  label: z.string(),
  /** The field's name, or `$exists` for the making or removal of the record. */
  field: z.string(),
  from: z.json(),
  to: z.json(),
  /** The values were erased on the defender's wish; from and to are null. */
  erased: z.boolean(),
});
export type FieldChange = z.infer<typeof fieldChange>;

export const changeSetView = z.strictObject({
  id: recordId,
  sequence: z.number().int(),
  at: instant,
  author: z.string(),
  device: z.string(),
  reason: z.enum(CHANGE_REASONS),
  undoOf: recordId.nullable(),
  undoneBy: recordId.nullable(),
  sourceBundle: recordId.nullable(),
  changes: z.array(fieldChange),
});
export type ChangeSetView = z.infer<typeof changeSetView>;

export const history = {
  /** Every change set that touched a record, newest first, with only that record's changes. */
  ofRecord: vaultCall({ arg: recordRef, result: z.array(changeSetView) }),
  recent: vaultCall({
    arg: z.strictObject({
      before: z.number().int().nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    result: z.array(changeSetView),
  }),
  /** Takes back a change set with a new one, if nothing it touched was changed since. */
  undo: vaultCall({
    arg: z.strictObject({ changeSetId: recordId }),
    result: z.strictObject({ changeSetId: recordId }),
    failures: [
      'not-found',
      'undo-conflict',
      'not-undoable',
      'consent-missing',
      'action-not-ready',
      'sealed',
    ],
  }),
  /**
   * Checks the whole hash chain, every record against what the history adds up to, and the file's
   * own structure; names what it finds first. Not intact with both null: the structure.
   */
  verify: vaultCall({
    arg: nothing,
    result: z.strictObject({
      intact: z.boolean(),
      changeSets: z.number().int(),
      firstAlteredSequence: z.number().int().nullable(),
      firstDiffering: recordRef.nullable(),
    }),
  }),
} as const;

export const searchHit = z.strictObject({
  type: z.enum(RECORD_TYPES),
  id: recordId,
  title: z.string(),
  /** The text around the match, in parts; `hit` marks what matched. */
  snippet: z.array(z.strictObject({ text: z.string(), hit: z.boolean() })),
});
export type SearchHit = z.infer<typeof searchHit>;

export const search = {
  query: vaultCall({
    arg: z.strictObject({
      text: z.string().max(500),
      types: z.array(z.enum(RECORD_TYPES)).optional(),
      limit: z.number().int().min(1).max(200).default(30),
    }),
    result: z.array(searchHit),
  }),
} as const;

/** Names one draft: its form, and what is edited in it. */
export const draftName = z.strictObject({
  form: z.enum([
    'contact',
    'relationship',
    'meeting-log',
    'consent',
    'action',
    'plan',
    'custody',
    'visit-request',
    'hearing',
    'incident',
    'risk-assessment',
    'action-review',
    'task',
    'assessment',
    'export',
    'officer',
  ]),
  /** The record being edited, `new`, or `new:<id of what it belongs to>`. */
  key: z.string().min(1).max(100),
});

/** What is being typed and not yet saved. Kept encrypted in the vault, outside the history. */
export const drafts = {
  get: vaultCall({
    arg: draftName,
    result: z.strictObject({ body: z.json(), updatedAt: instant }).nullable(),
  }),
  put: vaultCall({
    arg: z.strictObject({ ...draftName.shape, body: z.json() }),
    result: z.strictObject({ updatedAt: instant }),
  }),
  discard: vaultCall({ arg: draftName, result: nothing }),
  list: vaultCall({
    arg: nothing,
    result: z.array(z.strictObject({ ...draftName.shape, updatedAt: instant })),
  }),
} as const;
