import { type CalendarDate, parseDate } from '@internationalized/date';
import type { ContactFields } from './contact.ts';
import type { RiskLevel } from './vocabulary/contact.ts';

/**
 * Days between contacts where the officer set none. The paper asks missions to "maintain regular
 * contact with Human Rights Defenders as appropriate" and gives no numbers: these are ours, the
 * closer the sooner harm may come, and the officer's own rhythm for a contact goes before them.
 */
export const RHYTHM_DAYS: Readonly<Record<RiskLevel, number>> = {
  extreme: 7,
  high: 14,
  medium: 30,
  low: 90,
};

/** How often a contact is to be made, and what says so. */
export interface Rhythm {
  readonly everyDays: number;
  readonly setBy: 'officer' | 'risk-level';
}

/** The rhythm of a contact; null where neither the officer nor a level of risk gives one. */
export function rhythmOf({
  contactEveryDays,
  riskLevel,
}: Pick<ContactFields, 'contactEveryDays' | 'riskLevel'>): Rhythm | null {
  if (contactEveryDays !== null) return { everyDays: contactEveryDays, setBy: 'officer' };
  return riskLevel === null ? null : { everyDays: RHYTHM_DAYS[riskLevel], setBy: 'risk-level' };
}

/** What decides whether a contact is one that steady-state contact is kept with. */
export type KeptInContactBy = Pick<
  ContactFields,
  'state' | 'dissolvedOn' | 'organisationType' | 'contactEveryDays'
> & { readonly peacefulMeans: ContactFields['peacefulMeans']['status'] };

/** Organisations that a mission deals with, and that nobody would miss if they fell silent. */
const COUNTERPARTS: ReadonlySet<ContactFields['organisationType']> = new Set<
  ContactFields['organisationType']
>(['company', 'authority', 'un-body']);

/**
 * Whether steady-state contact is kept with them: the active contacts who are, or may be, defenders
 * ("‘Steady state’ contact with Human Rights Defenders"), and whomever else the officer gave a
 * rhythm. Who uses or advocates violence is "not considered" a defender, whatever the rhythm.
 */
export function isKeptInContact(contact: KeptInContactBy, today: string): boolean {
  if (contact.state !== 'active' || contact.peacefulMeans === 'not-met') return false;
  if (contact.dissolvedOn !== null && contact.dissolvedOn <= today) return false;
  return contact.contactEveryDays !== null || !COUNTERPARTS.has(contact.organisationType);
}

/**
 * The day by which a contact should next be made: the last contact, plus the wanted rhythm.
 * @returns ISO 8601 date, or null where there is no rhythm or no contact yet.
 */
export function nextContactDue(
  lastContactOn: string | null,
  everyDays: number | null,
): string | null {
  if (lastContactOn === null || everyDays === null) return null;
  return datePlus(lastContactOn, { days: everyDays });
}

/** Days before a contact is due in which it is named as due soon. */
export const DUE_SOON_DAYS = 7;

/** Where a contact stands in its rhythm, the most urgent first. */
export const RHYTHM_STATES = [
  'overdue',
  'never-met',
  'due-soon',
  'planned',
  'on-track',
  'no-rhythm',
] as const;
export type RhythmState = (typeof RHYTHM_STATES)[number];

/**
 * Where a contact stands in its rhythm today. A day planned for the next contact stands in for the
 * day on which the rhythm would want it: an officer who has arranged to meet in a fortnight is not
 * told every morning that it is late. What is planned is no contact, though: silence goes on
 * counting (silence.ts).
 * @param dueOn What `nextContactDue` says.
 */
export function rhythmState({
  hasRhythm,
  lastContactOn,
  dueOn,
  plannedOn,
  today,
}: {
  readonly hasRhythm: boolean;
  readonly lastContactOn: string | null;
  readonly dueOn: string | null;
  readonly plannedOn: string | null;
  readonly today: string;
}): RhythmState {
  if (plannedOn !== null) return plannedOn < today ? 'overdue' : 'planned';
  if (lastContactOn === null && hasRhythm) return 'never-met';
  if (dueOn === null) return 'no-rhythm';
  if (dueOn < today) return 'overdue';
  return daysBetween(today, dueOn) <= DUE_SOON_DAYS ? 'due-soon' : 'on-track';
}

/** The calendar date so many days or months after another, or before it where they are negative. */
export function datePlus(
  from: string,
  duration: { readonly days: number } | { readonly months: number },
): string {
  return parseDate(from).add(duration).toString();
}

/** Whole days from one calendar date to another (negative when `to` is earlier). */
export function daysBetween(from: string, to: string): number {
  const start: CalendarDate = parseDate(from);
  return parseDate(to).compare(start);
}
