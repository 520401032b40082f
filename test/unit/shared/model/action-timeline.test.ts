import fc from 'fast-check';
import { parseDate } from '@internationalized/date';
import { describe, expect, it } from 'vitest';
import { timelineOf, type TimelineStep } from '../../../../src/shared/model/action-timeline.ts';
import type { ActionParticulars } from '../../../../src/shared/model/particulars.ts';
import { PARTICULARS } from '../../../../src/shared/model/particulars.ts';
import type { Task } from '../../../../src/shared/model/task.ts';
import { TIMELINE_RULES, type TimedAction } from '../../../../src/shared/model/timeline-rules.ts';
import { ACTION_STATUSES, ACTION_TYPES } from '../../../../src/shared/model/vocabulary/action.ts';
import { TASK_STATES } from '../../../../src/shared/model/vocabulary/plan.ts';
import { enGb } from '../../../../src/renderer/i18n/resources.ts';
import { taskFields } from '../../../support/situation.ts';
import { uuid } from './records.ts';

const TODAY = '2026-11-24';
const ACTION_ID = uuid(1);

function action(type: TimedAction['type'], change: Partial<TimedAction> = {}): TimedAction {
  return {
    id: ACTION_ID,
    type,
    status: 'planned',
    owner: 'Desk officer',
    subjectIds: [uuid(2)],
    dueOn: '2027-01-15',
    doneOn: null,
    particulars: null,
    ...change,
  };
}

function stepTask(step: string, change: Partial<Task> = {}): Task {
  return {
    ...taskFields({ step, actionId: ACTION_ID, text: 'In our own words', dueOn: null }),
    id: uuid(50),
    ...change,
  };
}

function openSteps(of: TimedAction, tasks: readonly Task[] = []): [string, string | null][] {
  return timelineOf(of, TODAY, tasks)
    .filter(({ state }) => state === 'open')
    .map(({ step, dueOn }) => [step, dueOn]);
}

const emptyUpr: Extract<ActionParticulars, { type: 'upr-recommendation' }> = {
  type: 'upr-recommendation',
  cycle: 4,
  stateUnderReview: null,
  text: '',
  stateResponse: 'pending',
  adoptedOn: null,
  followUp: '',
};

describe('the timeline of an action', () => {
  it('leads from the due date back to asking the defender, and is empty without a date', () => {
    const demarche = action('demarche');
    expect([openSteps(demarche), openSteps({ ...demarche, dueOn: null })]).toEqual([
      [
        ['consult', '2026-12-25'],
        ['ask-instructions', '2027-01-01'],
      ],
      [],
    ]);
  });

  it('drops a step whose matter is filled in, and brings the one that follows from it', () => {
    const particulars: ActionParticulars = {
      type: 'demarche',
      instructionReference: 'T-12',
      instructedOn: '2027-01-02',
      textFromCapital: 'Say this.',
      deliveredTo: null,
      response: '',
    };
    expect(openSteps(action('demarche', { particulars }))).toEqual([
      ['consult', '2026-12-25'],
      ['deliver', '2027-01-09'],
    ]);
  });

  it('turns to what follows once the thing is done, until the answer is there', () => {
    const done = action('private-approach', { status: 'done', doneOn: '2027-01-16' });
    const answered: ActionParticulars = {
      type: 'private-approach',
      approached: null,
      response: 'They will look into it.',
    };
    expect([openSteps(done), openSteps({ ...done, particulars: answered })]).toEqual([
      [
        ['tell-them', '2027-01-19'],
        ['ask-answer', '2027-01-30'],
      ],
      [['tell-them', '2027-01-19']],
    ]);
  });

  it('asks and tells nobody where nobody is named', () => {
    const steps = ACTION_TYPES.flatMap((type) => [
      ...openSteps(action(type, { subjectIds: [] })),
      ...openSteps(action(type, { subjectIds: [], status: 'done', doneOn: TODAY })),
    ]).map(([step]) => step);
    expect(steps.filter((step) => ['consult', 'tell-them', 'check-safety'].includes(step))).toEqual(
      [],
    );
  });

  it('counts from the day of the event where the particulars give one', () => {
    const particulars: ActionParticulars = {
      type: 'workplace-visit',
      place: null,
      heldOn: '2027-02-20',
    };
    expect(openSteps(action('workplace-visit', { particulars }))[0]).toEqual([
      'consult',
      '2027-02-06',
    ]);
  });

  it('has no open step once the action is cancelled', () => {
    expect(
      ACTION_TYPES.flatMap((type) => openSteps(action(type, { status: 'cancelled' }))),
    ).toEqual([]);
  });

  it('follows a recommendation from one review to the next, as the state answered', () => {
    const made = action('upr-recommendation', { status: 'done', doneOn: '2026-11-10' });
    const of = (change: Partial<typeof emptyUpr>): string[] =>
      openSteps({ ...made, particulars: { ...emptyUpr, ...change } }).map(([step]) => step);
    expect([
      of({}),
      of({ stateResponse: 'accepted', adoptedOn: '2027-03-20' }),
      of({ stateResponse: 'noted', adoptedOn: '2027-03-20' }),
    ]).toEqual([
      ['tell-them', 'note-state-response'],
      [
        ...['tell-them', 'tell-response', 'ask-implementation', 'consult-progress'],
        ...['mid-term', 'prepare-next-cycle'],
      ],
      [
        ...['tell-them', 'tell-response', 'raise-noted', 'consult-progress'],
        ...['mid-term', 'prepare-next-cycle'],
      ],
    ]);
  });

  it('looks for another organisation only where the first declined', () => {
    const of = (result: 'pending' | 'declined' | 'helped'): string[] => {
      const particulars: ActionParticulars = {
        type: 'ngo-referral',
        organisationId: uuid(3),
        services: ['emergency-funding'],
        shared: 'Her name and the date',
        referredOn: '2026-11-20',
        result,
      };
      return openSteps(action('ngo-referral', { status: 'in-progress', particulars })).map(
        ([step]) => step,
      );
    };
    expect([of('pending'), of('declined'), of('helped')]).toEqual([
      ['confirm-received', 'ask-helped'],
      ['find-another'],
      [],
    ]);
  });
});

describe('a step that somebody touched', () => {
  it('has their words and their officer, and the day that the dates give', () => {
    const task = stepTask('consult', { assignedTo: 'Deputy', dueOn: '2020-01-01' });
    expect(timelineOf(action('private-approach'), TODAY, [task])[0]).toEqual({
      step: 'consult',
      state: 'open',
      dueOn: '2027-01-01',
      isOverdue: false,
      assignedTo: 'Deputy',
      text: 'In our own words',
      settledOn: null,
      taskId: task.id,
      isCalledFor: true,
    });
  });

  it('stays in the list once settled, though the action moves on', () => {
    const task = stepTask('consult', {
      state: 'done',
      settledOn: TODAY,
      dueOn: '2027-01-01',
    });
    const moved = action('private-approach', { status: 'in-progress' });
    expect(
      timelineOf(moved, TODAY, [task]).map(({ step, state, isCalledFor }) => ({
        step,
        state,
        isCalledFor,
      })),
    ).toEqual([{ step: 'consult', state: 'done', isCalledFor: false }]);
  });

  it('is settled where two vaults wrote of it and one had settled it', () => {
    const open = stepTask('consult', { id: uuid(51) });
    const settled = stepTask('consult', { id: uuid(52), state: 'done' });
    const states = [
      [open, settled],
      [settled, open],
    ].map((tasks) =>
      timelineOf(action('private-approach'), TODAY, tasks).find(({ step }) => step === 'consult'),
    );
    expect(states.map((step) => [step?.state, step?.taskId])).toEqual([
      ['done', settled.id],
      ['done', settled.id],
    ]);
  });
});

const anyDate = fc
  .integer({ min: 0, max: 4_000 })
  .map((days) => parseDate('2024-01-01').add({ days }).toString());
const maybeDate = fc.option(anyDate, { nil: null });

/** An action of any type and status; its particulars hold dates, answers and texts, or nothing. */
const anyAction: fc.Arbitrary<TimedAction> = fc.constantFrom(...ACTION_TYPES).chain((type) =>
  fc.record({
    id: fc.constant(ACTION_ID),
    type: fc.constant(type),
    status: fc.constantFrom(...ACTION_STATUSES),
    owner: fc.constantFrom(null, 'Ann'),
    subjectIds: fc.constantFrom([], [uuid(2)]),
    dueOn: maybeDate,
    doneOn: maybeDate,
    particulars: fc.option(anyParticulars(type), { nil: null }),
  }),
);

/** What a step asks after, other than dates and texts. */
const ANSWERS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  stateResponse: fc.constantFrom('pending', 'accepted', 'noted'),
  result: fc.constantFrom('pending', 'accepted', 'declined', 'helped'),
  answer: fc.constantFrom('pending', 'accepted', 'declined'),
  communicationKind: fc.constantFrom('urgent-appeal', 'treaty-body-submission'),
  coSponsored: fc.boolean(),
  guidingPrinciples: fc.constantFrom([], [13]),
};

function anyParticulars(type: TimedAction['type']): fc.Arbitrary<ActionParticulars> {
  const names = Object.keys(PARTICULARS[type].shape).filter((name) => name !== 'type');
  const fields = names.map((name): [string, fc.Arbitrary<unknown>] => {
    const isDate = name.endsWith('On') || name === 'from' || name === 'until';
    return [name, ANSWERS[name] ?? (isDate ? maybeDate : fc.constantFrom('', ' ', 'Words'))];
  });
  return fc.record({
    type: fc.constant(type),
    ...Object.fromEntries(fields),
  }) as unknown as fc.Arbitrary<ActionParticulars>;
}

const slugs = [
  ...new Set(
    Object.values(TIMELINE_RULES)
      .flat()
      .map((rule) => rule.slug),
  ),
];
const anyTasks = fc
  .array(
    fc.record({
      step: fc.constantFrom(...slugs, 'of-another-version'),
      state: fc.constantFrom(...TASK_STATES),
      dueOn: maybeDate,
      actionId: fc.constantFrom(ACTION_ID, uuid(9), null),
    }),
    { maxLength: 8 },
  )
  .map((tasks) =>
    tasks.map((task, index) => stepTask(task.step, { ...task, id: uuid(60 + index) })),
  );

const open = (steps: readonly TimelineStep[]): TimelineStep[] =>
  steps.filter(({ state }) => state === 'open');

describe('the laws of every timeline', () => {
  it('moves every open step that counts from the due date when that moves, and no other', () => {
    fc.assert(
      fc.property(
        anyAction,
        anyTasks,
        anyDate,
        fc.integer({ min: -400, max: 400 }),
        (of, tasks, dueOn, days) => {
          const before = timelineOf({ ...of, dueOn }, TODAY, tasks);
          const later = parseDate(dueOn).add({ days }).toString();
          const after = timelineOf({ ...of, dueOn: later }, TODAY, tasks);
          const heldOn = (of.particulars as { heldOn?: string | null } | null)?.heldOn ?? null;
          const counts = new Map(TIMELINE_RULES[of.type].map((rule) => [rule.slug, rule.from]));
          const moved = open(before).map((step) => [
            step.step,
            counts.get(step.step) === 'due' && heldOn === null
              ? parseDate(step.dueOn ?? '')
                  .add({ days })
                  .toString()
              : step.dueOn,
          ]);
          expect(new Map(open(after).map((step) => [step.step, step.dueOn]))).toEqual(
            new Map(moved as [string, string][]),
          );
        },
      ),
    );
  });

  it('never shows a settled step as open, whatever happens to the action', () => {
    fc.assert(
      fc.property(anyAction, anyTasks, (of, tasks) => {
        const settled = tasks
          .filter((task) => task.state !== 'open' && task.actionId === ACTION_ID)
          .map((task) => task.step);
        const shown = open(timelineOf(of, TODAY, tasks)).map((step) => step.step);
        expect(shown.filter((step) => settled.includes(step))).toEqual([]);
      }),
    );
  });

  it('names no step twice and depends on nothing but what it is given', () => {
    fc.assert(
      fc.property(anyAction, anyTasks, (of, tasks) => {
        const steps = timelineOf(of, TODAY, tasks);
        expect(new Set(steps.map((step) => step.step)).size).toBe(steps.length);
        expect(timelineOf(of, TODAY, [...tasks].reverse())).toEqual(steps);
      }),
    );
  });

  it('is the same after its settled steps are stored as they were shown', () => {
    fc.assert(
      fc.property(anyAction, anyDate, (of, today) => {
        const [first, ...rest] = timelineOf(of, today, []);
        fc.pre(first !== undefined);
        const task = stepTask(first?.step ?? '', {
          state: 'done',
          settledOn: today,
          dueOn: first?.dueOn ?? null,
        });
        const after = timelineOf(of, today, [task]);
        expect(open(after)).toEqual(rest);
        expect(after.length).toBe(rest.length + 1);
      }),
    );
  });
});

describe('the words of the steps', () => {
  it('are there for every step, and quotations only for steps there are', () => {
    expect(Object.keys(enGb.tasks.step).sort()).toEqual([...slugs].sort());
    expect(Object.keys(enGb.tasks.paper).filter((slug) => !slugs.includes(slug))).toEqual([]);
  });

  it('stand beside a timeline of every type that names each step once', () => {
    const twice = ACTION_TYPES.filter((type) => {
      const own = TIMELINE_RULES[type].map((rule) => rule.slug);
      return own.length < 3 || new Set(own).size !== own.length;
    });
    expect(twice).toEqual([]);
  });
});
