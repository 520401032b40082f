import { describe, expect, it } from 'vitest';
import {
  consentForm,
  emptyDecision,
  settledDetails,
  unfinishedDecision,
} from '../../../../../src/renderer/features/consents/form-values.ts';

describe('the decision form', () => {
  it('asks for a purpose and an audience before anything can be recorded', () => {
    const parsed = consentForm.safeParse(emptyDecision({ today: '2026-11-24' }));
    expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toEqual([
      'purposes',
      'audiences',
    ]);
  });

  it('asks why the defender could not be reached when someone else spoke for them', () => {
    const values = emptyDecision({ today: '2026-11-24', purposes: ['meet'], audiences: ['any'] });
    values.details.givenBy = 'proxy';
    values.details.proxy = {
      contactId: null,
      name: 'Her sister',
      relation: 'family',
      reachedHow: 'by phone',
      whyNotSelf: ' ',
    };
    const parsed = consentForm.safeParse(values);
    expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toEqual([
      'details.proxy.whyNotSelf',
    ]);
  });

  it('drops conditions and an end date from a withdrawal', () => {
    const values = emptyDecision({ today: '2026-11-24', decision: 'withdrawn' });
    values.details.conditions = 'only abroad';
    values.details.expiresOn = '2027-01-01';
    values.details.withheld = ['photo'];
    expect(settledDetails(values).details).toMatchObject({
      conditions: '',
      expiresOn: null,
      withheld: [],
    });
  });

  it('restores an unfinished decision and refuses another shape', () => {
    const values = emptyDecision({ today: '2026-11-24' });
    expect([unfinishedDecision({ ...values }), unfinishedDecision({ purposes: ['x'] })]).toEqual([
      values,
      null,
    ]);
  });
});
