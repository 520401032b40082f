import { z } from 'zod';
import type { ConsentEventRow } from '../../../shared/contract/consents.ts';
import { consentDetails, type ProxyConsent } from '../../../shared/model/consent-event.ts';
import { recordId } from '../../../shared/model/primitives.ts';
import {
  CONSENT_AUDIENCES,
  CONSENT_CHANNELS,
  CONSENT_DECISIONS,
  CONSENT_GIVERS,
  CONSENT_PURPOSES,
  PROXY_RELATIONS,
  WITHHELD_PARTS,
  type ConsentAudience,
  type ConsentDecision,
  type ConsentPurpose,
} from '../../../shared/model/vocabulary/consent.ts';

/** The schema of "Record a decision": `consents.record` without the contact. */
export const consentForm = z.strictObject({
  purposes: z.array(z.enum(CONSENT_PURPOSES)).min(1),
  audiences: z.array(z.enum(CONSENT_AUDIENCES)).min(1),
  details: consentDetails,
  renews: z.array(recordId),
});
export type ConsentFormValues = z.input<typeof consentForm>;
export type ConsentFormParsed = z.output<typeof consentForm>;

export interface NewDecision {
  readonly purposes?: readonly ConsentPurpose[];
  readonly audiences?: readonly ConsentAudience[];
  readonly decision?: ConsentDecision;
  /** Consents of one conversation that are given anew; what is chosen begins as it was. */
  readonly renews?: readonly ConsentEventRow[];
  /** Calendar date at the officer's place, ISO 8601. */
  readonly today: string;
}

/** What a form is opened with, from any view. */
export type DecisionStart = Omit<NewDecision, 'today'>;

/** A decision by the defender in person, today; nothing is chosen that was not asked for. */
export function emptyDecision(start: NewDecision): ConsentFormValues {
  const { renews = [] } = start;
  const [like] = renews;
  const isGiven = (start.decision ?? 'given') === 'given';
  return {
    purposes: [...(start.purposes ?? new Set(renews.map((event) => event.purpose)))],
    audiences: [...(start.audiences ?? new Set(renews.map((event) => event.audience)))],
    details: {
      decision: start.decision ?? 'given',
      decidedOn: start.today,
      givenBy: 'self',
      proxy: null,
      how: 'in-person',
      language: like?.language ?? null,
      interpreter: like?.interpreter ?? null,
      // What was limited stays limited until they say otherwise; for how long is asked anew.
      conditions: isGiven ? (like?.conditions ?? '') : '',
      withheld: isGiven ? [...(like?.withheld ?? [])] : [],
      withholdings: isGiven ? [...(like?.withholdings ?? [])] : [],
      expiresOn: null,
      reviewOn: null,
      note: '',
    },
    renews: renews.map((event) => event.id),
  };
}

/** Nothing is chosen yet: the schema refuses it at its field, so that nobody's relation is guessed. */
const NOT_CHOSEN = '' as ProxyConsent['relation'];

/** Somebody who speaks for the defender, not yet named. */
export function emptyProxy(): ProxyConsent {
  return { contactId: null, name: null, relation: NOT_CHOSEN, reachedHow: '', whyNotSelf: '' };
}

/** What belongs to a consent and makes no sense on a refusal or withdrawal is left out. */
export function settledDetails(values: ConsentFormValues): ConsentFormValues {
  const { details } = values;
  const given = details.decision === 'given';
  return {
    ...values,
    renews: given ? values.renews : [],
    details: {
      ...details,
      proxy: details.givenBy === 'proxy' ? details.proxy : null,
      conditions: given ? details.conditions : '',
      withheld: given ? details.withheld : [],
      withholdings: given && (details.withholdings ?? []).length > 0 ? details.withholdings : null,
      expiresOn: given ? details.expiresOn : null,
    },
  };
}

/** The schema behind the form: what is not asked for with this decision is not checked either. */
export const consentFormSettled = z.preprocess(
  (values) => settledDetails(values as ConsentFormValues),
  consentForm,
) as unknown as z.ZodType<ConsentFormParsed, ConsentFormValues>;

const maybe = z.string().nullable();
const unfinished = z.object({
  purposes: z.array(z.enum(CONSENT_PURPOSES)),
  audiences: z.array(z.enum(CONSENT_AUDIENCES)),
  details: z.object({
    decision: z.enum(CONSENT_DECISIONS),
    decidedOn: z.string(),
    givenBy: z.enum(CONSENT_GIVERS),
    proxy: z
      .object({
        contactId: maybe,
        name: maybe,
        relation: z.enum([...PROXY_RELATIONS, NOT_CHOSEN]),
        reachedHow: z.string(),
        whyNotSelf: z.string(),
      })
      .nullable(),
    how: z.enum(CONSENT_CHANNELS),
    language: maybe,
    interpreter: maybe,
    conditions: z.string(),
    withheld: z.array(z.enum(WITHHELD_PARTS)),
    withholdings: z.array(
      z.object({ id: z.string(), what: z.string(), fromWhom: z.string(), reason: z.string() }),
    ),
    expiresOn: maybe,
    reviewOn: maybe,
    note: z.string(),
  }),
  renews: z.array(z.string()),
});

/** An autosaved form body, or null where it is not one of this form. */
export function unfinishedDecision(body: unknown): ConsentFormValues | null {
  const parsed = unfinished.safeParse(body);
  return parsed.success ? parsed.data : null;
}
