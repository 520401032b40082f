import { z } from 'zod';
import { actionFields, checkAction, consentOverride } from '../model/action.ts';
import { actionParticulars } from '../model/particulars.ts';
import { calendarDate, recordId } from '../model/primitives.ts';
import { ACTION_STATUSES, ACTION_TYPES } from '../model/vocabulary/action.ts';
import { CONSENT_AUDIENCES } from '../model/vocabulary/consent.ts';
import { vaultCall } from './define.ts';
import { consentGap, notReady, written } from './parts.ts';

/** What the gate says of an action today. */
export const gateDecision = z.strictObject({
  allowed: z.boolean(),
  via: z.enum(['consent', 'override', 'no-subject']).nullable(),
  consentEventIds: z.array(recordId),
  gaps: z.array(consentGap),
  /** An instruction or clearance to be filled in first; no override excuses it. */
  notReady: notReady.nullable(),
});

export const actionRow = z.strictObject({
  id: recordId,
  type: z.enum(ACTION_TYPES),
  title: z.string(),
  status: z.enum(ACTION_STATUSES),
  audience: z.enum(CONSENT_AUDIENCES),
  owner: z.string().nullable(),
  dueOn: calendarDate.nullable(),
  subjects: z.array(z.strictObject({ id: recordId, label: z.string() })),
  gate: gateDecision,
  overridden: z.boolean(),
});
export type ActionRow = z.infer<typeof actionRow>;

/** The fields of an action that a form changes; status moves only through `move`. */
const editable = z
  .strictObject(actionFields.shape)
  .omit({ status: true, consentEventIds: true, override: true, startedAt: true })
  .superRefine(checkAction);

export const actions = {
  list: vaultCall({
    arg: z.strictObject({
      contactId: recordId.optional(),
      statuses: z.array(z.enum(ACTION_STATUSES)).optional(),
    }),
    result: z.array(actionRow),
  }),
  get: vaultCall({
    arg: z.strictObject({ id: recordId }),
    result: z.strictObject({
      action: z.strictObject({ ...actionFields.shape, id: recordId }),
      row: actionRow,
      /** The plan that it belongs to, where that is there. */
      plan: z.strictObject({ id: recordId, title: z.string() }).nullable(),
    }),
    failures: ['not-found'],
  }),
  /**
   * Creates (no id) an action as `planned`, or changes one. Changing the type, audience, subjects or
   * those named of an action under way asks the gate again, and so does taking back what made it
   * ready. Contacts and a plan newly named must be known.
   */
  save: vaultCall({
    arg: z.strictObject({ id: recordId.nullable(), fields: editable }),
    result: written,
    failures: ['not-found', 'consent-missing', 'action-not-ready'],
  }),
  /** What the gate would say of an action not yet stored. Nothing is changed. */
  check: vaultCall({
    arg: z.strictObject({
      type: z.enum(ACTION_TYPES),
      audience: z.enum(CONSENT_AUDIENCES),
      subjectIds: z.array(recordId).max(200),
      particulars: actionParticulars.nullable().default(null),
    }),
    result: gateDecision,
  }),
  /**
   * Moves an action to a status. Out of `planned` only through the gate, or a listed override for
   * the consents it lacks; an instruction or clearance that is missing nobody overrides.
   */
  move: vaultCall({
    arg: z.strictObject({
      id: recordId,
      status: z.enum(ACTION_STATUSES),
      override: z.strictObject(consentOverride.shape).omit({ at: true }).nullable().default(null),
    }),
    result: written,
    failures: ['not-found', 'consent-missing', 'action-not-ready'],
  }),
  remove: vaultCall({
    arg: z.strictObject({ id: recordId }),
    result: written,
    failures: ['not-found'],
  }),
} as const;
