import { z } from 'zod';
import { consentDetails } from '../../../shared/model/consent-event.ts';
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
});
export type ConsentFormValues = z.input<typeof consentForm>;
export type ConsentFormParsed = z.output<typeof consentForm>;

export interface NewDecision {
  readonly purposes?: readonly ConsentPurpose[];
  readonly audiences?: readonly ConsentAudience[];
  readonly decision?: ConsentDecision;
  /** Calendar date at the officer's place, ISO 8601. */
  readonly today: string;
}

/** A decision by the defender in person, today; nothing is chosen that was not asked for. */
export function emptyDecision(start: NewDecision): ConsentFormValues {
  return {
    purposes: [...(start.purposes ?? [])],
    audiences: [...(start.audiences ?? [])],
    details: {
      decision: start.decision ?? 'given',
      decidedOn: start.today,
      givenBy: 'self',
      proxy: null,
      how: 'in-person',
      language: null,
      interpreter: null,
      conditions: '',
      withheld: [],
      expiresOn: null,
      reviewOn: null,
      note: '',
    },
  };
}

/** What belongs to a consent and makes no sense on a refusal or withdrawal is left out. */
export function settledDetails(values: ConsentFormValues): ConsentFormValues {
  const { details } = values;
  const given = details.decision === 'given';
  return {
    ...values,
    details: {
      ...details,
      proxy: details.givenBy === 'proxy' ? details.proxy : null,
      conditions: given ? details.conditions : '',
      withheld: given ? details.withheld : [],
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
        relation: z.enum(PROXY_RELATIONS),
        reachedHow: z.string(),
        whyNotSelf: z.string(),
      })
      .nullable(),
    how: z.enum(CONSENT_CHANNELS),
    language: maybe,
    interpreter: maybe,
    conditions: z.string(),
    withheld: z.array(z.enum(WITHHELD_PARTS)),
    expiresOn: maybe,
    reviewOn: maybe,
    note: z.string(),
  }),
});

/** An autosaved form body, or null where it is not one of this form. */
export function unfinishedDecision(body: unknown): ConsentFormValues | null {
  const parsed = unfinished.safeParse(body);
  return parsed.success ? parsed.data : null;
}
