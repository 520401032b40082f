import { describe, expect, it } from 'vitest';
import type { FieldChange } from '../../../../../src/shared/contract/records.ts';
import { changesByRecord } from '../../../../../src/renderer/features/history/change-groups.ts';

function change(part: Partial<FieldChange>): FieldChange {
  return {
    record: { type: 'contact', id: 'a' },
    label: 'Amina',
    field: 'profession',
    from: null,
    to: null,
    erased: false,
    ...part,
  };
}

describe('changesByRecord', () => {
  it('gathers by record and says whether it was made, removed or changed', () => {
    const groups = changesByRecord({
      changes: [
        change({ field: '$exists', from: false, to: true }),
        change({ to: 'Lawyer' }),
        change({
          record: { type: 'promise', id: 'b' },
          label: 'Call',
          field: '$exists',
          from: true,
          to: false,
        }),
        change({
          record: { type: 'action', id: 'c' },
          label: 'Visit',
          field: 'title',
          from: 'A',
          to: 'B',
        }),
      ],
    });
    expect(groups.map((group) => [group.label, group.what, group.fields.length])).toEqual([
      ['Amina', 'created', 1],
      ['Call', 'removed', 0],
      ['Visit', 'changed', 1],
    ]);
  });

  it('leaves out the empty fields of a new record, and keeps what was erased', () => {
    const groups = changesByRecord({
      changes: [
        change({ field: '$exists', from: null, to: true }),
        change({ field: 'tags', to: [] }),
        change({ field: 'notes', to: '' }),
        change({ field: 'locality', erased: true }),
      ],
    });
    expect(groups[0]?.fields.map((each) => each.field)).toEqual(['locality']);
  });
});
