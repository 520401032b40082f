import { z } from 'zod';
import {
  calendarDate,
  countryCode,
  languageTag,
  longText,
  optionalShortText,
  recordId,
} from './primitives.ts';
import { OFFERED_SERVICES } from './vocabulary/plan.ts';
import type { ActionType } from './vocabulary/action.ts';
import {
  APPROACH_LEVELS,
  COMMUNICATION_KINDS,
  CSO_ACCESS_KINDS,
  INVITATION_ANSWERS,
  REFERRAL_RESULTS,
  UPR_RESPONSES,
} from './vocabulary/particulars.ts';

const line = optionalShortText;
const date = calendarDate.nullable();
const contact = recordId.nullable();

/** What every text that goes out needs: languages, the text in them, who cleared it. */
const outgoingText = {
  languages: z.array(languageTag).max(20),
  text: longText,
  localLanguageText: longText,
  clearedBy: line,
  clearedOn: date,
  /** Which of the subjects may be named in it. */
  mayBeNamedIds: z.array(recordId).max(200),
};

/** The fields that each type of action has of its own. Anything may be left empty while planned. */
export const PARTICULARS = {
  'private-approach': of('private-approach', { approached: line, response: longText }),
  'senior-approach': of('senior-approach', {
    level: z.enum(APPROACH_LEVELS),
    raisedBy: line,
    approached: line,
    response: longText,
  }),
  demarche: of('demarche', {
    instructionReference: line,
    instructedOn: date,
    textFromCapital: longText,
    deliveredTo: line,
    response: longText,
  }),
  'public-statement': of('public-statement', { ...outgoingText, publishedWhere: line }),
  'local-press-release': of('local-press-release', { ...outgoingText, publishedWhere: line }),
  'media-intervention': of('media-intervention', { ...outgoingText, outlet: line }),
  'social-media-post': of('social-media-post', { ...outgoingText, account: line }),
  'trial-observation': of('trial-observation', { court: line, caseReference: line }),
  'detention-visit': of('detention-visit', { place: line, authority: line }),
  'workplace-visit': of('workplace-visit', { place: line, heldOn: date }),
  'meeting-place': of('meeting-place', { place: line, heldOn: date }),
  seminar: of('seminar', { organiser: line, topic: line, place: line, heldOn: date }),
  invitation: of('invitation', {
    event: line,
    host: line,
    heldOn: date,
    answer: z.enum(INVITATION_ANSWERS),
  }),
  'public-recognition': of('public-recognition', { award: line, heldOn: date }),
  'capacity-building': of('capacity-building', {
    organisationId: contact,
    funding: line,
    training: line,
    from: date,
    until: date,
  }),
  'company-approach': of('company-approach', {
    companyId: contact,
    level: z.enum(APPROACH_LEVELS),
    approached: line,
    /** Numbers of the UN Guiding Principles on Business and Human Rights that are invoked. */
    guidingPrinciples: z.array(z.number().int().min(1).max(31)).max(31),
    response: longText,
  }),
  'women-peace-and-security': of('women-peace-and-security', {
    commitment: line,
    activity: longText,
  }),
  'ngo-referral': of('ngo-referral', {
    organisationId: contact,
    services: z.array(z.enum(OFFERED_SERVICES)).max(OFFERED_SERVICES.length),
    shared: longText,
    referredOn: date,
    result: z.enum(REFERRAL_RESULTS),
  }),
  resolution: of('resolution', {
    body: line,
    symbol: line,
    coSponsored: z.boolean(),
    adoptedOn: date,
  }),
  'upr-recommendation': of('upr-recommendation', {
    cycle: z.number().int().min(1).max(20).nullable(),
    stateUnderReview: countryCode.nullable(),
    text: longText,
    stateResponse: z.enum(UPR_RESPONSES),
    /** The day on which the Council adopts the outcome: the state's answers are final by then. */
    adoptedOn: date.default(null),
    followUp: longText,
  }),
  'special-procedures': of('special-procedures', {
    mandate: line,
    communicationKind: z.enum(COMMUNICATION_KINDS),
    sentOn: date,
    reference: line,
    stateReply: longText,
  }),
  'reprisals-follow-up': of('reprisals-follow-up', {
    mechanism: line,
    reportedTo: line,
    reportedOn: date,
    response: longText,
  }),
  'third-party-responsibilities': of('third-party-responsibilities', {
    companyId: contact,
    standard: line,
    response: longText,
  }),
  'cso-access': of('cso-access', {
    organisationId: contact,
    body: line,
    accessKind: z.enum(CSO_ACCESS_KINDS),
    decision: longText,
  }),
} as const satisfies { readonly [Type in ActionType]: z.ZodObject };

const [first, ...rest] = Object.values(PARTICULARS);
/** The particulars of an action; `type` is the type of the action they belong to. */
export const actionParticulars = z.discriminatedUnion('type', [
  first as (typeof PARTICULARS)[ActionType],
  ...rest,
]);
export type ActionParticulars = z.infer<(typeof PARTICULARS)[ActionType]>;

/** The contacts that particulars name: companies, organisations, those who may be named. */
export function contactsInParticulars(particulars: ActionParticulars | null): string[] {
  if (particulars === null) return [];
  const ids: string[] = [];
  if ('organisationId' in particulars && particulars.organisationId !== null) {
    ids.push(particulars.organisationId);
  }
  if ('companyId' in particulars && particulars.companyId !== null) ids.push(particulars.companyId);
  if ('mayBeNamedIds' in particulars) ids.push(...particulars.mayBeNamedIds);
  return ids;
}

/** Why an action of this kind may not go out yet, though every consent is there. */
export const NOT_READY = ['no-instruction', 'not-cleared'] as const;
export type NotReady = (typeof NOT_READY)[number];

/**
 * What still has to be filled in before an action may leave `planned`. "A formal demarche on
 * instructions from London": reference, date and text from capital. A text that goes out is
 * cleared first, by somebody, on a day.
 */
export function notReadyBecause(
  type: ActionType,
  particulars: ActionParticulars | null,
): NotReady | null {
  if (type === 'demarche') {
    const isInstructed =
      particulars?.type === 'demarche' &&
      particulars.instructionReference !== null &&
      particulars.instructedOn !== null &&
      particulars.textFromCapital.trim() !== '';
    return isInstructed ? null : 'no-instruction';
  }
  if (!SAYS_SOMETHING.has(type)) return null;
  const isCleared =
    particulars !== null &&
    'clearedBy' in particulars &&
    particulars.clearedBy !== null &&
    particulars.clearedOn !== null;
  return isCleared ? null : 'not-cleared';
}

const SAYS_SOMETHING: ReadonlySet<ActionType> = new Set<ActionType>([
  'public-statement',
  'local-press-release',
  'media-intervention',
  'social-media-post',
]);

function of<const Type extends ActionType, Shape extends z.ZodRawShape>(
  type: Type,
  shape: Shape,
): z.ZodObject<{ type: z.ZodLiteral<Type> } & Shape, z.core.$strict> {
  return z.strictObject({ type: z.literal(type), ...shape });
}
