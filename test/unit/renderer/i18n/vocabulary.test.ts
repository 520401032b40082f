import { describe, expect, it } from 'vitest';
import * as bundles from '../../../../src/shared/contract/bundles.ts';
import { CHANGE_REASONS, drafts } from '../../../../src/shared/contract/records.ts';
import { RESCUED_BESIDE } from '../../../../src/shared/contract/session.ts';
import { BUNDLE_KINDS } from '../../../../src/shared/model/bundle-entry.ts';
import { OFFICER_TRUST, VERIFIED_HOW } from '../../../../src/shared/model/officer.ts';
import { RECORD_TYPES } from '../../../../src/shared/model/record-type.ts';
import * as action from '../../../../src/shared/model/vocabulary/action.ts';
import * as consent from '../../../../src/shared/model/vocabulary/consent.ts';
import * as contact from '../../../../src/shared/model/vocabulary/contact.ts';
import * as meeting from '../../../../src/shared/model/vocabulary/meeting.ts';
import * as custody from '../../../../src/shared/model/vocabulary/custody.ts';
import * as incident from '../../../../src/shared/model/vocabulary/incident.ts';
import * as particulars from '../../../../src/shared/model/vocabulary/particulars.ts';
import * as plan from '../../../../src/shared/model/vocabulary/plan.ts';
import { PLEDGES } from '../../../../src/shared/model/vocabulary/pledge.ts';
import * as risk from '../../../../src/shared/model/vocabulary/risk.ts';
import { enGb } from '../../../../src/renderer/i18n/resources.ts';

const vocabularies: Readonly<Partial<Record<keyof typeof enGb.vocabulary, readonly string[]>>> = {
  contactKind: contact.CONTACT_KINDS,
  contactKindPlural: contact.CONTACT_KINDS,
  organisationType: contact.ORGANISATION_TYPES,
  contactState: contact.CONTACT_STATES,
  nameKind: contact.NAME_KINDS,
  methodKind: contact.CONTACT_METHOD_KINDS,
  riskGroup: contact.RISK_GROUPS,
  riskGroupShort: contact.RISK_GROUPS,
  peacefulMeans: contact.PEACEFUL_MEANS_STATUSES,
  riskLevel: contact.RISK_LEVELS,
  relationshipType: contact.RELATIONSHIP_TYPES,
  relationshipTypeReverse: contact.RELATIONSHIP_TYPES,
  purpose: consent.CONSENT_PURPOSES,
  audience: consent.CONSENT_AUDIENCES,
  decision: consent.CONSENT_DECISIONS,
  giver: consent.CONSENT_GIVERS,
  consentChannel: consent.CONSENT_CHANNELS,
  proxyRelation: consent.PROXY_RELATIONS,
  withheldPart: consent.WITHHELD_PARTS,
  legitimateGround: consent.LEGITIMATE_GROUNDS,
  meetingChannel: meeting.MEETING_CHANNELS,
  meetingState: meeting.MEETING_LOG_STATES,
  sensitivity: meeting.SENSITIVITY_MARKINGS,
  participantRole: meeting.PARTICIPANT_ROLES,
  promiseState: meeting.PROMISE_STATES,
  followUpState: meeting.FOLLOW_UP_STATES,
  actionType: action.ACTION_TYPES,
  actionStatus: action.ACTION_STATUSES,
  nineRisk: risk.NINE_RISKS,
  riskBearer: risk.RISK_BEARERS,
  riskTrend: risk.RISK_TRENDS,
  incidentAct: incident.INCIDENT_ACTS,
  datePrecision: incident.DATE_PRECISIONS,
  perpetratorType: incident.PERPETRATOR_TYPES,
  sourceType: incident.SOURCE_TYPES,
  sourceReliability: incident.SOURCE_RELIABILITIES,
  verification: incident.VERIFICATIONS,
  redressKind: incident.REDRESS_KINDS,
  redressResult: incident.REDRESS_RESULTS,
  custodyState: custody.CUSTODY_STATES,
  hearingStage: custody.HEARING_STAGES,
  hearingStatus: custody.HEARING_STATUSES,
  observerRole: custody.OBSERVER_ROLES,
  visitStatus: custody.VISIT_STATUSES,
  planState: plan.PLAN_STATES,
  partnerRole: plan.PARTNER_ROLES,
  taskState: plan.TASK_STATES,
  reviewHelped: plan.REVIEW_HELPED,
  reviewCost: plan.REVIEW_COST,
  offeredService: plan.OFFERED_SERVICES,
  pledge: PLEDGES,
  approachLevel: particulars.APPROACH_LEVELS,
  invitationAnswer: particulars.INVITATION_ANSWERS,
  referralResult: particulars.REFERRAL_RESULTS,
  uprResponse: particulars.UPR_RESPONSES,
  communicationKind: particulars.COMMUNICATION_KINDS,
  csoAccessKind: particulars.CSO_ACCESS_KINDS,
  recordType: RECORD_TYPES,
  recordTypePlural: RECORD_TYPES,
  rescued: RESCUED_BESIDE,
  changeReason: CHANGE_REASONS,
  officerTrust: OFFICER_TRUST,
  verifiedHow: VERIFIED_HOW,
  bundleKind: BUNDLE_KINDS,
  staysBecause: bundles.STAYS_BECAUSE,
  draftForm: drafts.get.arg.shape.form.options,
};

describe('the words of the vocabularies', () => {
  it.each(Object.entries(vocabularies))(
    '%s has a word for every value and no other',
    (name, all) => {
      const words = enGb.vocabulary[name as keyof typeof enGb.vocabulary];
      expect(Object.keys(words).sort()).toEqual([...all].sort());
    },
  );
});
