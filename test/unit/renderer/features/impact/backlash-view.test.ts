import { describe, expect, it } from 'vitest';
import type {
  TimelineAction,
  TimelineIncident,
} from '../../../../../src/shared/contract/impact.ts';
import {
  onlyPaired,
  questionsOf,
  timelineRows,
} from '../../../../../src/renderer/features/impact/backlash-view.ts';
import { uuid } from '../../../shared/model/records.ts';

function action(number: number, beganOn: string): TimelineAction {
  return {
    id: uuid(number),
    title: `Action ${number}`,
    type: 'private-approach',
    status: 'done',
    beganOn,
    doneOn: beganOn,
    profileRaising: false,
    subjects: [],
  };
}

function incident(number: number, occurredOn: string): TimelineIncident {
  return {
    id: uuid(number),
    title: `Incident ${number}`,
    act: 'surveillance',
    risk: 'intimidation-harassment',
    occurredOn,
    precision: 'exact',
    endedOn: null,
    victims: [],
  };
}

const backlash = {
  actions: [action(1, '2026-02-01'), action(2, '2026-03-01'), action(3, '2026-04-01')],
  incidents: [incident(11, '2026-01-05'), incident(12, '2026-03-01'), incident(13, '2026-05-01')],
  pairs: [
    { actionId: uuid(1), incidentId: uuid(12), answer: 'not-linked' },
    { actionId: uuid(1), incidentId: uuid(13), answer: 'open' },
    { actionId: uuid(2), incidentId: uuid(12), answer: 'linked' },
    { actionId: uuid(2), incidentId: uuid(13), answer: 'open' },
  ],
} as const;

describe('the backlash check as it is shown', () => {
  it('stands in one line of time; of a day, what we did comes before what happened', () => {
    const rows = timelineRows(backlash);
    expect(rows.map((row) => (row.kind === 'action' ? row.action : row.incident).title)).toEqual([
      'Incident 11',
      'Action 1',
      'Action 2',
      'Incident 12',
      'Action 3',
      'Incident 13',
    ]);
  });

  it('is, of all contacts, only what is asked about', () => {
    const shown = onlyPaired(backlash);
    expect(shown.actions.map((one) => one.id)).toEqual([uuid(1), uuid(2)]);
    expect(shown.incidents.map((one) => one.id)).toEqual([uuid(12), uuid(13)]);
    expect(shown.pairs).toBe(backlash.pairs);
  });

  it('asks first what was not asked yet', () => {
    expect(questionsOf(backlash).map((one) => one.pair.answer)).toEqual([
      'open',
      'open',
      'linked',
      'not-linked',
    ]);
  });
});
