import { parseDate } from '@internationalized/date';
import type { Calls } from '../../src/shared/contract/contract.ts';
import type { Client } from '../../src/shared/contract/define.ts';
import type { Random } from './random.ts';

/** What every part of the portfolio is written with. */
export interface Writing {
  readonly ask: Client<Calls>;
  readonly random: Random;
  readonly today: string;
  readonly grantFile: (name: string, bytes: Uint8Array) => string;
}

/** The calendar date so many days before (or, negative, after) another. */
export function daysBefore(date: string, days: number): string {
  return parseDate(date).subtract({ days }).toString();
}
