import { z } from 'zod';
import { consentOverride } from '../../../shared/model/action.ts';
import { calls } from '../../../shared/contract/contract.ts';
import type { ResultOf } from '../../../shared/contract/define.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { particularsFrom } from '../../../shared/model/particulars-start.ts';
import {
  ACTION_RULES,
  ACTION_TYPES,
  type ActionType,
} from '../../../shared/model/vocabulary/action.ts';
import { CONSENT_AUDIENCES } from '../../../shared/model/vocabulary/consent.ts';
import { PLEDGES } from '../../../shared/model/vocabulary/pledge.ts';
import { partnerInForm } from '../../components/partners/partner-in-form.ts';

/** The schema of the form: the fields that `actions.save` takes. */
export const actionForm = calls.actions.save.arg.shape.fields;
export type ActionFormValues = z.input<typeof actionForm>;
export type ActionFormParsed = z.output<typeof actionForm>;
export type StoredAction = ResultOf<typeof calls.actions.get>;

/**
 * A new action of a type, towards the audience that type is usually for.
 * @param begun The plan, or the organisation of the directory, that it was begun from.
 */
export function emptyAction(
  type: ActionType,
  subjectIds: readonly string[],
  begun: { readonly planId?: string; readonly organisationId?: string | undefined } = {},
): ActionFormValues {
  return {
    type,
    title: '',
    audience: ACTION_RULES[type].defaultAudience,
    owner: null,
    dueOn: null,
    subjectIds: [...subjectIds],
    detail: '',
    doneOn: null,
    outcome: '',
    planId: begun.planId ?? null,
    particulars: particularsFrom(type, { organisationId: begun.organisationId }),
    partners: [],
    pledges: [],
  };
}

/** A new action of an option of a plan: for the same people, with the same partners. */
export function actionOfPlan(plan: Plan, optionId: string): ActionFormValues {
  const option = plan.options.find((one) => one.id === optionId);
  return {
    ...emptyAction(option?.actionType ?? 'private-approach', plan.subjectIds, {
      planId: plan.id,
    }),
    title: plan.title,
    detail: option?.summary ?? '',
    owner: plan.owner,
    partners: [...plan.partners],
  };
}

/** A stored action as the form holds it: without what only a move may change. */
export function storedAction(stored: StoredAction): ActionFormValues {
  const { id: _id, status: _status, startedAt: _startedAt, ...rest } = stored.action;
  const { consentEventIds: _consentEventIds, override: _override, ...fields } = rest;
  return {
    ...fields,
    particulars: particularsFrom(fields.type, fields.particulars ?? {}),
    partners: fields.partners ?? [],
    pledges: fields.pledges ?? [],
  };
}

/**
 * What the gate looks at of particulars that are being written, so that it is asked anew only when
 * its answer may change, and never of a text half typed.
 */
export function gatedParticulars(
  type: ActionType,
  particulars: ActionFormValues['particulars'],
): ActionFormValues['particulars'] {
  const values: Readonly<Record<string, unknown>> = particulars ?? {};
  const said = (field: string): string | null => {
    const value = values[field];
    return typeof value === 'string' && value.trim() !== '' ? '…' : null;
  };
  return particularsFrom(type, {
    mayBeNamedIds: values['mayBeNamedIds'],
    organisationId: values['organisationId'],
    instructionReference: said('instructionReference'),
    instructedOn: values['instructedOn'],
    textFromCapital: said('textFromCapital') ?? '',
    clearedBy: said('clearedBy'),
    clearedOn: values['clearedOn'],
  });
}

/** The override form: the model's own rules, with the time left for the vault to set. */
export const overrideForm = z
  .preprocess(
    (values) => ({ ...(values as object), at: new Date().toISOString() }),
    consentOverride,
  )
  .transform(({ at: _at, ...rest }) => rest) as unknown as z.ZodType<
  OverrideParsed,
  OverrideValues
>;
type WithoutTime<Override> = Omit<Override, 'at'>;
export type OverrideValues = WithoutTime<z.input<typeof consentOverride>>;
export type OverrideParsed = WithoutTime<z.output<typeof consentOverride>>;

export function emptyOverride(): OverrideValues {
  return { reason: '', authorisedBy: '', defenderUnreachable: false, secondName: null };
}

const maybe = z.string().nullable();
const unfinished = z.object({
  type: z.enum(ACTION_TYPES),
  title: z.string(),
  audience: z.enum(CONSENT_AUDIENCES),
  owner: maybe,
  dueOn: maybe,
  subjectIds: z.array(z.string()),
  detail: z.string(),
  doneOn: maybe,
  outcome: z.string(),
  planId: maybe.default(null),
  particulars: z.record(z.string(), z.unknown()).nullable().default(null),
  partners: z.array(partnerInForm).default([]),
  pledges: z.array(z.enum(PLEDGES)).default([]),
});

/** An autosaved form body, or null where it is not one of this form. */
export function unfinishedAction(body: unknown): ActionFormValues | null {
  const parsed = unfinished.safeParse(body);
  if (!parsed.success) return null;
  const { type, particulars } = parsed.data;
  return { ...parsed.data, particulars: particularsFrom(type, particulars ?? {}) };
}
