import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  datePlus,
  daysBetween,
  isKeptInContact,
  nextContactDue,
  RHYTHM_DAYS,
  rhythmOf,
  rhythmState,
  type KeptInContactBy,
} from '../../../../src/shared/model/cadence.ts';
import { RISK_LEVELS } from '../../../../src/shared/model/vocabulary/contact.ts';
import { date } from './arbitraries.ts';

describe('the rhythm of contact (domain.md "a rhythm per contact, the last and next contact")', () => {
  it('is due the wanted number of days after the last contact, over month and leap-day ends', () => {
    expect([
      nextContactDue('2026-01-31', 30),
      nextContactDue('2028-02-28', 1),
      nextContactDue('2026-12-31', 1),
    ]).toEqual(['2026-03-02', '2028-02-29', '2027-01-01']);
  });

  it('is not due where no rhythm is set or no contact was made yet', () => {
    expect([nextContactDue(null, 30), nextContactDue('2026-01-31', null)]).toEqual([null, null]);
  });

  it('is counted on calendar dates: a month after the last of January is the end of February', () => {
    expect([
      datePlus('2027-01-31', { months: 1 }),
      datePlus('2026-11-24', { months: -3 }),
      datePlus('2026-12-31', { days: 1 }),
    ]).toEqual(['2027-02-28', '2026-08-24', '2027-01-01']);
  });

  it('counts whole days between dates, negative backwards, through a change of clocks', () => {
    expect([
      daysBetween('2026-03-28', '2026-03-30'),
      daysBetween('2026-03-30', '2026-03-28'),
      daysBetween('2026-03-30', '2026-03-30'),
    ]).toEqual([2, -2, 0]);
  });
});

describe('how often (the paper: "regular contact … as appropriate")', () => {
  it('follows the level of risk, and the higher risk is never met less often', () => {
    const days = RISK_LEVELS.map((level) => RHYTHM_DAYS[level]);
    expect(days).toEqual([...days].sort((a, b) => b - a));
    expect(rhythmOf({ contactEveryDays: null, riskLevel: 'high' })).toEqual({
      everyDays: 14,
      setBy: 'risk-level',
    });
  });

  it("is the officer's own where one is set, and none where neither is known", () => {
    expect([
      rhythmOf({ contactEveryDays: 45, riskLevel: 'extreme' }),
      rhythmOf({ contactEveryDays: null, riskLevel: null }),
    ]).toEqual([{ everyDays: 45, setBy: 'officer' }, null]);
  });
});

describe('with whom (the paper: "‘Steady state’ contact with Human Rights Defenders")', () => {
  const defender: KeptInContactBy = {
    state: 'active',
    peacefulMeans: 'met',
    dissolvedOn: null,
    organisationType: null,
    contactEveryDays: null,
  };
  const isKept = (change: Partial<KeptInContactBy>): boolean =>
    isKeptInContact({ ...defender, ...change }, '2026-11-24');

  it('is kept with active contacts who are or may be defenders, groups and CSOs too', () => {
    expect([
      isKept({}),
      isKept({ peacefulMeans: 'not-assessed' }),
      isKept({ organisationType: 'cso' }),
      isKept({ state: 'draft' }),
      isKept({ state: 'archived' }),
    ]).toEqual([true, true, true, false, false]);
  });

  it('is kept with an authority or a company only where the officer set a rhythm', () => {
    expect([
      isKept({ organisationType: 'authority' }),
      isKept({ organisationType: 'company' }),
      isKept({ organisationType: 'authority', contactEveryDays: 90 }),
    ]).toEqual([false, false, true]);
  });

  it('is not kept with who uses violence ("not considered Human Rights Defenders"), nor with a group that ended', () => {
    expect([
      isKept({ peacefulMeans: 'not-met', contactEveryDays: 7 }),
      isKept({ dissolvedOn: '2026-11-24' }),
      isKept({ dissolvedOn: '2026-11-25' }),
    ]).toEqual([false, false, true]);
  });
});

describe('where a contact stands in its rhythm', () => {
  const today = '2026-11-24';
  const state = (change: Partial<Parameters<typeof rhythmState>[0]>) =>
    rhythmState({
      hasRhythm: true,
      lastContactOn: '2026-11-01',
      dueOn: '2026-12-20',
      plannedOn: null,
      today,
      ...change,
    });

  it('is overdue from the day after it was due, and due soon in the week before', () => {
    expect(
      ['2026-11-23', '2026-11-24', '2026-12-01', '2026-12-02'].map((dueOn) => state({ dueOn })),
    ).toEqual(['overdue', 'due-soon', 'due-soon', 'on-track']);
  });

  it('is the plan where one is made, until its day has passed', () => {
    expect([
      state({ dueOn: '2026-11-01', plannedOn: '2026-12-05' }),
      state({ dueOn: '2026-11-01', plannedOn: today }),
      state({ plannedOn: '2026-11-23' }),
    ]).toEqual(['planned', 'planned', 'overdue']);
  });

  it('tells who was never met from who has no rhythm', () => {
    const nothing = { lastContactOn: null, dueOn: null };
    expect([state(nothing), state({ ...nothing, hasRhythm: false })]).toEqual([
      'never-met',
      'no-rhythm',
    ]);
  });

  it('is never overdue within the rhythm, whatever the days', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 730 }), fc.nat(900), (last, every, later) => {
        const dueOn = nextContactDue(last, every);
        const on = nextContactDue(last, later + 1) ?? '';
        const found = state({ lastContactOn: last, dueOn, today: on });
        expect(found === 'overdue').toBe(later + 1 > every);
      }),
    );
  });
});
