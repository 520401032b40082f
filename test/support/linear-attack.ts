/*
 * What a reader can work out of numbers by adding and subtracting them: linear algebra modulo a
 * prime, far above any minor of the small 0/1 matrices that it is used on, so that ranks are those
 * over the rationals.
 */
const PRIME = 1_000_000_007n;

type Row = readonly number[];

/** The row echelon form of what is known, to ask it which sums it determines. */
export class Known {
  private readonly pivots = new Map<number, bigint[]>();

  constructor(rows: readonly Row[]) {
    for (const row of rows) this.add(row);
  }

  private add(row: Row): void {
    const rest = this.reduce(row);
    const pivot = rest.findIndex((value) => value !== 0n);
    if (pivot === -1) return;
    const inverse = power(rest[pivot] ?? 1n, PRIME - 2n);
    this.pivots.set(
      pivot,
      rest.map((value) => (value * inverse) % PRIME),
    );
  }

  private reduce(row: Row): bigint[] {
    let rest = row.map((value) => ((BigInt(value) % PRIME) + PRIME) % PRIME);
    for (const [pivot, reduced] of [...this.pivots].sort(([a], [b]) => a - b)) {
      const factor = rest[pivot] ?? 0n;
      if (factor === 0n) continue;
      rest = rest.map(
        (value, index) => (value + (PRIME - factor) * (reduced[index] ?? 0n)) % PRIME,
      );
    }
    return rest;
  }

  /** Whether the sum of the unknowns with these weights follows from what is known. */
  determines(row: Row): boolean {
    return this.reduce(row).every((value) => value === 0n);
  }
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base % PRIME;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}
