import type { RhythmRow } from '../../shared/contract/rhythm.ts';
import { daysBetween } from '../../shared/model/cadence.ts';
import type { ReadStore } from '../db/store.ts';
import { contactLabels } from '../store/labels.ts';
import { contactsByMonth, type RhythmStanding } from '../store/rhythm.ts';
import { overdueDays } from './rhythm-order.ts';

/** The rows of these standings, in their order. */
export function rhythmRows(
  store: ReadStore,
  standings: readonly RhythmStanding[],
  months: readonly string[],
  today: string,
): RhythmRow[] {
  const ids = standings.map(({ id }) => id);
  const labels = contactLabels(store, ids);
  const strips =
    months.length === 0 ? new Map<string, number[]>() : contactsByMonth(store, ids, months, today);
  return standings.map((standing) => ({
    ...standing,
    label: labels.get(standing.id) ?? '',
    overdueDays: overdueDays(standing, today),
    silentDays: standing.lastContactOn === null ? null : daysBetween(standing.lastContactOn, today),
    months: strips.get(standing.id) ?? months.map(() => 0),
  }));
}
