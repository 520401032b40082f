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
  | 'nineRisk'
  | 'riskBearer'
  | 'riskTrend'
  | 'incidentAct'
  | 'datePrecision'
  | 'perpetratorType'
  | 'sourceType'
  | 'sourceReliability'
  | 'verification'
  | 'redressKind'
  | 'redressResult'
  | 'custodyState'
  | 'hearingStage'
  | 'hearingStatus'
  | 'observerRole'
  | 'visitStatus'
  | 'planState'
  | 'partnerRole'
  | 'taskState'
  | 'reviewHelped'
  | 'reviewCost'
  | 'offeredService'
  | 'pledge'
  | 'approachLevel'
  | 'invitationAnswer'
  | 'referralResult'
  | 'uprResponse'
  | 'communicationKind'
  | 'csoAccessKind'
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

const partner = parts({ name: text, contactId: reference, role: word('partnerRole') });

/** The fields of all types of particulars in one: a test holds them equal to particulars.ts. */
const particulars = parts({
  level: word('approachLevel'),
  raisedBy: text,
  approached: text,
  instructionReference: text,
  instructedOn: date,
  textFromCapital: longText,
  deliveredTo: text,
  languages: list(language),
  text: longText,
  localLanguageText: longText,
  clearedBy: text,
  clearedOn: date,
  mayBeNamedIds: list(reference),
  publishedWhere: text,
  outlet: text,
  account: text,
  court: text,
  caseReference: text,
  place: text,
  authority: text,
  heldOn: date,
  organiser: text,
  topic: text,
  event: text,
  host: text,
  answer: word('invitationAnswer'),
  award: text,
  organisationId: reference,
  funding: text,
  training: text,
  from: date,
  until: date,
  companyId: reference,
  guidingPrinciples: list(number),
  commitment: text,
  activity: longText,
  services: list(word('offeredService')),
  shared: longText,
  referredOn: date,
  result: word('referralResult'),
  body: text,
  symbol: text,
  coSponsored: flag,
  adoptedOn: date,
  cycle: number,
  stateUnderReview: { kind: 'country' },
  stateResponse: word('uprResponse'),
  communicationKind: word('communicationKind'),
  accessKind: word('csoAccessKind'),
  mandate: text,
  sentOn: date,
  reference: text,
  stateReply: longText,
  mechanism: text,
  reportedTo: text,
  reportedOn: date,
  standard: text,
  decision: longText,
  followUp: longText,
  response: longText,
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
    directory: parts({
      services: list(word('offeredService')),
      coverage: text,
      howToReach: text,
      note: longText,
    }),
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
    withholdings: list(parts({ what: text, fromWhom: text, reason: longText })),
    renewsId: reference,
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
    planId: reference,
    particulars,
    partners: list(partner),
    pledges: list(word('pledge')),
  },
  incident: {
    title: text,
    act: word('incidentAct'),
    risk: word('nineRisk'),
    occurredOn: date,
    precision: word('datePrecision'),
    endedOn: date,
    place: text,
    country: { kind: 'country' },
    victims: list(parts({ name: text, contactId: reference, bearer: word('riskBearer') })),
    perpetrators: list(parts({ name: text, contactId: reference, type: word('perpetratorType') })),
    description: longText,
    sourceType: word('sourceType'),
    source: text,
    reliability: word('sourceReliability'),
    verification: word('verification'),
    sensitivity: word('sensitivity'),
    followsId: reference,
    redress: list(
      parts({
        on: date,
        kind: word('redressKind'),
        authority: text,
        result: word('redressResult'),
        note: longText,
      }),
    ),
  },
  'risk-assessment': {
    contactId: reference,
    assessedOn: date,
    assessedBy: text,
    level: word('riskLevel'),
    trend: word('riskTrend'),
    ratings: list(
      parts({
        risk: word('nineRisk'),
        bearer: word('riskBearer'),
        likelihood: number,
        severity: number,
        note: text,
      }),
    ),
    triggers: longText,
    mitigations: longText,
    safetyPlan: longText,
    reviewOn: date,
  },
  custody: {
    contactId: reference,
    state: word('custodyState'),
    since: date,
    places: list(parts({ name: text, from: date, note: text })),
    authority: text,
    caseReference: text,
    charges: longText,
    lawyerContactId: reference,
    lawyerName: text,
    familyContactId: reference,
    familyName: text,
    releasedOn: date,
    releaseConditions: longText,
    note: longText,
  },
  'visit-request': {
    contactId: reference,
    custodyId: reference,
    requestedOn: date,
    requestedFrom: text,
    status: word('visitStatus'),
    answeredOn: date,
    visitOn: date,
    visitors: text,
    refusalReason: longText,
    findings: longText,
    actionId: reference,
  },
  hearing: {
    contactId: reference,
    custodyId: reference,
    title: text,
    startsAt: { kind: 'wall-clock' },
    timeZone: text,
    court: text,
    room: text,
    stage: word('hearingStage'),
    status: word('hearingStatus'),
    previousId: reference,
    observers: list(
      parts({
        name: text,
        from: text,
        role: word('observerRole'),
        confirmed: flag,
        attended: flag,
      }),
    ),
    actionId: reference,
    outcome: longText,
    note: longText,
  },
  plan: {
    title: text,
    state: word('planState'),
    subjectIds: list(reference),
    situation: longText,
    goal: longText,
    options: list(
      parts({
        actionType: word('actionType'),
        summary: longText,
        benefit: longText,
        riskToDefender: longText,
        riskToFamily: longText,
        riskToOthers: longText,
        associationRisk: longText,
        chosen: flag,
      }),
    ),
    partners: list(partner),
    owner: text,
    startedOn: date,
    reviewOn: date,
    outcome: longText,
  },
  'action-review': {
    actionId: reference,
    months: number,
    reviewedOn: date,
    helped: word('reviewHelped'),
    cost: word('reviewCost'),
    incidentIds: list(reference),
    defenderView: longText,
    note: longText,
  },
  task: {
    text,
    step: opaque,
    actionId: reference,
    contactId: reference,
    bundleEntryId: reference,
    dueOn: date,
    assignedTo: text,
    state: word('taskState'),
    settledOn: date,
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
