import { describe, expect, it } from 'vitest';
import {
  CALENDAR_KINDS,
  type CalendarEntry,
  type CalendarKind,
} from '../../../../../src/shared/contract/calendar.ts';
import type { RecordType } from '../../../../../src/shared/model/record-type.ts';
import {
  ENTRY_GROUPS,
  groupOf,
  kindsOf,
} from '../../../../../src/renderer/features/calendar/entry-groups.ts';
import { entryTarget } from '../../../../../src/renderer/features/calendar/entry-target.ts';

const entry = (kind: CalendarKind, type: RecordType, contactId: string | null): CalendarEntry => ({
  kind,
  record: { type, id: 'the-record' },
  on: '2026-11-24',
  ...{ time: null, timeZone: null, title: null, purpose: null, step: null, startedBy: null },
  ...{ months: null, isOver: false, isOff: false },
  contacts: contactId === null ? [] : [{ id: contactId, label: 'Samira' }],
});

describe('an entry of the calendar', () => {
  it('leads to its record where that has a page, else to the part of the contact it is in', () => {
    expect([
      entryTarget(entry('hearing', 'hearing', 'samira')),
      entryTarget(entry('release', 'custody', 'samira')),
      entryTarget(entry('detention-visit', 'visit-request', 'samira')),
      entryTarget(entry('consent-review', 'contact', 'samira')),
      entryTarget(entry('task', 'task', null)),
    ]).toEqual([
      { to: '/hearings/$id', params: { id: 'the-record' } },
      { to: '/detentions/$id', params: { id: 'the-record' } },
      { to: '/contacts/$id', params: { id: 'samira' }, search: { tab: 'detention' } },
      { to: '/contacts/$id', params: { id: 'the-record' }, search: { tab: 'consent' } },
      { to: '/actions/tasks' },
    ]);
  });

  it('is in one group of the filter, and the groups together are every kind', () => {
    expect(kindsOf([...ENTRY_GROUPS])).toEqual([...CALENDAR_KINDS]);
    expect([kindsOf(undefined), kindsOf(['court'])]).toEqual([undefined, ['hearing']]);
    expect(CALENDAR_KINDS.map(groupOf).every((group) => ENTRY_GROUPS.includes(group))).toBe(true);
  });
});
