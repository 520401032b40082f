import { z } from 'zod';
import {
  calendarDate,
  instant,
  longText,
  optionalShortText,
  recordId,
  shortText,
} from './primitives.ts';
import { actionParticulars } from './particulars.ts';
import { partner } from './partner.ts';
import { ACTION_STATUSES, ACTION_TYPES } from './vocabulary/action.ts';
import { CONSENT_AUDIENCES } from './vocabulary/consent.ts';
import { PLEDGES } from './vocabulary/pledge.ts';

/**
 * The only way past a missing consent: a reason, who authorised it, and a second name when the
 * defender could not be reached. Listed, never hidden.
 */
export const consentOverride = z
  .strictObject({
    reason: longText.pipe(z.string().trim().min(1)),
    authorisedBy: shortText,
    defenderUnreachable: z.boolean(),
    secondName: optionalShortText,
    at: instant,
  })
  .superRefine((value, context) => {
    if (!value.defenderUnreachable) return;
    if (value.secondName === null || sameName(value.secondName, value.authorisedBy)) {
      context.addIssue({ code: 'custom', path: ['secondName'], message: 'second-name-required' });
    }
  });
export type ConsentOverride = z.infer<typeof consentOverride>;

/** Something the mission means to do, does or did for one or more contacts. */
export const actionFields = z
  .strictObject({
    type: z.enum(ACTION_TYPES),
    title: shortText,
    status: z.enum(ACTION_STATUSES),
    audience: z.enum(CONSENT_AUDIENCES),
    owner: optionalShortText,
    dueOn: calendarDate.nullable(),
    /** Whom it is for. The gate asks for the consent of every one. */
    subjectIds: z.array(recordId).max(200),
    detail: longText,
    /** The consents the gate relied on when the action left `planned`. */
    consentEventIds: z.array(recordId).max(2_000),
    override: consentOverride.nullable(),
    startedAt: instant.nullable(),
    doneOn: calendarDate.nullable(),
    outcome: longText,
    /** The plan that it belongs to. */
    planId: recordId.nullable().default(null),
    /** What this type of action has of its own; null where nothing was filled in. */
    particulars: actionParticulars.nullable().default(null),
    partners: z.array(partner).max(50).nullable().default(null),
    /** The pledges of the paper that it serves. */
    pledges: z.array(z.enum(PLEDGES)).max(PLEDGES.length).nullable().default(null),
  })
  .superRefine(checkAction);
export type ActionFields = z.infer<typeof actionFields>;
export type Action = ActionFields & { readonly id: string };

/** Particulars belong to the type of their action. */
export function checkAction(
  value: Pick<ActionFields, 'type' | 'particulars'>,
  context: z.RefinementCtx,
): void {
  if (value.particulars !== null && value.particulars.type !== value.type) {
    context.addIssue({ code: 'custom', path: ['particulars'], message: 'of-another-type' });
  }
}

function sameName(a: string, b: string): boolean {
  const fold = (name: string): string => name.normalize('NFKC').trim().toLocaleLowerCase('en');
  return fold(a) === fold(b);
}
