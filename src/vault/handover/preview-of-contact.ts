import type { ContactPreview } from '../../shared/contract/bundles.ts';
import { contactFields } from '../../shared/model/contact.ts';
import type { RecordType } from '../../shared/model/record-type.ts';
import { readRecord } from '../db/record-table.ts';
import { readRows } from '../db/read-rows.ts';
import { keyOfRecord, sentTo } from '../db/sent-records.ts';
import type { ReadStore } from '../db/store.ts';
import { recordLabel } from '../store/labels.ts';
import { isPrivate } from './carried-records.ts';
import type { ExportChoice, Outgoing } from './outgoing.ts';

type FieldLine = ContactPreview['fields'][number];
type RecordLine = ContactPreview['records'][number];

/**
 * What goes of one contact and why the rest stays. Null where the contact was not chosen. The
 * contact's own record is told by its fields, every other record by a line of its own.
 */
export function previewOfContact(
  store: ReadStore,
  choice: ExportChoice,
  outgoing: Outgoing,
  contactId: string,
): ContactPreview | null {
  if (!choice.contactIds.includes(contactId)) return null;
  const { travelling, sent } = outgoing;
  const own = { type: 'contact', id: contactId } as const;
  const going = travelling.contacts.find((contact) => contact.contactId === contactId);
  const staysWhole = travelling.stays.find(
    ({ record }) => keyOfRecord(record) === keyOfRecord(own),
  );
  const known = sentTo(store, choice.recipient.id);
  const goes = new Set(sent.map(({ record }) => keyOfRecord(record)));
  const line = (record: RecordLine['record'], why: RecordLine['why']): RecordLine => ({
    ...{ record, why },
    ...wordsOf(store, record),
    isKnownThere: known.has(keyOfRecord(record)),
  });
  const notOwn = ({ type }: { readonly type: RecordType }): boolean => type !== 'contact';
  return {
    fields: fieldLines(store, choice, outgoing, contactId, staysWhole?.why ?? null),
    records: [
      ...(going?.records ?? [])
        .filter((record) => notOwn(record) && goes.has(keyOfRecord(record)))
        .map((record) => line(record, null)),
      ...travelling.stays
        .filter(({ record, contactIds }) => notOwn(record) && contactIds.includes(contactId))
        .map(({ record, why, label }) => ({ ...line(record, why), label })),
    ],
  };
}

function fieldLines(
  store: ReadStore,
  { kind }: ExportChoice,
  { travelling, changeSets }: Outgoing,
  contactId: string,
  whyWhole: FieldLine['why'],
): FieldLine[] {
  const withheld = travelling.withheldFields.get(contactId);
  const brought = new Set(
    changeSets.flatMap(({ changes }) =>
      changes.flatMap(({ recordId, field }) => (recordId === contactId ? field : [])),
    ),
  );
  return fieldsEverSaid(store, contactId).flatMap((field): FieldLine[] => {
    if (isPrivate('contact', field)) return [{ field, why: 'private' }];
    if (whyWhole !== null) return [{ field, why: whyWhole }];
    if (withheld?.has(field) === true) return [{ field, why: 'withheld-by-consent' }];
    return kind !== 'update' || brought.has(field) ? [{ field, why: null }] : [];
  });
}

/** The fields that the history knows of a contact, in the order of the model. */
function fieldsEverSaid(store: ReadStore, contactId: string): string[] {
  const rows = readRows<{ field: string }>(
    store,
    `SELECT DISTINCT field FROM change
     WHERE record_id = ? AND record_type = 'contact' AND erased_at IS NULL`,
    contactId,
  );
  const said = new Set(rows.map(({ field }) => field));
  return Object.keys(contactFields.shape).filter((field) => said.has(field));
}

/** The field that says which day a record of a type is about; a local time begins with its day. */
const DAY_FIELDS: Readonly<Partial<Record<RecordType, string>>> = {
  'meeting-log': 'startedAt',
  promise: 'dueOn',
  'follow-up': 'dueOn',
  'consent-event': 'decidedOn',
  action: 'dueOn',
  incident: 'occurredOn',
  'risk-assessment': 'assessedOn',
  custody: 'since',
  'visit-request': 'requestedOn',
  hearing: 'startsAt',
  'action-review': 'reviewedOn',
  task: 'dueOn',
};

function wordsOf(
  store: ReadStore,
  record: RecordLine['record'],
): Pick<RecordLine, 'label' | 'on' | 'decides'> {
  const fields = readRecord(store, record.type, record.id) as Readonly<
    Record<string, unknown>
  > | null;
  const day = fields?.[DAY_FIELDS[record.type] ?? ''];
  const decision =
    record.type === 'consent-event' ? readRecord(store, 'consent-event', record.id) : null;
  return {
    label: recordLabel(store, record),
    on: typeof day === 'string' ? day.slice(0, 10) : null,
    decides: decision && { purpose: decision.purpose, decision: decision.decision },
  };
}
