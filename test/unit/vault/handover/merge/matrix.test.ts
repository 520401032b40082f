import { describe, expect, it } from 'vitest';
import type { RecordType } from '../../../../../src/shared/model/record-type.ts';
import type { JsonValue } from '../../../../../src/vault/canonical-json.ts';
import { testId } from '../../db/store-fixture.ts';
import { endingOf, type Edit } from './two-sides.ts';

/*
 * The merge matrix: every pair of what two sides can do to one field or record (KeePassXC's tests of
 * merging have 39 such cases), each with both sides' stamps in either order, seen from both sides.
 * Whoever merges, and whichever stamp is later, both come to one and the same end.
 */

/** `ends`: the value it comes to unasked. `asks`: the question, and what both together would be. */
type Expected =
  | { readonly ends: JsonValue }
  | { readonly asks: 'one-of-them' | 'more-careful'; readonly careful?: JsonValue }
  | { readonly asks: 'both'; readonly both: JsonValue; readonly whenTheirsLater?: JsonValue };
type Row = readonly [string, JsonValue, JsonValue, JsonValue, Expected];

const [I, J, K] = [testId(1), testId(2), testId(3)];
const method = (id: string, value: string, more: object = {}): JsonValue => ({
  ...{ id, kind: 'phone', value, safeHours: null, neverUse: false, preferred: false, note: null },
  ...more,
});
const name = (id: string, text: string): JsonValue => ({ id, kind: 'primary', text, script: null });
const means = (status: string): JsonValue => ({
  ...{ status, assessedBy: null, assessedOn: '2026-11-01', ground: 'seen' },
});

const MATRIX: readonly (readonly [RecordType, string, readonly Row[]])[] = [
  [
    'contact',
    'profession',
    [
      ['untouched on both sides', 'a', 'a', 'a', { ends: 'a' }],
      ['edited here', 'a', 'b', 'a', { ends: 'b' }],
      ['edited there', 'a', 'a', 'c', { ends: 'c' }],
      ['edited alike', 'a', 'b', 'b', { ends: 'b' }],
      ['edited on both', 'a', 'b', 'c', { asks: 'one-of-them' }],
      ['cleared here', 'a', null, 'a', { ends: null }],
      ['cleared there', 'a', 'a', null, { ends: null }],
      ['cleared on both', 'a', null, null, { ends: null }],
      ['cleared here, edited there', 'a', null, 'c', { asks: 'one-of-them' }],
      ['edited here, cleared there', 'a', 'b', null, { asks: 'one-of-them' }],
      ['filled in here', null, 'b', null, { ends: 'b' }],
      ['filled in there', null, null, 'c', { ends: 'c' }],
      ['filled in on both', null, 'b', 'c', { asks: 'one-of-them' }],
    ],
  ],
  [
    'contact',
    'remote',
    [
      ['set on one side', false, true, false, { ends: true }],
      ['set on both', false, true, true, { ends: true }],
    ],
  ],
  [
    'contact',
    'riskLevel',
    [
      [
        'raised differently',
        'low',
        'high',
        'extreme',
        { asks: 'more-careful', careful: 'extreme' },
      ],
      ['lowered and raised', 'medium', 'low', 'high', { asks: 'more-careful', careful: 'high' }],
      ['taken away and raised', 'low', null, 'high', { asks: 'more-careful', careful: 'high' }],
    ],
  ],
  [
    'incident',
    'sensitivity',
    [
      [
        'marked differently',
        'normal',
        'sensitive',
        'closely-held',
        { asks: 'more-careful', careful: 'closely-held' },
      ],
    ],
  ],
  ['promise', 'dueOn', [['two dates', null, '2026-12-01', '2026-12-02', { asks: 'one-of-them' }]]],
  [
    'contact',
    'peacefulMeans',
    [
      [
        'found on one side',
        means('not-assessed'),
        means('met'),
        means('not-assessed'),
        { ends: means('met') },
      ],
      [
        'two findings',
        means('not-assessed'),
        means('met'),
        means('not-met'),
        { asks: 'one-of-them' },
      ],
    ],
  ],
  [
    'contact',
    'photo',
    [
      [
        'another file here',
        'a'.repeat(64),
        'b'.repeat(64),
        'a'.repeat(64),
        { ends: 'b'.repeat(64) },
      ],
      ['two files', 'a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64), { asks: 'one-of-them' }],
      [
        'the same file, by its hash',
        null,
        'b'.repeat(64),
        'b'.repeat(64),
        { ends: 'b'.repeat(64) },
      ],
    ],
  ],
  [
    'contact',
    'tags',
    [
      ['added here', ['a'], ['a', 'b'], ['a'], { ends: ['a', 'b'] }],
      ['added there', ['a'], ['a'], ['a', 'c'], { ends: ['a', 'c'] }],
      ['the same added', ['a'], ['a', 'b'], ['a', 'b'], { ends: ['a', 'b'] }],
      ['taken out here', ['a', 'b'], ['a'], ['a', 'b'], { ends: ['a'] }],
      ['taken out on both', ['a', 'b'], ['a'], ['a'], { ends: ['a'] }],
      ['each took out another', ['a', 'b'], ['a'], ['b'], { ends: [] }],
      ['taken out here, added there', ['a'], [], ['a', 'c'], { ends: ['c'] }],
    ],
  ],
  ['contact', 'languages', [['added to none', [], ['ar'], ['ar'], { ends: ['ar'] }]]],
  ['action', 'subjectIds', [['taken out, kept', [I, J], [J], [I, J], { ends: [J] }]]],
  [
    'contact',
    'methods',
    [
      [
        'edited here',
        [method(I, '1')],
        [method(I, '2')],
        [method(I, '1')],
        { ends: [method(I, '2')] },
      ],
      [
        'another property each',
        [method(I, '1')],
        [method(I, '2')],
        [method(I, '1', { neverUse: true })],
        { ends: [method(I, '2', { neverUse: true })] },
      ],
      ['taken out on both', [method(I, '1')], [], [], { ends: [] }],
      [
        'edited here, another taken out there',
        [method(I, '1'), method(J, '5')],
        [method(I, '2'), method(J, '5')],
        [method(I, '1')],
        { ends: [method(I, '2')] },
      ],
      [
        'edited here, taken out there',
        [method(I, '1')],
        [method(I, '2')],
        [],
        { asks: 'both', both: [method(I, '2')] },
      ],
      [
        'taken out here, edited there',
        [method(I, '1')],
        [],
        [method(I, '2')],
        { asks: 'both', both: [method(I, '2')] },
      ],
    ],
  ],
  [
    'contact',
    'names',
    [['renamed here', [name(I, 'a')], [name(I, 'b')], [name(I, 'a')], { ends: [name(I, 'b')] }]],
  ],
  [
    'contact',
    'notes',
    [
      ['edited here', 'a', 'b', 'a', { ends: 'b' }],
      ['edited alike', 'a', 'b', 'b', { ends: 'b' }],
      ['another paragraph each', 'a\n\nb', 'A\n\nb', 'a\n\nB', { ends: 'A\n\nB' }],
      ['one edited, one appended to', 'a\n\nb', 'A\n\nb', 'a\n\nb\n\nc', { ends: 'A\n\nb\n\nc' }],
      [
        'taken out here, another edited there',
        'a\n\nb\n\nc',
        'b\n\nc',
        'a\n\nb\n\nC',
        { ends: 'b\n\nC' },
      ],
      ['taken out on both', 'a\n\nb', 'a', 'a', { ends: 'a' }],
      [
        'the same paragraph',
        'a',
        'b',
        'c',
        { asks: 'both', both: 'b\n\nc', whenTheirsLater: 'b\n\nc' },
      ],
    ],
  ],
  // Moves: a record says what it belongs to.
  [
    'task',
    'contactId',
    [
      ['moved here', I, J, I, { ends: J }],
      ['moved twice', I, J, K, { asks: 'one-of-them' }],
    ],
  ],
  ['action', 'planId', [['put into two plans', null, J, K, { asks: 'one-of-them' }]]],
  ['relationship', 'toContactId', [['moved there', I, I, K, { ends: K }]]],
  [
    'attachment',
    'ownerId',
    [
      ['moved alike', I, J, J, { ends: J }],
      ['moved twice', I, J, K, { asks: 'one-of-them' }],
    ],
  ],
];

const fields = MATRIX.flatMap(([type, field, rows]) =>
  rows.flatMap(([title, base, mine, theirs, expected]) =>
    [true, false].map((isTheirsLater) => ({
      ...{ type, field, base, mine, theirs, expected, isTheirsLater },
      title: `${type}.${field} ${title}, ${isTheirsLater ? 'theirs' : 'mine'} later`,
    })),
  ),
);

describe('a field', () => {
  it.each(fields)('$title', ({ type, field, base, mine, theirs, expected, isTheirsLater }) => {
    const edit = (value: JsonValue): Edit => ({ [field]: value });
    const start = { [field]: base, marker: 'm' } as Record<string, JsonValue>;
    const story = { type, base: start, mine: edit(mine), theirs: edit(theirs), isTheirsLater };
    const here = endingOf(story);
    const there = endingOf({
      ...{ type, base: start, isTheirsLater: !isTheirsLater },
      ...{ mine: edit(theirs), theirs: edit(mine) },
    });
    // One end on both sides, whoever is asked.
    expect(there.state).toEqual(here.state);
    const value = here.state?.[field] ?? null;
    if ('ends' in expected) {
      expect([here.questions, sorted(value)]).toEqual([[], sorted(expected.ends)]);
      return;
    }
    const [question] = here.questions;
    expect(here.questions).toHaveLength(1);
    expect(question).toMatchObject({ kind: 'edit-edit', field, base, mine, theirs });
    if (expected.asks === 'both') {
      expect(question).toMatchObject({ suggested: 'both' });
      expect(paragraphs(question?.both)).toEqual(paragraphs(expected.both));
    } else {
      const later = isTheirsLater ? theirs : mine;
      expect(question?.both).toBeNull();
      expect(value).toEqual(expected.asks === 'more-careful' ? expected.careful : later);
    }
  });
});

/** Lists without an order of their own, for comparing. */
function sorted(value: JsonValue | undefined): unknown {
  return Array.isArray(value) ? value.map((one) => JSON.stringify(one)).sort() : value;
}

/** Both texts are there; which comes first is the earlier one. */
function paragraphs(value: JsonValue | undefined): unknown {
  return typeof value === 'string' ? value.split('\n\n').sort() : value;
}

it('an entry that both sides gave another value is there twice, and under the same ids on both', () => {
  const base = { methods: [method(I, '1')] };
  const story = { type: 'contact', base, isTheirsLater: true } as const;
  const [mine, theirs] = [{ methods: [method(I, '2')] }, { methods: [method(I, '3')] }];
  const here = endingOf({ ...story, mine, theirs });
  const there = endingOf({ ...story, mine: theirs, theirs: mine, isTheirsLater: false });
  expect(here.questions.map(({ suggested }) => suggested)).toEqual(['both']);
  const methods = here.state?.['methods'] as readonly { readonly value: string }[] | undefined;
  const values = methods?.map((one) => one.value);
  expect([values, there.state]).toEqual([['2', '3'], here.state]);
});

const TYPES = [
  'contact',
  'relationship',
  'action',
  'incident',
  'attachment',
  'task',
  'promise',
] as const;

describe.each(TYPES)('a record (%s)', (type) => {
  const field = {
    contact: 'notes',
    relationship: 'note',
    action: 'detail',
    incident: 'title',
    attachment: 'name',
    task: 'text',
    promise: 'text',
  }[type];
  const base = { [field]: 'a' } as Record<string, JsonValue>;
  const edit = { [field]: 'b' };
  const rows: readonly (readonly [string, Edit, Edit, string | null, JsonValue | null])[] = [
    ['removed here', 'removes', null, null, null],
    ['removed there', null, 'removes', null, null],
    ['removed on both', 'removes', 'removes', null, null],
    ['edited here, removed there', edit, 'removes', 'edit-delete', 'b'],
    ['removed here, edited there', 'removes', edit, 'delete-edit', 'b'],
  ];
  const cases = rows.flatMap(([title, mine, theirs, kind, kept]) =>
    [true, false].map((isTheirsLater) => ({
      ...{ mine, theirs, kind, kept, isTheirsLater },
      title: `${title}, ${isTheirsLater ? 'theirs' : 'mine'} later`,
    })),
  );
  it.each(cases)('$title', ({ mine, theirs, kind, kept, isTheirsLater }) => {
    const { questions, state } = endingOf({ type, base, mine, theirs, isTheirsLater });
    expect(questions.map((one) => one.kind)).toEqual(kind === null ? [] : [kind]);
    expect(state?.[field] ?? null).toEqual(kept);
    if (kind !== null) expect(questions[0]?.edits).toEqual([{ field, from: 'a', to: 'b' }]);
  });
});
