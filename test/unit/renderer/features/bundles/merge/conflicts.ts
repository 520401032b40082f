import type { ImportConflict } from '../../../../../../src/shared/contract/bundles.ts';

/** A conflict about the risk level of a contact, changed as told. */
export function conflictOf(key: string, change: Partial<ImportConflict> = {}): ImportConflict {
  return {
    key,
    record: { type: 'contact', id: `record-${key}` },
    label: `Label ${key}`,
    contactIds: [],
    field: 'riskLevel',
    kind: 'edit-edit',
    base: 'low',
    mine: 'medium',
    theirs: 'high',
    both: null,
    suggested: 'theirs',
    because: 'more-careful',
    edits: [],
    goesAlong: [],
    mineBy: null,
    theirsBy: null,
    ...change,
  };
}
