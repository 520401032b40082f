import { daysBetween } from './cadence.ts';

/** A contact is to hear of our work at least with every second contact of its rhythm. */
const RHYTHMS_UNTOLD = 2;
/** The rhythm that is assumed where none is set. */
const DEFAULT_EVERY_DAYS = 90;

/**
 * Whether a contact has not been told for long what the mission does. Steady-state contact "also
 * helps to ensure Human Rights Defenders are regularly updated on the work of the UK missions":
 * who tells us and hears nothing back learns that telling us is no use.
 * @param lastToldOn The last log that says what they were told; null where none does.
 */
export function isNotToldForLong(
  lastToldOn: string | null,
  everyDays: number | null,
  today: string,
): boolean {
  if (lastToldOn === null) return true;
  const allowed = RHYTHMS_UNTOLD * (everyDays ?? DEFAULT_EVERY_DAYS);
  return daysBetween(lastToldOn, today) > allowed;
}
