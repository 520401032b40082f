import { getTableColumns, getTableName, type Column } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { z } from 'zod';
import { actionReviewFields } from '../../shared/model/action-review.ts';
import { actionFields } from '../../shared/model/action.ts';
import { attachmentFields } from '../../shared/model/attachment.ts';
import { bundleEntryFields } from '../../shared/model/bundle-entry.ts';
import { consentEventFields } from '../../shared/model/consent-event.ts';
import { contactFields } from '../../shared/model/contact.ts';
import { custodyFields, visitRequestFields } from '../../shared/model/custody.ts';
import { hearingFields } from '../../shared/model/hearing.ts';
import { incidentFields } from '../../shared/model/incident.ts';
import { followUpFields, meetingLogFields, promiseFields } from '../../shared/model/meeting-log.ts';
import { officerFields } from '../../shared/model/officer.ts';
import { planFields } from '../../shared/model/plan.ts';
import { RECORD_TYPES, type RecordType } from '../../shared/model/record-type.ts';
import { relationshipFields } from '../../shared/model/relationship.ts';
import { riskAssessmentFields } from '../../shared/model/risk-assessment.ts';
import { taskFields } from '../../shared/model/task.ts';
import { canonicalJson, type JsonValue } from '../canonical-json.ts';
import * as schema from './schema.ts';

/** The zod object of every record type's fields. */
export const RECORD_FIELDS = {
  contact: contactFields,
  relationship: relationshipFields,
  'meeting-log': meetingLogFields,
  promise: promiseFields,
  'follow-up': followUpFields,
  'consent-event': consentEventFields,
  action: actionFields,
  incident: incidentFields,
  'risk-assessment': riskAssessmentFields,
  custody: custodyFields,
  'visit-request': visitRequestFields,
  hearing: hearingFields,
  plan: planFields,
  'action-review': actionReviewFields,
  task: taskFields,
  attachment: attachmentFields,
  officer: officerFields,
  'bundle-entry': bundleEntryFields,
} as const satisfies Record<RecordType, z.ZodObject>;

const RECORD_TABLES = {
  contact: schema.contact,
  relationship: schema.relationship,
  'meeting-log': schema.meetingLog,
  promise: schema.promise,
  'follow-up': schema.followUp,
  'consent-event': schema.consentEvent,
  action: schema.action,
  incident: schema.incident,
  'risk-assessment': schema.riskAssessment,
  custody: schema.custody,
  'visit-request': schema.visitRequest,
  hearing: schema.hearing,
  plan: schema.plan,
  'action-review': schema.actionReview,
  task: schema.task,
  attachment: schema.attachment,
  officer: schema.officer,
  'bundle-entry': schema.bundleEntry,
} as const satisfies Record<RecordType, SQLiteTable>;

/** A record's fields without its id, as they are read. */
export type FieldsOf<Type extends RecordType> = z.output<(typeof RECORD_FIELDS)[Type]>;
/** A record's fields as a caller may give them, before normalisation. */
export type FieldsInput<Type extends RecordType> = z.input<(typeof RECORD_FIELDS)[Type]>;
export type RecordOf<Type extends RecordType> = FieldsOf<Type> & { readonly id: string };
/** The fields of a record whose type is known only at run time. */
export type AnyFields = Readonly<Record<string, JsonValue>>;

type Cell = string | number | null;

/** One field of a record type and the column it is kept in. */
export interface FieldColumn {
  readonly field: string;
  readonly column: string;
  readonly required: boolean;
  /** What the field reads as where a bundle brought the record without it. */
  readonly whenWithheld: JsonValue;
  readonly schema: z.ZodType;
  readonly toCell: (value: JsonValue) => Cell;
  readonly fromCell: (cell: unknown) => JsonValue;
}

/** Everything the engine knows of a record type. Table and column names come from here alone. */
export interface RecordTable {
  readonly type: RecordType;
  readonly table: string;
  readonly fields: z.ZodObject;
  /** In the order of the field's names, which is the order of changes in a change set. */
  readonly columns: readonly FieldColumn[];
  readonly byField: ReadonlyMap<string, FieldColumn>;
  readonly select: string;
  readonly selectAll: string;
  readonly insert: string;
  readonly delete: string;
}

/** The table that keeps a record type. */
export function recordTable(type: RecordType): RecordTable {
  return REGISTRY[type];
}

/** The record type of this name; null where there is none. */
export function recordTypeNamed(name: string): RecordType | null {
  return RECORD_TYPES.find((type) => type === name) ?? null;
}

const codecs = {
  string: { toCell: (value) => value as Cell, fromCell: (cell) => cell as JsonValue },
  number: { toCell: (value) => value as Cell, fromCell: (cell) => cell as JsonValue },
  boolean: {
    toCell: (value) => (value === null ? null : value === true ? 1 : 0),
    fromCell: (cell) => (cell === null ? null : cell === 1),
  },
  json: {
    toCell: (value) => (value === null ? null : canonicalJson(value)),
    fromCell: (cell) => (cell === null ? null : (JSON.parse(cell as string) as JsonValue)),
  },
} as const satisfies Record<string, Pick<FieldColumn, 'toCell' | 'fromCell'>>;

/**
 * Required fields that a defender may ask us to leave out (WITHHELD_PARTS), and their empty value.
 * The sender leaves the whole history of such a field out, so nothing is put in its place there,
 * and a later bundle that may bring it simply completes the record.
 */
const WHEN_WITHHELD: Readonly<Record<string, JsonValue>> = {
  'contact.methods': [],
  'contact.remote': false,
};

function describe(type: RecordType): RecordTable {
  const fields: z.ZodObject = RECORD_FIELDS[type];
  const drizzleColumns = new Map<string, Column>(
    Object.entries(getTableColumns(RECORD_TABLES[type])),
  );
  const columns = Object.keys(fields.shape)
    .sort()
    .map((field): FieldColumn => {
      const column = drizzleColumns.get(field);
      const schemaOfField = fields.shape[field] as z.ZodType | undefined;
      if (column === undefined || schemaOfField === undefined || !(column.dataType in codecs)) {
        throw new TypeError(`${type}.${field} has no column`);
      }
      const codec = codecs[column.dataType as keyof typeof codecs];
      return {
        field,
        column: column.name,
        required: column.notNull,
        whenWithheld: WHEN_WITHHELD[`${type}.${field}`] ?? null,
        schema: schemaOfField,
        ...codec,
      };
    });
  const table = getTableName(RECORD_TABLES[type]);
  const name = quote(table);
  const list = columns.map((column) => quote(column.column)).join(', ');
  const marks = columns.map(() => '?').join(', ');
  return {
    type,
    table,
    fields,
    columns,
    byField: new Map(columns.map((column) => [column.field, column])),
    select: `SELECT ${list} FROM ${name} WHERE "id" = ?`,
    selectAll: `SELECT "id", ${list} FROM ${name} ORDER BY "id"`,
    insert: `INSERT OR REPLACE INTO ${name} ("id", ${list}) VALUES (?, ${marks})`,
    delete: `DELETE FROM ${name} WHERE "id" = ?`,
  };
}

function quote(name: string): string {
  return `"${name}"`;
}

const REGISTRY = Object.fromEntries(RECORD_TYPES.map((type) => [type, describe(type)])) as Readonly<
  Record<RecordType, RecordTable>
>;
