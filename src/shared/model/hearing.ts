import { z } from 'zod';
import {
  localDateTime,
  longText,
  optionalShortText,
  recordId,
  shortText,
  timeZone,
} from './primitives.ts';
import { HEARING_STAGES, HEARING_STATUSES, OBSERVER_ROLES } from './vocabulary/custody.ts';

/** Somebody on the roster of those who observe a hearing. */
export const hearingObserver = z.strictObject({
  id: recordId,
  name: shortText,
  /** The mission or organisation they come from. */
  from: optionalShortText,
  role: z.enum(OBSERVER_ROLES),
  confirmed: z.boolean(),
});
export type HearingObserver = z.infer<typeof hearingObserver>;

/** One day in court. Hearings of one case form a series by naming the one before. */
export const hearingFields = z.strictObject({
  contactId: recordId,
  custodyId: recordId.nullable(),
  title: shortText,
  startsAt: localDateTime,
  timeZone,
  court: shortText,
  room: optionalShortText,
  stage: z.enum(HEARING_STAGES),
  status: z.enum(HEARING_STATUSES),
  previousId: recordId.nullable(),
  observers: z.array(hearingObserver).max(50),
  /** The action whose consent the observation rests on. */
  actionId: recordId.nullable(),
  outcome: longText,
  note: longText,
});
export type HearingFields = z.infer<typeof hearingFields>;
export type Hearing = HearingFields & { readonly id: string };
