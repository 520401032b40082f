import { sql } from 'drizzle-orm';
import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ActionReviewFields } from '../../shared/model/action-review.ts';
import type { ActionFields } from '../../shared/model/action.ts';
import type { AttachmentFields } from '../../shared/model/attachment.ts';
import type { BundleEntryFields } from '../../shared/model/bundle-entry.ts';
import type { ConsentEventFields } from '../../shared/model/consent-event.ts';
import type { ContactFields } from '../../shared/model/contact.ts';
import type { CustodyFields, VisitRequestFields } from '../../shared/model/custody.ts';
import type { HearingFields } from '../../shared/model/hearing.ts';
import type { IncidentFields } from '../../shared/model/incident.ts';
import type {
  FollowUpFields,
  MeetingLogFields,
  PromiseFields,
} from '../../shared/model/meeting-log.ts';
import type { OfficerFields } from '../../shared/model/officer.ts';
import type { PlanFields } from '../../shared/model/plan.ts';
import type { RelationshipFields } from '../../shared/model/relationship.ts';
import type { RiskAssessmentFields } from '../../shared/model/risk-assessment.ts';
import type { TaskFields } from '../../shared/model/task.ts';

/*
 * The typed view of the migrated database. A test holds it equal to what the migrations make.
 * Record tables have one column per field of the record's zod object, under the same key: strings
 * as TEXT, integers as INTEGER, booleans as 0 or 1, lists and objects as canonical JSON. They hold
 * no foreign keys between each other, because bundles may bring records in any order.
 */

export const contact = sqliteTable('contact', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<ContactFields['kind']>().notNull(),
  state: text('state').$type<ContactFields['state']>().notNull(),
  organisationType:
    text('organisation_type').$type<NonNullable<ContactFields['organisationType']>>(),
  codeName: text('code_name'),
  names: text('names', { mode: 'json' }).$type<ContactFields['names']>().notNull(),
  methods: text('methods', { mode: 'json' }).$type<ContactFields['methods']>().notNull(),
  languages: text('languages', { mode: 'json' }).$type<ContactFields['languages']>().notNull(),
  profession: text('profession'),
  locality: text('locality'),
  country: text('country'),
  remote: integer('remote', { mode: 'boolean' }).notNull(),
  peacefulMeans: text('peaceful_means', { mode: 'json' })
    .$type<ContactFields['peacefulMeans']>()
    .notNull(),
  riskGroups: text('risk_groups', { mode: 'json' }).$type<ContactFields['riskGroups']>().notNull(),
  riskLevel: text('risk_level').$type<NonNullable<ContactFields['riskLevel']>>(),
  contactEveryDays: integer('contact_every_days'),
  coverPhrase: text('cover_phrase'),
  legitimateBasis: text('legitimate_basis', { mode: 'json' }).$type<
    NonNullable<ContactFields['legitimateBasis']>
  >(),
  tags: text('tags', { mode: 'json' }).$type<ContactFields['tags']>().notNull(),
  notes: text('notes').notNull(),
  dissolvedOn: text('dissolved_on'),
  photo: text('photo'),
  directory: text('directory', { mode: 'json' }).$type<NonNullable<ContactFields['directory']>>(),
});

export const relationship = sqliteTable(
  'relationship',
  {
    id: text('id').primaryKey(),
    fromContactId: text('from_contact_id').notNull(),
    toContactId: text('to_contact_id').notNull(),
    type: text('type').$type<RelationshipFields['type']>().notNull(),
    since: text('since'),
    until: text('until'),
    note: text('note').notNull(),
  },
  (table) => [
    index('relationship_from').on(table.fromContactId),
    index('relationship_to').on(table.toContactId),
  ],
);

export const meetingLog = sqliteTable(
  'meeting_log',
  {
    id: text('id').primaryKey(),
    state: text('state').$type<MeetingLogFields['state']>().notNull(),
    startedAt: text('started_at').notNull(),
    timeZone: text('time_zone').notNull(),
    durationMinutes: integer('duration_minutes'),
    channel: text('channel').$type<MeetingLogFields['channel']>().notNull(),
    place: text('place'),
    participants: text('participants', { mode: 'json' })
      .$type<MeetingLogFields['participants']>()
      .notNull(),
    language: text('language'),
    interpreter: text('interpreter'),
    title: text('title').notNull(),
    said: text('said').notNull(),
    told: text('told').notNull(),
    sensitivity: text('sensitivity').$type<MeetingLogFields['sensitivity']>().notNull(),
    correctsId: text('corrects_id'),
    sealedAt: text('sealed_at'),
  },
  (table) => [
    index('meeting_log_started').on(table.startedAt),
    index('meeting_log_corrects').on(table.correctsId),
  ],
);

export const promise = sqliteTable(
  'promise',
  {
    id: text('id').primaryKey(),
    meetingLogId: text('meeting_log_id').notNull(),
    contactId: text('contact_id').notNull(),
    text: text('text').notNull(),
    dueOn: text('due_on'),
    state: text('state').$type<PromiseFields['state']>().notNull(),
    settledOn: text('settled_on'),
    toldThemOn: text('told_them_on'),
  },
  (table) => [
    index('promise_log').on(table.meetingLogId),
    index('promise_contact').on(table.contactId),
    index('promise_due').on(table.state, table.dueOn),
  ],
);

export const followUp = sqliteTable(
  'follow_up',
  {
    id: text('id').primaryKey(),
    meetingLogId: text('meeting_log_id').notNull(),
    contactId: text('contact_id'),
    text: text('text').notNull(),
    dueOn: text('due_on'),
    assignedTo: text('assigned_to'),
    state: text('state').$type<FollowUpFields['state']>().notNull(),
    settledOn: text('settled_on'),
  },
  (table) => [
    index('follow_up_log').on(table.meetingLogId),
    index('follow_up_contact').on(table.contactId),
    index('follow_up_due').on(table.state, table.dueOn),
  ],
);

export const consentEvent = sqliteTable(
  'consent_event',
  {
    id: text('id').primaryKey(),
    contactId: text('contact_id').notNull(),
    purpose: text('purpose').$type<ConsentEventFields['purpose']>().notNull(),
    audience: text('audience').$type<ConsentEventFields['audience']>().notNull(),
    decision: text('decision').$type<ConsentEventFields['decision']>().notNull(),
    decidedOn: text('decided_on').notNull(),
    givenBy: text('given_by').$type<ConsentEventFields['givenBy']>().notNull(),
    proxy: text('proxy', { mode: 'json' }).$type<NonNullable<ConsentEventFields['proxy']>>(),
    how: text('how').$type<ConsentEventFields['how']>().notNull(),
    language: text('language'),
    interpreter: text('interpreter'),
    conditions: text('conditions').notNull(),
    withheld: text('withheld', { mode: 'json' }).$type<ConsentEventFields['withheld']>().notNull(),
    expiresOn: text('expires_on'),
    reviewOn: text('review_on'),
    note: text('note').notNull(),
    withholdings: text('withholdings', { mode: 'json' }).$type<
      NonNullable<ConsentEventFields['withholdings']>
    >(),
    renewsId: text('renews_id'),
  },
  (table) => [
    index('consent_event_standing').on(table.contactId, table.purpose, table.audience),
    index('consent_event_deciding').on(
      table.purpose,
      table.contactId,
      table.audience,
      table.decision,
      table.decidedOn,
      table.expiresOn,
      table.renewsId,
      table.id,
    ),
  ],
);

export const action = sqliteTable(
  'action',
  {
    id: text('id').primaryKey(),
    type: text('type').$type<ActionFields['type']>().notNull(),
    title: text('title').notNull(),
    status: text('status').$type<ActionFields['status']>().notNull(),
    audience: text('audience').$type<ActionFields['audience']>().notNull(),
    owner: text('owner'),
    dueOn: text('due_on'),
    subjectIds: text('subject_ids', { mode: 'json' }).$type<ActionFields['subjectIds']>().notNull(),
    detail: text('detail').notNull(),
    consentEventIds: text('consent_event_ids', { mode: 'json' })
      .$type<ActionFields['consentEventIds']>()
      .notNull(),
    override: text('override', { mode: 'json' }).$type<NonNullable<ActionFields['override']>>(),
    startedAt: text('started_at'),
    doneOn: text('done_on'),
    outcome: text('outcome').notNull(),
    planId: text('plan_id'),
    particulars: text('particulars', { mode: 'json' }).$type<
      NonNullable<ActionFields['particulars']>
    >(),
    partners: text('partners', { mode: 'json' }).$type<NonNullable<ActionFields['partners']>>(),
    pledges: text('pledges', { mode: 'json' }).$type<NonNullable<ActionFields['pledges']>>(),
  },
  (table) => [
    index('action_status').on(table.status, table.dueOn),
    index('action_plan').on(table.planId),
  ],
);

export const incident = sqliteTable(
  'incident',
  {
    id: text('id').primaryKey(),
    title: text('title').notNull(),
    act: text('act').$type<IncidentFields['act']>().notNull(),
    risk: text('risk').$type<IncidentFields['risk']>().notNull(),
    occurredOn: text('occurred_on').notNull(),
    precision: text('precision').$type<IncidentFields['precision']>().notNull(),
    endedOn: text('ended_on'),
    place: text('place'),
    country: text('country'),
    victims: text('victims', { mode: 'json' }).$type<IncidentFields['victims']>().notNull(),
    perpetrators: text('perpetrators', { mode: 'json' })
      .$type<IncidentFields['perpetrators']>()
      .notNull(),
    description: text('description').notNull(),
    sourceType: text('source_type').$type<IncidentFields['sourceType']>().notNull(),
    source: text('source'),
    reliability: text('reliability').$type<IncidentFields['reliability']>().notNull(),
    verification: text('verification').$type<IncidentFields['verification']>().notNull(),
    sensitivity: text('sensitivity').$type<IncidentFields['sensitivity']>().notNull(),
    followsId: text('follows_id'),
    redress: text('redress', { mode: 'json' }).$type<IncidentFields['redress']>().notNull(),
  },
  (table) => [
    index('incident_occurred').on(table.occurredOn),
    index('incident_follows').on(table.followsId),
  ],
);

export const riskAssessment = sqliteTable(
  'risk_assessment',
  {
    id: text('id').primaryKey(),
    contactId: text('contact_id').notNull(),
    assessedOn: text('assessed_on').notNull(),
    assessedBy: text('assessed_by'),
    level: text('level').$type<RiskAssessmentFields['level']>().notNull(),
    trend: text('trend').$type<RiskAssessmentFields['trend']>().notNull(),
    ratings: text('ratings', { mode: 'json' }).$type<RiskAssessmentFields['ratings']>().notNull(),
    triggers: text('triggers').notNull(),
    mitigations: text('mitigations').notNull(),
    safetyPlan: text('safety_plan').notNull(),
    reviewOn: text('review_on'),
  },
  (table) => [index('risk_assessment_contact').on(table.contactId, table.assessedOn)],
);

export const custody = sqliteTable(
  'custody',
  {
    id: text('id').primaryKey(),
    contactId: text('contact_id').notNull(),
    state: text('state').$type<CustodyFields['state']>().notNull(),
    since: text('since').notNull(),
    places: text('places', { mode: 'json' }).$type<CustodyFields['places']>().notNull(),
    authority: text('authority'),
    caseReference: text('case_reference'),
    charges: text('charges').notNull(),
    lawyerContactId: text('lawyer_contact_id'),
    lawyerName: text('lawyer_name'),
    familyContactId: text('family_contact_id'),
    familyName: text('family_name'),
    releasedOn: text('released_on'),
    releaseConditions: text('release_conditions').notNull(),
    note: text('note').notNull(),
  },
  (table) => [index('custody_contact').on(table.contactId, table.since)],
);

export const visitRequest = sqliteTable(
  'visit_request',
  {
    id: text('id').primaryKey(),
    contactId: text('contact_id').notNull(),
    custodyId: text('custody_id').notNull(),
    requestedOn: text('requested_on').notNull(),
    requestedFrom: text('requested_from').notNull(),
    status: text('status').$type<VisitRequestFields['status']>().notNull(),
    answeredOn: text('answered_on'),
    visitOn: text('visit_on'),
    visitors: text('visitors'),
    refusalReason: text('refusal_reason').notNull(),
    findings: text('findings').notNull(),
    actionId: text('action_id'),
  },
  (table) => [
    index('visit_request_contact').on(table.contactId),
    index('visit_request_custody').on(table.custodyId),
    index('visit_request_visit_on').on(table.visitOn),
  ],
);

export const hearing = sqliteTable(
  'hearing',
  {
    id: text('id').primaryKey(),
    contactId: text('contact_id').notNull(),
    custodyId: text('custody_id'),
    title: text('title').notNull(),
    startsAt: text('starts_at').notNull(),
    timeZone: text('time_zone').notNull(),
    court: text('court').notNull(),
    room: text('room'),
    stage: text('stage').$type<HearingFields['stage']>().notNull(),
    status: text('status').$type<HearingFields['status']>().notNull(),
    previousId: text('previous_id'),
    observers: text('observers', { mode: 'json' }).$type<HearingFields['observers']>().notNull(),
    actionId: text('action_id'),
    outcome: text('outcome').notNull(),
    note: text('note').notNull(),
  },
  (table) => [
    index('hearing_starts').on(table.startsAt),
    index('hearing_contact').on(table.contactId, table.startsAt),
    index('hearing_custody').on(table.custodyId),
  ],
);

export const plan = sqliteTable(
  'plan',
  {
    id: text('id').primaryKey(),
    title: text('title').notNull(),
    state: text('state').$type<PlanFields['state']>().notNull(),
    subjectIds: text('subject_ids', { mode: 'json' }).$type<PlanFields['subjectIds']>().notNull(),
    situation: text('situation').notNull(),
    goal: text('goal').notNull(),
    options: text('options', { mode: 'json' }).$type<PlanFields['options']>().notNull(),
    partners: text('partners', { mode: 'json' }).$type<PlanFields['partners']>().notNull(),
    owner: text('owner'),
    startedOn: text('started_on').notNull(),
    reviewOn: text('review_on'),
    outcome: text('outcome').notNull(),
  },
  (table) => [index('plan_state').on(table.state, table.startedOn)],
);

export const actionReview = sqliteTable(
  'action_review',
  {
    id: text('id').primaryKey(),
    actionId: text('action_id').notNull(),
    months: integer('months').$type<ActionReviewFields['months']>().notNull(),
    reviewedOn: text('reviewed_on').notNull(),
    helped: text('helped').$type<ActionReviewFields['helped']>().notNull(),
    cost: text('cost').$type<ActionReviewFields['cost']>().notNull(),
    incidentIds: text('incident_ids', { mode: 'json' })
      .$type<ActionReviewFields['incidentIds']>()
      .notNull(),
    defenderView: text('defender_view').notNull(),
    note: text('note').notNull(),
  },
  (table) => [index('action_review_action').on(table.actionId, table.months)],
);

export const task = sqliteTable(
  'task',
  {
    id: text('id').primaryKey(),
    text: text('text').notNull(),
    step: text('step'),
    actionId: text('action_id'),
    contactId: text('contact_id'),
    bundleEntryId: text('bundle_entry_id'),
    dueOn: text('due_on'),
    assignedTo: text('assigned_to'),
    state: text('state').$type<TaskFields['state']>().notNull(),
    settledOn: text('settled_on'),
  },
  (table) => [
    index('task_due').on(table.state, table.dueOn),
    index('task_action').on(table.actionId),
    index('task_contact').on(table.contactId),
  ],
);

export const attachment = sqliteTable(
  'attachment',
  {
    id: text('id').primaryKey(),
    ownerType: text('owner_type').$type<AttachmentFields['ownerType']>().notNull(),
    ownerId: text('owner_id').notNull(),
    sha256: text('sha256').notNull(),
    name: text('name').notNull(),
    mediaType: text('media_type').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
  },
  (table) => [
    index('attachment_owner').on(table.ownerType, table.ownerId),
    index('attachment_sha256').on(table.sha256),
  ],
);

export const officer = sqliteTable('officer', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  post: text('post').notNull(),
  keys: text('keys', { mode: 'json' }).$type<OfficerFields['keys']>().notNull(),
  trust: text('trust').$type<OfficerFields['trust']>().notNull(),
  verifiedHow: text('verified_how').$type<NonNullable<OfficerFields['verifiedHow']>>(),
  verifiedOn: text('verified_on'),
  cardIssuedAt: text('card_issued_at').notNull(),
  note: text('note').notNull(),
  email: text('email'),
});

export const bundleEntry = sqliteTable(
  'bundle_entry',
  {
    id: text('id').primaryKey(),
    direction: text('direction').$type<BundleEntryFields['direction']>().notNull(),
    kind: text('kind').$type<BundleEntryFields['kind']>().notNull(),
    counterpartId: text('counterpart_id').notNull(),
    counterpartName: text('counterpart_name').notNull(),
    counterpartVerified: integer('counterpart_verified', { mode: 'boolean' }).notNull(),
    audience: text('audience').$type<BundleEntryFields['audience']>().notNull(),
    sequence: integer('sequence').notNull(),
    sha256: text('sha256').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    at: text('at').notNull(),
    contactIds: text('contact_ids', { mode: 'json' })
      .$type<BundleEntryFields['contactIds']>()
      .notNull(),
    recordCount: integer('record_count').notNull(),
  },
  (table) => [index('bundle_entry_at').on(table.at)],
);

/** Derived from meeting_log.participants by derived.ts; never written elsewhere. */
export const meetingLogContact = sqliteTable(
  'meeting_log_contact',
  {
    logId: text('log_id').notNull(),
    contactId: text('contact_id').notNull(),
    startedAt: text('started_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.logId, table.contactId] }),
    index('meeting_log_contact_by_contact').on(table.contactId, table.startedAt),
  ],
);

/** Derived from action.subject_ids by derived.ts; never written elsewhere. */
export const actionSubject = sqliteTable(
  'action_subject',
  { actionId: text('action_id').notNull(), contactId: text('contact_id').notNull() },
  (table) => [
    primaryKey({ columns: [table.actionId, table.contactId] }),
    index('action_subject_by_contact').on(table.contactId),
  ],
);

/** Derived from incident.victims and incident.perpetrators by derived.ts; never written elsewhere. */
export const incidentContact = sqliteTable(
  'incident_contact',
  {
    incidentId: text('incident_id').notNull(),
    contactId: text('contact_id').notNull(),
    occurredOn: text('occurred_on').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.incidentId, table.contactId] }),
    index('incident_contact_by_contact').on(table.contactId, table.occurredOn),
  ],
);

/** Derived from plan.subject_ids by derived.ts; never written elsewhere. */
export const planSubject = sqliteTable(
  'plan_subject',
  { planId: text('plan_id').notNull(), contactId: text('contact_id').notNull() },
  (table) => [
    primaryKey({ columns: [table.planId, table.contactId] }),
    index('plan_subject_by_contact').on(table.contactId),
  ],
);

/** Which row of the FTS5 table `search_index` stands for which record. */
export const searchRow = sqliteTable('search_row', {
  rowId: integer('row_id').primaryKey(),
  recordType: text('record_type').notNull(),
  recordId: text('record_id').notNull(),
});

export const changeSet = sqliteTable(
  'change_set',
  {
    /** Place in this vault's hash chain, from 1 and without a gap. */
    seq: integer('seq').primaryKey(),
    id: text('id').notNull(),
    /** 0, or higher where a later bundle brought changes of this set that were held back before. */
    part: integer('part').notNull(),
    hlc: text('hlc').notNull(),
    at: text('at').notNull(),
    authorId: text('author_id').notNull(),
    authorName: text('author_name').notNull(),
    device: text('device').notNull(),
    reason: text('reason').notNull(),
    undoOf: text('undo_of'),
    sourceBundle: text('source_bundle'),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [
    index('change_set_hlc').on(table.hlc),
    index('change_set_undo_of').on(table.undoOf),
    index('change_set_bundle').on(table.sourceBundle),
  ],
);

export const change = sqliteTable(
  'change',
  {
    seq: integer('seq').notNull(),
    ordinal: integer('ordinal').notNull(),
    recordType: text('record_type').notNull(),
    recordId: text('record_id').notNull(),
    field: text('field').notNull(),
    oldValue: text('old_value'),
    newValue: text('new_value'),
    salt: blob('salt', { mode: 'buffer' }),
    commitment: blob('commitment', { mode: 'buffer' }).notNull(),
    erasedAt: text('erased_at'),
  },
  (table) => [
    primaryKey({ columns: [table.seq, table.ordinal] }),
    index('change_record').on(table.recordId),
    index('change_override')
      .on(table.seq, table.recordId)
      .where(sql`record_type = 'action' AND field = 'override' AND new_value IS NOT NULL`),
  ],
);

/** What was erased and must not come back with a later bundle. Field `*` is the whole record. */
export const tombstone = sqliteTable(
  'tombstone',
  {
    recordType: text('record_type').notNull(),
    recordId: text('record_id').notNull(),
    field: text('field').notNull(),
    erasedAt: text('erased_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.recordType, table.recordId, table.field] })],
);

export const accessLog = sqliteTable(
  'access_log',
  {
    id: text('id').primaryKey(),
    at: text('at').notNull(),
    kind: text('kind').notNull(),
    detail: text('detail', { mode: 'json' }).notNull(),
    contactIds: text('contact_ids', { mode: 'json' }).$type<string[]>().notNull(),
  },
  (table) => [index('access_log_at').on(table.at)],
);

export const draft = sqliteTable(
  'draft',
  {
    form: text('form').notNull(),
    recordKey: text('record_key').notNull(),
    body: text('body', { mode: 'json' }).notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.form, table.recordKey] })],
);

export const ownIdentity = sqliteTable('own_identity', {
  /** Always 1: one vault, one officer. */
  only: integer('only').primaryKey(),
  body: text('body', { mode: 'json' }).notNull(),
});

export const setting = sqliteTable('setting', {
  key: text('key').primaryKey(),
  value: text('value', { mode: 'json' }).notNull(),
});

export const attachmentBlob = sqliteTable('attachment_blob', {
  sha256: text('sha256').primaryKey(),
  size: integer('size').notNull(),
});

export const attachmentChunk = sqliteTable(
  'attachment_chunk',
  {
    sha256: text('sha256').notNull(),
    ordinal: integer('ordinal').notNull(),
    bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.sha256, table.ordinal] })],
);

export const migration = sqliteTable('migration', {
  number: integer('number').primaryKey(),
  name: text('name').notNull(),
  sha256: text('sha256').notNull(),
  appliedAt: text('applied_at').notNull(),
});
