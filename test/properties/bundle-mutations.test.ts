import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { failureOf } from '../unit/vault/bundle/bundle-kit.ts';
import { makeSpecimen, tampering, type Specimen } from '../support/mutated-bundles.ts';

/** As many as fit the time of CI; `test/properties/tamper.ts` runs the 100,000 of docs/bundle-format.md. */
const RUNS = 1500;

describe('a bundle that was tampered with', () => {
  let specimen: Specimen;

  beforeAll(async () => {
    specimen = await makeSpecimen();
  });

  it('opens, as long as nobody has', async () => {
    expect(await failureOf(specimen.receiver, specimen.whole.file)).toBe('opened');
    expect(await failureOf(specimen.receiver, specimen.other.file)).toBe('opened');
  });

  it('is never accepted and never a crash', async () => {
    await fc.assert(
      fc.asyncProperty(tampering, async ({ apply }) => {
        const tampered = await apply(specimen);
        if (tampered === null) return;
        expect(await failureOf(tampered.reader, tampered.file)).not.toBe('opened');
      }),
      { numRuns: RUNS },
    );
  }, 600_000);
});
