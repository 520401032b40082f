import type { IncidentRow } from '../../../shared/contract/incidents.ts';

type Link = Pick<IncidentRow, 'id' | 'followsId'>;

export interface ChainEntry<Row> {
  readonly row: Row;
  /** Steps from the first incident of the chain. */
  readonly depth: number;
}

/**
 * A chain of events in reading order: each incident right before what followed it, in the order
 * given (the oldest first). Where two merged vaults closed a circle, every incident is still there
 * once: the first of them begins it.
 */
export function chainEntries<Row extends Link>(rows: readonly Row[]): ChainEntry<Row>[] {
  const entries: ChainEntry<Row>[] = [];
  const seen = new Set<string>();
  const ids = new Set(rows.map((row) => row.id));
  const add = (row: Row, depth: number): void => {
    if (seen.has(row.id)) return;
    seen.add(row.id);
    entries.push({ row, depth });
    for (const next of rows) if (next.followsId === row.id) add(next, depth + 1);
  };
  for (const row of rows) if (row.followsId === null || !ids.has(row.followsId)) add(row, 0);
  for (const row of rows) add(row, 0);
  return entries;
}
