import fc from 'fast-check';
import { z } from 'zod';
import type { Call } from '../../src/shared/contract/define.ts';

/**
 * Arguments of any call, drawn from its schema in the contract: a call that is new is driven
 * without a word written about it here. A text that names a record stands as `Pick` until the step
 * is taken: only then is it known which records there are.
 */

/** A place in an argument for the id of a record of the moment. */
export interface Pick {
  readonly pick: number;
  /** The name of the field that it stands in; in a list, that of the list. */
  readonly field: string;
}

export function isPick(value: unknown): value is Pick {
  return typeof value === 'object' && value !== null && 'pick' in value && 'field' in value;
}

/** Puts something in the place of every `Pick` of an argument. */
export function resolved(value: unknown, idOf: (pick: Pick) => unknown): unknown {
  if (isPick(value)) return idOf(value);
  if (Array.isArray(value)) return value.map((member) => resolved(member, idOf));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, resolved(member, idOf)]),
  );
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * Arguments of a call.
 * @param favourites Values of long vocabularies that are drawn more often, by the field's name, so
 *   that what the steps of a history are about meets.
 */
export function argumentsOf(
  call: { readonly arg: Call['arg'] },
  favourites: Readonly<Record<string, readonly string[]>>,
): fc.Arbitrary<unknown> {
  const schema = z.toJSONSchema(call.arg, { io: 'input', unrepresentable: 'any' });
  return valueOf(schema, '', favourites);
}

function valueOf(
  schema: JsonSchema,
  field: string,
  favourites: Readonly<Record<string, readonly string[]>>,
): fc.Arbitrary<unknown> {
  const within = (inner: JsonSchema, name = field): fc.Arbitrary<unknown> =>
    valueOf(inner, name, favourites);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return oneOf(schema.enum, favourites[field]);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((one) => within(one as JsonSchema)));
  if (Array.isArray(schema.type)) {
    return fc.oneof(...schema.type.map((type) => within({ ...schema, type } as JsonSchema)));
  }
  switch (schema.type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number': {
      const min = Math.max(schema.minimum ?? 0, -1_000);
      return fc.integer({ min, max: Math.min(schema.maximum ?? min + 12, min + 12) });
    }
    case 'array': {
      const minLength = schema.minItems ?? 0;
      const items = within((schema.items ?? {}) as JsonSchema);
      const maxLength = Math.min(schema.maxItems ?? 3, minLength + 2);
      return fc.uniqueArray(items, {
        minLength,
        maxLength,
        selector: (item) => JSON.stringify(item),
      });
    }
    case 'object': {
      const { properties = {}, required = [], additionalProperties: others = {} } = schema;
      // A record of a vocabulary names its values as required, and says of all of them the same.
      const names = new Set([...Object.keys(properties), ...required]);
      const members = [...names].map(
        (name) => [name, within((properties[name] ?? others) as JsonSchema, name)] as const,
      );
      return fc.record(Object.fromEntries(members), { requiredKeys: required });
    }
    case 'string':
      return textOf(schema, field);
    default:
      return fc.constantFrom('a word', 7, null);
  }
}

function oneOf(
  values: readonly unknown[],
  favourites: readonly string[] | undefined,
): fc.Arbitrary<unknown> {
  const known = (favourites ?? []).filter((value) => values.includes(value));
  const any = fc.constantFrom(...values);
  return known.length === 0
    ? any
    : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: any });
}

const DATES = ['2026-01-10', '2026-10-01', '2026-11-20', '2026-11-24', '2026-12-01', '2027-06-01'];
/** Texts of every form that the contract knows; each schema takes those that fit it. */
const TEXTS = [
  ...['A word', 'Two words', '', 'en', 'ar', 'Latn', 'GB', 'consult', 'tell-them'],
  ...['2026-11-20T10:00', '2026-11-24T15:30', 'f'.repeat(64), '#a1b2c3', 'new'],
];
/** What a schema does not say in a way that could be drawn from. */
const NAMED: Readonly<Record<string, string>> = { timeZone: 'Europe/Tallinn' };

function textOf(schema: JsonSchema, field: string): fc.Arbitrary<unknown> {
  const named = NAMED[field];
  if (named !== undefined) return fc.constant(named);
  if (schema.format === 'uuid') return fc.nat().map((pick): Pick => ({ pick, field }));
  if (schema.format === 'date') return fc.constantFrom(...DATES);
  if (schema.format === 'date-time') return fc.constant('2026-11-20T10:00:00.000Z');
  const pattern = schema.pattern === undefined ? null : new RegExp(schema.pattern, 'u');
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = schema;
  const fitting = TEXTS.filter(
    (text) => text.length >= minLength && text.length <= maxLength && (pattern?.test(text) ?? true),
  );
  // Mostly something: an empty text is refused by most rules.
  const filled = fitting.filter((text) => text !== '');
  if (filled.length === 0) return fc.constant(fitting[0] ?? 'A word');
  if (pattern === null && fitting.length > filled.length) {
    return fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom('A word', 'Two words') },
      { weight: 1, arbitrary: fc.constant('') },
    );
  }
  return fc.constantFrom(...filled);
}
