import { z } from 'zod';
import { narrative } from '../assessment.ts';
import { calendarDate } from '../primitives.ts';
import { figures } from '../statistics.ts';

/**
 * The assessment of a calendar year as it goes to capital: figures that tell of nobody
 * (docs/decisions/0030), and what the officer wrote beside them.
 */
export const statisticsDocument = z.strictObject({
  year: z.number().int().min(1900).max(9999),
  madeOn: calendarDate,
  figures,
  narrative,
});
export type StatisticsDocument = z.infer<typeof statisticsDocument>;
