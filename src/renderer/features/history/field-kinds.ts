import type { RecordType } from '../../../shared/model/record-type.ts';

/** The vocabularies whose words the history can show; the locale file has one group for each. */
export type VocabularyName =
  | 'contactKind'
  | 'contactState'
  | 'organisationType'
  | 'nameKind'
  | 'methodKind'
  | 'riskGroup'
  | 'riskLevel'
  | 'peacefulMeans'
  | 'legitimateGround'
  | 'relationshipType'
  | 'meetingChannel'
  | 'meetingState'
  | 'sensitivity'
  | 'participantRole'
  | 'promiseState'
  | 'followUpState'
  | 'purpose'
  | 'audience'
  | 'decision'
  | 'giver'
  | 'consentChannel'
  | 'proxyRelation'
  | 'withheldPart'
  | 'actionType'
  | 'actionStatus'
  | 'officerTrust'
  | 'verifiedHow'
  | 'bundleKind'
  | 'bundleDirection';

/** How the value of a field is put into words. */
export type FieldKind =
  | { readonly kind: 'text' | 'long-text' | 'date' | 'instant' | 'wall-clock' | 'flag' | 'number' }
  | { readonly kind: 'language' | 'country' | 'reference' | 'opaque' | 'bytes' }
  | { readonly kind: 'word'; readonly vocabulary: VocabularyName }
  | { readonly kind: 'list'; readonly of: FieldKind }
  | { readonly kind: 'parts'; readonly parts: Readonly<Record<string, FieldKind>> };

const text: FieldKind = { kind: 'text' };
const longText: FieldKind = { kind: 'long-text' };
const date: FieldKind = { kind: 'date' };
const instant: FieldKind = { kind: 'instant' };
const flag: FieldKind = { kind: 'flag' };
const number: FieldKind = { kind: 'number' };
const language: FieldKind = { kind: 'language' };
const reference: FieldKind = { kind: 'reference' };
const opaque: FieldKind = { kind: 'opaque' };
const word = (vocabulary: VocabularyName): FieldKind => ({ kind: 'word', vocabulary });
const list = (of: FieldKind): FieldKind => ({ kind: 'list', of });
const parts = (shape: Readonly<Record<string, FieldKind>>): FieldKind => ({
  kind: 'parts',
  parts: shape,
});

/**
 * One row for each field of each record type (the zod objects of src/shared/model). The test holds
 * it equal to them, so that a new field cannot be shown as raw data.
 */
export const FIELD_KINDS: Record<RecordType, Readonly<Record<string, FieldKind>>> = {
  contact: {
    kind: word('contactKind'),
    state: word('contactState'),
    organisationType: word('organisationType'),
    codeName: text,
    names: list(parts({ text, kind: word('nameKind') })),
    methods: list(
      parts({
        kind: word('methodKind'),
        value: text,
        safeHours: text,
        neverUse: flag,
        preferred: flag,
        note: text,
      }),
    ),
    languages: list(language),
    profession: text,
    locality: text,
    country: { kind: 'country' },
    remote: flag,
    peacefulMeans: parts({
      status: word('peacefulMeans'),
      assessedBy: text,
      assessedOn: date,
      ground: longText,
    }),
    riskGroups: list(word('riskGroup')),
    riskLevel: word('riskLevel'),
    contactEveryDays: number,
    coverPhrase: text,
    legitimateBasis: parts({ ground: word('legitimateGround'), explanation: longText }),
    tags: list(text),
    notes: longText,
    dissolvedOn: date,
    photo: opaque,
  },
  relationship: {
    fromContactId: reference,
    toContactId: reference,
    type: word('relationshipType'),
    since: date,
    until: date,
    note: longText,
  },
  'meeting-log': {
    state: word('meetingState'),
    startedAt: { kind: 'wall-clock' },
    timeZone: text,
    durationMinutes: number,
    channel: word('meetingChannel'),
    place: text,
    participants: list(parts({ name: text, contactId: reference, role: word('participantRole') })),
    language,
    interpreter: text,
    title: text,
    said: longText,
    told: longText,
    sensitivity: word('sensitivity'),
    correctsId: reference,
    sealedAt: instant,
  },
  promise: {
    meetingLogId: reference,
    contactId: reference,
    text,
    dueOn: date,
    state: word('promiseState'),
    settledOn: date,
    toldThemOn: date,
  },
  'follow-up': {
    meetingLogId: reference,
    contactId: reference,
    text,
    dueOn: date,
    assignedTo: text,
    state: word('followUpState'),
    settledOn: date,
  },
  'consent-event': {
    contactId: reference,
    purpose: word('purpose'),
    audience: word('audience'),
    decision: word('decision'),
    decidedOn: date,
    givenBy: word('giver'),
    proxy: parts({
      name: text,
      contactId: reference,
      relation: word('proxyRelation'),
      reachedHow: longText,
      whyNotSelf: longText,
    }),
    how: word('consentChannel'),
    language,
    interpreter: text,
    conditions: longText,
    withheld: list(word('withheldPart')),
    expiresOn: date,
    reviewOn: date,
    note: longText,
  },
  action: {
    type: word('actionType'),
    title: text,
    status: word('actionStatus'),
    audience: word('audience'),
    owner: text,
    dueOn: date,
    subjectIds: list(reference),
    detail: longText,
    consentEventIds: list(reference),
    override: parts({
      reason: longText,
      authorisedBy: text,
      defenderUnreachable: flag,
      secondName: text,
      at: instant,
    }),
    startedAt: instant,
    doneOn: date,
    outcome: longText,
  },
  attachment: {
    ownerType: opaque,
    ownerId: reference,
    sha256: opaque,
    name: text,
    mediaType: text,
    sizeBytes: { kind: 'bytes' },
  },
  officer: {
    name: text,
    post: text,
    keys: opaque,
    trust: word('officerTrust'),
    verifiedHow: word('verifiedHow'),
    verifiedOn: date,
    cardIssuedAt: instant,
    note: longText,
    email: text,
  },
  'bundle-entry': {
    direction: word('bundleDirection'),
    kind: word('bundleKind'),
    counterpartId: reference,
    counterpartName: text,
    counterpartVerified: flag,
    audience: word('audience'),
    sequence: number,
    sha256: opaque,
    sizeBytes: { kind: 'bytes' },
    at: instant,
    contactIds: list(reference),
    recordCount: number,
  },
};

/** The kind of one field; a field this version does not know is shown as plain text. */
export function fieldKind(type: RecordType, field: string): FieldKind {
  return FIELD_KINDS[type][field] ?? text;
}

/** Whether a change of this field is best shown inside the text, not as from and to. */
export function isLongText(type: RecordType, field: string): boolean {
  return fieldKind(type, field).kind === 'long-text';
}
