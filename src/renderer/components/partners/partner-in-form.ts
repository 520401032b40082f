import { z } from 'zod';
import { PARTNER_ROLES } from '../../../shared/model/vocabulary/plan.ts';

/** A partner as it stands in a form or its draft: the name may be unfinished. */
export const partnerInForm = z.object({
  id: z.string(),
  contactId: z.string().nullable(),
  name: z.string(),
  role: z.enum(PARTNER_ROLES),
});
export type PartnerInForm = z.infer<typeof partnerInForm>;
