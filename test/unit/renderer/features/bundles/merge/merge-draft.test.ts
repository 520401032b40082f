import { describe, expect, it } from 'vitest';
import {
  readMergeDraft,
  standingChoices,
} from '../../../../../../src/renderer/features/bundles/merge/merge-draft.ts';
import { conflictOf } from './conflicts.ts';

describe('the draft of a merge', () => {
  it('is read back as it was kept, and not from anything else', () => {
    const draft = { sender: 'Blake', total: 2, decisions: [{ key: 'a', choice: 'both' }] };
    expect(readMergeDraft(draft)).toEqual(draft);
    expect(readMergeDraft({ ...draft, decisions: [{ key: 'a', choice: 'maybe' }] })).toBeNull();
    expect(readMergeDraft(null)).toBeNull();
  });

  it('gives the decisions about what is still the same question', () => {
    const decisions = [
      { key: 'a', choice: 'mine' as const },
      { key: 'changed-since', choice: 'theirs' as const },
    ];
    expect([...standingChoices({ decisions }, [conflictOf('a'), conflictOf('new')])]).toEqual([
      ['a', 'mine'],
    ]);
  });
});
