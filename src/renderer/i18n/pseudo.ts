const ACCENTED: Readonly<Record<string, string>> = {
  a: 'á',
  b: 'ƀ',
  c: 'ç',
  d: 'ð',
  e: 'é',
  f: 'ƒ',
  g: 'ĝ',
  h: 'ĥ',
  i: 'î',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'ó',
  p: 'þ',
  q: 'ǫ',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'û',
  v: 'ṽ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ý',
  z: 'ž',
  A: 'Å',
  B: 'Ɓ',
  C: 'Ç',
  D: 'Ð',
  E: 'É',
  F: 'Ƒ',
  G: 'Ĝ',
  H: 'Ĥ',
  I: 'Î',
  J: 'Ĵ',
  K: 'Ķ',
  L: 'Ļ',
  M: 'Ṁ',
  N: 'Ñ',
  O: 'Ö',
  P: 'Þ',
  Q: 'Ǫ',
  R: 'Ŕ',
  S: 'Š',
  T: 'Ţ',
  U: 'Û',
  V: 'Ṽ',
  W: 'Ŵ',
  X: 'Ẋ',
  Y: 'Ý',
  Z: 'Ž',
};

/** What i18next and `Trans` read, which must stay as it is: `{{value}}`, `$t(key)`, `<b>`. */
const MARKUP = /(\{\{[^}]*\}\}|\$t\([^)]*\)|<\/?[a-zA-Z0-9]+\/?>)/u;

/** Begins and ends a stretch that runs from left to right inside a page that does not. */
const LEFT_TO_RIGHT = '\u2066';
const END_OF_STRETCH = '\u2069';

/** Latin letters in a right-to-left page, kept in their own order as Arabic ones would be. */
export function isolated(text: string): string {
  return `${LEFT_TO_RIGHT}${text}${END_OF_STRETCH}`;
}

/** Accents and brackets around a text: what stays plain was never given to i18next. */
export function pseudo(text: string): string {
  const accented = text
    .split(MARKUP)
    .map((part, index) =>
      index % 2 === 1 ? part : [...part].map((letter) => ACCENTED[letter] ?? letter).join(''),
    )
    .join('');
  return isolated(`⟦${accented}⟧`);
}

export type Texts = { readonly [key: string]: string | Texts };

/** Every text of a namespace as pseudo-text, under the same keys. */
export function pseudoTexts(texts: Texts): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([key, value]) => [
      key,
      typeof value === 'string' ? pseudo(value) : pseudoTexts(value),
    ]),
  );
}
