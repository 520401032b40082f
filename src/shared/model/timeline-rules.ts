import type { Action } from './action.ts';
import type { ActionParticulars } from './particulars.ts';
import type { ActionType } from './vocabulary/action.ts';

/** What of an action its timeline is worked out from. */
export type TimedAction = Pick<
  Action,
  'id' | 'type' | 'status' | 'owner' | 'subjectIds' | 'dueOn' | 'doneOn' | 'particulars'
>;

/** The dates that particulars may hold and a step may count from. */
type ParticularsDate =
  'instructedOn' | 'sentOn' | 'reportedOn' | 'adoptedOn' | 'referredOn' | 'from' | 'until';

/**
 * What a step counts from. `due` is the day the thing is to be: the day of the visit or event where
 * the particulars give one, else the day the action is due.
 */
export type DatePoint = 'due' | 'done' | ParticularsDate;

/** One step of a timeline. Its words are in the locale file `tasks.json`, under its slug. */
export interface TimelineRule {
  readonly slug: string;
  /**
   * When it is open: `prepare` while the action is planned, `carry-out` until it is done,
   * `follow-up` once it is under way.
   */
  readonly phase: 'prepare' | 'carry-out' | 'follow-up';
  readonly from: DatePoint;
  readonly offset: { readonly days?: number; readonly months?: number };
  /** What makes the step needless: for the most part, that what it asks for is filled in. */
  readonly unless?: ((action: TimedAction) => boolean) | undefined;
}

type Unless = TimelineRule['unless'];

function prepare(slug: string, daysBefore: number, unless?: Unless): TimelineRule {
  return { slug, phase: 'prepare', from: 'due', offset: { days: -daysBefore }, unless };
}

function carryOut(slug: string, daysBefore: number, unless?: Unless): TimelineRule {
  return { slug, phase: 'carry-out', from: 'due', offset: { days: -daysBefore }, unless };
}

function after(
  from: DatePoint,
  slug: string,
  offset: TimelineRule['offset'],
  unless?: Unless,
): TimelineRule {
  return { slug, phase: 'follow-up', from, offset, unless };
}

type FieldName = ActionParticulars extends infer One
  ? One extends unknown
    ? Exclude<keyof One, 'type'>
    : never
  : never;

/** The value of one field of the particulars; undefined where they have none of that name. */
export function particular(action: TimedAction, field: FieldName): unknown {
  return (action.particulars as Readonly<Record<string, unknown>> | null)?.[field];
}

function filled(field: FieldName): (action: TimedAction) => boolean {
  return (action) => {
    const value = particular(action, field);
    if (typeof value === 'string') return value.trim() !== '';
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
  };
}

function isOneOf(field: FieldName, ...values: string[]): (action: TimedAction) => boolean {
  return (action) => values.some((value) => particular(action, field) === value);
}

function isNoneOf(field: FieldName, ...values: string[]): (action: TimedAction) => boolean {
  return (action) => !isOneOf(field, ...values)(action);
}

/** Nobody is named, so there is nobody to ask or to tell. */
function namesNobody(action: TimedAction): boolean {
  return action.subjectIds.length === 0;
}

/** A letter of the Special Procedures, not what goes to a treaty body. */
const toTreatyBody = isOneOf('communicationKind', 'treaty-body-submission');

const consult = (daysBefore: number): TimelineRule => prepare('consult', daysBefore, namesNobody);
const tellThem = (days = 3): TimelineRule => after('done', 'tell-them', { days }, namesNobody);
/** "association with foreign diplomats can sometimes create new risks" */
const checkSafety = (days = 7): TimelineRule =>
  after('done', 'check-safety', { days }, namesNobody);
const askAnswer = (days: number): TimelineRule =>
  after('done', 'ask-answer', { days }, filled('response'));

const goesOut = (consultDays: number, clearDays: number, watchDays: number): TimelineRule[] => [
  consult(consultDays),
  prepare('clear-text', clearDays, filled('clearedOn')),
  carryOut('tell-before', 1, namesNobody),
  after('done', 'watch-reaction', { days: watchDays }),
  checkSafety(),
];

/**
 * The steps of each type of action. Where the paper gives a step, its words stand beside the step
 * in the interface (`tasks.json`, `paper`); all others are what missions do.
 */
export const TIMELINE_RULES: Readonly<Record<ActionType, readonly TimelineRule[]>> = {
  'private-approach': [consult(14), prepare('agree-lines', 7), tellThem(), askAnswer(14)],
  'senior-approach': [consult(21), prepare('brief-senior', 10), tellThem(), askAnswer(21)],
  demarche: [
    consult(21),
    prepare('ask-instructions', 14, filled('instructedOn')),
    { ...after('instructedOn', 'deliver', { days: 7 }), phase: 'carry-out' },
    after('done', 'report-to-capital', { days: 1 }),
    tellThem(),
    askAnswer(21),
  ],
  'public-statement': [...goesOut(14, 5, 2), carryOut('translate', 3, filled('localLanguageText'))],
  'local-press-release': [
    ...goesOut(14, 5, 2),
    carryOut('translate', 3, filled('localLanguageText')),
  ],
  'media-intervention': goesOut(14, 3, 2),
  'social-media-post': goesOut(7, 2, 1),
  'trial-observation': [
    consult(14),
    prepare('confirm-hearing', 7),
    carryOut('agree-observers', 5),
    after('done', 'write-report', { days: 2 }),
    tellThem(),
    checkSafety(),
  ],
  'detention-visit': [
    consult(21),
    carryOut('ask-permission', 14),
    carryOut('find-interpreter', 3),
    after('done', 'write-report', { days: 2 }),
    after('done', 'tell-family', { days: 3 }),
    after('done', 'raise-conditions', { days: 7 }),
  ],
  'workplace-visit': [consult(14), carryOut('agree-visibility', 5), tellThem(), checkSafety()],
  'meeting-place': [consult(10), carryOut('check-room', 3), checkSafety()],
  seminar: [consult(14), prepare('agree-visibility', 10), checkSafety()],
  invitation: [
    consult(28),
    carryOut('send-invitation', 21, isOneOf('answer', 'accepted', 'declined')),
    carryOut('chase-answer', 10, isOneOf('answer', 'accepted', 'declined')),
    carryOut('arrange-travel', 7, isNoneOf('answer', 'accepted')),
    checkSafety(),
  ],
  'public-recognition': [consult(28), prepare('agree-words', 7), checkSafety()],
  'capacity-building': [
    prepare('consult-on-project', 28),
    prepare('agree-funding', 14, filled('funding')),
    after('from', 'ask-progress', { months: 1 }),
    after('until', 'plan-next', { days: -14 }),
    after('until', 'final-report', { months: 1 }),
  ],
  'company-approach': [
    consult(21),
    prepare('name-principles', 10, filled('guidingPrinciples')),
    tellThem(),
    checkSafety(14),
    askAnswer(21),
  ],
  'women-peace-and-security': [
    consult(14),
    prepare('name-commitment', 10, filled('commitment')),
    tellThem(),
    checkSafety(),
  ],
  'ngo-referral': [
    prepare('agree-shared', 3, filled('shared')),
    carryOut('put-in-touch', 0, filled('referredOn')),
    after('referredOn', 'confirm-received', { days: 3 }, isNoneOf('result', 'pending')),
    after('referredOn', 'find-another', { days: 7 }, isNoneOf('result', 'declined')),
    after('referredOn', 'ask-helped', { days: 14 }, isOneOf('result', 'declined', 'helped')),
  ],
  resolution: [
    prepare('consult-on-text', 60),
    prepare('propose-co-sponsoring', 30, filled('coSponsored')),
    carryOut('lobby', 14),
    after('adoptedOn', 'tell-them', { days: 7 }, namesNobody),
    after('adoptedOn', 'use-resolution', { months: 3 }),
  ],
  // From the review to the next one, four and a half years later (Human Rights Council resolution
  // 16/21): half-way lies in the third year, and submissions for the next are made a year ahead.
  'upr-recommendation': [
    prepare('consult-on-recommendation', 120),
    prepare('draft-recommendation', 60, filled('text')),
    prepare('send-to-capital', 30),
    carryOut('make-recommendation', 0),
    tellThem(7),
    after('done', 'note-state-response', { days: 120 }, answeredAndAdopted),
    after('adoptedOn', 'tell-response', { days: 7 }),
    after('adoptedOn', 'ask-implementation', { months: 6 }, isNoneOf('stateResponse', 'accepted')),
    after('adoptedOn', 'raise-noted', { months: 6 }, isNoneOf('stateResponse', 'noted')),
    after('adoptedOn', 'consult-progress', { months: 12 }),
    after('adoptedOn', 'mid-term', { months: 27 }),
    after('adoptedOn', 'prepare-next-cycle', { months: 42 }),
  ],
  'special-procedures': [
    consult(14),
    prepare('check-facts', 7),
    after('sentOn', 'tell-them', { days: 3 }, namesNobody),
    // Letters are made public, and states are asked to answer, within sixty days.
    after('sentOn', 'warn-publication', { days: 50 }, toTreatyBody),
    after('sentOn', 'ask-state-reply', { days: 60 }, filled('stateReply')),
  ],
  'reprisals-follow-up': [
    consult(7),
    carryOut('report-reprisal', 0, filled('reportedOn')),
    after('reportedOn', 'check-safety', { days: 7 }, namesNobody),
    after('reportedOn', 'ask-answer', { days: 30 }, filled('response')),
  ],
  'third-party-responsibilities': [
    consult(21),
    prepare('name-standard', 10, filled('standard')),
    tellThem(),
    askAnswer(30),
  ],
  'cso-access': [
    consult(28),
    prepare('support-application', 21),
    carryOut('warn-of-reprisals', 5, namesNobody),
    after('done', 'ask-decision', { days: 30 }, filled('decision')),
    checkSafety(),
  ],
};

const STEPS: ReadonlySet<string> = new Set(
  Object.values(TIMELINE_RULES).flatMap((rules) => rules.map((rule) => rule.slug)),
);

/** Whether a task's step is one of a timeline, and not what a withdrawal or a rhythm started. */
export function isTimelineStep(step: string | null): step is string {
  return step !== null && STEPS.has(step);
}

function answeredAndAdopted(action: TimedAction): boolean {
  return isOneOf('stateResponse', 'accepted', 'noted')(action) && filled('adoptedOn')(action);
}
