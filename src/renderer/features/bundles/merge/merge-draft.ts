import { z } from 'zod';
import type { ImportConflict, MergeChoice } from '../../../../shared/contract/bundles.ts';

const mergeDraft = z.object({
  sender: z.string(),
  total: z.number().int(),
  decisions: z.array(z.object({ key: z.string(), choice: z.enum(['mine', 'theirs', 'both']) })),
});

/** What was decided at the merge desk so far, kept as a draft under the bundle's identifier. */
export type MergeDraft = z.infer<typeof mergeDraft>;

/** A stored draft of the desk, or null where it is not one. */
export function readMergeDraft(body: unknown): MergeDraft | null {
  const parsed = mergeDraft.safeParse(body);
  return parsed.success ? parsed.data : null;
}

/**
 * The decisions of a draft that still hold. A conflict's key names its values: where one of them
 * is another now, it has to be looked at again.
 */
export function standingChoices(
  { decisions }: Pick<MergeDraft, 'decisions'>,
  conflicts: readonly ImportConflict[],
): ReadonlyMap<string, MergeChoice> {
  const keys = new Set(conflicts.map(({ key }) => key));
  return new Map(
    decisions.flatMap(({ key, choice }) => (keys.has(key) ? [[key, choice] as const] : [])),
  );
}
