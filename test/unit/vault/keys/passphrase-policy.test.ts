import { describe, expect, it } from 'vitest';
import { normalisePassphrase } from '../../../../src/shared/model/passphrase-rules.ts';
import {
  checkPassphrase,
  PASSPHRASE_MAX_LENGTH,
} from '../../../../src/vault/keys/passphrase-policy.ts';

function judged(passphrase: string): string {
  const outcome = checkPassphrase(passphrase);
  return outcome.ok ? 'good' : outcome.failure.reason;
}

describe('checkPassphrase', () => {
  it.each([
    ['', 'too-short'],
    ['Xk7#pQ9!vL2', 'too-short'],
    ['\u{1F512}'.repeat(6), 'too-short'],
    ['aaaaaaaaaaaaaaaa', 'repetitive'],
    ['abababababababab', 'repetitive'],
    ['lantern lantern lantern ', 'repetitive'],
    ['lanternlanternlantern', 'repetitive'],
    ['password1234', 'too-common'],
    ['qwertyuiop12', 'too-common'],
    ['1qaz2wsx3edc', 'too-common'],
    ['iloveyou2020!', 'too-common'],
    ['violet anchor plain river', 'good'],
    [
      '\u0631\u0642\u0635 \u0627\u0644\u0645\u0637\u0631 \u0639\u0644\u0649 \u0627\u0644\u0646\u0627\u0641\u0630\u0629',
      'good',
    ],
    ['Xk7#pQ9!vL2$wR', 'good'],
  ])('judges %j as %s', (passphrase, verdict) => {
    expect(judged(passphrase)).toBe(verdict);
  });

  it('counts characters after normalising, so that one ligature does not pass for three letters', () => {
    // Twelve UTF-16 units that NFKC composes to eleven characters.
    expect(judged('e\u0301xk7pq9vl2w')).toBe('too-short');
  });

  it('judges the longest passphrase that is taken by all of it', () => {
    const varied = Array.from({ length: PASSPHRASE_MAX_LENGTH }, (_, i) =>
      String.fromCharCode(33 + ((i * 37) % 90)),
    ).join('');
    const repeated = 'Xk7#pQ9!vL2$wR'.repeat(74).slice(0, PASSPHRASE_MAX_LENGTH);
    expect([judged(varied), judged(repeated)]).toEqual(['good', 'good']);
  });
});

describe('normalisePassphrase', () => {
  it('makes one passphrase of two ways to type it, and keeps case and spaces', () => {
    expect(normalisePassphrase('Cafe\u0301 ')).toBe(normalisePassphrase('Caf\u00e9 '));
    expect(normalisePassphrase(' Ab ')).toBe(' Ab ');
  });
});
