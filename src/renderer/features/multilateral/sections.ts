import type { MultilateralRow } from '../../../shared/contract/multilateral.ts';
import type { ActionParticulars } from '../../../shared/model/particulars.ts';

/** The parts of the page, in the order of how much between sessions hangs on them. */
export const SECTIONS = [
  'upr',
  'special-procedures',
  'treaty-bodies',
  'resolutions',
  'reprisals',
  'third-parties',
  'access',
] as const;
export type SectionName = (typeof SECTIONS)[number];

export interface Section {
  readonly name: SectionName;
  readonly rows: readonly MultilateralRow[];
}

/** The rows of each part that has any; what comes next soonest is first. */
export function sectionsOf(rows: readonly MultilateralRow[]): Section[] {
  return SECTIONS.map((name) => ({
    name,
    rows: rows.filter((row) => sectionOf(row) === name).sort(byNext),
  })).filter((section) => section.rows.length > 0);
}

function sectionOf({ action, particulars }: MultilateralRow): SectionName | null {
  switch (action.type) {
    case 'upr-recommendation':
      return 'upr';
    case 'special-procedures':
      return particulars?.type === 'special-procedures' &&
        particulars.communicationKind === 'treaty-body-submission'
        ? 'treaty-bodies'
        : 'special-procedures';
    case 'resolution':
      return 'resolutions';
    case 'reprisals-follow-up':
      return 'reprisals';
    case 'third-party-responsibilities':
      return 'third-parties';
    case 'cso-access':
      return 'access';
    default:
      return null;
  }
}

function byNext(a: MultilateralRow, b: MultilateralRow): number {
  const order = (a.next?.dueOn ?? '9999').localeCompare(b.next?.dueOn ?? '9999');
  return order !== 0 ? order : a.action.title.localeCompare(b.action.title);
}

/** The recommendations of one review: a state in one cycle. */
export interface Review {
  readonly state: string | null;
  readonly cycle: number | null;
  readonly rows: readonly MultilateralRow[];
  readonly tally: {
    readonly made: number;
    readonly accepted: number;
    readonly noted: number;
    readonly pending: number;
  };
}

type UprParticulars = Extract<ActionParticulars, { type: 'upr-recommendation' }>;

export function uprOf({ particulars }: MultilateralRow): UprParticulars | null {
  return particulars?.type === 'upr-recommendation' ? particulars : null;
}

/** Recommendations by review, the newest cycle first; what was not made yet has no answer to count. */
export function reviewsOf(rows: readonly MultilateralRow[]): Review[] {
  const reviews = new Map<string, MultilateralRow[]>();
  for (const row of rows) {
    const upr = uprOf(row);
    const key = `${upr?.stateUnderReview ?? ''} ${upr?.cycle ?? ''}`;
    reviews.set(key, [...(reviews.get(key) ?? []), row]);
  }
  return [...reviews.values()]
    .map((ofReview): Review => {
      const upr = ofReview[0] === undefined ? null : uprOf(ofReview[0]);
      const made = ofReview.filter((row) => row.action.status === 'done');
      const answered = (response: UprParticulars['stateResponse']): number =>
        made.filter((row) => (uprOf(row)?.stateResponse ?? 'pending') === response).length;
      return {
        state: upr?.stateUnderReview ?? null,
        cycle: upr?.cycle ?? null,
        rows: ofReview,
        tally: {
          made: made.length,
          accepted: answered('accepted'),
          noted: answered('noted'),
          pending: answered('pending'),
        },
      };
    })
    .sort((a, b) => (b.cycle ?? 0) - (a.cycle ?? 0));
}
