import { describe, expect, it } from 'vitest';
import type { ConsentEventRow } from '../../../../../src/shared/contract/consents.ts';
import {
  consentForm,
  emptyDecision,
  emptyProxy,
  settledDetails,
  unfinishedDecision,
} from '../../../../../src/renderer/features/consents/form-values.ts';
import { uuid } from '../../../shared/model/records.ts';

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

  it('asks for the relation of a proxy, and guesses none', () => {
    const values = emptyDecision({ today: '2026-11-24', purposes: ['meet'], audiences: ['any'] });
    values.details.givenBy = 'proxy';
    values.details.proxy = {
      ...emptyProxy(),
      ...{ name: 'Her sister', reachedHow: 'by phone', whyNotSelf: 'held incommunicado' },
    };
    const parsed = consentForm.safeParse(values);
    expect([
      parsed.error?.issues.map((issue) => issue.path.join('.')),
      unfinishedDecision({ ...values }),
    ]).toEqual([['details.proxy.relation'], values]);
  });

  it('begins a renewal with what was agreed and limited before, and asks anew for how long', () => {
    const before = {
      ...{ id: uuid(1), purpose: 'meet', audience: 'ngo', decision: 'given' },
      ...{ conditions: 'not before the verdict', withheld: ['photo'], language: 'ar' },
      ...{ expiresOn: '2026-11-30', note: 'said in the corridor' },
      withholdings: [{ id: uuid(2), what: 'My address', fromWhom: 'The company', reason: 'Fear' }],
    } as unknown as ConsentEventRow;
    const also = { ...before, id: uuid(3), audience: 'un' } as ConsentEventRow;
    const { details, ...rest } = emptyDecision({ today: '2026-11-24', renews: [before, also] });
    expect([rest, details]).toMatchObject([
      { purposes: ['meet'], audiences: ['ngo', 'un'], renews: [uuid(1), uuid(3)] },
      {
        ...{ decision: 'given', decidedOn: '2026-11-24', conditions: 'not before the verdict' },
        ...{ withheld: ['photo'], withholdings: before.withholdings, language: 'ar' },
        ...{ expiresOn: null, note: '' },
      },
    ]);
  });

  it('renews nothing by a refusal', () => {
    const values = { ...emptyDecision({ today: '2026-11-24' }), renews: [uuid(1)] };
    values.details.decision = 'refused';
    expect(settledDetails(values).renews).toEqual([]);
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
