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
  /** Was in the courtroom. Only through the gate: see presence.ts. */
  attended: z.boolean(),
});
export type HearingObserver = z.infer<typeof hearingObserver>;

/** One day in court. Hearings of one case form a series by naming the one before. */
export const hearingFields = z
  .strictObject({
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
  })
  .superRefine(checkHearing);
export type HearingFields = z.infer<typeof hearingFields>;
export type Hearing = HearingFields & { readonly id: string };

/** Nobody has sat in a hearing that is still to come or was called off. */
export function checkHearing(
  value: Pick<HearingFields, 'status' | 'observers' | 'actionId'>,
  context: z.RefinementCtx,
): void {
  const attended = value.observers.findIndex((observer) => observer.attended);
  if (attended === -1) return;
  if (value.status === 'scheduled' || value.status === 'cancelled') {
    context.addIssue({
      code: 'custom',
      path: ['observers', attended, 'attended'],
      message: 'hearing-not-held',
    });
  }
  if (value.actionId === null) {
    context.addIssue({ code: 'custom', path: ['actionId'], message: 'action-required' });
  }
}
