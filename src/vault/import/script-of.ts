/**
 * ISO 15924 codes of the scripts in living use, by their Unicode property. Scripts not listed give
 * null: a name without a script is better than a name with the wrong one.
 */
const SCRIPTS: readonly (readonly [code: string, pattern: RegExp])[] = [
  ['Latn', /\p{Script=Latin}/gu],
  ['Cyrl', /\p{Script=Cyrillic}/gu],
  ['Arab', /\p{Script=Arabic}/gu],
  ['Hebr', /\p{Script=Hebrew}/gu],
  ['Hani', /\p{Script=Han}/gu],
  ['Hira', /\p{Script=Hiragana}/gu],
  ['Kana', /\p{Script=Katakana}/gu],
  ['Hang', /\p{Script=Hangul}/gu],
  ['Deva', /\p{Script=Devanagari}/gu],
  ['Thai', /\p{Script=Thai}/gu],
  ['Ethi', /\p{Script=Ethiopic}/gu],
  ['Geor', /\p{Script=Georgian}/gu],
  ['Grek', /\p{Script=Greek}/gu],
  ['Armn', /\p{Script=Armenian}/gu],
  ['Beng', /\p{Script=Bengali}/gu],
  ['Guru', /\p{Script=Gurmukhi}/gu],
  ['Gujr', /\p{Script=Gujarati}/gu],
  ['Orya', /\p{Script=Oriya}/gu],
  ['Taml', /\p{Script=Tamil}/gu],
  ['Telu', /\p{Script=Telugu}/gu],
  ['Knda', /\p{Script=Kannada}/gu],
  ['Mlym', /\p{Script=Malayalam}/gu],
  ['Sinh', /\p{Script=Sinhala}/gu],
  ['Laoo', /\p{Script=Lao}/gu],
  ['Tibt', /\p{Script=Tibetan}/gu],
  ['Mymr', /\p{Script=Myanmar}/gu],
  ['Khmr', /\p{Script=Khmer}/gu],
  ['Mong', /\p{Script=Mongolian}/gu],
  ['Thaa', /\p{Script=Thaana}/gu],
  ['Syrc', /\p{Script=Syriac}/gu],
  ['Tfng', /\p{Script=Tifinagh}/gu],
  ['Nkoo', /\p{Script=Nko}/gu],
  ['Cher', /\p{Script=Cherokee}/gu],
  ['Cans', /\p{Script=Canadian_Aboriginal}/gu],
  ['Yiii', /\p{Script=Yi}/gu],
];

/**
 * The script that most letters of a text are in, as ISO 15924. Mixed Japanese is `Jpan` and Hangul
 * beside Han is `Kore`, as ISO 15924 names those writing systems.
 * @returns null where the text has no letter of a listed script.
 */
export function scriptOf(text: string): string | null {
  const counts = new Map<string, number>();
  for (const [code, pattern] of SCRIPTS) {
    const count = text.match(pattern)?.length ?? 0;
    if (count > 0) counts.set(code, count);
  }
  const han = counts.get('Hani') ?? 0;
  const kana = (counts.get('Hira') ?? 0) + (counts.get('Kana') ?? 0);
  const hangul = counts.get('Hang') ?? 0;
  const eastAsian = han + kana + hangul;
  let best: string | null = null;
  let bestCount = 0;
  for (const [code, count] of counts) {
    if (count > bestCount) [best, bestCount] = [code, count];
  }
  if (eastAsian === 0 || eastAsian < bestCount) return best;
  if (kana > 0) {
    if (han > 0) return 'Jpan';
    return (counts.get('Hira') ?? 0) >= (counts.get('Kana') ?? 0) ? 'Hira' : 'Kana';
  }
  if (hangul > 0) return han > 0 ? 'Kore' : 'Hang';
  return 'Hani';
}
