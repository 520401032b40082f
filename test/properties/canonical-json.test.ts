import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson, sameJson } from '../../src/vault/canonical-json.ts';

const json = fc.jsonValue({ stringUnit: 'binary', maxDepth: 4 });

it('canonical JSON is what the RFC 8785 library writes, for any JSON value', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(canonicalJson(value)).toBe(canonicalize(value));
    }),
    { numRuns: 2000 },
  );
});

it('canonical JSON comes back as the value it was written from', () => {
  fc.assert(
    fc.property(json, (value) => {
      const back: unknown = JSON.parse(canonicalJson(value));
      expect(canonicalJson(back)).toBe(canonicalJson(value));
      expect(sameJson(back, value)).toBe(true);
    }),
  );
});

it.each([undefined, Number.NaN, Number.POSITIVE_INFINITY, '\ud800', { '\udc00': 1 }, 1n])(
  'canonical JSON refuses what has no such form (%#)',
  (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
    expect(() => canonicalJson([value])).toThrow(TypeError);
  },
);
