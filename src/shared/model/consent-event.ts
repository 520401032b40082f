import { z } from 'zod';
import {
  calendarDate,
  languageTag,
  longText,
  optionalShortText,
  recordId,
  shortText,
} from './primitives.ts';
import {
  CONSENT_AUDIENCES,
  CONSENT_CHANNELS,
  CONSENT_DECISIONS,
  CONSENT_GIVERS,
  CONSENT_PURPOSES,
  PROXY_RELATIONS,
  WITHHELD_PARTS,
} from './vocabulary/consent.ts';

/** Consent by someone close to the defender, because the defender could not be reached. */
export const proxyConsent = z.strictObject({
  contactId: recordId.nullable(),
  name: optionalShortText,
  relation: z.enum(PROXY_RELATIONS),
  reachedHow: longText.pipe(z.string().trim().min(1)),
  whyNotSelf: longText.pipe(z.string().trim().min(1)),
});
export type ProxyConsent = z.infer<typeof proxyConsent>;

/** Something the defender asked us to keep from somebody ("my address, from the company"). */
export const withholding = z.strictObject({
  id: recordId,
  what: shortText,
  fromWhom: shortText,
  reason: longText.pipe(z.string().trim().min(1)),
});
export type Withholding = z.infer<typeof withholding>;

const detailShape = {
  decision: z.enum(CONSENT_DECISIONS),
  decidedOn: calendarDate,
  givenBy: z.enum(CONSENT_GIVERS),
  proxy: proxyConsent.nullable(),
  how: z.enum(CONSENT_CHANNELS),
  language: languageTag.nullable(),
  interpreter: optionalShortText,
  /** In the defender's words ("not before the verdict"). */
  conditions: longText,
  withheld: z.array(z.enum(WITHHELD_PARTS)).max(WITHHELD_PARTS.length),
  /** The last day on which it holds. */
  expiresOn: calendarDate.nullable(),
  reviewOn: calendarDate.nullable(),
  note: longText,
  /** X from Y, with the reason. */
  withholdings: z.array(withholding).max(50).nullable().default(null),
};

/** How, when and by whom a decision was given: what one form records for several purposes. */
export const consentDetails = z.strictObject(detailShape).superRefine(checkDetails);
export type ConsentDetails = z.infer<typeof consentDetails>;

/**
 * One decision of a defender about one purpose towards one audience. Events are appended, never
 * edited: what holds today is worked out from all of them (live-consent.ts).
 */
export const consentEventFields = z
  .strictObject({
    contactId: recordId,
    purpose: z.enum(CONSENT_PURPOSES),
    audience: z.enum(CONSENT_AUDIENCES),
    ...detailShape,
    /** The consent that this one renews: the same purpose towards the same audience. */
    renewsId: recordId.nullable().default(null),
  })
  .superRefine(checkDetails)
  .superRefine((value, context) => {
    if (value.renewsId === null || value.decision === 'given') return;
    context.addIssue({ code: 'custom', path: ['renewsId'], message: 'only-consent-renews' });
  });
export type ConsentEventFields = z.infer<typeof consentEventFields>;
export type ConsentEvent = ConsentEventFields & { readonly id: string };

function checkDetails(
  value: z.infer<z.ZodObject<typeof detailShape>>,
  context: z.RefinementCtx,
): void {
  if (value.givenBy === 'proxy' && value.proxy === null) {
    context.addIssue({ code: 'custom', path: ['proxy'], message: 'proxy-required' });
  }
  if (value.givenBy === 'self' && value.proxy !== null) {
    context.addIssue({ code: 'custom', path: ['proxy'], message: 'proxy-with-self' });
  }
  if (value.proxy !== null && value.proxy.contactId === null && value.proxy.name === null) {
    context.addIssue({ code: 'custom', path: ['proxy', 'name'], message: 'contact-or-name' });
  }
  for (const key of ['expiresOn', 'reviewOn'] as const) {
    const date = value[key];
    if (date !== null && date < value.decidedOn) {
      context.addIssue({ code: 'custom', path: [key], message: 'before-decision' });
    }
  }
}
