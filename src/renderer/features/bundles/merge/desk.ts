import type { ImportConflict, MergeChoice } from '../../../../shared/contract/bundles.ts';

/** What has been decided at the merge desk, by the conflict's key, and how to take it back. */
export interface Desk {
  readonly choices: ReadonlyMap<string, MergeChoice>;
  readonly steps: readonly Step[];
}

/** One press of a key or button: what it decided, and what held before (null: nothing). */
interface Step {
  /** The conflict that was shown. */
  readonly at: string;
  readonly before: ReadonlyMap<string, MergeChoice | null>;
}

export function deskWith(choices: ReadonlyMap<string, MergeChoice>): Desk {
  return { choices, steps: [] };
}

/** Whether a conflict can be settled this way: not everything can be both. */
export function canChoose(conflict: ImportConflict, choice: MergeChoice): boolean {
  return choice !== 'both' || conflict.both !== null;
}

/**
 * The undecided conflicts like this one, itself among them: the same field of the same type of
 * record, in the same way, with the same suggestion.
 */
export function alike(
  desk: Desk,
  conflicts: readonly ImportConflict[],
  one: ImportConflict,
): ImportConflict[] {
  return conflicts.filter(
    (other) =>
      (other.key === one.key || !desk.choices.has(other.key)) &&
      other.record.type === one.record.type &&
      other.field === one.field &&
      other.kind === one.kind &&
      other.suggested === one.suggested,
  );
}

/** Settles some conflicts in one step; those that cannot be settled so are left alone. */
export function choose(
  desk: Desk,
  shown: ImportConflict,
  settled: readonly ImportConflict[],
  choice: MergeChoice,
): Desk {
  const choices = new Map(desk.choices);
  const before = new Map<string, MergeChoice | null>();
  for (const conflict of settled) {
    if (!canChoose(conflict, choice)) continue;
    before.set(conflict.key, desk.choices.get(conflict.key) ?? null);
    choices.set(conflict.key, choice);
  }
  if (before.size === 0) return desk;
  return { choices, steps: [...desk.steps, { at: shown.key, before }] };
}

/** Takes the last step back. Gives where it was made; null where there is none. */
export function takeBack(desk: Desk): { readonly desk: Desk; readonly at: string } | null {
  const step = desk.steps.at(-1);
  if (step === undefined) return null;
  const choices = new Map(desk.choices);
  for (const [key, choice] of step.before) {
    if (choice === null) choices.delete(key);
    else choices.set(key, choice);
  }
  return { desk: { choices, steps: desk.steps.slice(0, -1) }, at: step.at };
}

/** The index of the next undecided conflict after this one, from the start again; null where none is. */
export function nextOpen(
  desk: Desk,
  conflicts: readonly ImportConflict[],
  after: number,
): number | null {
  for (let step = 1; step <= conflicts.length; step += 1) {
    const index = (after + step) % conflicts.length;
    const conflict = conflicts[index];
    if (conflict !== undefined && !desk.choices.has(conflict.key)) return index;
  }
  return null;
}

export interface DeskRow {
  readonly conflict: ImportConflict;
  /** Whom it is about, where the conflict before is about somebody else. */
  readonly heading: string | null;
}

/** The conflicts by the names of those they are about, then by record; each name said once. */
export function deskRows(
  conflicts: readonly ImportConflict[],
  nameOf: (contactId: string) => string | null,
): DeskRow[] {
  const named = conflicts.map((conflict) => ({
    conflict,
    whom: conflict.contactIds
      .flatMap((id) => nameOf(id) ?? [])
      .sort((a, b) => a.localeCompare(b))
      .join(', '),
    who: [...conflict.contactIds].sort().join(' '),
  }));
  named.sort(
    (a, b) =>
      a.whom.localeCompare(b.whom) ||
      compareText(a.who, b.who) ||
      a.conflict.label.localeCompare(b.conflict.label) ||
      compareText(a.conflict.record.id, b.conflict.record.id) ||
      compareText(a.conflict.field, b.conflict.field),
  );
  return named.map(({ conflict, whom, who }, index) => ({
    conflict,
    heading: index > 0 && named[index - 1]?.who === who ? null : whom,
  }));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
