import { z } from 'zod';
import { calendarDate, longText, optionalShortText, recordId, shortText } from './primitives.ts';

/**
 * How a contact goes from one officer to another (design/domain.md, "Handover between postings"):
 * `assign` inside the mission, both go on; `refer` lends for one purpose, the owner stays;
 * `transfer` moves ownership once it is accepted; `request` asks another officer for a contact.
 */
export const ENTRUSTMENT_VERBS = ['assign', 'refer', 'transfer', 'request'] as const;
export type EntrustmentVerb = (typeof ENTRUSTMENT_VERBS)[number];

/** The verbs that a bundle carries out; a request carries nobody yet. */
export const CARRYING_VERBS = ['assign', 'refer', 'transfer'] as const;
export type CarryingVerb = (typeof CARRYING_VERBS)[number];

/** `revoked` is the giver's doing, `returned` that of whoever had it on loan. */
export const ENTRUSTMENT_STATES = [
  'offered',
  'accepted',
  'rejected',
  'revoked',
  'returned',
] as const;
export type EntrustmentState = (typeof ENTRUSTMENT_STATES)[number];

/**
 * One contact that goes, or is asked to go, from one officer to another. Each side keeps its own:
 * what the other said of it comes by a bundle or a signed receipt.
 */
export const entrustmentFields = z
  .strictObject({
    direction: z.enum(['out', 'in']),
    verb: z.enum(ENTRUSTMENT_VERBS),
    /** Null for a request of somebody whom only the other officer's vault knows. */
    contactId: recordId.nullable(),
    /** Whom a request asks for and why, in words. */
    wanted: longText,
    counterpartId: recordId,
    counterpartName: shortText,
    /** The bundle that carried it; null for a request that was not sent yet. */
    bundleId: recordId.nullable(),
    /** What it is lent for. */
    purpose: optionalShortText,
    /** The last day of a loan. */
    until: calendarDate.nullable(),
    offeredOn: calendarDate,
    /** The day by which an answer is hoped for. */
    answerBy: calendarDate.nullable(),
    state: z.enum(ENTRUSTMENT_STATES),
    reason: longText,
    settledOn: calendarDate.nullable(),
  })
  .superRefine((value, context) => {
    const issue = (path: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (value.verb !== 'request' && value.contactId === null) issue('contactId', 'required');
    if (value.verb === 'request' && value.wanted.trim() === '') issue('wanted', 'required');
    if (value.verb === 'refer' && value.purpose === null) issue('purpose', 'required');
    if (value.verb === 'refer' && value.until === null) issue('until', 'required');
    if ((value.state === 'offered') !== (value.settledOn === null)) {
      issue('settledOn', value.settledOn === null ? 'required' : 'invalid');
    }
    if (value.state === 'rejected' && value.reason.trim() === '') issue('reason', 'required');
    if (value.answerBy !== null && value.answerBy < value.offeredOn)
      issue('answerBy', 'before-offer');
  });
export type EntrustmentFields = z.infer<typeof entrustmentFields>;
export type Entrustment = EntrustmentFields & { readonly id: string };

/**
 * Who holds a contact, and what this vault's officer may write of them: `all`; `add`, new records
 * but nothing that came with the loan; or `read`.
 */
export interface Holding {
  readonly holder: { readonly id: string; readonly name: string } | null;
  readonly mayWrite: 'all' | 'add' | 'read';
  /** What it follows from; null for a contact that never went anywhere. */
  readonly because: Entrustment | null;
}

const OURS: Holding = { holder: null, mayWrite: 'all', because: null };

/**
 * What the entrustments of one contact come to today. The holder changes only by a transfer that
 * was accepted; a loan that came in is read only once it ended, and an offer changes nothing.
 * @param entrustments Those of the one contact, in any order.
 * @param isOurOwn Whether the contact was first recorded in this vault.
 * @param today Calendar date at the officer's place, ISO 8601.
 */
export function holdingOf(
  entrustments: readonly Entrustment[],
  isOurOwn: boolean,
  today: string,
): Holding {
  const inOrder = [...entrustments].sort(
    (a, b) =>
      compare(a.settledOn ?? a.offeredOn, b.settledOn ?? b.offeredOn) || compare(a.id, b.id),
  );
  return inOrder.reduce((held, next) => holdingAfter(held, next, isOurOwn, today), OURS);
}

function holdingAfter(held: Holding, next: Entrustment, isOurOwn: boolean, today: string): Holding {
  const { direction, verb, state, counterpartId, counterpartName } = next;
  const counterpart = { id: counterpartId, name: counterpartName };
  if (verb === 'transfer' && state === 'accepted') {
    return direction === 'out'
      ? { holder: counterpart, mayWrite: 'read', because: next }
      : { ...OURS, because: next };
  }
  if (verb === 'assign' && state === 'accepted') return { ...OURS, because: next };
  // A loan of somebody whom we hold already takes nothing from us.
  const isOurs = held.holder === null && (isOurOwn || held.because !== null);
  const isLent = verb === 'refer' && direction === 'in' && !isOurs;
  if (!isLent || state === 'offered' || state === 'rejected') return held;
  const hasEnded = state !== 'accepted' || (next.until !== null && next.until < today);
  return { holder: counterpart, mayWrite: hasEnded ? 'read' : 'add', because: next };
}

/**
 * What this vault's officer may settle by themselves. The rest is for the other officer to say, by a
 * receipt or a bundle: who offered may call it back as long as it is not theirs for good, who has
 * someone on loan may give them back, and who was asked may say no.
 */
export function maySettle(
  { direction, verb, state }: Pick<Entrustment, 'direction' | 'verb' | 'state'>,
  to: 'revoked' | 'returned' | 'rejected',
): boolean {
  if (to === 'revoked') {
    return (
      direction === 'out' && (state === 'offered' || (state === 'accepted' && verb === 'refer'))
    );
  }
  if (to === 'returned') return direction === 'in' && verb === 'refer' && state === 'accepted';
  return direction === 'in' && verb === 'request' && state === 'offered';
}

/** Whether an answer is overdue: hoped for by a day that has passed. */
export function isAnswerOverdue(
  { state, answerBy }: Pick<Entrustment, 'state' | 'answerBy'>,
  today: string,
): boolean {
  return state === 'offered' && answerBy !== null && answerBy < today;
}

/** Whether a loan should have come back. */
export function isLoanOverdue(
  { verb, state, until }: Pick<Entrustment, 'verb' | 'state' | 'until'>,
  today: string,
): boolean {
  return verb === 'refer' && state === 'accepted' && until !== null && until < today;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
