import type { FailureOf } from '../../shared/contract/failure.ts';
import type { Outcome } from '../../shared/outcome.ts';
import type { OpenedBundle } from '../bundle/open-bundle.ts';
import type { ReadStore } from '../db/store.ts';
import { bundlesInFrom } from '../store/bundle-entries.ts';
import { placeInOrder, type Arrival } from './sequence.ts';

/** Where an opened bundle stands among those that the register has from its sender and key. */
export function arrivalOf(
  store: ReadStore,
  { manifest, bundleSha256 }: OpenedBundle,
): Outcome<Arrival, FailureOf<'bundle-forked' | 'bundle-base-missing'>> {
  const { officerId, signingKey } = manifest.sender;
  return placeInOrder(bundlesInFrom(store, officerId, signingKey), {
    id: manifest.bundleId,
    sequence: manifest.sequence,
    sha256: bundleSha256,
    previousSha256: manifest.previousBundle,
    base: manifest.base,
  });
}
