import type { RecordWriter } from '../db/change-log.ts';
import type { ReadStore } from '../db/store.ts';
import { findContact } from '../store/contacts.ts';
import { riskAssessmentsOf } from '../store/risk-assessments.ts';

/**
 * Gives contacts the level of risk of their newest assessment, in the change set being written, so
 * that the list, the rhythm of contact and the file never say different things. One without any
 * assessment keeps the level that an officer gave by hand.
 */
export function followNewestAssessment(
  store: ReadStore,
  writer: RecordWriter,
  contactIds: Iterable<string>,
): void {
  for (const id of new Set(contactIds)) {
    const level = riskAssessmentsOf(store, id)[0]?.level;
    if (level === undefined || findContact(store, id) === null) continue;
    writer.update('contact', id, { riskLevel: level });
  }
}
