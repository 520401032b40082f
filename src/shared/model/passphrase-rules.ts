/*
 * What a new passphrase must be, for the vault, which decides, and for the window, which says so
 * while it is typed. The judge itself (zxcvbn) is loaded by each where it needs it.
 */

/** Characters (Unicode code points after NFKC). NIST SP 800-63B asks for 8; a seized disk for more. */
export const PASSPHRASE_MIN_LENGTH = 12;
/** zxcvbn score 4: more than 10^10 guesses even for somebody who knows the usual patterns. */
export const PASSPHRASE_REQUIRED_SCORE = 4;
const DISTINCT_CHARACTERS_MIN = 5;

/**
 * The form that is hashed: Unicode NFKC, so that one passphrase typed on two keyboards is one
 * passphrase. Nothing is trimmed and case is kept.
 */
export function normalisePassphrase(passphrase: string): string {
  return passphrase.normalize('NFKC');
}

/** Whether a normalised passphrase has too few characters. */
export function isTooShort(normal: string): boolean {
  return [...normal].length < PASSPHRASE_MIN_LENGTH;
}

/** Few distinct characters, or the whole is a shorter piece said several times. */
export function isRepetitive(normal: string): boolean {
  if (new Set(normal).size < DISTINCT_CHARACTERS_MIN) return true;
  return (normal + normal).indexOf(normal, 1) < normal.length;
}
