import { termsOf, type QueryTerm, type Term } from './search-text.ts';

export interface SnippetPart {
  readonly text: string;
  readonly hit: boolean;
}

/** About how much text is shown, in UTF-16 code units. */
const SNIPPET_LENGTH = 160;
/** How much of it stands before the first match. */
const LEAD_LENGTH = 40;
/** Longest text that is looked through for a match; beyond it the beginning is shown. */
const SCANNED_MAX = 50_000;

/** The text around the first match, cut at word borders, in parts; `hit` marks what matched. */
export function snippetOf(body: string, query: readonly QueryTerm[]): SnippetPart[] {
  const text = body.slice(0, SCANNED_MAX);
  const terms = termsOf(text);
  const ranges = query
    .flatMap((wanted) => matches(terms, wanted))
    .sort((a, b) => a.start - b.start);
  const first = ranges[0]?.start ?? 0;
  const from = borderBefore(terms, first - LEAD_LENGTH);
  const to = borderAfter(terms, from + SNIPPET_LENGTH, text.length);
  const parts: SnippetPart[] = [];
  const push = (part: string, hit: boolean): void => {
    if (part !== '') parts.push({ text: part.replace(/\s+/gu, ' '), hit });
  };
  if (from > 0) push('… ', false);
  let at = from;
  for (const { start, end } of ranges) {
    if (start < at || end > to) continue;
    push(text.slice(at, start), false);
    push(text.slice(start, end), true);
    at = end;
  }
  push(text.slice(at, to), false);
  if (to < body.length) push(' …', false);
  return parts;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function matches(terms: readonly Term[], wanted: QueryTerm): Range[] {
  const found: Range[] = [];
  const [head = '', ...rest] = wanted.texts;
  for (const [i, term] of terms.entries()) {
    if (wanted.prefix ? !term.text.startsWith(head) : term.text !== head) continue;
    if (!rest.every((text, offset) => terms[i + 1 + offset]?.text === text)) continue;
    found.push({ start: term.start, end: terms[i + rest.length]?.end ?? term.end });
  }
  return found;
}

function borderBefore(terms: readonly Term[], wanted: number): number {
  if (wanted <= 0) return 0;
  return terms.find((term) => term.start >= wanted)?.start ?? 0;
}

function borderAfter(terms: readonly Term[], wanted: number, length: number): number {
  if (wanted >= length) return length;
  let border = wanted;
  for (const term of terms) {
    if (term.end > wanted) break;
    border = term.end;
  }
  return border;
}
