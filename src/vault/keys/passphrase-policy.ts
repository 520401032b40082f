import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import type { FailureOf } from '../../shared/contract/failure.ts';
import {
  isRepetitive,
  isTooShort,
  normalisePassphrase,
  PASSPHRASE_REQUIRED_SCORE,
} from '../../shared/model/passphrase-rules.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';

/** UTF-16 code units. Longer ones are cut by no rule elsewhere, so they are refused up front. */
export const PASSPHRASE_MAX_LENGTH = 1_024;

/** The judge; building it takes about 60 ms (it unpacks its word lists), so it is built once. */
const judge = lazily(() => new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs }));

/**
 * Whether a passphrase may be set: at least 12 characters, not mostly repetition, and zxcvbn's
 * top score. Only new passphrases are judged; one that opens a slot is never refused.
 */
export function checkPassphrase(passphrase: string): Outcome<null, FailureOf<'weak-passphrase'>> {
  const normal = normalisePassphrase(passphrase);
  if (isTooShort(normal)) return weak('too-short');
  if (isRepetitive(normal)) return weak('repetitive');
  const result = judge().check(normal);
  if (result.score >= PASSPHRASE_REQUIRED_SCORE) return ok(null);
  const repeats = result.sequence.some((part) => part.pattern === 'repeat');
  return weak(repeats ? 'repetitive' : 'too-common');
}

function weak(
  reason: FailureOf<'weak-passphrase'>['reason'],
): Outcome<never, FailureOf<'weak-passphrase'>> {
  return fail({ kind: 'weak-passphrase', reason });
}

function lazily<Value>(make: () => Value): () => Value {
  let made: Value | null = null;
  return () => (made ??= make());
}
