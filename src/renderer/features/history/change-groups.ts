import type { ChangeSetView, FieldChange } from '../../../shared/contract/records.ts';

/** What one change set did to one record. */
export interface RecordChange {
  readonly key: string;
  readonly record: FieldChange['record'];
  readonly label: string;
  readonly what: 'created' | 'removed' | 'changed';
  /** The fields changed, without the making or removal itself; empty values of a new record left out. */
  readonly fields: readonly FieldChange[];
}

/** The field that stands for the making or removal of a record. */
const EXISTS = '$exists';

/** The changes of a set gathered by record, in the order in which the set names them. */
export function changesByRecord(set: Pick<ChangeSetView, 'changes'>): RecordChange[] {
  const groups = new Map<string, FieldChange[]>();
  for (const change of set.changes) {
    const key = `${change.record.type} ${change.record.id}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.entries()].flatMap(([key, changes]) => {
    const first = changes[0];
    if (first === undefined) return [];
    const exists = changes.find((change) => change.field === EXISTS);
    const what =
      exists === undefined ? 'changed' : saysYes(exists.to) ? ('created' as const) : 'removed';
    return {
      key,
      record: first.record,
      label: first.label,
      what,
      fields: changes.filter(
        (change) => change.field !== EXISTS && (change.erased || !isNothing(change, what)),
      ),
    };
  });
}

function saysYes(value: unknown): boolean {
  return value !== null && value !== false && value !== 0;
}

/** A value that says nothing: a new record's empty field, or a removed record's last values. */
function isNothing(change: FieldChange, what: RecordChange['what']): boolean {
  if (what === 'removed') return isEmpty(change.from) || isEmpty(change.to);
  return isEmpty(change.from) && isEmpty(change.to);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
