import type { RhythmFilter, RhythmStand } from '../../shared/contract/rhythm.ts';
import { daysBetween, RHYTHM_STATES } from '../../shared/model/cadence.ts';
import { SILENCES } from '../../shared/model/silence.ts';
import { RISK_LEVELS } from '../../shared/model/vocabulary/contact.ts';
import type { RhythmStanding } from '../store/rhythm.ts';

/**
 * The most urgent first: the worse silence, then where the contact stands in its rhythm, then the
 * higher risk, then the longer overdue. Equals by id, so that the order is one.
 */
export function mostUrgentFirst(a: RhythmStanding, b: RhythmStanding): number {
  return (
    SILENCES.indexOf(b.silence) - SILENCES.indexOf(a.silence) ||
    RHYTHM_STATES.indexOf(a.state) - RHYTHM_STATES.indexOf(b.state) ||
    riskRank(b) - riskRank(a) ||
    compareText(a.nextOn ?? '9999', b.nextOn ?? '9999') ||
    compareText(a.id, b.id)
  );
}

/** Late or never met, and not silent: each is in one list, and silence goes before lateness. */
export function isLate({ silence, state }: RhythmStanding): boolean {
  return silence === 'none' && (state === 'overdue' || state === 'never-met');
}

const PASSES: Readonly<Record<RhythmFilter, (standing: RhythmStanding) => boolean>> = {
  all: () => true,
  overdue: isLate,
  quiet: ({ silence }) => silence !== 'none',
  remote: ({ remote }) => remote,
  'no-rhythm': ({ rhythm }) => rhythm === null,
};

export function passes(filter: RhythmFilter, standing: RhythmStanding): boolean {
  return PASSES[filter](standing);
}

/** Where a contact stands: silence, if there is one, goes before the rhythm. */
export function standOf({ silence, state }: RhythmStanding): RhythmStand {
  return silence === 'none' ? state : silence;
}

/** How many of these have each value of a closed list; 0 where none has. */
export function countsOf<Value extends string>(
  values: readonly Value[],
  of: (value: Value) => number,
): Record<Value, number> {
  return Object.fromEntries(values.map((value) => [value, of(value)])) as Record<Value, number>;
}

/** Days that the next contact is late; 0 where it is not. */
export function overdueDays({ nextOn }: RhythmStanding, today: string): number {
  return nextOn === null ? 0 : Math.max(0, daysBetween(nextOn, today));
}

function riskRank({ riskLevel }: RhythmStanding): number {
  return riskLevel === null ? -1 : RISK_LEVELS.indexOf(riskLevel);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
