import { describe, expect, it } from 'vitest';
import { enGb } from '../../../../../src/renderer/i18n/resources.ts';
import { CALL_BACK_STEPS } from '../../../../../src/shared/model/call-back.ts';
import {
  ATTEMPT_STEP,
  PLANNED_CONTACT_STEP,
} from '../../../../../src/shared/model/planned-contact.ts';
import type { TaskRow } from '../../../../../src/shared/contract/tasks.ts';
import { draftTarget } from '../../../../../src/renderer/features/today/draft-target.ts';
import { assigneesOf, taskGroups } from '../../../../../src/renderer/features/tasks/task-groups.ts';

const TODAY = '2026-11-24';

function row(key: string, change: Partial<TaskRow> = {}): TaskRow {
  return {
    key,
    id: null,
    step: 'consult',
    startedBy: null,
    text: null,
    dueOn: null,
    isOverdue: false,
    assignedTo: null,
    state: 'open',
    settledOn: null,
    canReopen: true,
    action: null,
    contactId: null,
    contacts: [],
    bundle: null,
    ...change,
  };
}

describe('the groups of the list of tasks', () => {
  it('are told by the day, today and the fourteenth day after it being soon', () => {
    const rows = [
      row('yesterday', { dueOn: '2026-11-23' }),
      row('today', { dueOn: TODAY }),
      row('in fourteen days', { dueOn: '2026-12-08' }),
      row('in fifteen days', { dueOn: '2026-12-09' }),
      row('some day'),
      row('done late', { dueOn: '2026-11-01', state: 'done' }),
    ];
    expect(
      taskGroups(rows, TODAY).map((group) => [group.name, group.rows.map(({ key }) => key)]),
    ).toEqual([
      ['overdue', ['yesterday']],
      ['soon', ['today', 'in fourteen days']],
      ['later', ['in fifteen days']],
      ['undated', ['some day']],
      ['settled', ['done late']],
    ]);
  });

  it('are only those that hold something', () => {
    expect(taskGroups([row('some day')], TODAY).map(({ name }) => name)).toEqual(['undated']);
  });
});

describe('the officers to choose from', () => {
  it('are each named once, by name', () => {
    const rows = [row('a', { assignedTo: 'Bea' }), row('b', { assignedTo: 'Ann' }), row('c')];
    expect(assigneesOf([...rows, row('d', { assignedTo: 'Bea' })])).toEqual(['Ann', 'Bea']);
  });
});

describe('the draft of a task', () => {
  it('leads back to what the task belongs to', () => {
    const of = (key: string): unknown => draftTarget({ form: 'task', key });
    expect([of('new'), of('action:1'), of('step:1:consult'), of('contact:2')]).toEqual([
      { to: '/actions/tasks' },
      { to: '/actions/$id', params: { id: '1' } },
      { to: '/actions/$id', params: { id: '1' } },
      { to: '/contacts/$id', params: { id: '2' }, search: { tab: 'actions' } },
    ]);
  });
});

describe('the draft of an action begun as one of a type', () => {
  it('leads back to that type, its organisation and its contact', () => {
    const of = (key: string): unknown => draftTarget({ form: 'action', key });
    expect([of('as:ngo-referral:1:'), of('as:ngo-referral::2'), of('new:3')]).toEqual([
      { to: '/actions/new', search: { type: 'ngo-referral', organisation: '1' } },
      { to: '/actions/new', search: { type: 'ngo-referral', contact: '2' } },
      { to: '/actions/new', search: { contact: '3' } },
    ]);
  });
});

describe('the words of what was not written by hand', () => {
  it('are there for all that a withdrawal or a rhythm starts', () => {
    const started = [...CALL_BACK_STEPS, PLANNED_CONTACT_STEP, ATTEMPT_STEP];
    expect(Object.keys(enGb.tasks.started).sort()).toEqual([...started].sort());
  });
});
