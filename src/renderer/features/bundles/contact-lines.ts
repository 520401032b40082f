import type { ExportPreview } from '../../../shared/contract/bundles.ts';

/** A contact of a preview as its list shows it. */
export interface ContactLine {
  readonly contactId: string;
  readonly label: string;
  readonly goes: boolean;
  /** Whether something of it stays here. */
  readonly hasStays: boolean;
}

/** Every contact of a preview: those that go, then those that stay whole. */
export function contactLines({ travels, stays }: ExportPreview): ContactLine[] {
  const without = new Set(stays.map(({ contactId }) => contactId));
  return [
    ...travels.map(({ contactId, label, withheld }) => ({
      ...{ contactId, label, goes: true },
      hasStays: withheld.length > 0 || without.has(contactId),
    })),
    ...stays
      .filter(({ record }) => record.type === 'contact')
      .map(({ contactId, label }) => ({ contactId, label, goes: false, hasStays: true })),
  ];
}
