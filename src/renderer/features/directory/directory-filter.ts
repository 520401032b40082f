import type { DirectoryRow } from '../../../shared/contract/directory.ts';
import type { OfferedService } from '../../../shared/model/vocabulary/plan.ts';
import { fold } from '../../components/fold.ts';
import { SUGGESTIONS } from './suggestions.ts';

/** What is looked for; what is left out narrows nothing. */
export interface DirectoryFilter {
  readonly text?: string | undefined;
  readonly service?: OfferedService | undefined;
  readonly language?: string | undefined;
  readonly country?: string | undefined;
}

/** The organisations that have all that is asked for, in their order. */
export function matching(rows: readonly DirectoryRow[], filter: DirectoryFilter): DirectoryRow[] {
  const { service, language, country } = filter;
  const text = fold(filter.text ?? '').trim();
  return rows.filter(
    (row) =>
      (service === undefined || row.services.includes(service)) &&
      (language === undefined || row.languages.includes(language)) &&
      (country === undefined || row.country === country) &&
      (text === '' || fold([row.label, row.coverage, row.locality].join(' ')).includes(text)),
  );
}

/** The values of a field that at least one organisation has, each once. */
export function valuesIn<Value extends string>(
  rows: readonly DirectoryRow[],
  of: (row: DirectoryRow) => readonly Value[],
): Value[] {
  return [...new Set(rows.flatMap(of))];
}

/** The suggestions that the directory does not have yet, told by their names. */
export function missingSuggestions(rows: readonly DirectoryRow[]): (typeof SUGGESTIONS)[number][] {
  const plain = (name: string): string => fold(name).replaceAll(/[^\p{L}\p{N}]/gu, '');
  const known = new Set(rows.map((row) => plain(row.label)));
  return SUGGESTIONS.filter(({ name }) => !known.has(plain(name)));
}
