import { fail, ok, type Outcome } from '../../shared/outcome.ts';

/*
 * Hybrid logical clock: Kulkarni, Demirbas, Madappa, Avva, Leone, "Logical Physical Clocks and
 * Consistent Snapshots in Globally Distributed Databases", 2014, figure 5.
 *
 * A time stamp reads `<15-digit ms>-<4 hex counter>-<16 hex node>`; text order is its order.
 */

export const HLC_PATTERN = /^\d{15}-[0-9a-f]{4}-[0-9a-f]{16}$/u;

/** Highest counter within one millisecond; the next event moves the millisecond on by one. */
const COUNTER_MAX = 0xffff;
/** Largest millisecond that 15 digits hold (the year 33658). */
const MS_MAX = 999_999_999_999_999;

/**
 * How far a received time stamp may lie ahead of this machine's clock. A laptop set to a wrong
 * zone or day stays below it; a stamp beyond it is refused before anything is applied, because
 * once taken over it would be ahead of every honest edit until that date comes.
 */
export const MAX_DRIFT_MS = 48 * 3_600_000;

export interface HybridClock {
  /** A time stamp greater than every one given or observed before. */
  next(): string;
  /**
   * Takes note of another vault's time stamp, so that what is written here from now on is later.
   * Refused (and not taken note of) where it is both more than the drift bound ahead of the wall
   * clock and ahead of what is already known: bundle after bundle cannot push it forward either.
   */
  observe(stamp: string): Outcome<null, 'too-far-ahead'>;
  /** The greatest time stamp given or observed; null where there was none. */
  last(): string | null;
}

export interface HybridClockOptions {
  /** 16 hexadecimal digits, one per vault. */
  readonly nodeId: string;
  /** Wall clock, milliseconds since 1970. */
  readonly nowMs: () => number;
  /** The greatest stamp already in the log. */
  readonly last: string | null;
  readonly maxDriftMs?: number;
}

/** A clock that never goes back, whatever the machine's own clock does. */
export function createHybridClock(options: HybridClockOptions): HybridClock {
  const { nodeId, nowMs, maxDriftMs = MAX_DRIFT_MS } = options;
  if (!/^[0-9a-f]{16}$/u.test(nodeId)) throw new TypeError('node id is not 16 hex digits');
  let last = options.last;
  let { ms, counter } = last === null ? { ms: 0, counter: 0 } : parseHlc(last);

  function next(): string {
    const now = Math.min(MS_MAX, Math.max(0, Math.trunc(nowMs())));
    if (now > ms) {
      ms = now;
      counter = 0;
    } else if (counter < COUNTER_MAX) {
      counter += 1;
    } else {
      ms += 1;
      counter = 0;
    }
    if (ms > MS_MAX) throw new RangeError('hybrid clock is past its last millisecond');
    last = formatHlc(ms, counter, nodeId);
    return last;
  }

  function observe(stamp: string): Outcome<null, 'too-far-ahead'> {
    const seen = parseHlc(stamp);
    if (seen.ms > Math.max(nowMs() + maxDriftMs, ms)) return fail('too-far-ahead');
    if (last === null || stamp > last) {
      last = stamp;
      ms = seen.ms;
      counter = seen.counter;
    }
    return ok(null);
  }

  return { next, observe, last: () => last };
}

/** The parts of a time stamp. Throws where it is not one: callers have checked it by then. */
export function parseHlc(stamp: string): { ms: number; counter: number; nodeId: string } {
  if (!HLC_PATTERN.test(stamp)) throw new TypeError('not a hybrid logical time stamp');
  return {
    ms: Number(stamp.slice(0, 15)),
    counter: Number.parseInt(stamp.slice(16, 20), 16),
    nodeId: stamp.slice(21),
  };
}

function formatHlc(ms: number, counter: number, nodeId: string): string {
  return `${String(ms).padStart(15, '0')}-${counter.toString(16).padStart(4, '0')}-${nodeId}`;
}
