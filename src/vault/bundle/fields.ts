import { z } from 'zod';
import { SHORT_TEXT_MAX } from '../../shared/model/primitives.ts';
import { HLC_PATTERN } from '../db/hlc.ts';

/** A hybrid logical clock; fixed widths, so that the order of the text is the order of clocks. */
export const hybridLogicalClock = z.string().regex(HLC_PATTERN);

/** Control characters, line separators, and the marks that turn the reading direction round. */
const UNCLEAN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/**
 * One line of signed text. Unlike the model's texts it is checked and never transformed: what was
 * signed is what is shown, and no name can be made to look like another by turning it round.
 */
export const signedLine = z
  .string()
  .max(SHORT_TEXT_MAX)
  .refine((text) => !UNCLEAN.test(text) && text === text.normalize('NFC').trim(), {
    error: 'not-a-clean-line',
  });
