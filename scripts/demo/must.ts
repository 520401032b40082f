import type { Outcome } from '../../src/shared/outcome.ts';

/** The value of an outcome that this script relies on. Throws with the failure's kind, no more. */
export function must<Value>(
  outcome: Outcome<Value, { readonly kind: string }>,
  what: string,
): Value {
  if (outcome.ok) return outcome.value;
  const { failure } = outcome;
  const issues = 'issues' in failure ? ` ${JSON.stringify(failure.issues)}` : '';
  throw new Error(`${what}: ${failure.kind}${issues}`);
}
