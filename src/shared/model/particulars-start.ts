import { z } from 'zod';
import { PARTICULARS, type ActionParticulars } from './particulars.ts';
import type { ActionType } from './vocabulary/action.ts';

/** The fields that a type of action has of its own, in the order in which they are asked. */
export function particularFields(type: ActionType): string[] {
  return Object.keys(PARTICULARS[type].shape).filter((field) => field !== 'type');
}

/**
 * The particulars of a type: what `values` holds where it fits the field, and the field's empty
 * value where not. So a change of type keeps what both types have.
 */
export function particularsFrom(
  type: ActionType,
  values: Readonly<Record<string, unknown>> = {},
): ActionParticulars {
  const shape: Readonly<Record<string, z.ZodType>> = PARTICULARS[type].shape;
  const fields = particularFields(type).map((field): [string, unknown] => {
    const schema = shape[field];
    if (schema === undefined) throw new Error(`no field ${field}`);
    const kept = field in values && schema.safeParse(values[field]).success;
    return [field, kept ? values[field] : emptyOf(schema)];
  });
  return { type, ...Object.fromEntries(fields) } as ActionParticulars;
}

/** A field's value before anything is filled in; the first of a vocabulary that has no "none". */
function emptyOf(schema: z.ZodType): unknown {
  if (schema instanceof z.ZodEnum) return schema.options[0];
  const empty = [null, '', [], false].filter((value) => schema.safeParse(value).success);
  if (empty.length === 0) throw new Error('a field that cannot be left empty');
  return empty[0];
}
