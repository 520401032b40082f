import type { RecordType } from '../../shared/model/record-type.ts';
import type { WithheldPart } from '../../shared/model/vocabulary/consent.ts';

/**
 * The types of record that a bundle carries. Officers and the register of bundles are each vault's
 * own: a bundle that brought an officer could make its sender a verified one.
 */
export const CARRIED_TYPES = [
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
] as const satisfies readonly RecordType[];
export type CarriedType = (typeof CARRIED_TYPES)[number];

export function isCarried(type: RecordType): type is CarriedType {
  return (CARRIED_TYPES as readonly RecordType[]).includes(type);
}

/** The fields of a contact that each withheld part stands for. The other parts are records. */
export const WITHHELD_CONTACT_FIELDS: Readonly<Record<WithheldPart, readonly string[]>> = {
  photo: ['photo'],
  'contact-methods': ['methods', 'coverPhrase'],
  locality: ['locality', 'country', 'remote'],
  'meeting-notes': [],
  relationships: [],
  risk: ['riskLevel'],
  incidents: [],
  custody: [],
};

/** How many records of each type; a type with none is left out. */
export type CountsByType = Partial<Record<RecordType, number>>;

export function countByType(records: Iterable<{ readonly type: RecordType }>): CountsByType {
  const counts: CountsByType = {};
  for (const { type } of records) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
