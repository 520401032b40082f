/**
 * Arguments that no call takes: wrong in kind, in keys, in size. All plain JSON, as that is what
 * can cross to a vault process in either host.
 */
export function malformedArguments(): unknown[] {
  const long = 'x'.repeat(20_000);
  let deep: unknown = 'bottom';
  for (let level = 0; level < 500; level += 1) deep = [deep];
  const wrongKinds = [null, true, false, 0, -1, 1.5, 1e308, '', ' ', 'text', long, [], [{}], [[]]];
  const wrongValues = [
    null,
    true,
    -1,
    1e21,
    '',
    long,
    '\u0000',
    '\ud800',
    '../../etc/passwd',
    "'; DROP TABLE contact; --",
    '<img src=x onerror=alert(1)>',
    '{{constructor}}',
    [],
    [null],
    {},
    { toString: 1 },
    { length: -1 },
    deep,
  ];
  return [
    ...wrongKinds,
    // A key that no call has; every argument is strict.
    ...wrongValues.map((value) => ({ unexpected: value })),
    // The keys that calls do have, with values that none of them takes, and one key too many.
    ...wrongValues.map((value) => ({ id: value, fields: value, passphrase: value, extra: 1 })),
    JSON.parse('{"__proto__": {"polluted": true}, "extra": 1}') as unknown,
    JSON.parse('{"constructor": {"prototype": {}}, "extra": 1}') as unknown,
  ];
}
