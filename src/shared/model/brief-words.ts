import { z } from 'zod';
import { BRIEF_CONSENT_STATES, BRIEF_DATES } from './brief.ts';
import { CLOSE_TYPES } from './close-ones.ts';
import { languageTag, shortText } from './primitives.ts';
import { ACTION_STATUSES, ACTION_TYPES } from './vocabulary/action.ts';
import { CONSENT_AUDIENCES, CONSENT_PURPOSES, WITHHELD_PARTS } from './vocabulary/consent.ts';
import { CONTACT_METHOD_KINDS, RISK_GROUPS, RISK_LEVELS } from './vocabulary/contact.ts';
import { MEETING_CHANNELS } from './vocabulary/meeting.ts';
import { NINE_RISKS, RISK_BEARERS, RISK_TRENDS } from './vocabulary/risk.ts';

/** The parts of a brief in their order: how to reach them comes before all else. */
export const BRIEF_SECTIONS = [
  'reach',
  'not-to-raise',
  'introduced',
  'meetings',
  'promises',
  'dates',
  'consents',
  'risk',
  'actions',
] as const;
export type BriefSectionName = (typeof BRIEF_SECTIONS)[number];

/** The single words of a brief. */
export const BRIEF_WORDS = [
  'title',
  'made',
  'contacts',
  'alsoKnownAs',
  'codeName',
  'languages',
  'neverUse',
  'preferred',
  'safeHours',
  'anyTime',
  'coverPhrase',
  'conditionOf',
  'keepFrom',
  'reason',
  'present',
  'said',
  'told',
  'by',
  'noDay',
  'until',
  'since',
  'conditions',
  'noLevel',
  'assessedOn',
  'triggers',
  'mitigations',
  'safetyPlan',
  'owner',
  'leftOut',
] as const;
export type BriefWord = (typeof BRIEF_WORDS)[number];

/** The vocabularies that a brief speaks in. */
export const BRIEF_VOCABULARIES = {
  methodKind: CONTACT_METHOD_KINDS,
  closeType: CLOSE_TYPES,
  riskGroup: RISK_GROUPS,
  meetingChannel: MEETING_CHANNELS,
  dateKind: BRIEF_DATES,
  purpose: CONSENT_PURPOSES,
  audience: CONSENT_AUDIENCES,
  consentState: BRIEF_CONSENT_STATES,
  riskLevel: RISK_LEVELS,
  riskTrend: RISK_TRENDS,
  nineRisk: NINE_RISKS,
  riskBearer: RISK_BEARERS,
  actionType: ACTION_TYPES,
  actionStatus: ACTION_STATUSES,
  withheldPart: WITHHELD_PARTS,
} as const;
export type BriefVocabulary = keyof typeof BRIEF_VOCABULARIES;

function wordFor<const Value extends string>(values: readonly Value[]) {
  return z.record(z.enum(values as readonly [Value, ...Value[]]), shortText);
}

const section = z.strictObject({
  title: shortText,
  /** What stands there where the record has nothing. */
  none: shortText,
});

/**
 * The words of a brief in the language of the interface, and how that is written. The vault puts what
 * the record says to them: what is in a brief is never for the interface to say.
 */
export const briefWords = z.strictObject({
  language: languageTag.refine(isKnownLanguage, { error: 'unknown-language' }),
  direction: z.enum(['ltr', 'rtl']),
  word: wordFor(BRIEF_WORDS),
  section: z.record(z.enum(BRIEF_SECTIONS), section),
  of: z.strictObject({
    methodKind: wordFor(BRIEF_VOCABULARIES.methodKind),
    closeType: wordFor(BRIEF_VOCABULARIES.closeType),
    riskGroup: wordFor(BRIEF_VOCABULARIES.riskGroup),
    meetingChannel: wordFor(BRIEF_VOCABULARIES.meetingChannel),
    dateKind: wordFor(BRIEF_VOCABULARIES.dateKind),
    purpose: wordFor(BRIEF_VOCABULARIES.purpose),
    audience: wordFor(BRIEF_VOCABULARIES.audience),
    consentState: wordFor(BRIEF_VOCABULARIES.consentState),
    riskLevel: wordFor(BRIEF_VOCABULARIES.riskLevel),
    riskTrend: wordFor(BRIEF_VOCABULARIES.riskTrend),
    nineRisk: wordFor(BRIEF_VOCABULARIES.nineRisk),
    riskBearer: wordFor(BRIEF_VOCABULARIES.riskBearer),
    actionType: wordFor(BRIEF_VOCABULARIES.actionType),
    actionStatus: wordFor(BRIEF_VOCABULARIES.actionStatus),
    withheldPart: wordFor(BRIEF_VOCABULARIES.withheldPart),
  }),
});
export type BriefWords = z.infer<typeof briefWords>;

/** Whether Intl takes it: the form of a tag alone does not say so. */
function isKnownLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
