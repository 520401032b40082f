import { INTERNALS, prepared, type ReadStore } from './store-internals.ts';

/**
 * Rows of a reading statement that is prepared once per store: for questions that are asked so
 * often that building them anew takes longer than answering. `text` is fixed, never anything from
 * outside; what is from outside goes into the parameters.
 */
export function readRows<Row>(
  store: ReadStore,
  text: string,
  ...parameters: readonly (string | number | null)[]
): Row[] {
  const statement = prepared<Row>(store[INTERNALS], text);
  if (!statement.readonly) throw new Error('a reading statement that writes');
  return statement.all(...parameters);
}
