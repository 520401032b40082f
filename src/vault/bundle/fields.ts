import { z } from 'zod';
import { SHORT_TEXT_MAX } from '../../shared/model/primitives.ts';

/**
 * A hybrid logical clock: milliseconds, counter, node. Fixed widths, so that the order of the text
 * is the order of the clocks.
 */
export const hybridLogicalClock = z.string().regex(/^[0-9]{15}-[0-9a-f]{4}-[0-9a-f]{16}$/u);

/**
 * One line of signed text. Unlike the model's texts it is checked and never transformed: what was
 * signed is what is shown.
 */
export const signedLine = z
  .string()
  .max(SHORT_TEXT_MAX)
  .refine((text) => !/[\p{Cc}\u2028\u2029]/u.test(text) && text === text.normalize('NFC').trim(), {
    error: 'not-a-clean-line',
  });
