import type { DueRow } from '../../shared/contract/today.ts';
import type { ReadStore } from '../db/store.ts';
import { actionReviewsDue } from '../store/action-reviews.ts';
import { actionsDue, followUpsDue, planReviewsDue } from '../store/due.ts';
import { firstInOrder } from '../store/first-in-order.ts';
import { contactLabels } from '../store/labels.ts';
import { riskReviewsDue } from '../store/risk-assessments.ts';
import { tasksDue } from './task-rows.ts';

/** A row whose contacts have no names yet. */
type Found = Omit<DueRow, 'contacts'> & { readonly contactIds: readonly string[] };

/**
 * What is due by a day, and what has no day: follow-ups, tasks and steps of actions, actions, and
 * reviews of risk, of plans and of what actions came to. The soonest due first, the first `limit`.
 */
export function dueRows(
  store: ReadStore,
  until: string,
  today: string,
  limit: number,
): { total: number; rows: DueRow[] } {
  const all = dueIn(store, until, today);
  const shown = firstInOrder(all, limit, soonestFirst);
  const labels = contactLabels(
    store,
    shown.flatMap(({ contactIds }) => contactIds),
  );
  return {
    total: all.length,
    rows: shown.map(({ contactIds, ...due }) => ({
      ...due,
      contacts: contactIds.map((id) => ({ id, label: labels.get(id) ?? '' })),
    })),
  };
}

const NOWHERE = { step: null, actionId: null, meetingLogId: null, planId: null } as const;

function dueIn(store: ReadStore, until: string, today: string): Found[] {
  return [
    ...followUpsDue(store, until).map(({ id, ...due }) => ({
      ...NOWHERE,
      ...due,
      kind: 'follow-up' as const,
      key: id,
    })),
    ...tasksDue(store, until, today).map(({ key, step, text, dueOn, action, contacts }) => ({
      ...NOWHERE,
      ...{ kind: 'task' as const, key, step, text, dueOn },
      actionId: action?.id ?? null,
      contactIds: contacts.map(({ id }) => id),
    })),
    ...actionsDue(store, until).map(({ id, ...due }) => ({
      ...NOWHERE,
      ...due,
      kind: 'action' as const,
      key: id,
      actionId: id,
    })),
    ...riskReviewsDue(store, until).map(({ id, contactId, reviewOn }) => ({
      ...NOWHERE,
      ...{ kind: 'risk-review' as const, key: id, text: null, dueOn: reviewOn },
      contactIds: [contactId],
    })),
    ...planReviewsDue(store, until).map(({ id, ...due }) => ({
      ...NOWHERE,
      ...due,
      kind: 'plan-review' as const,
      key: id,
      planId: id,
    })),
    ...actionReviewsDue(store, until).map(({ actionId, actionTitle, dueOn, months, subjects }) => ({
      ...NOWHERE,
      ...{ kind: 'action-review' as const, key: `${actionId}:${months}`, text: actionTitle },
      ...{ dueOn, actionId },
      contactIds: subjects.map(({ id }) => id),
    })),
  ];
}

/** By day, those without one last; of one day by kind and key, so that the order is one. */
function soonestFirst(a: Found, b: Found): number {
  const order = ({ dueOn, kind, key }: Found): string => `${dueOn ?? '9999-99-99'} ${kind} ${key}`;
  const [one, two] = [order(a), order(b)];
  return one < two ? -1 : one > two ? 1 : 0;
}
