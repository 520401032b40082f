import { CALENDAR_KINDS, type CalendarKind } from '../../../shared/contract/calendar.ts';

/** What the filter speaks of, in its order. */
export const ENTRY_GROUPS = [
  'court',
  'visits',
  'releases',
  'consent',
  'actions',
  'reviews',
  'meetings',
  'rhythm',
  'to-do',
] as const;
export type EntryGroup = (typeof ENTRY_GROUPS)[number];

const GROUP_OF: Readonly<Record<CalendarKind, EntryGroup>> = {
  hearing: 'court',
  'detention-visit': 'visits',
  release: 'releases',
  'consent-review': 'consent',
  'consent-expiry': 'consent',
  'action-due': 'actions',
  'action-review': 'reviews',
  'risk-review': 'reviews',
  'plan-review': 'reviews',
  meeting: 'meetings',
  'next-contact': 'rhythm',
  promise: 'to-do',
  'follow-up': 'to-do',
  task: 'to-do',
};

export function groupOf(kind: CalendarKind): EntryGroup {
  return GROUP_OF[kind];
}

/** The kinds of these groups; undefined, which is all of them, where none is chosen. */
export function kindsOf(groups: readonly EntryGroup[] | undefined): CalendarKind[] | undefined {
  if (groups === undefined) return undefined;
  return CALENDAR_KINDS.filter((kind) => groups.includes(GROUP_OF[kind]));
}
