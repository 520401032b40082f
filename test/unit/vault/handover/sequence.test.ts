import { describe, expect, it } from 'vitest';
import {
  placeInOrder,
  type Arrived,
  type Arriving,
} from '../../../../src/vault/handover/sequence.ts';

/** The honest bundle of a number: each names the hash of the one before. */
function bundle(sequence: number): Arrived & Arriving {
  return {
    id: `id-${sequence}`,
    sequence,
    sha256: `sha-${sequence}`,
    previousSha256: sequence === 1 ? null : `sha-${sequence - 1}`,
    base: null,
    at: `day ${sequence}`,
  };
}
const bundles = (...numbers: number[]): Arrived[] => numbers.map(bundle);
const updateOn = (sequence: number, base: number): Arriving => ({
  ...bundle(sequence),
  base: { sequence: base, sha256: `sha-${base}` },
});
const forkedWith = (sequence: number): unknown => ({
  ok: false,
  failure: { kind: 'bundle-forked', sequence, appliedAt: `day ${sequence}` },
});

describe('the place of a bundle among those that came', () => {
  it.each<[string, Arrived[], Arriving, unknown]>([
    ['the first is the next', [], bundle(1), { kind: 'next' }],
    ['the one after the newest is the next', bundles(2, 1), bundle(3), { kind: 'next' }],
    ['one that came is replayed', bundles(1, 2), bundle(1), { kind: 'replayed', at: 'day 1' }],
    [
      'one that came, sealed again for us, is replayed',
      bundles(1, 2),
      { ...bundle(2), sha256: 'sealed again' },
      { kind: 'replayed', at: 'day 2' },
    ],
    ['one before the newest is late', bundles(1, 4), bundle(2), { kind: 'late', newest: 4 }],
    ['the first can be late', bundles(2), bundle(1), { kind: 'late', newest: 2 }],
    ['a fourth after a first leaves a gap', bundles(1), bundle(4), gap(2, 3)],
    ['a third at first leaves a gap', [], bundle(3), gap(1, 2)],
    ['an update on the one before is the next', bundles(1), updateOn(2, 1), { kind: 'next' }],
    ['an update over a gap needs only its base', bundles(1), updateOn(4, 1), gap(2, 3)],
    ['a late update whose base came', bundles(1, 4), updateOn(3, 1), { kind: 'late', newest: 4 }],
  ])('%s', (_name, arrived, coming, arrival) => {
    expect(placeInOrder(arrived, coming)).toEqual({ ok: true, value: arrival });
  });

  it.each<[string, Arrived[], Arriving, number]>([
    ['with the number of another', bundles(1, 2), { ...bundle(2), id: 'other' }, 2],
    [
      'that follows another than the one here',
      bundles(1),
      { ...bundle(2), previousSha256: 'x' },
      1,
    ],
    [
      'that the one here does not follow',
      bundles(3),
      { ...bundle(2), sha256: 'other', id: 'other' },
      3,
    ],
    ['that was here under another number', bundles(1, 2), { ...bundle(3), id: 'id-2' }, 2],
    [
      'that builds on another than the one here',
      bundles(1, 2),
      { ...updateOn(4, 2), base: { sequence: 2, sha256: 'x' } },
      2,
    ],
  ])('one %s is forked', (_name, arrived, coming, sequence) => {
    expect(placeInOrder(arrived, coming)).toEqual(forkedWith(sequence));
  });

  it('an update whose base never came is refused, naming it, in whatever place it stands', () => {
    const missing = (sequence: number): unknown => ({
      ok: false,
      failure: { kind: 'bundle-base-missing', sequence },
    });
    expect(placeInOrder([], updateOn(2, 1))).toEqual(missing(1));
    expect(placeInOrder(bundles(1, 3), updateOn(4, 2))).toEqual(missing(2));
    expect(placeInOrder(bundles(1, 5), updateOn(4, 3))).toEqual(missing(3));
  });

  it('nothing is held against a bundle whose own predecessor was not kept', () => {
    const [old] = bundles(2);
    const known = { ...(old as Arrived), previousSha256: null };
    expect(placeInOrder([known], bundle(1))).toEqual({
      ok: true,
      value: { kind: 'late', newest: 2 },
    });
  });
});

function gap(first: number, last: number): unknown {
  return { kind: 'gap', first, last };
}
