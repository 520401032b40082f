/** One thing measured and its peers, run in turn so that none has the quieter machine. */
export interface Contender {
  readonly name: string;
  readonly run: (round: number) => void | Promise<void>;
}

/** Median time of each contender in milliseconds. */
export async function medians(
  contenders: readonly Contender[],
  rounds: number,
  warmUp = 2,
): Promise<number[]> {
  return (await timesOf(contenders, rounds, warmUp)).map(median);
}

/**
 * The times of each contender in milliseconds, round by round. Rounds are interleaved and the order
 * turns with each, so that what the machine does meanwhile falls on all alike.
 */
export async function timesOf(
  contenders: readonly Contender[],
  rounds: number,
  warmUp = 2,
): Promise<number[][]> {
  const times = contenders.map((): number[] => []);
  for (let round = -warmUp; round < rounds; round += 1) {
    for (let offset = 0; offset < contenders.length; offset += 1) {
      const index = (offset + Math.max(0, round)) % contenders.length;
      const startedMs = performance.now();
      await contenders[index]?.run(round + warmUp);
      const elapsedMs = performance.now() - startedMs;
      if (round >= 0) times[index]?.push(elapsedMs);
    }
  }
  return times;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  if (sorted.length % 2 === 1) return upper;
  return ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
