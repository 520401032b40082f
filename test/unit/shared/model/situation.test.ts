import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { actionFields } from '../../../../src/shared/model/action.ts';
import { custodyFields, visitRequestFields } from '../../../../src/shared/model/custody.ts';
import { incidentFields } from '../../../../src/shared/model/incident.ts';
import { contactsNamed } from '../../../../src/shared/model/named-contacts.ts';
import { notReadyBecause, PARTICULARS } from '../../../../src/shared/model/particulars.ts';
import {
  planFields,
  type PlanOption,
  unweighedParts,
  WEIGHED_PARTS,
} from '../../../../src/shared/model/plan.ts';
import { riskAssessmentFields } from '../../../../src/shared/model/risk-assessment.ts';
import { ACT_RISK, INCIDENT_ACTS } from '../../../../src/shared/model/vocabulary/incident.ts';
import { NINE_RISKS } from '../../../../src/shared/model/vocabulary/risk.ts';
import * as sample from '../../../support/situation.ts';
import { uuid } from './records.ts';

function objections(schema: z.ZodType, value: unknown): string[] {
  const parsed = schema.safeParse(value);
  return parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

describe('an incident', () => {
  it('ends on or after the day it began', () => {
    const of = (endedOn: string): string[] =>
      objections(incidentFields, sample.incidentFields(uuid(1), { endedOn }));
    expect([of('2026-10-02'), of('2026-10-01')]).toEqual([[], ['endedOn: before-start']]);
  });

  it('was done to a contact or to somebody with a name', () => {
    const victims = [{ id: uuid(2), contactId: null, name: null, bearer: 'family' as const }];
    expect(objections(incidentFields, sample.incidentFields(uuid(1), { victims }))).toEqual([
      'victims.0.name: contact-or-name',
    ]);
  });

  it('bears out one of the nine risks, whatever was done', () => {
    expect(INCIDENT_ACTS.filter((act) => !NINE_RISKS.includes(ACT_RISK[act]))).toEqual([]);
    expect(new Set(Object.values(ACT_RISK))).toEqual(new Set(NINE_RISKS));
  });
});

describe('a risk assessment', () => {
  const fields = sample.riskAssessmentFields(uuid(1));
  const [rating] = fields.ratings;
  it('rates each risk once for each bearer, in five steps', () => {
    const withRatings = (...ratings: unknown[]): string[] =>
      objections(riskAssessmentFields, { ...fields, ratings });
    expect([
      withRatings(rating, { ...rating, bearer: 'family' }),
      withRatings(rating, rating),
      withRatings({ ...rating, severity: 6 }).length,
    ]).toEqual([[], ['ratings.1: twice'], 1]);
  });

  it('is reviewed after it was made', () => {
    expect(objections(riskAssessmentFields, { ...fields, reviewOn: '2026-10-02' })).toEqual([
      'reviewOn: before-assessment',
    ]);
  });
});

describe('a detention', () => {
  const of = (change: object): string[] =>
    objections(custodyFields, { ...sample.custodyFields(uuid(1)), ...change });
  it('ends on a day, and not before the arrest', () => {
    expect([
      of({ state: 'released' }),
      of({ state: 'released', releasedOn: '2026-10-04' }),
      of({ state: 'released', releasedOn: '2026-10-05' }),
    ]).toEqual([['releasedOn: release-date-required'], ['releasedOn: before-arrest'], []]);
  });

  it('is visited after the visit was asked for', () => {
    const visit = sample.visitRequestFields(uuid(1), uuid(2), { visitOn: '2026-10-05' });
    expect(objections(visitRequestFields, visit)).toEqual(['visitOn: before-request']);
  });
});

describe('the paper: "guided by the principle of do no harm"', () => {
  const withOption = (change: Partial<PlanOption>): string[] =>
    objections(planFields, sample.planFields([uuid(1)], { options: [sample.planOption(change)] }));

  it.each(WEIGHED_PARTS)('lets no option be chosen before %s was weighed', (part) => {
    expect([
      withOption({ [part]: ' ', chosen: true }),
      withOption({ [part]: ' ', chosen: false }),
      withOption({ chosen: true }),
    ]).toEqual([[`options.0.${part}: weigh-before-choosing`], [], []]);
  });

  it('asks for the risk to defender, family and others, and that of being seen with us', () => {
    expect(unweighedParts(sample.planOption({ riskToFamily: '', associationRisk: '\n' }))).toEqual([
      'riskToFamily',
      'associationRisk',
    ]);
  });
});

it('refuses a plan that is reviewed before it began', () => {
  const plan = sample.planFields([uuid(1)], { reviewOn: '2026-10-06' });
  expect(objections(planFields, plan)).toEqual(['reviewOn: before-start']);
});

describe('particulars', () => {
  it('belong to the type of their action', () => {
    const action = {
      ...{ type: 'demarche', title: 'T', status: 'planned', audience: 'authorities' },
      ...{ owner: null, dueOn: null, subjectIds: [], detail: '', consentEventIds: [] },
      ...{ override: null, startedAt: null, doneOn: null, outcome: '' },
    };
    const particulars = {
      type: 'seminar',
      organiser: null,
      topic: null,
      place: null,
      heldOn: null,
    };
    expect([
      objections(actionFields, action),
      objections(actionFields, { ...action, particulars }),
    ]).toEqual([[], ['particulars: of-another-type']]);
  });

  it('hold a demarche back until there is an instruction: reference, date and text', () => {
    const demarche = PARTICULARS.demarche.parse({
      type: 'demarche',
      instructionReference: 'TELNO 12',
      instructedOn: '2026-11-01',
      textFromCapital: 'Speak to the minister.',
      deliveredTo: null,
      response: '',
    });
    expect([
      notReadyBecause('demarche', demarche),
      notReadyBecause('demarche', { ...demarche, instructionReference: null }),
      notReadyBecause('demarche', { ...demarche, instructedOn: null }),
      notReadyBecause('demarche', { ...demarche, textFromCapital: ' ' }),
      notReadyBecause('demarche', null),
    ]).toEqual([null, 'no-instruction', 'no-instruction', 'no-instruction', 'no-instruction']);
  });

  it('hold a text that goes out back until somebody cleared it, on a day', () => {
    const post = PARTICULARS['social-media-post'].parse({
      type: 'social-media-post',
      languages: ['en'],
      text: 'We stand with her.',
      localLanguageText: '',
      clearedBy: 'Head of mission',
      clearedOn: '2026-11-02',
      mayBeNamedIds: [],
      account: null,
    });
    expect([
      notReadyBecause('social-media-post', post),
      notReadyBecause('social-media-post', { ...post, clearedOn: null }),
      notReadyBecause('public-statement', null),
      notReadyBecause('trial-observation', null),
    ]).toEqual([null, 'not-cleared', 'not-cleared', null]);
  });
});

it('names every contact of a record, once', () => {
  const perpetrators = [{ id: uuid(9), contactId: uuid(3), name: null, type: 'company' as const }];
  expect([
    contactsNamed('incident', sample.incidentFields(uuid(1), { perpetrators })),
    contactsNamed('custody', sample.custodyFields(uuid(1), { familyContactId: uuid(2) })),
    contactsNamed('action', {
      subjectIds: [uuid(1)],
      partners: [{ id: uuid(8), contactId: uuid(1), name: 'x', role: 'lead' }],
      particulars: { type: 'company-approach', companyId: uuid(4) },
    }),
    contactsNamed('officer', { name: 'x' }),
  ]).toEqual([[uuid(1), uuid(3)], [uuid(1), uuid(2)], [uuid(1), uuid(4)], []]);
});
