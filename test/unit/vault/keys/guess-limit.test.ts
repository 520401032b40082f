import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createGuessLimit,
  waitAfter,
  type GuessLimit,
} from '../../../../src/vault/keys/guess-limit.ts';

/** A clock that only moves when told: `pass` is time, `moveWall` is somebody setting the clock. */
class Hands {
  wall = Date.UTC(2026, 10, 24);
  monotonic = 5_000;
  wallMs = (): number => this.wall;
  monotonicMs = (): number => this.monotonic;
  pass(ms: number): void {
    this.wall += ms;
    this.monotonic += ms;
  }
  moveWall(ms: number): void {
    this.wall += ms;
  }
}

let folder: string;
let clock: Hands;
let limit: GuessLimit;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'steady-state-guess-'));
  clock = new Hands();
  limit = createGuessLimit(folder, clock);
  limit.start();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function restart(): void {
  // Another process: its monotonic clock begins anywhere.
  clock.monotonic = 17;
  limit = createGuessLimit(folder, clock);
}
/** Tries a wrong secret: the seconds to wait after it, or the failure. */
function guess(): unknown {
  const begun = limit.begin();
  if (!begun.ok) return begun.failure;
  const wrong = limit.wrong();
  return wrong.ok ? wrong.value : wrong.failure;
}
const tooSoon = (retryAfterSeconds: number) => ({ kind: 'too-soon', retryAfterSeconds });
const DAY_MS = 86_400_000;

describe('the guess limit', () => {
  it('lets three wrong tries pass, then doubles the wait from 1 to 300 seconds', () => {
    expect(Array.from({ length: 16 }, (_, index) => waitAfter(index) / 1_000)).toEqual([
      0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300,
    ]);
    expect([guess(), guess(), guess(), guess(), guess()]).toEqual([0, 0, 0, 1, tooSoon(1)]);
  });

  it('makes 20 wrong tries over 3 restarts take as long as without a restart', () => {
    const started = clock.monotonic;
    let waitedMs = 0;
    for (let tries = 0; tries < 20;) {
      const answer = guess();
      if (typeof answer === 'number') {
        tries += 1;
        if (tries % 6 === 0) restart();
      } else {
        expect(answer).toMatchObject({ kind: 'too-soon' });
        clock.pass(500);
        waitedMs += 500;
      }
    }
    const expectedMs = Array.from({ length: 19 }, (_, index) => waitAfter(index + 1)).reduce(
      (a, b) => a + b,
    );
    expect(waitedMs).toBe(expectedMs);
    expect(expectedMs).toBe((1 + 2 + 4 + 8 + 16 + 32 + 64 + 128 + 256 + 7 * 300) * 1_000);
    expect(started).toBe(5_000);
  });

  it('counts a try that was killed before its answer', () => {
    for (let kill = 0; kill < 4; kill += 1) {
      expect(limit.begin().ok).toBe(true);
      restart();
    }
    expect(limit.begin()).toEqual({ ok: false, failure: tooSoon(1) });
  });

  it('tells a right try how many were wrong before it, and begins anew', () => {
    guess();
    guess();
    expect(limit.begin()).toEqual({ ok: true, value: 2 });
    expect(limit.right().ok).toBe(true);
    restart();
    expect([limit.begin(), guess(), guess()]).toEqual([{ ok: true, value: 0 }, 0, 0]);
  });

  it('is not shortened by a clock moved forward while the process runs', () => {
    for (let tries = 0; tries < 8; tries += 1) {
      guess();
      clock.pass(60_000);
    }
    expect(guess()).toBe(32);
    clock.moveWall(3_650 * DAY_MS);
    expect(guess()).toEqual(tooSoon(32));
  });

  it('is not shortened by a clock moved back, before or after a restart', () => {
    for (let tries = 0; tries < 10; tries += 1) {
      guess();
      clock.pass(300_000);
    }
    expect(guess()).toBe(128);
    clock.moveWall(-3_650 * DAY_MS);
    expect(guess()).toEqual(tooSoon(128));
    restart();
    expect(guess()).toEqual(tooSoon(128));
    clock.pass(100_000);
    expect(guess()).toEqual(tooSoon(28));
    restart();
    clock.pass(28_000);
    expect(guess()).toBe(256);
  });

  it('ends on time after a clock was moved back', () => {
    for (let tries = 0; tries < 4; tries += 1) guess();
    clock.moveWall(-DAY_MS);
    restart();
    expect(limit.dueSeconds()).toBe(1);
    clock.pass(1_000);
    expect(limit.dueSeconds()).toBe(0);
  });

  it.each([
    ['removed', null],
    ['emptied', ''],
    ['cut', '{"at":1,"checksum":"'],
    [
      'replaced by a count of zero without checksum',
      '{"at":0,"failures":0,"format":"steady-state-attempts","version":1,"waitMs":0}',
    ],
    ['enormous', ' '.repeat(100_000)],
  ])('takes a file that was %s for the longest wait, not for a first try', (_how, content) => {
    guess();
    if (content === null) rmSync(join(folder, 'attempts'));
    else writeFileSync(join(folder, 'attempts'), content);
    expect(guess()).toEqual(tooSoon(300));
    restart();
    expect(guess()).toEqual(tooSoon(300));
    clock.pass(300_000);
    expect(guess()).toBe(300);
  });

  it('keeps its file to its owner', () => {
    guess();
    expect(statSync(join(folder, 'attempts')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'attempts'), 'utf8')).toContain('"failures":1');
  });
});
