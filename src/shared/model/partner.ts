import { z } from 'zod';
import { recordId, shortText } from './primitives.ts';
import { PARTNER_ROLES } from './vocabulary/plan.ts';

/** A like-minded partner or agency, and what it does: "UK missions will work with like-minded partners and agencies". */
export const partner = z.strictObject({
  id: recordId,
  contactId: recordId.nullable(),
  name: shortText,
  role: z.enum(PARTNER_ROLES),
});
export type Partner = z.infer<typeof partner>;
