import type { Calls } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/define.ts';
import { fail, ok } from '../../shared/outcome.ts';
import { readRecord } from '../db/record-table.ts';
import { attachmentsOf } from '../store/attachments.ts';
import { recordTimes } from '../store/change-sets.ts';
import { contactRows } from '../store/contact-list.ts';
import { contactsByIds, findContact, firstUnknownContact, tagCounts } from '../store/contacts.ts';
import { contactLabels } from '../store/labels.ts';
import { zoneWhereMet } from '../store/meeting-logs.ts';
import { relationshipsOf, wouldCloseCircle } from '../store/relationships.ts';
import { riskAssessmentsOf } from '../store/risk-assessments.ts';
import { listContacts } from './contact-list.ts';
import { setContactPhoto } from './contact-photo.ts';
import { invalid, notFound, type VaultContext } from './context.ts';
import { repeatedIds } from './repeated-ids.ts';
import { write } from './write.ts';

export const contactHandlers: Handlers<Calls, 'vault', VaultContext>['contacts'] = {
  list: listContacts,

  page: (context, { id }) => {
    const { store } = context;
    const contact = findContact(store, id);
    const row = contactRows(store, { ids: [id] }, context.today())[0];
    const times = recordTimes(store, { type: 'contact', id });
    if (contact === null || row === undefined || times === null) return notFound('contact', id);
    const ties = relationshipsOf(store, id).map((relationship) => {
      const side = relationship.fromContactId === id ? ('from' as const) : ('to' as const);
      const otherId = side === 'from' ? relationship.toContactId : relationship.fromContactId;
      return { relationship, side, otherId };
    });
    const otherIds = ties.map((tie) => tie.otherId);
    const labels = contactLabels(store, otherIds);
    const others = contactsByIds(store, otherIds);
    return ok({
      contact,
      row,
      relationships: ties.map(({ relationship, side, otherId }) => ({
        relationship,
        other: {
          id: otherId,
          label: labels.get(otherId) ?? '',
          kind: others.get(otherId)?.kind ?? 'person',
        },
        side,
      })),
      attachments: attachmentsOf(store, 'contact', id),
      timeZone: zoneWhereMet(store, id, context.today()),
      ...times,
    });
  },

  save: (context, { id, fields }) => {
    const before = id === null ? null : findContact(context.store, id);
    if (id !== null && before === null) return notFound('contact', id);
    const repeated = repeatedIds({ names: fields.names, methods: fields.methods });
    if (repeated.length > 0) return fail({ kind: 'invalid-argument', issues: repeated });
    // The photo moves only with its bytes (setPhoto), so a form opened before it changed does not
    // put the old one back. Nor does it put back a level of risk that an assessment gave since.
    const assessed = before === null ? undefined : riskAssessmentsOf(context.store, before.id)[0];
    const riskLevel = assessed?.level ?? fields.riskLevel;
    const saved = { ...fields, photo: before?.photo ?? null, riskLevel };
    const { changeSetId, value } = write(context, before ? 'edit' : 'create', (writer) => {
      if (before === null) return writer.create('contact', saved);
      writer.update('contact', before.id, saved);
      return before.id;
    });
    return ok({ id: value, changeSetId });
  },

  remove: (context, { id }) => {
    const { store } = context;
    if (findContact(store, id) === null) return notFound('contact', id);
    // What ties the contact to others, and what is attached, goes along and comes back with an
    // undo. What happened stays: meetings, promises, decisions on consent, actions.
    const { changeSetId } = write(context, 'remove', (writer) => {
      for (const tie of relationshipsOf(store, id)) writer.remove('relationship', tie.id);
      for (const file of attachmentsOf(store, 'contact', id)) writer.remove('attachment', file.id);
      writer.remove('contact', id);
    });
    return ok({ id, changeSetId });
  },

  activate: (context, { ids }) => {
    const unknown = firstUnknownContact(context.store, ids);
    if (unknown !== null) return notFound('contact', unknown);
    const { changeSetId } = write(context, 'edit', (writer) => {
      for (const id of ids) {
        if (writer.get('contact', id)?.state === 'draft') {
          writer.update('contact', id, { state: 'active' });
        }
      }
    });
    return ok({ changeSetId });
  },

  setPhoto: setContactPhoto,

  tags: ({ store }) => ok(tagCounts(store)),

  saveRelationship: (context, { id, fields }) => {
    const before = id === null ? null : readRecord(context.store, 'relationship', id);
    if (id !== null && before === null) return notFound('relationship', id);
    const ends = [fields.fromContactId, fields.toContactId];
    const unknown = firstUnknownContact(context.store, ends);
    if (unknown !== null) return notFound('contact', unknown);
    if (wouldCloseCircle(context.store, id, fields)) {
      return invalid(['fields', 'toContactId'], 'circular-relationship');
    }
    const { changeSetId, value } = write(context, id === null ? 'create' : 'edit', (writer) => {
      if (id === null) return writer.create('relationship', fields);
      writer.update('relationship', id, fields);
      return id;
    });
    return ok({ id: value, changeSetId });
  },

  removeRelationship: (context, { id }) => {
    if (readRecord(context.store, 'relationship', id) === null) {
      return notFound('relationship', id);
    }
    const { changeSetId } = write(context, 'remove', (writer) => {
      writer.remove('relationship', id);
    });
    return ok({ id, changeSetId });
  },
};
