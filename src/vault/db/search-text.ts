/*
 * How text is cut into terms for the search index, the same way for what is indexed and for what
 * is asked. It uses no dictionary: those of ICU differ between versions, and an index made by one
 * must be readable by the next. Scripts written without spaces between words are cut into single
 * characters, and a run of them is looked for as a phrase, which finds any part of any word.
 */

/** One term and where it stands in the text. */
export interface Term {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A single character of a script written without spaces: matched whole, in a run. */
  readonly single: boolean;
}

/** Scripts written without spaces, and Hangul, whose words carry particles and compounds. */
const UNSPACED =
  '\\p{Script_Extensions=Han}\\p{Script_Extensions=Hiragana}\\p{Script_Extensions=Katakana}' +
  '\\p{Script=Hangul}\\p{Script=Bopomofo}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}' +
  '\\p{Script=Myanmar}\\p{Script=Tibetan}\\p{Script=Yi}';
/** A letter, number or mark that may stand in a term. */
const IN_TERM = '[\\p{L}\\p{N}\\p{M}\\p{Co}]';
const TERM = new RegExp(
  `(?<single>(?=${IN_TERM})[${UNSPACED}]\\p{M}*)|(?:(?![${UNSPACED}])${IN_TERM})+`,
  'gu',
);

/** Marks that are left out because people type without them; elsewhere marks are vowels. */
const OPTIONAL_MARKS =
  /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}])\p{M}+/gu;
/** Letters that Unicode does not take apart, and what people type for them. */
const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map([
  ['đ', 'd'],
  ['ð', 'd'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ł', 'l'],
  ['ø', 'o'],
  ['ŧ', 't'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
  ['ς', 'σ'],
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ک', 'ك'],
  ['ة', 'ه'],
  ['ٱ', 'ا'],
]);
/** Arabic tatweel, and the marks for ayn and hamza in transliteration: often left out. */
const IGNORED = /[\u0640\u02b9-\u02bf]/gu;
const ARABIC_DIGIT_ZEROS = [0x0660, 0x06f0];

/** The terms of a text, folded, in order. */
export function termsOf(text: string): Term[] {
  const terms: Term[] = [];
  for (const match of text.matchAll(TERM)) {
    const folded = fold(match[0]);
    if (folded === '') continue;
    const single = match.groups?.['single'] !== undefined;
    terms.push({ text: folded, start: match.index, end: match.index + match[0].length, single });
  }
  return terms;
}

/** The text as it goes into the index: its terms with a space between. */
export function indexText(text: string): string {
  return termsOf(text)
    .map((term) => term.text)
    .join(' ');
}

/** Lower case, without optional marks, compatibility forms replaced (NFKC). */
export function fold(text: string): string {
  const bare = text
    .replace(IGNORED, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(OPTIONAL_MARKS, '$1')
    .normalize('NFKC');
  let folded = '';
  for (const character of bare) folded += PLAIN_LETTERS.get(character) ?? digit(character);
  return folded.replace(/\s+/gu, '');
}

function digit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  for (const zero of ARABIC_DIGIT_ZEROS) {
    if (code >= zero && code <= zero + 9) return String(code - zero);
  }
  return character;
}

/** What is looked for: a word's beginning, or a run of single characters. */
export interface QueryTerm {
  readonly texts: readonly string[];
  readonly prefix: boolean;
}

/** Most terms looked at in one query; more would only narrow a list that is already short. */
const QUERY_TERMS_MAX = 16;

/** The terms of a query; all of them must be found. Empty where the query holds no letter. */
export function queryTermsOf(query: string): QueryTerm[] {
  const result: QueryTerm[] = [];
  let run: Term[] = [];
  const flush = (): void => {
    if (run.length > 0) result.push({ texts: run.map((term) => term.text), prefix: false });
    run = [];
  };
  for (const term of termsOf(query)) {
    if (!term.single) {
      flush();
      result.push({ texts: [term.text], prefix: true });
      continue;
    }
    if (run.length > 0 && run.at(-1)?.end !== term.start) flush();
    run.push(term);
  }
  flush();
  return result.slice(0, QUERY_TERMS_MAX);
}

/** An FTS5 expression. Every term is quoted, so nothing a person types is ever syntax. */
export function matchExpression(terms: readonly QueryTerm[]): string {
  return terms
    .map(({ texts, prefix }) => {
      const phrase = texts.join(' ').replaceAll('"', '""');
      return `"${phrase}"${prefix ? '*' : ''}`;
    })
    .join(' AND ');
}
