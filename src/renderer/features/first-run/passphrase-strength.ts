import {
  isRepetitive,
  isTooShort,
  normalisePassphrase,
  PASSPHRASE_REQUIRED_SCORE,
} from '../../../shared/model/passphrase-rules.ts';

export type StrengthWord = 'empty' | 'too-short' | 'repetitive' | 'weak' | 'fair' | 'strong';

export interface Strength {
  /** 0 to 4; only 4 is accepted. */
  readonly score: 0 | 1 | 2 | 3 | 4;
  readonly word: StrengthWord;
}

/** Builds the judge, which unpacks its word lists: about 60 ms, so only where it is needed. */
async function makeJudge(): Promise<(text: string) => { score: Strength['score'] }> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const factory = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  return (text) => factory.check(text);
}

let judge: ReturnType<typeof makeJudge> | null = null;

/**
 * How hard a passphrase is to guess, while it is typed. The vault judges again, by the same rules,
 * and has the last word.
 */
export async function passphraseStrength(passphrase: string): Promise<Strength> {
  const text = normalisePassphrase(passphrase);
  if (text === '') return { score: 0, word: 'empty' };
  judge ??= makeJudge();
  const { score } = (await judge)(text.slice(0, 200));
  if (isTooShort(text)) {
    return { score: score > 1 ? 1 : score, word: 'too-short' };
  }
  if (isRepetitive(text)) return { score: 0, word: 'repetitive' };
  if (score >= PASSPHRASE_REQUIRED_SCORE) return { score, word: 'strong' };
  return { score, word: score === 3 ? 'fair' : 'weak' };
}
