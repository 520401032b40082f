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
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - days);
  return day.toISOString().slice(0, 10);
}
