import { z } from 'zod';
import { TRAVEL_AUDIENCES, type TravelAudience } from '../../../shared/model/travel.ts';

/** What the officer has chosen so far in the export; kept as a draft while choosing. */
export interface ExportChoice {
  contactIds: string[];
  audience: TravelAudience;
  recipientId: string | null;
  keyType: 'hybrid' | 'x25519';
}

export function emptyChoice(contactIds: readonly string[]): ExportChoice {
  return {
    contactIds: [...contactIds],
    audience: 'other-posts',
    recipientId: null,
    keyType: 'hybrid',
  };
}

const unfinished = z.object({
  contactIds: z.array(z.string()),
  audience: z.enum(TRAVEL_AUDIENCES),
  recipientId: z.string().nullable(),
  keyType: z.enum(['hybrid', 'x25519']),
});

/** An autosaved choice, or null where it is not one. */
export function unfinishedChoice(body: unknown): ExportChoice | null {
  const parsed = unfinished.safeParse(body);
  return parsed.success ? parsed.data : null;
}
