/**
 * The UN Guiding Principles on Business and Human Rights (A/HRC/17/31, annex), by pillar: "invoking
 * relevant standards, such as the UN Guiding Principles on Business and Human Rights".
 */
export const GUIDING_PRINCIPLES = {
  respect: range(11, 24),
  protect: range(1, 10),
  remedy: range(25, 31),
} as const;
export type Pillar = keyof typeof GUIDING_PRINCIPLES;
/** What a company is approached about comes first. */
export const PILLARS = ['respect', 'protect', 'remedy'] as const satisfies readonly Pillar[];

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
