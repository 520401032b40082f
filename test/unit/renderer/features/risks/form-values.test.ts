import { describe, expect, it } from 'vitest';
import {
  newAssessment,
  riskForm,
  storedAssessment,
  unfinishedAssessment,
} from '../../../../../src/renderer/features/risks/form-values.ts';
import { localToday, localTodayPlus } from '../../../../../src/renderer/i18n/local-today.ts';
import { riskAssessmentFields } from '../../../../support/situation.ts';

const contactId = '01930000-0000-7000-8000-000000000001';

describe('the form of an assessment', () => {
  it('begins with what the one before found, but of today, by this officer, not yet reviewed', () => {
    const previous = { ...riskAssessmentFields(contactId), id: contactId };
    const start = { contactId, today: '2026-11-24', assessedBy: 'Bea', level: 'low' as const };
    const { id: _id, ...found } = previous;
    expect([
      newAssessment({ ...start, previous }),
      newAssessment({ ...start, previous: null }),
    ]).toEqual([
      {
        ...found,
        ...{ assessedOn: '2026-11-24', assessedBy: 'Bea', trend: 'steady', reviewOn: null },
      },
      {
        ...{ contactId, assessedOn: '2026-11-24', assessedBy: 'Bea', level: 'low' },
        ...{ trend: 'steady', ratings: [], triggers: '', mitigations: '', safetyPlan: '' },
        reviewOn: null,
      },
    ]);
  });

  it('finds a day that has not come, and a review before the assessment, at their fields', () => {
    const codes = (change: object): string[] => {
      const fields = riskAssessmentFields(contactId, { assessedOn: localToday(), reviewOn: null });
      const parsed = riskForm.safeParse({ ...fields, ...change });
      return parsed.success
        ? []
        : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    };
    expect([
      codes({}),
      codes({ assessedOn: localTodayPlus(1) }),
      codes({ reviewOn: '2020-01-01' }),
    ]).toEqual([[], ['assessedOn in-future'], ['reviewOn before-assessment']]);
  });

  it('takes its own unfinished drafts back, and no other body', () => {
    const values = storedAssessment({ ...riskAssessmentFields(contactId), id: contactId });
    const typed = { ...values, assessedOn: '' };
    expect([unfinishedAssessment(typed), unfinishedAssessment({ level: 'high' })]).toEqual([
      typed,
      null,
    ]);
  });
});
