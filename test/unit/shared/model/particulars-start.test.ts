import { describe, expect, it } from 'vitest';
import { PARTICULARS } from '../../../../src/shared/model/particulars.ts';
import {
  particularFields,
  particularsFrom,
} from '../../../../src/shared/model/particulars-start.ts';
import { ACTION_TYPES } from '../../../../src/shared/model/vocabulary/action.ts';
import { uuid } from './records.ts';

describe('the particulars of an action that begins', () => {
  it.each(ACTION_TYPES)('are those of %s, with nothing filled in', (type) => {
    const empty = particularsFrom(type);
    expect(PARTICULARS[type].parse(empty)).toEqual(empty);
    expect(Object.keys(empty)).toEqual(['type', ...particularFields(type)]);
  });

  it('keep what both types have, and drop what does not fit', () => {
    const statement = particularsFrom('public-statement', {
      text: 'We stand with her.',
      clearedBy: 'Head of mission',
      mayBeNamedIds: [uuid(1)],
      publishedWhere: 'Website',
    });
    expect(particularsFrom('social-media-post', { ...statement })).toEqual({
      ...particularsFrom('social-media-post'),
      text: 'We stand with her.',
      clearedBy: 'Head of mission',
      mayBeNamedIds: [uuid(1)],
    });
    expect(particularsFrom('company-approach', { level: 'royal', companyId: 4 })).toEqual(
      particularsFrom('company-approach'),
    );
  });
});
