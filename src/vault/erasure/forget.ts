import type { RecordRef } from '../../shared/contract/parts.ts';
import type { JsonValue } from '../canonical-json.ts';
import { appendAccess } from '../db/access-log.ts';
import { discardDraft } from '../db/drafts.ts';
import { readRecord } from '../db/record-table.ts';
import { transact } from '../db/transaction.ts';
import { outOfMission, startCallBacks } from '../service/call-back.ts';
import type { VaultContext } from '../service/context.ts';
import { writeQuietly } from '../service/write.ts';
import { keyOf, type ForgetPlan } from './forget-plan.ts';
import { redacted, type Mention } from './mentions.ts';
import { withoutContact } from './take-away.ts';

/**
 * Forgets a person, in one transaction: what is theirs alone is erased, what is others' too no
 * longer names them, drafts about them are discarded, and what is out with others is called back.
 * Gives the change set.
 */
export function forget(
  context: VaultContext,
  plan: ForgetPlan,
  mentions: readonly Mention[],
): string | null {
  const { store } = context;
  const { contactId, matcher } = plan;
  const erasedOn = context.today();
  return transact(store, () => {
    for (const draft of plan.drafts) discardDraft(store, draft);
    const { changeSetId } = writeQuietly(context, 'erase', (writer) => {
      startCallBacks(context, writer, contactId, {
        actions: [],
        ...outOfMission(context, contactId),
      });
      const files = mentions.filter(({ field }) => field === null).map(({ record }) => record);
      for (const { type, id } of [...plan.gone, ...files]) {
        writer.create('erasure', { recordType: type, recordId: id, field: null, erasedOn });
      }
      for (const { record, fields } of placesOf(plan, mentions)) {
        const { type, id } = record;
        const now = readRecord(store, type, id) as Readonly<Record<string, JsonValue>> | null;
        if (now !== null) {
          writer.update(
            type,
            id,
            Object.fromEntries(fields.map((field) => [field, cleaned(field)])),
          );
        }
        for (const field of fields) {
          writer.create('erasure', { recordType: type, recordId: id, field, erasedOn });
        }

        function cleaned(field: string): JsonValue {
          const reference = BESIDE[field];
          if (reference !== undefined && now?.[reference] === contactId) return null;
          const value = withoutContact(now?.[field] ?? null, contactId);
          const isChosen = mentions.some(
            (one) => keyOf(one.record) === keyOf(record) && one.field === field,
          );
          return isChosen ? redacted(type, field, value, matcher) : value;
        }
      }
    });
    appendAccess(store, {
      kind: 'erase',
      detail: { records: plan.gone.length },
      contactIds: [contactId],
    });
    return changeSetId;
  });
}

/** What is cleaned: where they are named by their identifier, and where the officer said so. */
function placesOf(
  plan: ForgetPlan,
  mentions: readonly Mention[],
): { readonly record: RecordRef; readonly fields: readonly string[] }[] {
  const places = new Map<string, { record: RecordRef; fields: Set<string> }>();
  const add = (record: RecordRef, fields: readonly string[]): void => {
    const place = places.get(keyOf(record)) ?? { record, fields: new Set() };
    for (const field of [...fields, ...companions(fields)]) place.fields.add(field);
    places.set(keyOf(record), place);
  };
  for (const { record, fields } of plan.kept) add(record, fields);
  for (const { record, field } of mentions) if (field !== null) add(record, [field]);
  return [...places.values()].map(({ record, fields }) => ({ record, fields: [...fields] }));
}

/** Next to a reference stands the name, should the contact be none of this vault's. */
const BESIDE: Readonly<Record<string, string>> = {
  lawyerName: 'lawyerContactId',
  familyName: 'familyContactId',
};

function companions(fields: readonly string[]): string[] {
  return Object.keys(BESIDE).filter((name) => fields.includes(BESIDE[name] ?? ''));
}
