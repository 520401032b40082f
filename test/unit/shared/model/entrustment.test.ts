import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CARRYING_VERBS,
  ENTRUSTMENT_STATES,
  entrustmentFields,
  holdingOf,
  isAnswerOverdue,
  isLoanOverdue,
  type Entrustment,
} from '../../../../src/shared/model/entrustment.ts';

const TODAY = '2026-11-24';
const CONTACT = '01930000-0000-7000-8000-00000000000c';
let count = 0;

function entrustment(change: Partial<Entrustment> = {}): Entrustment {
  count += 1;
  const state = change.state ?? 'accepted';
  return {
    id: `01930000-0000-7000-8000-${String(count).padStart(12, '0')}`,
    direction: 'out',
    verb: 'transfer',
    contactId: CONTACT,
    wanted: '',
    counterpartId: '01930000-0000-7000-8000-0000000000bb',
    counterpartName: 'Bob Receiver',
    bundleId: null,
    purpose: change.verb === 'refer' ? 'Emergency grant' : null,
    until: change.verb === 'refer' ? '2026-12-31' : null,
    offeredOn: '2026-11-01',
    answerBy: null,
    state,
    reason: state === 'rejected' ? 'Not my country' : '',
    settledOn: state === 'offered' ? null : '2026-11-02',
    ...change,
  };
}

const writable = (held: readonly Entrustment[], isOurOwn = true): string =>
  holdingOf(held, isOurOwn, TODAY).mayWrite;

describe('who holds a contact', () => {
  it.each([
    ['nobody was entrusted', [], true, 'all'],
    ['a transfer out waits for its answer', [{ state: 'offered' }], true, 'all'],
    ['a transfer out was accepted', [{}], true, 'read'],
    ['a transfer out was not accepted', [{ state: 'rejected' }], true, 'all'],
    ['a transfer out was called back in time', [{ state: 'revoked' }], true, 'all'],
    ['a transfer in was accepted', [{ direction: 'in' }], false, 'all'],
    [
      'what was handed over came back',
      [{}, { direction: 'in', settledOn: '2026-11-20' }],
      true,
      'all',
    ],
    ['it went out again', [{ direction: 'in' }, { settledOn: '2026-11-20' }], false, 'read'],
    ['a loan out', [{ verb: 'refer' }], true, 'all'],
    ['a loan in', [{ verb: 'refer', direction: 'in' }], false, 'add'],
    [
      'a loan in that has ended',
      [{ verb: 'refer', direction: 'in', until: '2026-11-23' }],
      false,
      'read',
    ],
    ['a loan in on its last day', [{ verb: 'refer', direction: 'in', until: TODAY }], false, 'add'],
    [
      'a loan in that was called back',
      [{ verb: 'refer', direction: 'in', state: 'revoked' }],
      false,
      'read',
    ],
    [
      'a loan in that was given back',
      [{ verb: 'refer', direction: 'in', state: 'returned' }],
      false,
      'read',
    ],
    ['a loan in of our own contact', [{ verb: 'refer', direction: 'in' }], true, 'all'],
    [
      'a loan in, then handed over to us',
      [{ verb: 'refer', direction: 'in' }, { direction: 'in' }],
      false,
      'all',
    ],
    ['assigned to a colleague', [{ verb: 'assign' }], true, 'all'],
    ['assigned to us', [{ verb: 'assign', direction: 'in' }], false, 'all'],
    ['a request', [{ verb: 'request', contactId: CONTACT }], true, 'all'],
  ] as const)('%s', (_, changes, isOurOwn, mayWrite) => {
    const held = changes.map((change) => entrustment({ ...change } as Partial<Entrustment>));
    expect(writable(held, isOurOwn)).toBe(mayWrite);
  });

  it('does not depend on the order in which the entrustments are read', () => {
    const anyOne = fc.record({
      direction: fc.constantFrom('out', 'in'),
      verb: fc.constantFrom(...CARRYING_VERBS),
      state: fc.constantFrom(...ENTRUSTMENT_STATES),
      settledOn: fc.constantFrom('2026-11-02', '2026-11-03', '2026-11-04'),
    });
    fc.assert(
      fc.property(fc.array(anyOne, { maxLength: 6 }), fc.boolean(), (changes, isOurOwn) => {
        const held = changes.map((change) => entrustment(change as Partial<Entrustment>));
        const turned = [...held].reverse();
        expect(holdingOf(turned, isOurOwn, TODAY)).toEqual(holdingOf(held, isOurOwn, TODAY));
      }),
    );
  });

  it('is never more here once a transfer was accepted than what the holder lends back', () => {
    const lent = [
      entrustment(),
      entrustment({ verb: 'refer', direction: 'in', settledOn: '2026-11-09' }),
    ];
    expect(writable(lent)).toBe('add');
  });
});

describe('an entrustment', () => {
  const issuesOf = (change: Partial<Entrustment>): string[] => {
    const { id: _, ...fields } = entrustment(change);
    const parsed = entrustmentFields.safeParse(fields);
    return parsed.success
      ? []
      : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  };

  it.each([
    [{}, []],
    [{ verb: 'refer', purpose: null }, ['purpose required']],
    [{ verb: 'refer', until: null }, ['until required']],
    [{ contactId: null }, ['contactId required']],
    [{ verb: 'request', contactId: null }, ['wanted required']],
    [{ verb: 'request', contactId: null, wanted: 'The lawyer in the north' }, []],
    [{ state: 'offered', settledOn: '2026-11-02' }, ['settledOn invalid']],
    [{ settledOn: null }, ['settledOn required']],
    [{ state: 'rejected', reason: ' ' }, ['reason required']],
    [{ answerBy: '2026-10-31' }, ['answerBy before-offer']],
  ] as const)('%j has the issues %j', (change, issues) => {
    expect(issuesOf({ ...change } as Partial<Entrustment>)).toEqual(issues);
  });

  it('is overdue the day after the one hoped for, and a loan the day after its last', () => {
    const offered = entrustment({ state: 'offered', answerBy: '2026-11-23' });
    expect([isAnswerOverdue(offered, '2026-11-23'), isAnswerOverdue(offered, TODAY)]).toEqual([
      false,
      true,
    ]);
    const lent = entrustment({ verb: 'refer', until: '2026-11-23' });
    expect([isLoanOverdue(lent, '2026-11-23'), isLoanOverdue(lent, TODAY)]).toEqual([false, true]);
    expect(isLoanOverdue({ ...lent, state: 'returned' }, TODAY)).toBe(false);
  });
});
