import type { z } from 'zod';
import type { calls, Calls } from '../../shared/contract/contract.ts';
import type { FailuresOf, Handlers } from '../../shared/contract/define.ts';
import { incidentDateIssues, type FieldIssue } from '../../shared/model/incident-dates.ts';
import type { Incident } from '../../shared/model/incident.ts';
import { contactsNamed } from '../../shared/model/named-contacts.ts';
import { fail, ok } from '../../shared/outcome.ts';
import { attachmentsOf } from '../store/attachments.ts';
import { firstUnknownContact } from '../store/contacts.ts';
import {
  chainOf,
  countIncidents,
  findIncident,
  incidentDensity,
  incidentLines,
  wouldFollowItself,
} from '../store/incidents.ts';
import { contactLabels, recordLabel } from '../store/labels.ts';
import { notFound, type VaultContext } from './context.ts';
import { incidentRows } from './incident-rows.ts';
import { repeatedIds } from './repeated-ids.ts';
import { write } from './write.ts';

type SaveArg = z.output<typeof calls.incidents.save.arg>;

/** What was done to defenders, their families and communities, and what led to what. */
export const incidentHandlers: Handlers<Calls, 'vault', VaultContext>['incidents'] = {
  list: ({ store }, { limit, offset, ...filter }) =>
    ok({
      rows: incidentRows(store, incidentLines(store, filter, { limit, offset })),
      total: countIncidents(store, filter),
    }),

  density: ({ store }, filter) => ok(incidentDensity(store, filter)),

  get: ({ store }, { id }) => {
    const incident = findIncident(store, id);
    if (incident === null) return notFound('incident', id);
    const labels = contactLabels(store, contactsNamed('incident', incident));
    const { followsId } = incident;
    const isGone = followsId !== null && findIncident(store, followsId) === null;
    return ok({
      incident,
      contacts: [...labels].map(([contactId, label]) => ({ id: contactId, label })),
      chain: incidentRows(store, chainOf(store, id)),
      followedRemoved: isGone ? recordLabel(store, { type: 'incident', id: followsId }) : null,
      attachments: attachmentsOf(store, 'incident', id),
    });
  },

  save: (context, arg) => {
    const before = arg.id === null ? null : findIncident(context.store, arg.id);
    if (arg.id !== null && before === null) return notFound('incident', arg.id);
    const refused = refusal(context, arg, before);
    if (refused !== null) return refused;
    const { changeSetId, value } = write(context, before ? 'edit' : 'create', (writer) => {
      if (before === null) return writer.create('incident', arg.fields);
      writer.update('incident', before.id, arg.fields);
      return before.id;
    });
    return ok({ id: value, changeSetId });
  },

  remove: (context, { id }) => {
    const { store } = context;
    if (findIncident(store, id) === null) return notFound('incident', id);
    // What followed it still says so: the chain is whole again if the removal is undone.
    const { changeSetId } = write(context, 'remove', (writer) => {
      for (const file of attachmentsOf(store, 'incident', id)) writer.remove('attachment', file.id);
      writer.remove('incident', id);
    });
    return ok({ id, changeSetId });
  },
};

type SaveRefusal = {
  readonly ok: false;
  readonly failure: FailuresOf<typeof calls.incidents.save>;
};

/** Why an incident cannot be saved as given; null where it can. */
function refusal(
  { store, today }: VaultContext,
  { id, fields }: SaveArg,
  before: Incident | null,
): SaveRefusal | null {
  const { victims, perpetrators, redress } = fields;
  const issues: FieldIssue[] = incidentDateIssues(fields, today());
  const { followsId } = fields;
  // One that was removed since stays named; only a newly named one must be known.
  if (followsId !== null && followsId !== before?.followsId) {
    if (findIncident(store, followsId) === null) return notFound('incident', followsId);
  }
  if (id !== null && followsId !== null && wouldFollowItself(store, id, followsId)) {
    issues.push({ path: ['followsId'], code: 'follows-itself' });
  }
  const all = [
    ...issues.map(({ path, code }) => ({ path: ['fields', ...path], code })),
    ...repeatedIds({ victims, perpetrators, redress }),
  ];
  if (all.length > 0) return fail({ kind: 'invalid-argument', issues: all });
  const named = before === null ? [] : contactsNamed('incident', before);
  const added = contactsNamed('incident', fields).filter((contact) => !named.includes(contact));
  const unknown = firstUnknownContact(store, added);
  return unknown === null ? null : notFound('contact', unknown);
}
