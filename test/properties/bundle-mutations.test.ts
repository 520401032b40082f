import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { failureOf } from '../unit/vault/bundle/bundle-kit.ts';
import { makeSpecimens, tampering, type Specimen } from '../support/mutated-bundles.ts';

/** As many as fit the time of CI; `test/properties/tamper.ts` runs the 100,000 of docs/bundle-format.md. */
const RUNS = 1500;

describe('a bundle that was tampered with', () => {
  let specimens: readonly Specimen[];

  beforeAll(async () => {
    specimens = await makeSpecimens();
  });

  it('opens, as long as nobody has', async () => {
    for (const { receiver, whole, other } of specimens) {
      expect(await failureOf(receiver, whole.file)).toBe('opened');
      expect(await failureOf(receiver, other.file)).toBe('opened');
    }
  });

  it('is never accepted and never a crash', async () => {
    await fc.assert(
      fc.asyncProperty(tampering, fc.nat(1), async ({ apply }, which) => {
        const specimen = specimens[which];
        if (specimen === undefined) throw new Error('nothing to tamper with');
        const tampered = await apply(specimen);
        if (tampered === null) return;
        expect(await failureOf(tampered.reader, tampered.file)).not.toBe('opened');
      }),
      { numRuns: RUNS },
    );
  }, 600_000);
});
