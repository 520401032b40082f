import { z } from 'zod';
import { consentOverride } from '../../../shared/model/action.ts';
import { calls } from '../../../shared/contract/contract.ts';
import type { ResultOf } from '../../../shared/contract/define.ts';
import {
  ACTION_RULES,
  ACTION_TYPES,
  type ActionType,
} from '../../../shared/model/vocabulary/action.ts';
import { CONSENT_AUDIENCES } from '../../../shared/model/vocabulary/consent.ts';

/** The schema of the form: the fields that `actions.save` takes. */
export const actionForm = calls.actions.save.arg.shape.fields;
export type ActionFormValues = z.input<typeof actionForm>;
export type ActionFormParsed = z.output<typeof actionForm>;
export type StoredAction = ResultOf<typeof calls.actions.get>;

/** A new action of a type, towards the audience that type is usually for. */
export function emptyAction(type: ActionType, subjectIds: readonly string[]): ActionFormValues {
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
  };
}

/** A stored action as the form holds it: without what only a move may change. */
export function storedAction(stored: StoredAction): ActionFormValues {
  const { type, title, audience, owner, dueOn, subjectIds, detail, doneOn, outcome } =
    stored.action;
  return { type, title, audience, owner, dueOn, subjectIds, detail, doneOn, outcome };
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
});

/** An autosaved form body, or null where it is not one of this form. */
export function unfinishedAction(body: unknown): ActionFormValues | null {
  const parsed = unfinished.safeParse(body);
  return parsed.success ? parsed.data : null;
}
