import { z } from 'zod';
import { consentOverride } from '../model/action.ts';
import { instant, recordId } from '../model/primitives.ts';
import { ACTION_STATUSES, ACTION_TYPES } from '../model/vocabulary/action.ts';
import { nothing, vaultCall } from './define.ts';
import { consentGap } from './parts.ts';

/** One override: who went past the gate, why, and what became of what was missing. */
export const overrideRow = z.strictObject({
  actionId: recordId,
  /** As the action was called and what it was when the override was given. */
  title: z.string(),
  type: z.enum(ACTION_TYPES),
  /** What the action is today; null where it was removed. */
  status: z.enum(ACTION_STATUSES).nullable(),
  override: z.strictObject(consentOverride.shape),
  /** The officer who recorded it, and when this vault has it. */
  recordedBy: z.string(),
  recordedAt: instant,
  /** The action goes on resting on it: it is under way and has no later override. */
  stands: z.boolean(),
  /** The consents that were missing then, each with what became of it; null: it has come. */
  missing: z.array(z.strictObject({ gap: consentGap, now: consentGap.nullable() })),
});
export type OverrideRow = z.infer<typeof overrideRow>;

export const overrides = {
  /**
   * Every override ever recorded, newest first, from the history: also one that was replaced or
   * undone, and one of an action that was removed. "Listed, never hidden."
   */
  list: vaultCall({ arg: nothing, result: z.array(overrideRow) }),
} as const;
