import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSafeAt, readSafeHours } from '../../../../src/shared/model/safe-hours.ts';

const [MONDAY, THURSDAY, FRIDAY, SATURDAY] = [0, 3, 4, 5];
const at = (hour: number, minute = 0): number => hour * 60 + minute;

function isSafe(words: string, weekday: number, minute: number): boolean | null {
  const hours = readSafeHours(words);
  return hours === null ? null : isSafeAt(hours, weekday, minute);
}

describe('safe hours (the paper: "guided by the principle of do no harm")', () => {
  it('are read from the words an officer writes', () => {
    const words = 'after 21:00, not Fridays';
    expect([
      isSafe(words, MONDAY, at(20, 59)),
      isSafe(words, MONDAY, at(21)),
      isSafe(words, FRIDAY, at(22)),
      isSafe('9-12, weekdays', SATURDAY, at(10)),
      isSafe('between 9.30 and 12, only Mondays and Thursdays', THURSDAY, at(9, 30)),
      isSafe('before 8', MONDAY, at(8)),
      isSafe('not on weekends', SATURDAY, at(8)),
    ]).toEqual([false, true, false, false, true, false, false]);
  });

  it('go over midnight, and belong to the day on which they began', () => {
    const words = '22:00–02:00, not Fridays';
    expect([
      isSafe(words, THURSDAY, at(23)),
      isSafe(words, FRIDAY, at(1)),
      isSafe(words, FRIDAY, at(23)),
      isSafe(words, SATURDAY, at(1)),
      isSafe(words, SATURDAY, at(22)),
    ]).toEqual([true, true, false, false, true]);
  });

  it('are not guessed: one word that is not understood, and nothing is said of now', () => {
    const words = [
      'after prayers',
      'after 21:00, ask the neighbour first',
      'after 25:00',
      '9:75',
      'evenings',
      'not Fridays, usually',
      'after 9pm',
      '9-9',
      'Fridays not',
      '',
      ' , ',
    ];
    expect(words.map(readSafeHours)).toEqual(words.map(() => null));
  });

  it('of any words either say nothing or answer for every minute of the week', () => {
    const clause = fc.constantFrom('after 21:00', '9-12', 'not fridays', 'weekdays', 'maybe', '7');
    const minute = fc.nat(1_439);
    fc.assert(
      fc.property(fc.array(clause), fc.nat(6), minute, (clauses, weekday, when) => {
        const hours = readSafeHours(clauses.join(', '));
        const isUnderstood =
          clauses.length > 0 && !clauses.includes('maybe') && !clauses.includes('7');
        expect(hours !== null).toBe(isUnderstood);
        if (hours !== null && isSafeAt(hours, weekday, when)) {
          const isAfter = clauses.includes('after 21:00') && when >= at(21);
          const isMorning = clauses.includes('9-12') && when >= at(9) && when < at(12);
          const hasSpan = clauses.includes('after 21:00') || clauses.includes('9-12');
          expect(hasSpan ? isAfter || isMorning : true).toBe(true);
          expect(clauses.includes('not fridays') && weekday === FRIDAY).toBe(false);
        }
      }),
    );
  });
});
