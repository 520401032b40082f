import { z } from 'zod';
import {
  calendarDate,
  countryCode,
  languageTag,
  longText,
  optionalShortText,
  recordId,
  scriptCode,
  sha256Hex,
  shortText,
} from './primitives.ts';
import { LEGITIMATE_GROUNDS } from './vocabulary/consent.ts';
import {
  CONTACT_KINDS,
  CONTACT_METHOD_KINDS,
  CONTACT_STATES,
  NAME_KINDS,
  ORGANISATION_TYPES,
  PEACEFUL_MEANS_STATUSES,
  RISK_GROUPS,
  RISK_LEVELS,
} from './vocabulary/contact.ts';
import { OFFERED_SERVICES } from './vocabulary/plan.ts';

/** One of a contact's names. `id` lets a merge tell names apart when both sides edit the list. */
export const contactName = z.strictObject({
  id: recordId,
  kind: z.enum(NAME_KINDS),
  text: shortText,
  script: scriptCode.nullable(),
});
export type ContactName = z.infer<typeof contactName>;

/** One way to reach a contact, and whether it is safe to use. */
export const contactMethod = z.strictObject({
  id: recordId,
  kind: z.enum(CONTACT_METHOD_KINDS),
  value: shortText,
  /** When it is safe, in the contact's own local time; free words ("after 21:00, not Fridays"). */
  safeHours: optionalShortText,
  /** Shown above everything else, and never offered as a way to make contact. */
  neverUse: z.boolean(),
  preferred: z.boolean(),
  note: optionalShortText,
});
export type ContactMethod = z.infer<typeof contactMethod>;

/** The officer's finding on whether the contact acts peacefully: what, who, when, on what ground. */
export const peacefulMeans = z
  .strictObject({
    status: z.enum(PEACEFUL_MEANS_STATUSES),
    assessedBy: optionalShortText,
    assessedOn: calendarDate.nullable(),
    ground: longText,
  })
  .superRefine((value, context) => {
    if (value.status !== 'met' && value.status !== 'not-met') return;
    if (value.assessedOn === null) {
      context.addIssue({ code: 'custom', path: ['assessedOn'], message: 'required-with-finding' });
    }
    if (value.ground.trim() === '') {
      context.addIssue({ code: 'custom', path: ['ground'], message: 'required-with-finding' });
    }
  });
export type PeacefulMeans = z.infer<typeof peacefulMeans>;

/** Why a record may be held and handed over where consent is not the ground. */
export const legitimateBasis = z.strictObject({
  ground: z.enum(LEGITIMATE_GROUNDS),
  explanation: longText.pipe(z.string().trim().min(1)),
});
export type LegitimateBasis = z.infer<typeof legitimateBasis>;

/** What an organisation offers to defenders: its entry in the mission's directory. */
export const directoryEntry = z.strictObject({
  services: z.array(z.enum(OFFERED_SERVICES)).max(OFFERED_SERVICES.length),
  /** Whom and where: "women defenders, East Africa". */
  coverage: optionalShortText,
  howToReach: optionalShortText,
  note: longText,
});
export type DirectoryEntry = z.infer<typeof directoryEntry>;

/** A person, a group or an organisation the mission is in contact with. */
export const contactFields = z.strictObject({
  kind: z.enum(CONTACT_KINDS),
  state: z.enum(CONTACT_STATES),
  organisationType: z.enum(ORGANISATION_TYPES).nullable(),
  /** A name to say aloud or write down where the real one must not be. */
  codeName: optionalShortText,
  /** The first is the one shown. At least one. */
  names: z.array(contactName).min(1).max(50),
  methods: z.array(contactMethod).max(50),
  languages: z.array(languageTag).max(20),
  profession: optionalShortText,
  locality: optionalShortText,
  country: countryCode.nullable(),
  /** Lives or works in a remote region, which the paper asks missions not to forget. */
  remote: z.boolean(),
  peacefulMeans,
  riskGroups: z.array(z.enum(RISK_GROUPS)).max(RISK_GROUPS.length),
  riskLevel: z.enum(RISK_LEVELS).nullable(),
  /** Wanted rhythm of contact, in days; null where none is set. */
  contactEveryDays: z.number().int().min(1).max(730).nullable(),
  /** What to say if someone else picks up. */
  coverPhrase: optionalShortText,
  legitimateBasis: legitimateBasis.nullable(),
  tags: z.array(shortText).max(50),
  notes: longText,
  /** The day an organisation or group ceased to exist. */
  dissolvedOn: calendarDate.nullable(),
  /** SHA-256 of the photo kept among the attachments. */
  photo: sha256Hex.nullable(),
  directory: directoryEntry.nullable().default(null),
});
export type ContactFields = z.infer<typeof contactFields>;
export type Contact = ContactFields & { readonly id: string };

/** The name to show: the first primary name, else the first of all. */
export function displayName(contact: Pick<ContactFields, 'names'>): string {
  const shown = contact.names.find((name) => name.kind === 'primary') ?? contact.names[0];
  return shown?.text ?? '';
}

/** A contact with nothing filled in but one empty name: what a new form starts from. */
export function emptyContactFields(): ContactFields {
  return {
    kind: 'person',
    state: 'active',
    organisationType: null,
    codeName: null,
    names: [],
    methods: [],
    languages: [],
    profession: null,
    locality: null,
    country: null,
    remote: false,
    peacefulMeans: { status: 'not-assessed', assessedBy: null, assessedOn: null, ground: '' },
    riskGroups: [],
    riskLevel: null,
    contactEveryDays: null,
    coverPhrase: null,
    legitimateBasis: null,
    tags: [],
    notes: '',
    dissolvedOn: null,
    photo: null,
    directory: null,
  };
}
