import { randomUUID } from 'node:crypto';
import type { ActionReviewFields } from '../../src/shared/model/action-review.ts';
import type { CustodyFields, VisitRequestFields } from '../../src/shared/model/custody.ts';
import type { HearingFields } from '../../src/shared/model/hearing.ts';
import type { IncidentFields } from '../../src/shared/model/incident.ts';
import type { PlanFields, PlanOption } from '../../src/shared/model/plan.ts';
import type { RiskAssessmentFields } from '../../src/shared/model/risk-assessment.ts';
import type { TaskFields } from '../../src/shared/model/task.ts';
import { writeChangeSet } from '../../src/vault/db/change-log.ts';
import type { ChangeContext } from '../../src/vault/db/change-types.ts';
import type { WriteStore } from '../../src/vault/db/store.ts';

/** An incident that a contact suffered. */
export function incidentFields(
  contactId: string,
  change: Partial<IncidentFields> = {},
): IncidentFields {
  return {
    title: 'Followed home',
    act: 'surveillance',
    risk: 'intimidation-harassment',
    occurredOn: '2026-10-02',
    precision: 'exact',
    endedOn: null,
    place: 'Old town',
    country: null,
    victims: [{ id: randomUUID(), contactId, name: null, bearer: 'defender' }],
    perpetrators: [{ id: randomUUID(), contactId: null, name: null, type: 'unknown' }],
    description: 'Two men, on foot.',
    sourceType: 'victim',
    source: null,
    reliability: 'usually-reliable',
    verification: 'unverified',
    sensitivity: 'normal',
    followsId: null,
    redress: [],
    ...change,
  };
}

export function riskAssessmentFields(
  contactId: string,
  change: Partial<RiskAssessmentFields> = {},
): RiskAssessmentFields {
  return {
    contactId,
    assessedOn: '2026-10-03',
    assessedBy: 'Ann Sender',
    level: 'high',
    trend: 'rising',
    ratings: [
      {
        risk: 'intimidation-harassment',
        bearer: 'defender',
        likelihood: 4,
        severity: 3,
        note: null,
      },
    ],
    triggers: 'The verdict',
    mitigations: 'Never alone',
    safetyPlan: 'Call the lawyer first.',
    reviewOn: '2026-12-01',
    ...change,
  };
}

export function custodyFields(
  contactId: string,
  change: Partial<CustodyFields> = {},
): CustodyFields {
  return {
    contactId,
    state: 'arrested',
    since: '2026-10-05',
    places: [{ id: randomUUID(), name: 'Central prison', from: '2026-10-05', note: null }],
    authority: 'Police',
    caseReference: '12/2026',
    charges: 'Incitement',
    lawyerContactId: null,
    lawyerName: 'Adv. Lemma',
    familyContactId: null,
    familyName: 'Her sister',
    releasedOn: null,
    releaseConditions: '',
    note: '',
    ...change,
  };
}

export function visitRequestFields(
  contactId: string,
  custodyId: string,
  change: Partial<VisitRequestFields> = {},
): VisitRequestFields {
  return {
    contactId,
    custodyId,
    requestedOn: '2026-10-06',
    requestedFrom: 'Ministry of Justice',
    status: 'requested',
    answeredOn: null,
    visitOn: null,
    visitors: null,
    refusalReason: '',
    findings: '',
    actionId: null,
    ...change,
  };
}

export function hearingFields(
  contactId: string,
  change: Partial<HearingFields> = {},
): HearingFields {
  return {
    contactId,
    custodyId: null,
    title: 'Bail hearing',
    startsAt: '2026-11-26T09:30',
    timeZone: 'Africa/Addis_Ababa',
    court: 'High Court',
    room: '4',
    stage: 'bail',
    status: 'scheduled',
    previousId: null,
    observers: [
      {
        id: randomUUID(),
        name: 'B. Officer',
        from: null,
        role: 'lead',
        confirmed: true,
        attended: false,
      },
    ],
    actionId: null,
    outcome: '',
    note: '',
    ...change,
  };
}

export function planFields(subjectIds: string[], change: Partial<PlanFields> = {}): PlanFields {
  return {
    title: 'Bring her home',
    state: 'open',
    subjectIds,
    situation: 'In custody',
    goal: 'Release on bail',
    options: [],
    partners: [],
    owner: null,
    startedOn: '2026-10-07',
    reviewOn: null,
    outcome: '',
    ...change,
  };
}

/** An option with its do-no-harm analysis. */
export function planOption(change: Partial<PlanOption> = {}): PlanOption {
  return {
    id: randomUUID(),
    actionType: 'private-approach',
    summary: 'A quiet word with the prosecutor.',
    benefit: 'He learns that we know.',
    riskToDefender: 'Longer interrogation, if he takes it ill.',
    riskToFamily: 'None seen: he does not know them.',
    riskToOthers: 'None seen: nobody else is named.',
    associationRisk: 'She is known to meet us.',
    chosen: false,
    ...change,
  };
}

export function actionReviewFields(
  actionId: string,
  change: Partial<ActionReviewFields> = {},
): ActionReviewFields {
  return {
    actionId,
    months: 1,
    reviewedOn: '2026-11-01',
    helped: 'partly',
    cost: 'none',
    incidentIds: [],
    defenderView: 'It helped to be seen.',
    note: '',
    ...change,
  };
}

export function taskFields(change: Partial<TaskFields> = {}): TaskFields {
  return {
    text: 'Call the lawyer',
    step: null,
    actionId: null,
    contactId: null,
    bundleEntryId: null,
    dueOn: '2026-11-25',
    assignedTo: null,
    state: 'open',
    settledOn: null,
    ...change,
  };
}

/** Writes one record of each of these types for a contact, and a review of the action. */
export function addSituation(store: WriteStore, contactId: string, actionId: string): void {
  const by: ChangeContext = {
    author: { id: randomUUID(), name: 'Ann' },
    device: 'test',
    reason: 'create',
  };
  writeChangeSet(store, by, (writer) => {
    writer.create('incident', incidentFields(contactId));
    writer.create('risk-assessment', riskAssessmentFields(contactId));
    const custodyId = writer.create('custody', custodyFields(contactId));
    writer.create('visit-request', visitRequestFields(contactId, custodyId));
    writer.create('hearing', hearingFields(contactId, { custodyId }));
    writer.create('plan', planFields([contactId]));
    writer.create('action-review', actionReviewFields(actionId));
    writer.create('task', taskFields({ contactId }));
  });
}
