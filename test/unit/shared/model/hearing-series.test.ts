import { describe, expect, it } from 'vitest';
import { hearingSeries } from '../../../../src/shared/model/hearing-series.ts';

interface One {
  readonly id: string;
  readonly previousId: string | null;
  readonly startsAt: string;
  readonly timeZone: string;
}

const hearing = (
  id: string,
  day: number,
  previousId: string | null = null,
  timeZone = 'Africa/Khartoum',
): One => ({ id, previousId, startsAt: `2026-11-${day}T09:30`, timeZone });
const ids = (hearings: One[]): string[][] =>
  hearingSeries(hearings).map((series) => series.map(({ id }) => id));

describe('hearings in series', () => {
  it('are in order of time, whatever order they come in; the last in court is first', () => {
    expect(
      ids([
        hearing('c', 20, 'b'),
        hearing('x', 12),
        hearing('a', 10),
        hearing('b', 15, 'a'),
        hearing('y', 13, 'x'),
      ]),
    ).toEqual([
      ['a', 'b', 'c'],
      ['x', 'y'],
    ]);
  });

  it('are one series where two follow the same one', () => {
    expect(ids([hearing('a', 10), hearing('c', 12, 'a'), hearing('b', 11, 'a')])).toEqual([
      ['a', 'b', 'c'],
    ]);
  });

  it('compare the time of each court with that of the other, not what its clock shows', () => {
    const later = { ...hearing('later', 10, null, 'America/Lima'), startsAt: '2026-11-10T08:00' };
    const sooner = {
      ...hearing('sooner', 10, 'later', 'Asia/Tokyo'),
      startsAt: '2026-11-10T12:00',
    };
    expect(ids([later, sooner])).toEqual([['sooner', 'later']]);
  });

  it('lose none to a circle, nor to a name that is not there, as a bundle could bring', () => {
    expect(ids([hearing('a', 10, 'b'), hearing('b', 11, 'a'), hearing('c', 12, 'gone')])).toEqual([
      ['c'],
      ['a', 'b'],
    ]);
    expect(ids([hearing('self', 10, 'self')])).toEqual([['self']]);
  });
});
