import type { FailureOf } from '../../shared/contract/failure.ts';
import { fail } from '../../shared/outcome.ts';

/** What sealing off, reading and checking a bundle can give instead of a bundle. */
export type OpenBundleFailure = FailureOf<
  | 'bundle-not-age'
  | 'bundle-not-for-us'
  | 'bundle-truncated'
  | 'bundle-altered'
  | 'bundle-unsigned'
  | 'bundle-bad-signature'
  | 'bundle-re-addressed'
  | 'bundle-newer-version'
  | 'bundle-malformed'
  | 'bundle-too-large'
  | 'file-unreadable'
  | 'cancelled'
>;

/** Refuses by a rule that docs/bundle-format.md names. */
export function malformed(rule: string): {
  readonly ok: false;
  readonly failure: FailureOf<'bundle-malformed'>;
} {
  return fail({ kind: 'bundle-malformed', rule });
}

/** Refuses because a limit of limits.ts is passed. */
export function tooLarge(limit: FailureOf<'bundle-too-large'>['limit']): {
  readonly ok: false;
  readonly failure: FailureOf<'bundle-too-large'>;
} {
  return fail({ kind: 'bundle-too-large', limit });
}
