import { describe, expect, it } from 'vitest';
import { listDiff } from '../../../../../src/renderer/features/history/list-diff.ts';

describe('listDiff', () => {
  it('has every line once, those taken out where they stood', () => {
    expect(listDiff(['Phone', 'Post', 'Signal'], ['Phone', 'Telegram', 'Signal', 'Fax'])).toEqual([
      { kind: 'same', text: 'Phone' },
      { kind: 'removed', text: 'Post' },
      { kind: 'added', text: 'Telegram' },
      { kind: 'same', text: 'Signal' },
      { kind: 'added', text: 'Fax' },
    ]);
    expect(listDiff([], [])).toEqual([]);
  });
});
