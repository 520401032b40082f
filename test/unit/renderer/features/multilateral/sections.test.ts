import { describe, expect, it } from 'vitest';
import type { MultilateralRow } from '../../../../../src/shared/contract/multilateral.ts';
import type { ActionParticulars } from '../../../../../src/shared/model/particulars.ts';
import {
  reviewsOf,
  sectionsOf,
} from '../../../../../src/renderer/features/multilateral/sections.ts';

type Upr = Extract<ActionParticulars, { type: 'upr-recommendation' }>;

function row(
  title: string,
  type: MultilateralRow['action']['type'],
  change: Partial<Omit<MultilateralRow, 'action'>> & {
    readonly status?: MultilateralRow['action']['status'];
  } = {},
): MultilateralRow {
  const { status = 'planned', ...rest } = change;
  return {
    action: { id: title, title, type, status } as MultilateralRow['action'],
    particulars: null,
    doneOn: null,
    next: null,
    ...rest,
  };
}

function next(dueOn: string): MultilateralRow['next'] {
  return { step: 'consult', text: null, dueOn, isOverdue: false };
}

function upr(change: Partial<Upr> = {}): Upr {
  return {
    type: 'upr-recommendation',
    cycle: 4,
    stateUnderReview: 'KE',
    text: '',
    stateResponse: 'pending',
    adoptedOn: null,
    followUp: '',
    ...change,
  };
}

describe('the parts of the United Nations page', () => {
  it('tell treaty bodies from Special Procedures, and leave out what is empty', () => {
    const letter: ActionParticulars = {
      type: 'special-procedures',
      mandate: 'Committee against Torture',
      communicationKind: 'treaty-body-submission',
      sentOn: null,
      reference: null,
      stateReply: '',
    };
    const rows = [
      row('Letter', 'special-procedures'),
      row('Shadow report', 'special-procedures', { particulars: letter }),
      row('Resolution', 'resolution'),
    ];
    expect(
      sectionsOf(rows).map((section) => [
        section.name,
        section.rows.map((one) => one.action.title),
      ]),
    ).toEqual([
      ['special-procedures', ['Letter']],
      ['treaty-bodies', ['Shadow report']],
      ['resolutions', ['Resolution']],
    ]);
  });

  it('begin with what comes next soonest, and end with what has no step', () => {
    const rows = [
      row('None', 'resolution'),
      row('Late', 'resolution', { next: next('2027-02-01') }),
      row('Soon', 'resolution', { next: next('2026-12-01') }),
    ];
    expect(sectionsOf(rows)[0]?.rows.map((one) => one.action.title)).toEqual([
      'Soon',
      'Late',
      'None',
    ]);
  });
});

describe('the recommendations of a review', () => {
  it('stand together by state and cycle, and count only answers to what was made', () => {
    const rows = [
      row('A', 'upr-recommendation', {
        status: 'done',
        particulars: upr({ stateResponse: 'accepted' }),
      }),
      row('B', 'upr-recommendation', {
        status: 'done',
        particulars: upr({ stateResponse: 'noted' }),
      }),
      row('C', 'upr-recommendation', { particulars: upr({ stateResponse: 'accepted' }) }),
      row('D', 'upr-recommendation', { status: 'done', particulars: upr({ cycle: 3 }) }),
      row('E', 'upr-recommendation'),
    ];
    expect(
      reviewsOf(rows).map(({ state, cycle, rows: of, tally }) => [
        state,
        cycle,
        of.map((one) => one.action.title).join(''),
        tally,
      ]),
    ).toEqual([
      ['KE', 4, 'ABC', { made: 2, accepted: 1, noted: 1, pending: 0 }],
      ['KE', 3, 'D', { made: 1, accepted: 0, noted: 0, pending: 1 }],
      [null, null, 'E', { made: 0, accepted: 0, noted: 0, pending: 0 }],
    ]);
  });
});
