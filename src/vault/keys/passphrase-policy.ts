import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';

/** Characters (Unicode code points after NFKC). NIST SP 800-63B asks for 8; a seized disk for more. */
export const PASSPHRASE_MIN_LENGTH = 12;
/** UTF-16 code units. Longer ones are cut by no rule elsewhere, so they are refused up front. */
export const PASSPHRASE_MAX_LENGTH = 1_024;
/** zxcvbn score 4: more than 10^10 guesses even for somebody who knows the usual patterns. */
const REQUIRED_SCORE = 4;
const DISTINCT_CHARACTERS_MIN = 5;

export type PassphraseScore = 0 | 1 | 2 | 3 | 4;

/** The judge; building it takes about 60 ms (it unpacks its word lists), so it is built once. */
const judge = lazily(() => new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs }));

/**
 * The form that is hashed: Unicode NFKC, so that one passphrase typed on two keyboards is one
 * passphrase. Nothing is trimmed and case is kept.
 */
export function normalisePassphrase(passphrase: string): string {
  return passphrase.normalize('NFKC');
}

/** Strength from 0 (guessed at once) to 4 (more than 10^10 guesses), for the interface. */
export function passphraseScore(passphrase: string): PassphraseScore {
  return judge().check(normalisePassphrase(passphrase)).score;
}

/**
 * Whether a passphrase may be set: at least 12 characters, not mostly repetition, and zxcvbn's
 * top score. Only new passphrases are judged; one that opens a slot is never refused.
 */
export function checkPassphrase(passphrase: string): Outcome<null, FailureOf<'weak-passphrase'>> {
  const normal = normalisePassphrase(passphrase);
  const characters = [...normal];
  if (characters.length < PASSPHRASE_MIN_LENGTH) return weak('too-short');
  if (isRepetitive(characters)) return weak('repetitive');
  const result = judge().check(normal);
  if (result.score >= REQUIRED_SCORE) return ok(null);
  const repeats = result.sequence.some((part) => part.pattern === 'repeat');
  return weak(repeats ? 'repetitive' : 'too-common');
}

function weak(
  reason: FailureOf<'weak-passphrase'>['reason'],
): Outcome<never, FailureOf<'weak-passphrase'>> {
  return fail({ kind: 'weak-passphrase', reason });
}

/** Few distinct characters, or the whole is a shorter piece said several times. */
function isRepetitive(characters: readonly string[]): boolean {
  if (new Set(characters).size < DISTINCT_CHARACTERS_MIN) return true;
  const text = characters.join('');
  return (text + text).indexOf(text, 1) < text.length;
}

function lazily<Value>(make: () => Value): () => Value {
  let made: Value | null = null;
  return () => (made ??= make());
}
