import type { EntrustmentView } from '../../../shared/contract/entrustments.ts';

/** What an officer looks for first: what waits for an answer, what is out on loan, all there was. */
export const GROUPS = ['waiting', 'on-loan', 'all'] as const;
export type Group = (typeof GROUPS)[number];

export function inGroup(group: Group, { state, verb }: EntrustmentView): boolean {
  if (group === 'waiting') return state === 'offered';
  if (group === 'on-loan') return state === 'accepted' && verb === 'refer';
  return true;
}

/** What is overdue first; else as it came, the newest first. */
export function overdueFirst(list: readonly EntrustmentView[]): EntrustmentView[] {
  return [...list].sort((a, b) => Number(b.overdue !== null) - Number(a.overdue !== null));
}
