import type { NineRisk } from './risk.ts';

/*
 * The field's own vocabulary, so that what the mission writes down can be read by those who document
 * violations, and the other way round. Sources: J. Dueck, M. Guzman and B. Verstappen, HURIDOCS
 * Events Standard Formats: Documenting Human Rights Violations (2nd edition, 2001), and their
 * Micro-thesauri: A Tool for Documenting Human Rights Violations (2001), both https://huridocs.org.
 */

/**
 * What was done. A working selection of the micro-thesauri ("Types of acts", "Methods of violence"),
 * each under the one of the nine risks that it most often bears out.
 */
export const INCIDENT_ACTS = [
  'killing',
  'attempted-killing',
  'death-threat',
  'other-threat',
  'physical-assault',
  'torture-or-ill-treatment',
  'sexual-violence',
  'attack-on-property',
  'surveillance',
  'raid-or-search',
  'confiscation',
  'digital-attack',
  'harassment',
  'reprisal-for-un-cooperation',
  'dismissal',
  'asset-freeze',
  'smear-campaign',
  'defamation-suit',
  'stigmatising-statement',
  'registration-refused',
  'funding-restricted',
  'closure-or-censorship',
  'travel-ban',
  'arrest-or-detention',
  'prosecution',
  'unfair-trial',
  'enforced-disappearance',
  'abduction',
  'forced-displacement',
  'forced-exile',
  'nationality-withdrawn',
  'denial-of-remedy',
  'other',
] as const;
export type IncidentAct = (typeof INCIDENT_ACTS)[number];

/** The risk that an act is counted under unless the officer says otherwise. */
export const ACT_RISK: Readonly<Record<IncidentAct, NineRisk>> = {
  killing: 'threats-violence-killings',
  'attempted-killing': 'threats-violence-killings',
  'death-threat': 'threats-violence-killings',
  'other-threat': 'threats-violence-killings',
  'physical-assault': 'threats-violence-killings',
  'torture-or-ill-treatment': 'threats-violence-killings',
  'sexual-violence': 'threats-violence-killings',
  'attack-on-property': 'threats-violence-killings',
  surveillance: 'intimidation-harassment',
  'raid-or-search': 'intimidation-harassment',
  confiscation: 'intimidation-harassment',
  'digital-attack': 'intimidation-harassment',
  harassment: 'intimidation-harassment',
  'reprisal-for-un-cooperation': 'intimidation-harassment',
  dismissal: 'loss-of-livelihood',
  'asset-freeze': 'loss-of-livelihood',
  'smear-campaign': 'slander-defamation',
  'defamation-suit': 'slander-defamation',
  'stigmatising-statement': 'stigmatisation',
  'registration-refused': 'regulatory-challenges',
  'funding-restricted': 'regulatory-challenges',
  'closure-or-censorship': 'regulatory-challenges',
  'travel-ban': 'regulatory-challenges',
  'arrest-or-detention': 'criminalisation',
  prosecution: 'criminalisation',
  'unfair-trial': 'criminalisation',
  'enforced-disappearance': 'exile-disappearance-displacement',
  abduction: 'exile-disappearance-displacement',
  'forced-displacement': 'exile-disappearance-displacement',
  'forced-exile': 'exile-disappearance-displacement',
  'nationality-withdrawn': 'exile-disappearance-displacement',
  'denial-of-remedy': 'impunity',
  other: 'intimidation-harassment',
};

/** How exact a date is (HURIDOCS events standard formats, "Type of dating"). */
export const DATE_PRECISIONS = [
  'exact',
  'approximate',
  'day-unknown',
  'day-and-month-unknown',
] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/** Who did it (HURIDOCS, "Types of perpetrators"). */
export const PERPETRATOR_TYPES = [
  'police',
  'military',
  'intelligence-service',
  'courts-or-prosecution',
  'prison-staff',
  'other-state-agent',
  'militia',
  'armed-group',
  'organised-crime',
  'company',
  'private-security',
  'media',
  'religious-or-traditional-leader',
  'community',
  'family',
  'unknown',
  'other',
] as const;
export type PerpetratorType = (typeof PERPETRATOR_TYPES)[number];

/** From whom the mission knows (HURIDOCS, "Source"). */
export const SOURCE_TYPES = [
  'victim',
  'family',
  'witness',
  'lawyer',
  'organisation',
  'media',
  'authorities',
  'diplomatic-partner',
  'un',
  'own-observation',
  'other',
] as const;

/** How far the source can be relied upon (HURIDOCS, "Reliability"). */
export const SOURCE_RELIABILITIES = [
  'completely-reliable',
  'usually-reliable',
  'fairly-reliable',
  'not-usually-reliable',
  'unreliable',
  'cannot-be-judged',
] as const;

export const VERIFICATIONS = ['unverified', 'partly-corroborated', 'verified', 'disputed'] as const;
export type Verification = (typeof VERIFICATIONS)[number];

/** The steps of following up impunity, and what came of each. */
export const REDRESS_KINDS = ['complaint', 'investigation', 'prosecution', 'outcome'] as const;
export const REDRESS_RESULTS = [
  'pending',
  'no-action',
  'dismissed',
  'upheld',
  'convicted',
  'acquitted',
] as const;
