import type { ConsentChange, ImportPreview } from '../../shared/contract/bundles.ts';
import type { RecordRef } from '../../shared/contract/parts.ts';
import type { FieldChange } from '../../shared/contract/records.ts';
import type { AttachmentFields } from '../../shared/model/attachment.ts';
import { contactsNamed } from '../../shared/model/named-contacts.ts';
import { sameJson } from '../canonical-json.ts';
import { EXISTS, recordsOf, type Change } from '../db/change-types.ts';
import { readRecord } from '../db/record-table.ts';
import { recordTable, type AnyFields } from '../db/record-types.ts';
import type { ReadStore } from '../db/store.ts';
import { standingRows } from '../service/consent-rows.ts';
import { consentEventsOf } from '../store/consent-events.ts';
import { groupBy } from '../store/group-by.ts';
import { contactLabels, recordLabel } from '../store/labels.ts';
import { countByType, type CountsByType } from './carried-records.ts';

/** What some records and consents were before a bundle came: to be read before it is tried out. */
export interface Before {
  fieldsOf(record: RecordRef): AnyFields | null;
  readonly consents: ReadonlyMap<string, ConsentStates>;
}

/** Where each consent of a contact stands, by purpose and audience. */
type ConsentStates = ReadonlyMap<
  string,
  Pick<ConsentChange, 'purpose' | 'audience' | 'disputed'> & {
    readonly state: ConsentChange['from'];
  }
>;

export function lookBefore(store: ReadStore, changes: readonly Change[], today: string): Before {
  const records = recordsOf(changes);
  const consenting = changes
    .filter(({ recordType, field }) => recordType === 'consent-event' && field === 'contactId')
    .map(({ newValue }) => newValue)
    .filter((value) => typeof value === 'string');
  const fields = new Map(records.map((record) => [keyOf(record), fieldsNow(store, record)]));
  return {
    fieldsOf: (record) => fields.get(keyOf(record)) ?? null,
    consents: consentStates(store, [...new Set(consenting)], today),
  };
}

/** The contact that a record is, or those it names, as it stands or as it was before. */
export function contactsOf({ type, id }: RecordRef, fields: AnyFields | null): readonly string[] {
  if (type === 'contact') return [id];
  if (fields === null) return [];
  if (type === 'attachment') {
    const { ownerType, ownerId } = fields as AttachmentFields;
    return ownerType === 'contact' ? [ownerId] : [];
  }
  return contactsNamed(type, fields);
}

/** The contacts for whom something came, in its order, with what of them is new or other. */
export function contactsIn(
  store: ReadStore,
  records: readonly RecordRef[],
  before: Before,
): ImportPreview['contacts'] {
  const found = new Map<string, { others: RecordRef[]; changedFields: number }>();
  for (const record of records) {
    const now = fieldsNow(store, record);
    const was = before.fieldsOf(record);
    const changed = was === null || now === null ? 0 : changedFields(record, was, now).length;
    for (const contactId of contactsOf(record, now)) {
      const entry = found.get(contactId) ?? { others: [], changedFields: 0 };
      entry.changedFields += changed;
      if (record.type !== 'contact') entry.others.push(record);
      found.set(contactId, entry);
    }
  }
  const came = new Set(records.map(keyOf));
  const labels = contactLabels(store, found.keys());
  return [...found].flatMap(([id, entry]) => {
    const ref: RecordRef = { type: 'contact', id };
    if (fieldsNow(store, ref) === null) return [];
    const counts: CountsByType = countByType(entry.others);
    const isNew = came.has(keyOf(ref)) && before.fieldsOf(ref) === null;
    const { changedFields: changed } = entry;
    return [{ id, label: labels.get(id) ?? '', isNew, counts, changedFields: changed }];
  });
}

/** Field by field, what becomes of these records. */
export function fieldChangesOf(
  store: ReadStore,
  records: readonly RecordRef[],
  before: Before,
): FieldChange[] {
  return records.flatMap((record) => {
    const [was, now] = [before.fieldsOf(record), fieldsNow(store, record)];
    const label = recordLabel(store, record);
    const change = (field: string, from: unknown, to: unknown): FieldChange => ({
      ...{ record, label, field, erased: false },
      ...{ from: from as FieldChange['from'], to: to as FieldChange['to'] },
    });
    if (was === null && now === null) return [];
    if (was === null || now === null) {
      return [change(EXISTS, was === null ? null : true, now === null ? null : true)];
    }
    return changedFields(record, was, now).map((field) => change(field, was[field], now[field]));
  });
}

/** The consents that stand otherwise than before. */
export function consentChangesIn(store: ReadStore, before: Before, today: string): ConsentChange[] {
  const contactIds = [...before.consents.keys()];
  const now = consentStates(store, contactIds, today);
  const labels = contactLabels(store, contactIds);
  return contactIds.flatMap((contactId) => {
    const [was, is] = [before.consents.get(contactId), now.get(contactId)];
    const pairs = new Map([...(was ?? []), ...(is ?? [])]);
    return [...pairs].flatMap(([key, { purpose, audience }]) => {
      const [earlier, later] = [standsAs(was, key, purpose), standsAs(is, key, purpose)];
      const [from, to] = [earlier?.state ?? 'never-asked', later?.state ?? 'never-asked'];
      const disputed = later?.disputed === true && earlier?.disputed !== true;
      if (from === to && !disputed) return [];
      const label = labels.get(contactId) ?? '';
      return [{ contactId, label, purpose, audience, from, to, disputed }];
    });
  });
}

/** What is said of everybody holds for an audience that no decision names. */
function standsAs(states: ConsentStates | undefined, key: string, purpose: string) {
  return states?.get(key) ?? states?.get(`${purpose} any`);
}

function consentStates(
  store: ReadStore,
  contactIds: readonly string[],
  today: string,
): ReadonlyMap<string, ConsentStates> {
  const events = groupBy(consentEventsOf(store, contactIds), (event) => event.contactId);
  return new Map(
    contactIds.map((contactId) => {
      const rows = standingRows(events.get(contactId) ?? [], today);
      return [
        contactId,
        new Map(
          rows.map(({ purpose, audience, state, disputed }) => [
            `${purpose} ${audience}`,
            { purpose, audience, state, disputed },
          ]),
        ),
      ];
    }),
  );
}

function changedFields({ type }: RecordRef, was: AnyFields, now: AnyFields): string[] {
  return recordTable(type)
    .columns.map(({ field }) => field)
    .filter((field) => !sameJson(was[field] ?? null, now[field] ?? null));
}

export function fieldsNow(store: ReadStore, { type, id }: RecordRef): AnyFields | null {
  return readRecord(store, type, id);
}

function keyOf({ type, id }: RecordRef): string {
  return `${type} ${id}`;
}
