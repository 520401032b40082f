import { z } from 'zod';
import { calendarDate, longText, recordId } from './primitives.ts';
import { RELATIONSHIP_TYPES } from './vocabulary/contact.ts';

/** A typed, dated tie between two contacts, read "from … is … of … to". */
export const relationshipFields = z
  .strictObject({
    fromContactId: recordId,
    toContactId: recordId,
    type: z.enum(RELATIONSHIP_TYPES),
    since: calendarDate.nullable(),
    until: calendarDate.nullable(),
    note: longText,
  })
  .superRefine((value, context) => {
    if (value.fromContactId === value.toContactId) {
      context.addIssue({ code: 'custom', path: ['toContactId'], message: 'same-contact' });
    }
    if (value.since !== null && value.until !== null && value.until < value.since) {
      context.addIssue({ code: 'custom', path: ['until'], message: 'ends-before-start' });
    }
  });
export type RelationshipFields = z.infer<typeof relationshipFields>;
export type Relationship = RelationshipFields & { readonly id: string };
