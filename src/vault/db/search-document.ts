import type { z } from 'zod';
import { PARTICULARS, type ActionParticulars } from '../../shared/model/particulars.ts';
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
      contact.directory?.coverage,
      contact.directory?.note,
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
    texts(
      '',
      event.conditions,
      event.note,
      event.proxy?.name,
      event.proxy?.whyNotSelf,
      ...(event.withholdings ?? []).flatMap((one) => [one.what, one.fromWhom, one.reason]),
    ),
  action: (action) =>
    texts(
      action.title,
      action.owner,
      action.detail,
      action.outcome,
      action.override?.reason,
      ...(action.partners ?? []).map((partner) => partner.name),
      ...writtenIn(action.particulars),
    ),
  incident: (incident) =>
    texts(
      incident.title,
      incident.place,
      incident.description,
      incident.source,
      ...incident.victims.map((victim) => victim.name),
      ...incident.perpetrators.map((perpetrator) => perpetrator.name),
      ...incident.redress.flatMap((step) => [step.authority, step.note]),
    ),
  'risk-assessment': (assessment) =>
    texts('', assessment.triggers, assessment.mitigations, assessment.safetyPlan),
  custody: (custody) =>
    texts(
      '',
      ...custody.places.map((place) => place.name),
      custody.authority,
      custody.caseReference,
      custody.charges,
      custody.lawyerName,
      custody.familyName,
      custody.releaseConditions,
      custody.note,
    ),
  'visit-request': (visit) =>
    texts('', visit.requestedFrom, visit.visitors, visit.refusalReason, visit.findings),
  hearing: (hearing) =>
    texts(
      hearing.title,
      hearing.court,
      ...hearing.observers.map((observer) => observer.name),
      hearing.outcome,
      hearing.note,
    ),
  plan: (plan) =>
    texts(
      plan.title,
      plan.situation,
      plan.goal,
      ...plan.options.map((option) => option.summary),
      ...plan.partners.map((partner) => partner.name),
      plan.outcome,
    ),
  'action-review': (review) => texts('', review.defenderView, review.note),
  task: (task) => texts(task.text, task.assignedTo),
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

/** What people wrote into the particulars of an action: their lines and texts, not their codes. */
function writtenIn(particulars: ActionParticulars | null): string[] {
  if (particulars === null) return [];
  const { shape } = PARTICULARS[particulars.type];
  return Object.entries(particulars).flatMap(([field, value]) => {
    const isWritten = typeof value === 'string' && !isCode(shape, field);
    return isWritten ? [value] : [];
  });
}

function isCode(shape: Readonly<Record<string, z.ZodType>>, field: string): boolean {
  // Lines and texts take any words; codes, dates and keys refuse these.
  return shape[field]?.safeParse('any words').success !== true;
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
