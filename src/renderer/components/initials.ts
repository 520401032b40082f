/**
 * One or two letters that stand for a name: the first of its first and last word. One for scripts
 * whose names are not written in words (Han, Kana, Hangul) or whose letters join (Arabic).
 */
export function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
  const first = firstLetter(words[0]);
  const last = words.length > 1 ? firstLetter(words.at(-1)) : '';
  if (first === '') return '';
  const oneOnly =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}]/u;
  return (oneOnly.test(first) ? first : first + last).toLocaleUpperCase();
}

function firstLetter(word: string | undefined): string {
  if (word === undefined) return '';
  return word.match(/^[\p{L}\p{N}]\p{M}*/u)?.[0] ?? '';
}

/** A number from 0 to `count` - 1 that is always the same for one text. */
export function hueOf(text: string, count: number): number {
  let sum = 0;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return sum % count;
}
