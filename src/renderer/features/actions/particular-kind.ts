import { z } from 'zod';
import { PARTICULARS } from '../../../shared/model/particulars.ts';
import type { ActionType } from '../../../shared/model/vocabulary/action.ts';
import { FIELD_KINDS, type FieldKind } from '../history/field-kinds.ts';

/** What a field of particulars holds: the history's own table, so that both show it alike. */
export function particularKind(field: string): FieldKind {
  const { particulars } = FIELD_KINDS.action;
  const kind = particulars?.kind === 'parts' ? particulars.parts[field] : undefined;
  if (kind === undefined) throw new Error(`particulars have no field ${field}`);
  return kind;
}

/** The values that a field can have, of a vocabulary; one of them or several. */
export function particularOptions(type: ActionType, field: string): readonly string[] {
  const shape: Readonly<Record<string, z.ZodType>> = PARTICULARS[type].shape;
  const schema = shape[field];
  const one = schema instanceof z.ZodArray ? schema.element : schema;
  if (!(one instanceof z.ZodEnum)) throw new Error(`${field} has no vocabulary`);
  return one.options.map(String);
}

/** Fields that take the whole width of the form: long texts and lists. */
export function isWide(kind: FieldKind): boolean {
  return kind.kind === 'long-text' || kind.kind === 'list';
}
