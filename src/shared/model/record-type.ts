/** The types of record that the change log keeps, and that bundles carry. */
export const RECORD_TYPES = [
  'contact',
  'relationship',
  'meeting-log',
  'promise',
  'follow-up',
  'consent-event',
  'action',
  'incident',
  'risk-assessment',
  'custody',
  'visit-request',
  'hearing',
  'plan',
  'action-review',
  'task',
  'attachment',
  'officer',
  'bundle-entry',
] as const;
export type RecordType = (typeof RECORD_TYPES)[number];
