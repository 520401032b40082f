/** What a call gives: its value, or an expected failure as a value. Throwing is for faults. */
export type Outcome<Value, Failed> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: Failed };

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function fail<const Failed>(failure: Failed): {
  readonly ok: false;
  readonly failure: Failed;
} {
  return { ok: false, failure };
}
