import { z } from 'zod';
import type { ConsentEvent } from './consent-event.ts';
import type { Contact } from './contact.ts';
import { consentStanding, type ConsentStanding } from './live-consent.ts';
import { ROUNDED_TO, SMALLEST_COUNT, randomlyRounded, showableParts } from './small-numbers.ts';
import { ACTION_TYPES } from './vocabulary/action.ts';
import { RISK_GROUPS } from './vocabulary/contact.ts';
import { REVIEW_COST, REVIEW_HELPED } from './vocabulary/plan.ts';
import { NINE_RISKS } from './vocabulary/risk.ts';

/**
 * Questions to which several answers may hold for one person. Each answer is a division of its own
 * into those for whom it holds and the rest. No answer of one question may follow from answers of
 * another: the guarantee of small-numbers.ts rests on that.
 */
export const TICK_QUESTIONS = {
  risk: NINE_RISKS,
  group: RISK_GROUPS,
  support: ACTION_TYPES,
  helped: REVIEW_HELPED,
  cost: REVIEW_COST,
  override: ['overridden'],
} as const;
export type TickQuestion = keyof typeof TICK_QUESTIONS;

/**
 * "maintain regular contact … including where possible with Human Rights Defenders living in more
 * remote regions". Everyone is in exactly one of these.
 */
export const COVERAGE = [
  'remote-in-touch',
  'elsewhere-in-touch',
  'remote-silent',
  'elsewhere-silent',
] as const;
export type Coverage = (typeof COVERAGE)[number];

/** What is counted of one person in one year. */
export interface Counted {
  readonly id: string;
  readonly ticks: Readonly<Record<TickQuestion, ReadonlySet<string>>>;
  readonly coverage: Coverage;
}

/**
 * A number of people, or why there is none: `few` for fewer than five, `nearly-all` for all but
 * fewer than five, `left-out` where it would tell of the few in another row.
 */
export const figure = z.union([
  z.number().int().min(SMALLEST_COUNT).multipleOf(ROUNDED_TO),
  z.enum(['few', 'nearly-all', 'left-out']),
]);
export type Figure = z.infer<typeof figure>;

const rowsOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.record(z.enum(values), figure);

export const figures = z.strictObject({
  people: z.number().int().min(SMALLEST_COUNT).multipleOf(ROUNDED_TO),
  risk: rowsOf(TICK_QUESTIONS.risk),
  group: rowsOf(TICK_QUESTIONS.group),
  support: rowsOf(TICK_QUESTIONS.support),
  helped: rowsOf(TICK_QUESTIONS.helped),
  cost: rowsOf(TICK_QUESTIONS.cost),
  override: rowsOf(TICK_QUESTIONS.override),
  coverage: rowsOf(COVERAGE),
});
export type Figures = z.infer<typeof figures>;

/** Gives 0 to 4 for a row and those counted in it, the same each time. */
export type Draw = (row: string, ids: readonly string[]) => number;

/**
 * The figures of a year, or null where fewer than five people may be counted. Every number is a
 * number of people, never of actions or incidents: five demarches for one person are one person.
 */
export function figuresOf(people: readonly Counted[], draw: Draw): Figures | null {
  if (people.length < SMALLEST_COUNT) return null;
  const idsOf = (members: readonly Counted[]): string[] => members.map(({ id }) => id).sort();
  const rounded = (row: string, members: readonly Counted[]): number =>
    randomlyRounded(members.length, draw(row, idsOf(members)));
  const tick = (question: TickQuestion, answer: string): Figure => {
    const members = people.filter((one) => one.ticks[question].has(answer));
    const [isShown] = showableParts([members.length, people.length - members.length]);
    if (isShown === true) return rounded(`${question}/${answer}`, members);
    // Of very few people both would be true: the nearer one, so that neither tells a number.
    return members.length * 2 <= people.length ? 'few' : 'nearly-all';
  };
  const ticks = (question: TickQuestion): Record<string, Figure> =>
    Object.fromEntries(
      TICK_QUESTIONS[question].map((answer) => [answer, tick(question, answer)] as const),
    );
  const parts = COVERAGE.map((part) => people.filter((one) => one.coverage === part));
  const shown = showableParts(parts.map((members) => members.length));
  return figures.parse({
    people: rounded('people', people),
    ...Object.fromEntries(
      (Object.keys(TICK_QUESTIONS) as TickQuestion[]).map((name) => [name, ticks(name)]),
    ),
    coverage: Object.fromEntries(
      COVERAGE.map((part, index) => [
        part,
        shown[index] === true ? rounded(`coverage/${part}`, parts[index] ?? []) : 'left-out',
      ]),
    ),
  });
}

export type CountingDecision =
  | { readonly counted: true; readonly withheld: ConsentEvent['withheld'] }
  | {
      readonly counted: false;
      readonly why: Exclude<ConsentStanding['state'], 'live'> | 'peaceful-means-not-met';
    };

/**
 * The gate before statistics: only who agreed to be counted, towards the capital, is counted. Who
 * no longer lets us hold their record is not, nor who was found not to act peacefully ("not
 * considered Human Rights Defenders").
 */
export function mayBeCounted(
  contact: Pick<Contact, 'peacefulMeans'>,
  events: readonly ConsentEvent[],
  today: string,
): CountingDecision {
  if (contact.peacefulMeans.status === 'not-met') {
    return { counted: false, why: 'peaceful-means-not-met' };
  }
  const holding = consentStanding(events, 'hold-record', 'own-mission', today);
  if (holding.state === 'refused' || holding.state === 'withdrawn') {
    return { counted: false, why: holding.state };
  }
  const standing = consentStanding(events, 'statistics', 'capital', today);
  return standing.state === 'live'
    ? { counted: true, withheld: standing.event.withheld }
    : { counted: false, why: standing.state };
}
