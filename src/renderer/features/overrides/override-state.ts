import type { OverrideRow } from '../../../shared/contract/overrides.ts';

/** Whether somebody still has to be asked: the action rests on it, and a consent has not come. */
export function isPending({ stands, missing }: Pick<OverrideRow, 'stands' | 'missing'>): boolean {
  return stands && missing.some(({ now }) => now !== null);
}

/** What became of an override, in one word for the list. */
export type OverrideState = 'pending' | 'come' | 'ended';

export function overrideState(row: Pick<OverrideRow, 'stands' | 'missing'>): OverrideState {
  if (isPending(row)) return 'pending';
  return row.stands ? 'come' : 'ended';
}
