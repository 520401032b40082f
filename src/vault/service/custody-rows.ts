import type { z } from 'zod';
import type {
  CustodyPage,
  CustodyRow,
  restingAction,
  VisitRow,
} from '../../shared/contract/custody.ts';
import type { Action } from '../../shared/model/action.ts';
import type { Custody, VisitRequest } from '../../shared/model/custody.ts';
import { unrestedBecause, type Presence } from '../../shared/model/presence.ts';
import type { ReadStore } from '../db/store.ts';
import { actionsByIds } from '../store/actions.ts';
import { attachmentsOf } from '../store/attachments.ts';
import { visitRequestsOf } from '../store/custodies.ts';
import { groupBy } from '../store/group-by.ts';
import { contactLabels } from '../store/labels.ts';

/** The pages of these detentions, in their order, with everything that belongs to them. */
export function custodyPages(store: ReadStore, custodies: readonly Custody[]): CustodyPage[] {
  const visits = groupBy(
    visitRequestsOf(
      store,
      custodies.map(({ id }) => id),
    ),
    (visit) => visit.custodyId,
  );
  const labels = contactLabels(
    store,
    custodies.flatMap(({ contactId, lawyerContactId, familyContactId }) =>
      [contactId, lawyerContactId, familyContactId].filter((id) => id !== null),
    ),
  );
  const labelOf = (id: string | null): string | null =>
    id === null ? null : (labels.get(id) ?? '');
  return custodies.map((custody) => ({
    custody,
    contactLabel: labels.get(custody.contactId) ?? '',
    lawyerLabel: labelOf(custody.lawyerContactId),
    familyLabel: labelOf(custody.familyContactId),
    visits: visitRows(store, visits.get(custody.id) ?? []),
    attachments: attachmentsOf(store, 'custody', custody.id),
  }));
}

/** The lines of these detentions, in their order. */
export function custodyRows(store: ReadStore, custodies: readonly Custody[]): CustodyRow[] {
  const labels = contactLabels(
    store,
    custodies.map(({ contactId }) => contactId),
  );
  const ids = custodies.map(({ id }) => id);
  const visits = groupBy(visitRequestsOf(store, ids), (visit) => visit.custodyId);
  return custodies.map(({ id, contactId, state, since, releasedOn, places }) => ({
    ...{ id, contactId, state, since, releasedOn },
    contactLabel: labels.get(contactId) ?? '',
    place: places.at(-1)?.name ?? null,
    visitsWaiting: (visits.get(id) ?? []).filter(({ status }) => status === 'requested').length,
  }));
}

export function visitRows(store: ReadStore, visits: readonly VisitRequest[]): VisitRow[] {
  const ids = visits.flatMap(({ actionId }) => actionId ?? []);
  const actions = new Map(actionsByIds(store, ids).map((action) => [action.id, action]));
  return visits.map((visit) => ({
    ...visit,
    action: restingOn('detention-visit', visit.contactId, actions.get(visit.actionId ?? '')),
  }));
}

/** An action as what rests on it shows it. */
export function restingOn(
  actionType: Presence['actionType'],
  contactId: string,
  action: Action | undefined,
): z.output<typeof restingAction> | null {
  if (action === undefined) return null;
  const { id, type, title, status } = action;
  const presence = { actionType, contactId, actionId: id, on: '', parts: [] };
  return { id, type, title, status, bears: unrestedBecause(presence, action) === null };
}
