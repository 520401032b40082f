import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHybridClock, HLC_PATTERN, MAX_DRIFT_MS, parseHlc } from '../../src/vault/db/hlc.ts';

const NODE = '00000000000000aa';
const OTHER = 'ffffffffffffff00';
const YEAR_MS = 365 * 86_400_000;
const wallClock = fc.integer({ min: 0, max: 100 * YEAR_MS });

describe('the hybrid clock', () => {
  it('gives time stamps that only grow, whatever the wall clock does', () => {
    fc.assert(
      fc.property(fc.array(wallClock, { minLength: 2, maxLength: 50 }), (times) => {
        let nowMs = 0;
        const clock = createHybridClock({ nodeId: NODE, nowMs: () => nowMs, last: null });
        const stamps = times.map((time) => {
          nowMs = time;
          return clock.next();
        });
        expect(stamps.every((stamp) => HLC_PATTERN.test(stamp))).toBe(true);
        expect([...stamps].sort()).toEqual(stamps);
        expect(new Set(stamps).size).toBe(stamps.length);
      }),
    );
  });

  it('gives a later time stamp than every one it took note of', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(wallClock, wallClock), { maxLength: 30 }), (steps) => {
        let mine = 0;
        let theirs = 0;
        const here = createHybridClock({ nodeId: NODE, nowMs: () => mine, last: null });
        const there = createHybridClock({ nodeId: OTHER, nowMs: () => theirs, last: null });
        for (const [a, b] of steps) {
          mine = a;
          theirs = b;
          const stamp = there.next();
          const before = here.last();
          if (here.observe(stamp).ok) expect(here.next() > stamp).toBe(true);
          else expect(here.last()).toBe(before);
        }
      }),
    );
  });

  it('keeps its order when the clock is moved back ten years', () => {
    let nowMs = Date.UTC(2026, 0, 1);
    const clock = createHybridClock({ nodeId: NODE, nowMs: () => nowMs, last: null });
    const before = clock.next();
    nowMs -= 10 * YEAR_MS;
    const after = clock.next();
    expect(after > before).toBe(true);
    const restarted = createHybridClock({ nodeId: NODE, nowMs: () => nowMs, last: after });
    expect(restarted.next() > after).toBe(true);
  });

  it('moves to the next millisecond when its counter is used up', () => {
    const clock = createHybridClock({
      nodeId: NODE,
      nowMs: () => 5,
      last: `000000000000005-fffe-${NODE}`,
    });
    expect([clock.next(), clock.next()]).toEqual([
      `000000000000005-ffff-${NODE}`,
      `000000000000006-0000-${NODE}`,
    ]);
  });

  it('does not follow a time stamp beyond the drift bound, nor step by step', () => {
    const nowMs = 1_000_000;
    const clock = createHybridClock({ nodeId: NODE, nowMs: () => nowMs, last: null });
    const at = (ms: number): string => `${String(ms).padStart(15, '0')}-0000-${OTHER}`;
    expect(clock.observe(at(nowMs + MAX_DRIFT_MS)).ok).toBe(true);
    expect(clock.observe(at(nowMs + MAX_DRIFT_MS + 1)).ok).toBe(false);
    expect(clock.observe(at(nowMs + MAX_DRIFT_MS - 1)).ok).toBe(true);
    expect(parseHlc(clock.next()).ms).toBe(nowMs + MAX_DRIFT_MS);
  });
});
