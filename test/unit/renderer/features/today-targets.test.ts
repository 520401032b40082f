import { describe, expect, it } from 'vitest';
import { dueTarget } from '../../../../src/renderer/features/today/due-target.ts';

const NOTHING = { actionId: null, meetingLogId: null, planId: null, contacts: [] };
const SAMIRA = [{ id: 'samira', label: 'Samira' }];

describe('where a thing that is due is done', () => {
  it('is the meeting of a follow-up, the action of a step and the plan of a review, even where it names a contact', () => {
    expect([
      dueTarget({ ...NOTHING, kind: 'follow-up', meetingLogId: 'log', contacts: SAMIRA }),
      dueTarget({ ...NOTHING, kind: 'task', actionId: 'action', contacts: SAMIRA }),
      dueTarget({ ...NOTHING, kind: 'action-review', actionId: 'action' }),
      dueTarget({ ...NOTHING, kind: 'plan-review', planId: 'plan', contacts: SAMIRA }),
    ]).toEqual([
      { to: '/meetings/$id', params: { id: 'log' } },
      { to: '/actions/$id', params: { id: 'action' } },
      { to: '/actions/$id', params: { id: 'action' } },
      { to: '/plans/$id', params: { id: 'plan' } },
    ]);
  });

  it('is else the contact that it is about, and the list of tasks for one about nobody', () => {
    expect([
      dueTarget({ ...NOTHING, kind: 'task', contacts: SAMIRA }),
      dueTarget({ ...NOTHING, kind: 'risk-review', contacts: SAMIRA }),
      dueTarget({ ...NOTHING, kind: 'task' }),
    ]).toEqual([
      { to: '/contacts/$id', params: { id: 'samira' } },
      { to: '/contacts/$id', params: { id: 'samira' }, search: { tab: 'risk' } },
      { to: '/actions/tasks' },
    ]);
  });
});
