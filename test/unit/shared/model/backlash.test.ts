import { describe, expect, it } from 'vitest';
import {
  actionBeganOn,
  backlashAnswer,
  lastPossibleDay,
  mayAnswer,
} from '../../../../src/shared/model/backlash.ts';
import { uuid } from './records.ts';

const action = {
  status: 'done',
  startedAt: '2026-03-10T09:00:00.000Z',
  doneOn: '2026-03-20',
  subjectIds: [uuid(1), uuid(2)],
} as const;
const incident = {
  id: uuid(50),
  occurredOn: '2026-04-02',
  precision: 'exact',
  endedOn: null,
  victimIds: [uuid(2)],
} as const;

describe('when an action began', () => {
  it('is the day it left planned, or the day it was done where that was recorded later', () => {
    expect(actionBeganOn(action)).toBe('2026-03-10');
    expect(actionBeganOn({ ...action, doneOn: '2026-02-01' })).toBe('2026-02-01');
    expect(actionBeganOn({ ...action, status: 'in-progress', doneOn: null })).toBe('2026-03-10');
  });

  it('is no day for one that never left the mission', () => {
    expect(actionBeganOn({ ...action, status: 'planned' })).toBeNull();
    expect(actionBeganOn({ ...action, status: 'cancelled' })).toBeNull();
  });
});

describe('"can sometimes create new risks": an incident that may answer an action', () => {
  it('was done to someone whom the action was for', () => {
    expect(mayAnswer(action, incident)).toBe(true);
    expect(mayAnswer(action, { ...incident, victimIds: [uuid(3)] })).toBe(false);
    expect(mayAnswer(action, { ...incident, victimIds: [] })).toBe(false);
  });

  it('was not before the action began, nor after its last review', () => {
    expect(mayAnswer(action, { ...incident, occurredOn: '2026-03-09' })).toBe(false);
    expect(mayAnswer(action, { ...incident, occurredOn: '2026-03-10' })).toBe(true);
    expect(mayAnswer(action, { ...incident, occurredOn: '2026-09-20' })).toBe(true);
    expect(mayAnswer(action, { ...incident, occurredOn: '2026-09-21' })).toBe(false);
  });

  it('counts where a date that is not exact can have been after', () => {
    const early = { ...incident, occurredOn: '2026-03-01' } as const;
    expect(mayAnswer(action, early)).toBe(false);
    expect(mayAnswer(action, { ...early, precision: 'day-unknown' })).toBe(true);
    expect(mayAnswer(action, { ...early, precision: 'approximate' })).toBe(true);
    expect(mayAnswer(action, { ...early, endedOn: '2026-03-15' })).toBe(true);
    expect(lastPossibleDay({ ...early, precision: 'day-and-month-unknown' })).toBe('2026-12-31');
  });
});

describe('what the reviews say of an incident', () => {
  it('is open until a review was made that could know of it', () => {
    expect(backlashAnswer([], incident)).toBe('open');
    expect(backlashAnswer([{ reviewedOn: '2026-04-01', incidentIds: [] }], incident)).toBe('open');
    expect(backlashAnswer([{ reviewedOn: '2026-04-20', incidentIds: [] }], incident)).toBe(
      'not-linked',
    );
  });

  it('is linked where any review names it, whatever the others say', () => {
    const reviews = [
      { reviewedOn: '2026-06-20', incidentIds: [] },
      { reviewedOn: '2026-04-20', incidentIds: [incident.id] },
    ];
    expect(backlashAnswer(reviews, incident)).toBe('linked');
  });
});
