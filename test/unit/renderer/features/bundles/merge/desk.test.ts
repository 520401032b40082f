import { describe, expect, it } from 'vitest';
import type { MergeChoice } from '../../../../../../src/shared/contract/bundles.ts';
import {
  alike,
  choose,
  deskRows,
  deskWith,
  nextOpen,
  takeBack,
  type Desk,
} from '../../../../../../src/renderer/features/bundles/merge/desk.ts';
import { conflictOf } from './conflicts.ts';

const [a, b, c] = [conflictOf('a'), conflictOf('b'), conflictOf('c')];
const empty = deskWith(new Map());
const keysOf = (conflicts: readonly { readonly key: string }[]): string[] =>
  conflicts.map(({ key }) => key);
const madeAt = (desk: Desk): [string, MergeChoice][] => [...desk.choices];

describe('what is like a conflict', () => {
  const others = [
    conflictOf('text', { field: 'notes' }),
    conflictOf('meeting', { record: { type: 'meeting-log', id: 'm' } }),
    conflictOf('removal', { kind: 'edit-delete' }),
    conflictOf('other-suggestion', { suggested: 'mine' }),
  ];

  it('is the same field of the same type, in the same way, with the same suggestion', () => {
    expect(keysOf(alike(empty, [a, ...others, b], a))).toEqual(['a', 'b']);
  });

  it('is itself, and of the others only what is not decided', () => {
    const desk = deskWith(new Map([['a', 'mine'] as const, ['b', 'theirs'] as const]));
    expect(keysOf(alike(desk, [a, b, c], a))).toEqual(['a', 'c']);
  });
});

describe('a choice', () => {
  it('is taken back as it was made: one, or all that were settled with it', () => {
    const one = choose(empty, a, [a], 'mine');
    const many = choose(one, b, [b, c], 'theirs');
    expect(madeAt(many)).toEqual([
      ['a', 'mine'],
      ['b', 'theirs'],
      ['c', 'theirs'],
    ]);
    const back = takeBack(many);
    expect(back?.at).toBe('b');
    expect(back && madeAt(back.desk)).toEqual([['a', 'mine']]);
    const start = back && takeBack(back.desk);
    expect(start).toEqual({ desk: empty, at: 'a' });
    expect(start && takeBack(start.desk)).toBeNull();
  });

  it('gives the one before it back when it is taken back', () => {
    const changed = choose(choose(empty, a, [a], 'mine'), a, [a], 'theirs');
    expect(changed.choices.get('a')).toBe('theirs');
    expect(takeBack(changed)?.desk.choices.get('a')).toBe('mine');
  });

  it('of both leaves alone what cannot be both', () => {
    const list = conflictOf('list', { both: ['x', 'y'] });
    expect(madeAt(choose(empty, list, [list, a], 'both'))).toEqual([['list', 'both']]);
    expect(choose(empty, a, [a], 'both')).toBe(empty);
  });
});

describe('the next open conflict', () => {
  it('is the first undecided one after it, from the start again at the end', () => {
    const desk = deskWith(new Map([['b', 'mine'] as const]));
    expect(nextOpen(desk, [a, b, c], 0)).toBe(2);
    expect(nextOpen(desk, [a, b, c], 2)).toBe(0);
    expect(nextOpen(desk, [a, b, c], -1)).toBe(0);
  });

  it('is itself where only it is left, and none where all are decided', () => {
    expect(nextOpen(empty, [a], 0)).toBe(0);
    expect(nextOpen(deskWith(new Map([['a', 'mine'] as const])), [a], 0)).toBeNull();
    expect(nextOpen(empty, [], 0)).toBeNull();
  });
});

describe('the rows of the desk', () => {
  const names: Readonly<Record<string, string>> = { 1: 'Zoe', 2: 'Amal', 3: 'Amal' };
  const nameOf = (id: string): string | null => names[id] ?? null;
  const rowsOf = (...conflicts: Parameters<typeof deskRows>[0]): [string, string | null][] =>
    deskRows(conflicts, nameOf).map(({ conflict, heading }) => [conflict.key, heading]);

  it('are grouped by whom they are about, each named once', () => {
    expect(
      rowsOf(
        conflictOf('z1', { contactIds: ['1'] }),
        conflictOf('a2', { contactIds: ['2'], label: 'Meeting' }),
        conflictOf('z2', { contactIds: ['1'] }),
        conflictOf('a1', { contactIds: ['2'], label: 'Call' }),
      ),
    ).toEqual([
      ['a1', 'Amal'],
      ['a2', null],
      ['z1', 'Zoe'],
      ['z2', null],
    ]);
  });

  it('keep two people of one name apart, and name all that something is about', () => {
    expect(
      rowsOf(
        conflictOf('x', { contactIds: ['3'] }),
        conflictOf('y', { contactIds: ['2'] }),
        conflictOf('both', { contactIds: ['1', '2'] }),
        conflictOf('unknown', { contactIds: ['9'] }),
      ),
    ).toEqual([
      ['unknown', ''],
      ['y', 'Amal'],
      ['x', 'Amal'],
      ['both', 'Amal, Zoe'],
    ]);
  });

  it('keep the fields of one record together, whatever the order they come in', () => {
    const of = (key: string, id: string, field: string): ReturnType<typeof conflictOf> =>
      conflictOf(key, { record: { type: 'contact', id }, label: 'Same', field });
    expect(rowsOf(of('1', 'p', 'tags'), of('2', 'q', 'tags'), of('3', 'p', 'notes'))).toEqual([
      ['3', ''],
      ['1', null],
      ['2', null],
    ]);
  });
});
