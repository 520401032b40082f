import { daysBetween } from '../../../shared/model/cadence.ts';
import { RISK_LEVELS, type RiskLevel } from '../../../shared/model/vocabulary/contact.ts';

interface Dated {
  readonly id: string;
  /** Calendar date, ISO 8601. */
  readonly on: string;
}

export interface ChartInput {
  /** Each oldest first. */
  readonly assessments: readonly (Dated & { readonly level: RiskLevel })[];
  readonly incidents: readonly Dated[];
  readonly actions: readonly Dated[];
}

export interface ChartFrame {
  /** Width of the drawing in CSS pixels. */
  readonly width: number;
  readonly today: string;
  /** Time runs towards the end of a line, which is the left in right-to-left. */
  readonly isRtl: boolean;
}

export interface Mark {
  readonly id: string;
  readonly x: number;
  /** 0 on the line; marks of about the same day stand one above another. */
  readonly stack: number;
}

export interface RiskChart {
  readonly from: string;
  /** One line that holds each level until the next assessment, and the last until today. */
  readonly path: string;
  readonly points: readonly { readonly id: string; readonly x: number; readonly y: number }[];
  readonly incidents: readonly Mark[];
  readonly actions: readonly Mark[];
  /** The first day of some months. */
  readonly ticks: readonly { readonly month: string; readonly x: number }[];
}

/** Measures of the drawing, in CSS pixels. */
export const CHART = {
  labels: 96,
  end: 14,
  top: 12,
  band: 26,
  lane: 44,
  axis: 24,
} as const;
export const LEVELS_END = CHART.top + CHART.band * RISK_LEVELS.length;
export const INCIDENTS_AT = LEVELS_END + CHART.lane - 10;
export const ACTIONS_AT = INCIDENTS_AT + CHART.lane;
export const CHART_HEIGHT = ACTIONS_AT + 12 + CHART.axis;

/** Shortest time shown, in days: one event alone is not drawn over the whole width. */
const SHORTEST_DAYS = 90;
/** Closest that two marks of a lane may stand, in CSS pixels, before one is put above the other. */
const CLOSEST = 12;
const STACK_MAX = 2;
/** Narrowest distance of two months' names, in CSS pixels. */
const TICK_SPACE = 72;

/** Where everything of the drawing stands, one axis of time for all. */
export function riskChart(input: ChartInput, frame: ChartFrame): RiskChart {
  const { width, today, isRtl } = frame;
  const from = begins(input, today);
  const days = daysBetween(from, today);
  const room = width - CHART.labels - CHART.end;
  const at = (on: string): number => {
    // A day that is only known by its month may be stored as one that has not come.
    const passed = Math.min(days, daysBetween(from, on));
    const along = CHART.labels + (passed / days) * room;
    return round(isRtl ? width - along : along);
  };
  const points = input.assessments.map(({ id, on, level }) => ({ id, x: at(on), y: yOf(level) }));
  return {
    from,
    path: stepsThrough(points, at(today)),
    points,
    incidents: marks(input.incidents, at),
    actions: marks(input.actions, at),
    ticks: monthTicks(from, today, Math.max(1, Math.floor(room / TICK_SPACE))).map((month) => ({
      month,
      x: at(`${month}-01`),
    })),
  };
}

/** The middle of a level's band; the worst is on top. */
export function yOf(level: RiskLevel): number {
  const fromTop = RISK_LEVELS.length - 1 - RISK_LEVELS.indexOf(level);
  return CHART.top + fromTop * CHART.band + CHART.band / 2;
}

function begins({ assessments, incidents, actions }: ChartInput, today: string): string {
  const shortest = minusDays(today, SHORTEST_DAYS);
  return [...assessments, ...incidents, ...actions].reduce(
    (first, { on }) => (on < first ? on : first),
    shortest,
  );
}

function stepsThrough(
  points: readonly { readonly x: number; readonly y: number }[],
  end: number,
): string {
  const [first, ...others] = points;
  if (first === undefined) return '';
  const steps = others.map(({ x, y }) => `H${x}V${y}`).join('');
  return `M${first.x} ${first.y}${steps}H${end}`;
}

function marks(dated: readonly Dated[], at: (on: string) => number): Mark[] {
  const placed: Mark[] = [];
  for (const { id, on } of dated) {
    const x = at(on);
    const before = placed.at(-1);
    const isClose = before !== undefined && Math.abs(before.x - x) < CLOSEST;
    const stack = isClose && before.stack < STACK_MAX ? before.stack + 1 : 0;
    placed.push({ id, x, stack });
  }
  return placed;
}

/** The months that begin within the time shown, no more than `most`, evenly thinned. */
function monthTicks(from: string, today: string, most: number): string[] {
  const months: string[] = [];
  let [year = 0, month = 0] = from.split('-').map(Number);
  for (;;) {
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
    const name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    if (`${name}-01` > today) break;
    months.push(name);
  }
  const every = Math.ceil(months.length / most);
  return months.filter((_, index) => index % every === 0);
}

function minusDays(date: string, days: number): string {
  return new Date(Date.parse(date) - days * 86_400_000).toISOString().slice(0, 10);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
