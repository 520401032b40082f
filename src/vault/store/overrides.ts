import { sql } from 'drizzle-orm';
import { actionFields, type Action, type ConsentOverride } from '../../shared/model/action.ts';
import type { ReadStore } from '../db/store.ts';

/** One override as the history has it. */
export interface RecordedOverride {
  readonly actionId: string;
  readonly override: ConsentOverride;
  /** Its place in this vault's chain. */
  readonly sequence: number;
  readonly recordedBy: string;
  readonly recordedAt: string;
}

/**
 * Every override that this vault ever learnt of, newest first, each once: an undo that brings one
 * back records nothing new. They are read from the history, not from the actions, where the next
 * override takes the place of the last and a removal takes both.
 */
export function recordedOverrides(store: ReadStore): RecordedOverride[] {
  const rows = store.orm.all<
    Omit<RecordedOverride, 'override'> & { readonly override: string }
  >(sql`
    SELECT c.record_id AS actionId, c.new_value AS override, min(c.seq) AS sequence,
      s.author_name AS recordedBy, s.at AS recordedAt
    FROM change c JOIN change_set s ON s.seq = c.seq
    WHERE c.record_type = 'action' AND c.field = 'override' AND c.new_value IS NOT NULL
    GROUP BY c.record_id, c.new_value
    ORDER BY sequence DESC`);
  return rows.map((row) => ({ ...row, override: JSON.parse(row.override) as ConsentOverride }));
}

/** What the gate was asked of an action, and how it was called, at a place of the chain. */
export type ActionThen = Pick<
  Action,
  'id' | 'title' | 'type' | 'audience' | 'subjectIds' | 'particulars'
>;

const { title, type, audience, subjectIds } = actionFields.shape;
const THEN = { title, type, audience, subjectIds };

/** The action as this vault knew it at a place of its chain; null where a part of it was erased. */
export function actionAt(store: ReadStore, id: string, sequence: number): ActionThen | null {
  const valueOf = (field: string): unknown => {
    const row = store.orm.get<{ value: string | null } | undefined>(sql`
      SELECT new_value AS value FROM change
      WHERE record_type = 'action' AND record_id = ${id} AND field = ${field}
        AND seq <= ${sequence}
      ORDER BY seq DESC LIMIT 1`);
    return row === undefined || row.value === null ? null : JSON.parse(row.value);
  };
  const values = Object.keys(THEN).map((field) => [field, valueOf(field)] as const);
  if (values.some(([, value]) => value === null)) return null;
  // Nothing may have been filled in, and no action of before had any.
  return { id, ...Object.fromEntries(values), particulars: valueOf('particulars') } as ActionThen;
}
