import type { LinkProps } from '@tanstack/react-router';
import type { DueRow } from '../../../shared/contract/today.ts';

type Target = Pick<LinkProps, 'to' | 'params' | 'search'>;

/** Where a thing that is due can be done: the record it is of, else the contact it is about. */
export function dueTarget(
  row: Pick<DueRow, 'kind' | 'actionId' | 'meetingLogId' | 'planId' | 'contacts'>,
): Target {
  const { kind, actionId, meetingLogId, planId, contacts } = row;
  if (meetingLogId !== null) return { to: '/meetings/$id', params: { id: meetingLogId } as never };
  if (planId !== null) return { to: '/plans/$id', params: { id: planId } as never };
  if (actionId !== null) return { to: '/actions/$id', params: { id: actionId } as never };
  const contactId = contacts[0]?.id;
  if (contactId === undefined) return { to: kind === 'task' ? '/actions/tasks' : '/actions' };
  return {
    to: '/contacts/$id',
    params: { id: contactId } as never,
    ...(kind === 'risk-review' ? { search: { tab: 'risk' } as never } : {}),
  };
}
