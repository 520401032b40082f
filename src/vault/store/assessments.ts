import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { narrative } from '../../shared/model/assessment.ts';
import { calendarDate } from '../../shared/model/primitives.ts';
import { figures } from '../../shared/model/statistics.ts';
import { putSetting, readSetting } from '../db/settings.ts';
import type { ReadStore, WriteStore } from '../db/store.ts';

/** What was published of a year: kept, so that a later document says the same. */
const published = z.strictObject({ madeOn: calendarDate, figures, narrative });
export type PublishedAssessment = z.infer<typeof published>;

function keyOf(year: number): string {
  return `assessment/${year}`;
}

/** The document made of a year; null where none was. */
export function findAssessment(store: ReadStore, year: number): PublishedAssessment | null {
  const stored = readSetting(store, keyOf(year));
  return stored === null ? null : published.parse(stored);
}

export function putAssessment(
  store: WriteStore,
  year: number,
  assessment: PublishedAssessment,
): void {
  putSetting(store, keyOf(year), assessment);
}

const ROUNDING_KEY = 'assessment-rounding-key';

/**
 * The secret that decides, for this vault, which way a number is rounded. Made when first needed;
 * it never leaves the vault, as with it the rounding could be undone.
 */
export function roundingKey(store: WriteStore): Buffer {
  const stored = readSetting(store, ROUNDING_KEY);
  if (stored !== null) return Buffer.from(z.string().length(64).parse(stored), 'hex');
  const key = randomBytes(32);
  putSetting(store, ROUNDING_KEY, key.toString('hex'));
  return key;
}
