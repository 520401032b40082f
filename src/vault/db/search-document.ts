import type { RecordType } from '../../shared/model/record-type.ts';
import { displayName } from '../../shared/model/contact.ts';
import type { AnyFields, FieldsOf } from './record-types.ts';

/** What of a record can be found: a title that names it, and the text around it. */
export interface SearchDocument {
  readonly title: string;
  readonly body: string;
}

type Describe<Type extends RecordType> = (fields: FieldsOf<Type>) => SearchDocument | null;

/**
 * The searchable text of each record type: what people wrote, never codes, dates or keys. Null
 * where a type has none. Changing one of these asks for `rebuildDerived` on existing vaults.
 */
const DESCRIBE: { readonly [Type in RecordType]: Describe<Type> } = {
  contact: (contact) => ({
    title: displayName(contact),
    body: lines(
      ...contact.names.map((name) => name.text),
      contact.codeName,
      contact.profession,
      contact.locality,
      ...contact.tags,
      contact.notes,
      contact.peacefulMeans.ground,
      contact.coverPhrase,
      ...contact.methods.flatMap((method) => [method.value, method.note]),
      contact.legitimateBasis?.explanation,
    ),
  }),
  relationship: (relationship) => texts('', relationship.note),
  'meeting-log': (log) =>
    texts(
      log.title,
      log.place,
      ...log.participants.map((participant) => participant.name),
      log.said,
      log.told,
      log.interpreter,
    ),
  promise: (promise) => texts(promise.text),
  'follow-up': (followUp) => texts(followUp.text, followUp.assignedTo),
  'consent-event': (event) =>
    texts('', event.conditions, event.note, event.proxy?.name, event.proxy?.whyNotSelf),
  action: (action) =>
    texts(action.title, action.owner, action.detail, action.outcome, action.override?.reason),
  attachment: (attachment) => texts(attachment.name),
  officer: (officer) => texts(officer.name, officer.post, officer.note, officer.email),
  'bundle-entry': (entry) => texts(entry.counterpartName),
};

/** The document of one record; null where there is nothing to find it by. */
export function searchDocument(type: RecordType, fields: AnyFields): SearchDocument | null {
  // The registry's tables give the fields in the type that their name stands for.
  const describe = DESCRIBE[type] as (fields: AnyFields) => SearchDocument | null;
  return describe(fields);
}

function texts(
  title: string,
  ...body: readonly (string | null | undefined)[]
): SearchDocument | null {
  const text = lines(...body);
  return title === '' && text === '' ? null : { title, body: text };
}

function lines(...parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined && part !== '').join('\n');
}
