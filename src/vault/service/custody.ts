import type { z } from 'zod';
import type { calls, Calls } from '../../shared/contract/contract.ts';
import type { FailuresOf, Handlers } from '../../shared/contract/define.ts';
import { isHeld, type Custody, type VisitRequest } from '../../shared/model/custody.ts';
import { presenceAtVisit } from '../../shared/model/presence.ts';
import { fail, ok } from '../../shared/outcome.ts';
import { attachmentsOf } from '../store/attachments.ts';
import { firstUnknownContact } from '../store/contacts.ts';
import {
  custodiesOf,
  findCustody,
  findVisitRequest,
  listCustodies,
  otherOpenCustody,
  visitRequestsOf,
} from '../store/custodies.ts';
import { hearingsOfCustody } from '../store/hearings.ts';
import { invalid, notFound, type VaultContext } from './context.ts';
import { custodyPages, custodyRows, visitRows } from './custody-rows.ts';
import { refusePresence } from './presence-gate.ts';
import { repeatedIds } from './repeated-ids.ts';
import { write } from './write.ts';

type Refused<Call> = { readonly ok: false; readonly failure: FailuresOf<Call> };
type SaveArg = z.output<typeof calls.custody.save.arg>;
type SaveVisitArg = z.output<typeof calls.custody.saveVisit.arg>;

/** Who is held where since when, and the visits asked for; docs/decisions/0031 has the rules. */
export const custodyHandlers: Handlers<Calls, 'vault', VaultContext>['custody'] = {
  list: ({ store }, { onlyHeld }) => {
    const all = listCustodies(store, { onlyHeld });
    const released = all.filter((custody) => !isHeld(custody));
    const latest = (custody: Custody): string => custody.releasedOn ?? '';
    return ok(
      custodyRows(store, [
        ...all.filter(isHeld),
        ...released.sort((a, b) => (latest(a) < latest(b) ? 1 : -1)),
      ]),
    );
  },

  ofContact: ({ store }, { contactId }) => ok(custodyPages(store, custodiesOf(store, contactId))),

  get: ({ store }, { id }) => {
    const custody = findCustody(store, id);
    const page = custody && custodyPages(store, [custody])[0];
    return page ? ok(page) : notFound('custody', id);
  },

  save: (context, { id, fields }) => {
    const before = id === null ? null : findCustody(context.store, id);
    if (id !== null && before === null) return notFound('custody', id);
    const refused = refuseCustody(context, before, fields);
    if (refused !== null) return refused;
    const { changeSetId, value } = write(context, before ? 'edit' : 'create', (writer) => {
      if (before === null) return writer.create('custody', fields);
      writer.update('custody', before.id, fields);
      return before.id;
    });
    return ok({ id: value, changeSetId });
  },

  remove: (context, { id }) => {
    const { store } = context;
    if (findCustody(store, id) === null) return notFound('custody', id);
    const { changeSetId } = write(context, 'remove', (writer) => {
      for (const visit of visitRequestsOf(store, [id])) writer.remove('visit-request', visit.id);
      for (const file of attachmentsOf(store, 'custody', id)) writer.remove('attachment', file.id);
      // A day in court happened, whatever becomes of the record of the detention.
      for (const hearing of hearingsOfCustody(store, id)) {
        writer.update('hearing', hearing.id, { custodyId: null });
      }
      writer.remove('custody', id);
    });
    return ok({ id, changeSetId });
  },

  getVisit: ({ store }, { id }) => {
    const visit = findVisitRequest(store, id);
    const row = visit && visitRows(store, [visit])[0];
    return row ? ok(row) : notFound('visit-request', id);
  },

  saveVisit: (context, { id, fields }) => {
    const { store } = context;
    const before = id === null ? null : findVisitRequest(store, id);
    if (id !== null && before === null) return notFound('visit-request', id);
    const custody = findCustody(store, fields.custodyId);
    if (custody === null) return notFound('custody', fields.custodyId);
    const saved = { ...fields, contactId: custody.contactId };
    const refused = refuseVisit(context, custody, before, saved);
    if (refused !== null) return refused;
    const { changeSetId, value } = write(context, before ? 'edit' : 'create', (writer) => {
      if (before === null) return writer.create('visit-request', saved);
      writer.update('visit-request', before.id, saved);
      return before.id;
    });
    return ok({ id: value, changeSetId });
  },

  removeVisit: (context, { id }) => {
    if (findVisitRequest(context.store, id) === null) return notFound('visit-request', id);
    const { changeSetId } = write(context, 'remove', (writer) => {
      writer.remove('visit-request', id);
    });
    return ok({ id, changeSetId });
  },
};

function refuseCustody(
  context: VaultContext,
  before: Custody | null,
  fields: SaveArg['fields'],
): Refused<typeof calls.custody.save> | null {
  const { store } = context;
  // What hangs on a detention (visits, hearings) is of the same contact, and stays so.
  if (before !== null && before.contactId !== fields.contactId) {
    return invalid(['fields', 'contactId'], 'contact-fixed');
  }
  const named = [before?.contactId, before?.lawyerContactId, before?.familyContactId];
  const added = [fields.contactId, fields.lawyerContactId, fields.familyContactId].filter(
    (id) => id !== null && !named.includes(id),
  );
  const unknown = firstUnknownContact(store, added as string[]);
  if (unknown !== null) return notFound('contact', unknown);
  const repeated = repeatedIds({ places: fields.places });
  if (repeated.length > 0) return fail({ kind: 'invalid-argument', issues: repeated });
  const today = context.today();
  for (const field of ['since', 'releasedOn'] as const) {
    const date = fields[field];
    if (date !== null && date > today) return invalid(['fields', field], 'in-future');
  }
  const visits = before === null ? [] : visitRequestsOf(store, [before.id]);
  const outside = visits.some((visit) => outsideDetention(fields, visit) !== null);
  if (outside) return invalid(['fields', 'since'], 'visits-outside');
  const opens = isHeld(fields) && (before === null || !isHeld(before));
  if (opens && otherOpenCustody(store, fields.contactId, before?.id ?? null) !== null) {
    return invalid(['fields', 'state'], 'already-held');
  }
  return null;
}

function refuseVisit(
  context: VaultContext,
  custody: Custody,
  before: VisitRequest | null,
  after: SaveVisitArg['fields'] & { readonly contactId: string },
): Refused<typeof calls.custody.saveVisit> | null {
  if (before !== null && before.custodyId !== after.custodyId) {
    return invalid(['fields', 'custodyId'], 'contact-fixed');
  }
  const outside = outsideDetention(custody, after);
  if (outside !== null) return invalid(['fields', outside.field], outside.code);
  const today = context.today();
  for (const field of ['requestedOn', 'answeredOn'] as const) {
    const date = after[field];
    if (date !== null && date > today) return invalid(['fields', field], 'in-future');
  }
  return refusePresence(context, before && presenceAtVisit(before), presenceAtVisit(after), {
    action: ['fields', 'actionId'],
    day: ['fields', 'visitOn'],
  });
}

/** The first date of a visit that lies outside the time of the detention; null where none does. */
function outsideDetention(
  { since, releasedOn }: Pick<Custody, 'since' | 'releasedOn'>,
  visit: Pick<VisitRequest, 'status' | 'requestedOn' | 'visitOn'>,
): { readonly field: 'requestedOn' | 'visitOn'; readonly code: string } | null {
  const { status, requestedOn, visitOn } = visit;
  if (requestedOn < since) return { field: 'requestedOn', code: 'before-arrest' };
  // One that was granted and came to nothing with the release is no contradiction.
  const tooLate = releasedOn !== null && visitOn !== null && visitOn > releasedOn;
  return tooLate && status === 'held' ? { field: 'visitOn', code: 'after-release' } : null;
}
