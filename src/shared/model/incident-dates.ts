import type { IncidentFields } from './incident.ts';
import type { DatePrecision } from './vocabulary/incident.ts';

/** One field that contradicts another, or the calendar: where, and the code of the message. */
export interface FieldIssue {
  readonly path: readonly string[];
  readonly code: string;
}

/** How many characters of an ISO 8601 date are known at each precision. */
const KNOWN_CHARACTERS: Readonly<Record<DatePrecision, number>> = {
  exact: 10,
  approximate: 10,
  'day-unknown': 7,
  'day-and-month-unknown': 4,
};

/** As much of a date as is known: `2026-11` where the day is not. */
export function knownPart(date: string, precision: DatePrecision): string {
  return date.slice(0, KNOWN_CHARACTERS[precision]);
}

/**
 * What is wrong with the dates of an incident, seen on a day. Nothing is recorded before it
 * happened, and redress follows what it redresses; dates are compared only as far as they are
 * known, and an approximate one not at all.
 * @param today Calendar date at the officer's place, ISO 8601.
 */
export function incidentDateIssues(
  fields: Pick<IncidentFields, 'occurredOn' | 'endedOn' | 'precision' | 'redress'>,
  today: string,
): FieldIssue[] {
  const { occurredOn, endedOn, precision, redress } = fields;
  const issues: FieldIssue[] = [];
  const known = knownPart(occurredOn, precision);
  if (known > knownPart(today, precision)) issues.push({ path: ['occurredOn'], code: 'in-future' });
  if (endedOn !== null && endedOn > today) issues.push({ path: ['endedOn'], code: 'in-future' });
  for (const [index, { on }] of redress.entries()) {
    const path = ['redress', `${index}`, 'on'];
    if (on > today) issues.push({ path, code: 'in-future' });
    else if (precision !== 'approximate' && knownPart(on, precision) < known) {
      issues.push({ path, code: 'before-incident' });
    }
  }
  return issues;
}
