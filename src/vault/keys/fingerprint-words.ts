import { createHash } from 'node:crypto';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import type { OfficerKeys } from '../../shared/model/officer.ts';
import { canonicalJson } from '../canonical-json.ts';

const CONTEXT = 'steady-state officer fingerprint v1';
const BITS_PER_WORD = 11;
/** Ten words of 11 bits: 110 bits, beyond any search for a second key with the same words. */
export const FINGERPRINT_WORDS = 10;

export interface Fingerprint {
  /** SHA-256, 64 lower-case hexadecimal digits. */
  readonly hex: string;
  /** The first 110 bits of it as words of the BIP-39 English list, to be read out. */
  readonly words: readonly string[];
}

/**
 * The fingerprint of an officer's keys and identifier. Name and post are left out: they may
 * change, and words compared once stay good.
 */
export function officerFingerprint(
  officer: OfficerKeys & { readonly officerId: string },
): Fingerprint {
  const { officerId, ageRecipient, ageHybridRecipient, signingKey } = officer;
  const digest = createHash('sha256')
    .update(`${CONTEXT}\0`, 'utf8')
    .update(canonicalJson({ officerId, ageRecipient, ageHybridRecipient, signingKey }), 'utf8')
    .digest();
  return { hex: digest.toString('hex'), words: toWords(digest) };
}

function toWords(digest: Buffer): string[] {
  const bits = [...digest].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const words: string[] = [];
  for (let word = 0; word < FINGERPRINT_WORDS; word += 1) {
    const index = parseInt(bits.slice(word * BITS_PER_WORD, (word + 1) * BITS_PER_WORD), 2);
    const chosen = wordlist[index];
    if (chosen === undefined) throw new RangeError('Word list of the wrong length');
    words.push(chosen);
  }
  return words;
}
