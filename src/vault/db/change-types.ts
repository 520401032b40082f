import { z } from 'zod';
import { CHANGE_REASONS } from '../../shared/contract/records.ts';
import { instant, recordId } from '../../shared/model/primitives.ts';
import { RECORD_TYPES, type RecordType } from '../../shared/model/record-type.ts';
import { HLC_PATTERN } from './hlc.ts';
import type { JsonValue } from '../canonical-json.ts';

export type ChangeReason = (typeof CHANGE_REASONS)[number];

/** The field whose change makes (null to true) or removes (true to null) the record itself. */
export const EXISTS = '$exists';

/** Who writes, where and why. */
export interface ChangeContext {
  readonly author: { readonly id: string; readonly name: string };
  readonly device: string;
  readonly reason: ChangeReason;
  /** The change set that this one takes back. */
  readonly undoOf?: string | null;
}

/** One field of one record, from one value to another; null is "absent". */
export interface Change {
  readonly recordType: RecordType;
  readonly recordId: string;
  readonly field: string;
  readonly oldValue: JsonValue;
  readonly newValue: JsonValue;
}

/** A change as this vault's log holds it. Both values are null once erased. */
export interface RecordedChange extends Change {
  readonly ordinal: number;
  readonly erased: boolean;
}

/** What a change set says of itself; the same in every vault that knows it. */
export interface ChangeSetHeader {
  readonly id: string;
  readonly hlc: string;
  /** The author's wall clock, UTC (ISO 8601 with milliseconds). For people; never for order. */
  readonly at: string;
  readonly authorId: string;
  readonly authorName: string;
  readonly device: string;
  readonly reason: ChangeReason;
  readonly undoOf: string | null;
}

/** One row of this vault's chain, with its changes. */
export interface ChangeSet extends ChangeSetHeader {
  readonly seq: number;
  /** Above 0 where a later bundle brought changes of a set that was known in part. */
  readonly part: number;
  /** The bundle it came with; null where it was written here. */
  readonly sourceBundle: string | null;
  readonly changes: readonly RecordedChange[];
}

/** The strict form of a change set from another vault. Fields and values are checked on import. */
export const foreignChangeSet = z.strictObject({
  id: recordId,
  hlc: z.string().regex(HLC_PATTERN),
  at: instant,
  authorId: recordId,
  authorName: z.string().max(300),
  device: z.string().max(300),
  reason: z.enum(CHANGE_REASONS),
  undoOf: recordId.nullable(),
  changes: z.array(
    z.strictObject({
      recordType: z.enum(RECORD_TYPES),
      recordId,
      field: z.string().max(60),
      oldValue: z.json(),
      newValue: z.json(),
    }),
  ),
});
/** A change set from another vault, whole or the part of it that was let travel. */
export interface ForeignChangeSet extends ChangeSetHeader {
  readonly changes: readonly Change[];
}
