import { describe, expect, it } from 'vitest';
import type { ActionRow } from '../../../../../src/shared/contract/actions.ts';
import {
  boardColumns,
  gapsByContact,
  moveNeedsGate,
} from '../../../../../src/renderer/features/actions/board.ts';
import {
  actionForm,
  emptyAction,
  unfinishedAction,
} from '../../../../../src/renderer/features/actions/form-values.ts';

function row(title: string, status: ActionRow['status'], dueOn: string | null): ActionRow {
  return {
    id: title,
    type: 'demarche',
    title,
    status,
    audience: 'authorities',
    owner: null,
    dueOn,
    subjects: [],
    gate: { allowed: true, via: 'no-subject', consentEventIds: [], gaps: [], notReady: null },
    overridden: false,
  };
}

describe('the board', () => {
  it('shows the soonest due first and what has no date last', () => {
    const columns = boardColumns([
      row('no date', 'planned', null),
      row('later', 'planned', '2026-12-24'),
      row('soon', 'planned', '2026-11-25'),
      row('finished', 'done', null),
    ]);
    expect(
      columns.map((column) => [column.status, column.rows.map((entry) => entry.title)]),
    ).toEqual([
      ['planned', ['soon', 'later', 'no date']],
      ['in-progress', []],
      ['done', ['finished']],
      ['cancelled', []],
    ]);
  });

  it('asks the gate when work begins, not when a plan is dropped', () => {
    expect([
      moveNeedsGate('planned', 'in-progress'),
      moveNeedsGate('planned', 'done'),
      moveNeedsGate('planned', 'cancelled'),
      moveNeedsGate('in-progress', 'done'),
    ]).toEqual([true, true, false, false]);
  });

  it('offers no override for a contact whom no consent could help', () => {
    const gap = { contactId: 'a', contactLabel: 'A', purpose: 'meet', audience: 'un' } as const;
    const groups = gapsByContact([
      { ...gap, why: 'refused' },
      { contactId: 'b', contactLabel: 'B', purpose: null, audience: null, why: 'dissolved' },
      { ...gap, purpose: 'use-of-name', why: 'expired' },
    ]);
    expect(
      groups.map((group) => [group.contactLabel, group.gaps.length, group.overridable]),
    ).toEqual([
      ['A', 2, true],
      ['B', 1, false],
    ]);
  });
});

describe('the action form', () => {
  it('starts with the audience that the type is usually for', () => {
    expect(emptyAction('resolution', []).audience).toBe('un');
  });

  it('needs nothing but a title to be planned', () => {
    const parsed = actionForm.safeParse(emptyAction('demarche', []));
    expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toEqual(['title']);
  });

  it('restores an unfinished action and refuses another shape', () => {
    const values = emptyAction('seminar', []);
    expect([unfinishedAction({ ...values }), unfinishedAction([])]).toEqual([values, null]);
  });
});
