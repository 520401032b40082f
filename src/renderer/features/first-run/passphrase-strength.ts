import { PASSPHRASE_MIN_LENGTH } from './passphrase-rules.ts';

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
  const text = passphrase.normalize('NFKC');
  if (text === '') return { score: 0, word: 'empty' };
  judge ??= makeJudge();
  const { score } = (await judge)(text.slice(0, 200));
  if ([...text].length < PASSPHRASE_MIN_LENGTH) {
    return { score: score > 1 ? 1 : score, word: 'too-short' };
  }
  if (new Set(text).size < 5 || (text + text).indexOf(text, 1) < text.length) {
    return { score: 0, word: 'repetitive' };
  }
  return { score, word: score === 4 ? 'strong' : score === 3 ? 'fair' : 'weak' };
}
