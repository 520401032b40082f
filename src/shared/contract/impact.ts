import { z } from 'zod';
import { calendarDate, recordId } from '../model/primitives.ts';
import { ACTION_STATUSES, ACTION_TYPES } from '../model/vocabulary/action.ts';
import { PLEDGES } from '../model/vocabulary/pledge.ts';
import { NINE_RISKS } from '../model/vocabulary/risk.ts';
import { vaultCall } from './define.ts';
import { written } from './parts.ts';
import { incidentLine } from './reviews.ts';

const contactLabel = z.strictObject({ id: recordId, label: z.string() });

/** Something that the mission did, where it stands on the line of time. */
export const timelineAction = z.strictObject({
  id: recordId,
  title: z.string(),
  type: z.enum(ACTION_TYPES),
  status: z.enum(ACTION_STATUSES),
  beganOn: calendarDate,
  doneOn: calendarDate.nullable(),
  profileRaising: z.boolean(),
  subjects: z.array(contactLabel),
});
export type TimelineAction = z.infer<typeof timelineAction>;

export const timelineIncident = z.strictObject({
  ...incidentLine.shape,
  risk: z.enum(NINE_RISKS),
  endedOn: calendarDate.nullable(),
  victims: z.array(contactLabel),
});
export type TimelineIncident = z.infer<typeof timelineIncident>;

/** One incident after one action, and whether somebody asked if it answers it. */
export const backlashPair = z.strictObject({
  actionId: recordId,
  incidentId: recordId,
  answer: z.enum(['linked', 'not-linked', 'open']),
});
export type BacklashPair = z.infer<typeof backlashPair>;

export const pledgeAction = z.strictObject({
  id: recordId,
  title: z.string(),
  type: z.enum(ACTION_TYPES),
  status: z.enum(ACTION_STATUSES),
  beganOn: calendarDate,
  doneOn: calendarDate.nullable(),
});
export type PledgeAction = z.infer<typeof pledgeAction>;

export const impact = {
  /**
   * Our actions beside the incidents that their subjects suffered, of one contact or of all, oldest
   * first; and the pairs in which an incident can answer an action.
   */
  backlash: vaultCall({
    arg: z.strictObject({ contactId: recordId.optional() }),
    result: z.strictObject({
      actions: z.array(timelineAction),
      incidents: z.array(timelineIncident),
      pairs: z.array(backlashPair),
    }),
  }),
  /** What was under way or done in a period for each of the seven pledges, in the paper's order. */
  pledges: vaultCall({
    arg: z.strictObject({ from: calendarDate, to: calendarDate }),
    result: z.array(
      z.strictObject({
        pledge: z.enum(PLEDGES),
        /** Actions tied to it. */
        actions: z.array(pledgeAction),
        /** Actions not tied to it that by their type plainly serve it. */
        suggested: z.array(pledgeAction),
      }),
    ),
  }),
  /** Ties an action to a pledge, or unties it. */
  tiePledge: vaultCall({
    arg: z.strictObject({ actionId: recordId, pledge: z.enum(PLEDGES), tied: z.boolean() }),
    result: written,
    failures: ['not-found'],
  }),
} as const;
