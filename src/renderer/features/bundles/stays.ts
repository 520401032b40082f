import type { ExportPreview } from '../../../shared/contract/bundles.ts';

type Staying = ExportPreview['stays'][number];

export interface StaysGroup {
  readonly why: Staying['why'];
  /** Contacts that stay whole, by their own record. */
  readonly contacts: readonly Staying[];
  /** Single records that stay while their contact may travel. */
  readonly records: readonly Staying[];
}

/** What stays behind, gathered by reason, in the order in which the preview first names each. */
export function staysByReason(stays: readonly Staying[]): StaysGroup[] {
  const groups = new Map<Staying['why'], { contacts: Staying[]; records: Staying[] }>();
  for (const entry of stays) {
    const group = groups.get(entry.why) ?? { contacts: [], records: [] };
    (entry.record.type === 'contact' ? group.contacts : group.records).push(entry);
    groups.set(entry.why, group);
  }
  return [...groups.entries()].map(([why, group]) => ({ why, ...group }));
}

/** Fingerprint words in rows of a fixed length, for reading aloud line by line. */
export function fingerprintRows(words: readonly string[], perRow = 4): string[][] {
  const rows: string[][] = [];
  for (let at = 0; at < words.length; at += perRow) rows.push(words.slice(at, at + perRow));
  return rows;
}

/**
 * A file name that says what it is and nothing about whom it concerns.
 * @param today ISO 8601 date.
 */
export function bundleFileName(today: string): string {
  return `steady-state-${today}.age`;
}
