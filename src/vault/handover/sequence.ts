import type { FailureOf } from '../../shared/contract/failure.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';

/** A bundle that came from this officer, signed with this key, as the register has it. */
export interface Arrived {
  readonly id: string;
  readonly sequence: number;
  readonly sha256: string;
  /** Null for the first, and where it was not kept. */
  readonly previousSha256: string | null;
  readonly at: string;
}

/** What an opened bundle says of its place among them. */
export interface Arriving {
  readonly id: string;
  readonly sequence: number;
  readonly sha256: string;
  readonly previousSha256: string | null;
  /** What it is not whole without, if it is an update. */
  readonly base: { readonly sequence: number; readonly sha256: string } | null;
}

/** Where a bundle stands among those that came before it. */
export type Arrival =
  /** The one that was to come. */
  | { readonly kind: 'next' }
  /** The very bundle was taken in. */
  | { readonly kind: 'replayed'; readonly at: string }
  /** A later one was taken in, and this one never. */
  | { readonly kind: 'late'; readonly newest: number }
  /** These, first to last, were made before it and never came. */
  | { readonly kind: 'gap'; readonly first: number; readonly last: number };

/**
 * Where a bundle stands in the count that its sender keeps of bundles to us (docs/bundle-format.md,
 * "The order of bundles"). Two that cannot both be of one count are `bundle-forked`; an update
 * whose base is not here is `bundle-base-missing`.
 * @param arrived All that came from the same officer under the same signing key, in any order.
 */
export function placeInOrder(
  arrived: readonly Arrived[],
  coming: Arriving,
): Outcome<Arrival, FailureOf<'bundle-forked' | 'bundle-base-missing'>> {
  const same = arrived.find(({ id }) => id === coming.id);
  if (same !== undefined && same.sequence === coming.sequence) {
    return ok({ kind: 'replayed', at: same.at });
  }
  const rival = same ?? arrived.find((known) => !canFollow(known, coming));
  if (rival !== undefined) {
    return fail({ kind: 'bundle-forked', sequence: rival.sequence, appliedAt: rival.at });
  }
  const { base } = coming;
  if (base !== null && !arrived.some(({ sha256 }) => sha256 === base.sha256)) {
    return fail({ kind: 'bundle-base-missing', sequence: base.sequence });
  }
  const newest = Math.max(0, ...arrived.map(({ sequence }) => sequence));
  if (coming.sequence < newest) return ok({ kind: 'late', newest });
  if (coming.sequence === newest + 1) return ok({ kind: 'next' });
  return ok({ kind: 'gap', first: newest + 1, last: coming.sequence - 1 });
}

/** Whether both can be of one count: no number twice, and neighbours name each other. */
function canFollow(known: Arrived, coming: Arriving): boolean {
  const { base } = coming;
  switch (known.sequence - coming.sequence) {
    case 0:
      return false;
    case -1:
      return coming.previousSha256 === known.sha256;
    case 1:
      return known.previousSha256 === null || known.previousSha256 === coming.sha256;
    default:
      return base?.sequence !== known.sequence || base.sha256 === known.sha256;
  }
}
