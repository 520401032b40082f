import type { Calls } from '../../shared/contract/contract.ts';
import type { ResultOf } from '../../shared/contract/define.ts';
import type { ReadStore } from '../db/store.ts';
import { listActions } from '../store/actions.ts';
import { incidentLines } from '../store/incidents.ts';
import { riskAssessmentsOf } from '../store/risk-assessments.ts';
import { isUnderWay } from './action-gate.ts';

/** Most incidents that one drawing can show; the newest, where there are more. */
const DRAWN_INCIDENTS = 1_000;

/**
 * Risk, incidents and our own actions of a contact on one axis of time, so that backlash can be
 * seen: "association with foreign diplomats can sometimes create new risks".
 */
export function riskOverTime(
  store: ReadStore,
  contactId: string,
): ResultOf<Calls['risks']['overTime']> {
  const incidents = incidentLines(store, { contactId }, { limit: DRAWN_INCIDENTS, offset: 0 });
  const actions = listActions(store, { contactId }).flatMap((action) => {
    const { id, title, type, status } = action;
    const on = action.doneOn ?? action.startedAt?.slice(0, 10) ?? null;
    return on === null || !isUnderWay(status) ? [] : [{ id, on, title, type, status }];
  });
  return {
    assessments: riskAssessmentsOf(store, contactId)
      .map(({ id, assessedOn, level, trend }) => ({ id, on: assessedOn, level, trend }))
      .reverse(),
    incidents: incidents
      .map(({ id, occurredOn, title, act, risk }) => ({ id, on: occurredOn, title, act, risk }))
      .reverse(),
    actions: actions.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
  };
}
