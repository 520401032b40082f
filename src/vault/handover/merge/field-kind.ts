import { z } from 'zod';
import { longText } from '../../../shared/model/primitives.ts';
import type { RecordType } from '../../../shared/model/record-type.ts';
import { RISK_LEVELS } from '../../../shared/model/vocabulary/contact.ts';
import { SENSITIVITY_MARKINGS } from '../../../shared/model/vocabulary/meeting.ts';
import { recordTable } from '../../db/record-types.ts';

/** How two values of a field can become one: `whole` values cannot, one of them has to be chosen. */
export type FieldKind = 'list' | 'text' | 'whole';

/** The kind of a field, read off the model. */
export function fieldKind(type: RecordType, field: string): FieldKind {
  let schema = recordTable(type).byField.get(field)?.schema;
  if (schema === longText) return 'text';
  while (schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    schema = schema.unwrap() as z.ZodType;
  }
  return schema instanceof z.ZodArray ? 'list' : 'whole';
}

/**
 * Fields of which one value protects a person more than the other, from the least careful to the
 * most: there the more careful one is suggested, not the later one.
 */
const CAREFUL: Readonly<Record<string, readonly unknown[]>> = {
  'contact.riskLevel': RISK_LEVELS,
  'meeting-log.sensitivity': SENSITIVITY_MARKINGS,
  'incident.sensitivity': SENSITIVITY_MARKINGS,
};

/** Which of two values is the more careful one; null where the field knows no such order. */
export function moreCareful(
  type: RecordType,
  field: string,
  mine: unknown,
  theirs: unknown,
): 'mine' | 'theirs' | null {
  const order = CAREFUL[`${type}.${field}`];
  if (order === undefined) return null;
  return order.indexOf(mine) > order.indexOf(theirs) ? 'mine' : 'theirs';
}

/** Whether a value is one that the model lets this field have, exactly as it is. */
export function isValidValue(type: RecordType, field: string, value: unknown): boolean {
  return recordTable(type).byField.get(field)?.schema.safeParse(value).success === true;
}
