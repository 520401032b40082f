import { daysBetween } from './cadence.ts';
import type { RiskLevel } from './vocabulary/contact.ts';

/** Whether somebody has gone quiet; each is worse than the one before. */
export const SILENCES = ['none', 'quiet', 'alarming'] as const;
export type Silence = (typeof SILENCES)[number];

/** Whose risk nobody has assessed is not taken to be safe. */
const UNASSESSED: RiskLevel = 'medium';

/** How many times the rhythm may pass before a late contact is taken for silence. */
const PATIENCE: Readonly<Record<RiskLevel, number>> = {
  extreme: 1.5,
  high: 2,
  medium: 2.5,
  low: 3,
};
/** How much of that patience each attempt in vain uses up. */
const PATIENCE_PER_ATTEMPT = 0.5;
/** How many times the quiet days may pass before the silence is alarming; at extreme risk it is at once. */
const UNTIL_ALARMING: Readonly<Record<RiskLevel, number>> = {
  extreme: 1,
  high: 1.5,
  medium: 2,
  low: 3,
};

export interface SilenceFacts {
  /** The last contact: any log of a meeting, call or message that names them, begun by today. */
  readonly lastContactOn: string | null;
  readonly everyDays: number | null;
  readonly riskLevel: RiskLevel | null;
  /** Attempts to reach them since that contact which nobody answered. */
  readonly attempts: number;
  readonly today: string;
}

/**
 * The silence alarm. Steady-state contact is there so that "UK officials are aware of situations as
 * they progress": the risks are "killings", "disappearances" and "imprisonment", and a defender who
 * is not heard from may have met one. So silence counts from the rhythm that was agreed, sooner the
 * higher the risk, and sooner still once somebody tried and was not answered. Within the rhythm
 * nobody is silent. Somebody never met cannot have gone quiet, nor can one without a rhythm.
 *
 * Law: more days, more attempts or a higher level of risk never make a silence less.
 */
export function silenceOf(facts: SilenceFacts): Silence {
  const { lastContactOn, everyDays, attempts, today } = facts;
  if (lastContactOn === null || everyDays === null) return 'none';
  const risk = facts.riskLevel ?? UNASSESSED;
  const patience = Math.max(1, PATIENCE[risk] - attempts * PATIENCE_PER_ATTEMPT);
  const quietAfter = Math.ceil(everyDays * patience);
  const days = daysBetween(lastContactOn, today);
  if (days <= quietAfter) return 'none';
  return days > quietAfter * UNTIL_ALARMING[risk] ? 'alarming' : 'quiet';
}
