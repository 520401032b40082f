import anyAscii from 'any-ascii';

/** A name as it is compared: its words without marks, and what they sound like in any script. */
export interface FoldedName {
  /** Words in lower case and without marks, in alphabetical order; in their own script. */
  readonly words: readonly string[];
  /** The consonants of each word as Latin letters, in alphabetical order. */
  readonly sounds: readonly string[];
  /** All sounds in the order of the name: some scripts write no space between its parts. */
  readonly joined: string;
}

/** Words that say nothing of who somebody is: articles, and "son of". */
const PARTICLES: ReadonlySet<string> = new Set(['al', 'el', 'bin', 'ibn', 'bint', 'de', 'von']);

/**
 * Makes names comparable over scripts and spellings: أمينة and Amina, Мухаммад and Mohammed. Vowels
 * are left out, since Arabic and Hebrew do not write most of them, and of the consonants those are
 * one that are spelt now this way and now that.
 */
export function foldName(name: string): FoldedName {
  const words = wordsOf(name).filter((word) => !PARTICLES.has(word));
  // The Arabic article is one with its word.
  const latin = wordsOf(name).map((word) => anyAscii(word.replace(/^ال(?=.{2})/u, '')));
  const spoken = latin
    .flatMap((word) => word.toLowerCase().split(/[^a-z']+/u))
    .filter((word) => !PARTICLES.has(word))
    .map(soundOf)
    .filter((sound) => sound !== '');
  return { words: words.sort(), sounds: [...spoken].sort(), joined: spoken.join('') };
}

function wordsOf(name: string): string[] {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/kh/gu, 'h'],
  [/ph/gu, 'f'],
  [/([gdtszc])h/gu, '$1'],
  [/dj/gu, 'j'],
  [/[cq]/gu, 'k'],
  [/x/gu, 'ks'],
  [/[aeiouyw']/gu, ''],
  [/(.)\1+/gu, '$1'],
  [/h$/u, ''],
];

function soundOf(word: string): string {
  return SPELLINGS.reduce((text, [spelt, sound]) => text.replace(spelt, sound), word);
}

/** Whether two names are written alike, sound alike, or one is the other and more; null if none. */
export type NameLikeness = 'same-name' | 'sounds-alike' | 'part-of-name' | 'one-letter-apart';

export function nameLikeness(a: FoldedName, b: FoldedName): NameLikeness | null {
  if (a.words.length === 0 || b.words.length === 0) return null;
  if (a.words.join(' ') === b.words.join(' ')) return 'same-name';
  if (a.joined.length >= 3 && (sameWords(a.sounds, b.sounds) || a.joined === b.joined)) {
    return 'sounds-alike';
  }
  const [few, many] = a.sounds.length < b.sounds.length ? [a, b] : [b, a];
  const isPart = few.sounds.length >= 2 && few.sounds.every((one) => many.sounds.includes(one));
  if (isPart) return 'part-of-name';
  return isOneLetterApart(a.words, b.words) ? 'one-letter-apart' : null;
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, index) => word === b[index]);
}

/** Two words or more that are all the same but for one letter of one long word. */
function isOneLetterApart(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length || a.length < 2) return false;
  const onlyA = a.filter((word) => !b.includes(word));
  const onlyB = b.filter((word) => !a.includes(word));
  const [one, other] = [onlyA[0], onlyB[0]];
  if (onlyA.length !== 1 || onlyB.length !== 1 || one === undefined || other === undefined) {
    return false;
  }
  return Math.min(one.length, other.length) >= 4 && isOneEdit(one, other);
}

function isOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = short.length === long.length ? short.slice(at + 1) : short.slice(at);
  return rest === long.slice(at + 1);
}
