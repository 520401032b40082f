import { describe, expect, it } from 'vitest';
import {
  emptyReview,
  reviewForm,
  storedReview,
  unfinishedReview,
} from '../../../../../src/renderer/features/reviews/form-values.ts';
import { uuid } from '../../../shared/model/records.ts';

describe('the form of a review', () => {
  it('begins with nothing said, and can be saved as it is', () => {
    const values = emptyReview(uuid(1), 3, '2026-11-25', [uuid(2)]);
    expect(reviewForm.parse(values)).toEqual(values);
    expect([values.helped, values.cost]).toEqual(['unknown', 'unknown']);
  });

  it('holds a stored review as it was', () => {
    const values = storedReview({
      ...emptyReview(uuid(1), 6, '2026-11-25', []),
      id: uuid(9),
      actionTitle: 'Call',
      actionType: 'demarche',
      doneOn: '2026-05-01',
      subjects: [],
      incidents: [
        {
          id: uuid(2),
          title: 'x',
          act: 'surveillance',
          occurredOn: '2026-06-01',
          precision: 'exact',
        },
      ],
    });
    expect(values).toEqual(emptyReview(uuid(1), 6, '2026-11-25', [uuid(2)]));
  });

  it('takes up a draft with what is not finished, and nothing else', () => {
    const draft = { ...emptyReview(uuid(1), 1, '', []), defenderView: 'half a sen' };
    expect(unfinishedReview(draft)).toEqual(draft);
    expect(unfinishedReview({ ...draft, months: 2 })).toBeNull();
    expect(unfinishedReview('text')).toBeNull();
  });
});
