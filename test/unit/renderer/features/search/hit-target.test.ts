import { describe, expect, it } from 'vitest';
import type { ChangeSetView } from '../../../../../src/shared/contract/records.ts';
import type { RecordType } from '../../../../../src/shared/model/record-type.ts';
import {
  ownTarget,
  targetFromHistory,
} from '../../../../../src/renderer/features/search/hit-target.ts';

/** The history of a record that was made with these fields. */
function madeWith(type: RecordType, fields: Readonly<Record<string, string>>): ChangeSetView[] {
  const record = { type, id: 'the-record' };
  return [
    {
      ...{ id: 'set', sequence: 1, at: '2026-11-24T10:00:00.000Z', author: 'Ann', device: 'one' },
      ...{ reason: 'create', undoOf: null, undoneBy: null, sourceBundle: null },
      changes: Object.entries(fields).map(([field, to]) => ({
        ...{ record, label: '', field, from: null, to, erased: false },
      })),
    },
  ];
}

describe('where a found record is shown', () => {
  it('is the page of the incident, and for an assessment the risk of its contact', () => {
    const assessment = { type: 'risk-assessment', id: 'the-record' } as const;
    expect([
      ownTarget({ type: 'incident', id: 'i' }),
      ownTarget(assessment),
      targetFromHistory(assessment, madeWith('risk-assessment', { contactId: 'c' })),
    ]).toEqual([
      { to: '/incidents/$id', id: 'i' },
      null,
      { to: '/contacts/$id', id: 'c', tab: 'risk' },
    ]);
  });

  it('is for a file the page of what it is evidence of', () => {
    const file = { type: 'attachment', id: 'the-record' } as const;
    const target = (ownerType: string) =>
      targetFromHistory(file, madeWith('attachment', { ownerType, ownerId: 'o' }));
    expect([target('incident'), target('meeting-log'), target('contact')]).toEqual([
      { to: '/incidents/$id', id: 'o' },
      { to: '/meetings/$id', id: 'o' },
      { to: '/contacts/$id', id: 'o', tab: 'files' },
    ]);
  });
});
