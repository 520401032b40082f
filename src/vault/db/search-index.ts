import type { RecordType } from '../../shared/model/record-type.ts';
import { readFields } from './record-table.ts';
import { searchDocument } from './search-document.ts';
import { snippetOf, type SnippetPart } from './search-snippet.ts';
import { matchExpression, queryTermsOf } from './search-text.ts';
import { INTERNALS, prepared, type ReadStore } from './store-internals.ts';

export interface SearchHit {
  readonly type: RecordType;
  readonly id: string;
  /** What names the record; empty for types that have no name of their own. */
  readonly title: string;
  readonly snippet: readonly SnippetPart[];
}

export interface SearchOptions {
  /** Only records of these types; all where left out. */
  readonly types?: readonly RecordType[] | undefined;
  readonly limit: number;
}

/** A word in the title counts this many times one in the body. */
const TITLE_WEIGHT = 6;

/**
 * Records that hold every term of the query, best first. Words match by their beginning, runs of
 * characters of unspaced scripts by any part. Nothing a person types is an error: a query without
 * a letter or digit finds nothing.
 */
export function search(store: ReadStore, query: string, options: SearchOptions): SearchHit[] {
  const terms = queryTermsOf(query.normalize('NFC'));
  if (terms.length === 0 || options.types?.length === 0) return [];
  const internals = store[INTERNALS];
  const types = options.types ?? [];
  const marks = types.map(() => '?').join(', ');
  const rows = prepared<{ type: RecordType; id: string }>(
    internals,
    `SELECT r.record_type AS type, r.record_id AS id
     FROM search_index JOIN search_row r ON r.row_id = search_index.rowid
     WHERE search_index MATCH ?${types.length === 0 ? '' : ` AND r.record_type IN (${marks})`}
     ORDER BY bm25(search_index, ${String(TITLE_WEIGHT)}, 1.0), r.row_id
     LIMIT ?`,
  ).all(matchExpression(terms), ...types, options.limit);
  const hits: SearchHit[] = [];
  for (const { type, id } of rows) {
    const fields = readFields(internals, type, id);
    const document = fields === null ? null : searchDocument(type, fields);
    if (document === null) continue;
    hits.push({ type, id, title: document.title, snippet: snippetOf(document.body, terms) });
  }
  return hits;
}
