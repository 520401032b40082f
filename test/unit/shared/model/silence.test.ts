import { parseDate } from '@internationalized/date';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  SILENCES,
  silenceOf,
  type Silence,
  type SilenceFacts,
} from '../../../../src/shared/model/silence.ts';
import { RISK_LEVELS } from '../../../../src/shared/model/vocabulary/contact.ts';
import { date, riskLevel } from './arbitraries.ts';

const TODAY = '2026-11-24';
const daysAgo = (days: number, today = TODAY): string =>
  parseDate(today).subtract({ days }).toString();

const silence = (days: number, change: Partial<SilenceFacts> = {}): Silence =>
  silenceOf({
    lastContactOn: daysAgo(days),
    everyDays: 10,
    riskLevel: 'medium',
    attempts: 0,
    today: TODAY,
    ...change,
  });

describe('the silence alarm (the paper: so that "UK officials are aware of situations as they progress")', () => {
  it('is raised once the patience that the level of risk allows is used up', () => {
    const first = (level: SilenceFacts['riskLevel']): number =>
      Array.from({ length: 60 }, (_, days) => days).findIndex(
        (days) => silence(days, { riskLevel: level }) !== 'none',
      );
    expect([...RISK_LEVELS, null].map(first)).toEqual([31, 26, 21, 16, 26]);
  });

  it('becomes alarming sooner the higher the risk, at extreme risk at once', () => {
    const first = (level: SilenceFacts['riskLevel']): number =>
      Array.from({ length: 120 }, (_, days) => days).findIndex(
        (days) => silence(days, { riskLevel: level }) === 'alarming',
      );
    expect(RISK_LEVELS.map(first)).toEqual([91, 51, 31, 16]);
  });

  it('comes sooner with each attempt that nobody answered', () => {
    expect([0, 1, 2, 3, 9].map((attempts) => silence(12, { attempts }))).toEqual([
      'none',
      'none',
      'none',
      'quiet',
      'quiet',
    ]);
  });

  it('cannot speak of who was never met or has no rhythm', () => {
    expect([silence(500, { lastContactOn: null }), silence(500, { everyDays: null })]).toEqual([
      'none',
      'none',
    ]);
  });
});

const facts = fc.record({
  days: fc.nat(1_500),
  everyDays: fc.integer({ min: 1, max: 730 }),
  riskLevel,
  attempts: fc.nat(10),
  today: date,
});
const of = ({ days, ...rest }: typeof facts extends fc.Arbitrary<infer Facts> ? Facts : never) =>
  silenceOf({ ...rest, lastContactOn: daysAgo(days, rest.today) });
const badness = (found: Silence): number => SILENCES.indexOf(found);

describe('laws of silence', () => {
  it('nobody is silent within the rhythm, however often they were tried', () => {
    fc.assert(
      fc.property(facts, (one) => {
        fc.pre(one.days <= one.everyDays);
        expect(of(one)).toBe('none');
      }),
    );
  });

  it('more days, more attempts or a higher risk never make a silence less', () => {
    fc.assert(
      fc.property(facts, fc.nat(400), fc.nat(5), riskLevel, (one, days, attempts, level) => {
        const higher = Math.max(RISK_LEVELS.indexOf(one.riskLevel), RISK_LEVELS.indexOf(level));
        const worse = {
          ...one,
          days: one.days + days,
          attempts: one.attempts + attempts,
          riskLevel: RISK_LEVELS[higher] ?? one.riskLevel,
        };
        expect(badness(of(worse))).toBeGreaterThanOrEqual(badness(of(one)));
      }),
    );
  });
});
