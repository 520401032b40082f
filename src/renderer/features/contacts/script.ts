/** Scripts told apart, each by Unicode's own property; ISO 15924 codes, the most used first. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['Latn', /\p{Script=Latin}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Hang', /\p{Script=Hangul}/u],
  ['Hira', /\p{Script=Hiragana}/u],
  ['Kana', /\p{Script=Katakana}/u],
  ['Hani', /\p{Script=Han}/u],
  ['Deva', /\p{Script=Devanagari}/u],
  ['Beng', /\p{Script=Bengali}/u],
  ['Guru', /\p{Script=Gurmukhi}/u],
  ['Gujr', /\p{Script=Gujarati}/u],
  ['Orya', /\p{Script=Oriya}/u],
  ['Taml', /\p{Script=Tamil}/u],
  ['Telu', /\p{Script=Telugu}/u],
  ['Knda', /\p{Script=Kannada}/u],
  ['Mlym', /\p{Script=Malayalam}/u],
  ['Sinh', /\p{Script=Sinhala}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Laoo', /\p{Script=Lao}/u],
  ['Mymr', /\p{Script=Myanmar}/u],
  ['Khmr', /\p{Script=Khmer}/u],
  ['Tibt', /\p{Script=Tibetan}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Geor', /\p{Script=Georgian}/u],
  ['Armn', /\p{Script=Armenian}/u],
  ['Ethi', /\p{Script=Ethiopic}/u],
  ['Tfng', /\p{Script=Tifinagh}/u],
  ['Thaa', /\p{Script=Thaana}/u],
  ['Syrc', /\p{Script=Syriac}/u],
  ['Nkoo', /\p{Script=Nko}/u],
  ['Vaii', /\p{Script=Vai}/u],
  ['Adlm', /\p{Script=Adlam}/u],
  ['Cher', /\p{Script=Cherokee}/u],
  ['Cans', /\p{Script=Canadian_Aboriginal}/u],
  ['Mong', /\p{Script=Mongolian}/u],
];

/** Every script that `scriptOf` can give. */
export const SCRIPT_CODES: readonly string[] = [
  ...SCRIPTS.map(([code]) => code).filter((code) => code !== 'Hira' && code !== 'Kana'),
  'Jpan',
];

/**
 * The script most of a name's letters are in, ISO 15924; null where it has no letter of a known
 * one. Kana, alone or among Han, is `Jpan`; Han alone is `Hani`.
 */
export function scriptOf(text: string): string | null {
  const counts = new Map<string, number>();
  for (const letter of text) {
    const code = SCRIPTS.find(([, pattern]) => pattern.test(letter))?.[0];
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  if (counts.has('Hira') || counts.has('Kana')) return 'Jpan';
  let best: string | null = null;
  for (const [code, count] of counts) {
    if (best === null || count > (counts.get(best) ?? 0)) best = code;
  }
  return best;
}

/** A language tag that says only the script, for fonts and voices: `und-Arab`. */
export function scriptTag(script: string | null): string | undefined {
  return script === null ? undefined : `und-${script}`;
}
