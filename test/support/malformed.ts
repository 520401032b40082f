/**
 * At least fifty arguments that a call of the contract never takes, made from one that it does take
 * or from nothing: wrong in kind, in keys, in size and in depth. Plain JSON, as over the wire.
 */
export function malformedFor(valid: Readonly<Record<string, unknown>> | null): unknown[] {
  const long = 'x'.repeat(100_000);
  const wrongKinds = [null, true, false, 0, -1, 1.5, 1e308, '', ' ', 'text', long, [], [{}], [[]]];
  const oddValues = [
    true,
    -1,
    1e21,
    'not one of these',
    long,
    'a\u0000b',
    '../../etc/passwd',
    "'; DROP TABLE contact; --",
    '{{constructor}}',
    [1],
    [null],
    { toString: 1 },
    { length: -1 },
    nested(500),
  ];
  const keys = Object.keys(valid ?? {});
  return [
    ...wrongKinds,
    nested(3_000),
    // A key that no call has: every argument is strict.
    ...oddValues.map((value) => ({ ...valid, unexpected: value })),
    ...['toString', 'constructor', 'hasOwnProperty', '$exists', ''].map((key) => ({
      ...valid,
      [key]: 'x',
    })),
    JSON.parse(`{"__proto__": {"polluted": true}, "extra": 1}`) as unknown,
    // One key more than it has, and every key it has with a value from elsewhere.
    ...oddValues.map((value) => ({
      ...Object.fromEntries(keys.map((key) => [key, value])),
      extra: 1,
    })),
    { ...valid, deep: nested(1_500) },
    // Without one of its keys, where it has any, and with a strange kind in its place.
    // (The body of a draft may be anything.)
    ...keys.filter((key) => key !== 'body').map((key) => ({ ...valid, [key]: { $ne: null } })),
  ];
}

/** An array in an array, so many deep. */
export function nested(depth: number): unknown {
  let value: unknown = 'bottom';
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}
