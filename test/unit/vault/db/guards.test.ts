import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../../src/vault/canonical-json.ts';
import { judgeHistory, type GuardStep } from '../../../../src/vault/db/guards.ts';

const SEALED = { kind: 'sealed' };

function step(
  changeSetId: string,
  fields: Record<string, JsonValue>,
  undoOf: string | null = null,
): GuardStep {
  return { changeSetId, undoOf, fields: new Map(Object.entries(fields)) };
}

const made = step('s1', { $exists: true, decision: 'given' });
const gone = { $exists: null, decision: null };

describe('a consent event', () => {
  it('may be made, taken back, and made again by taking that back', () => {
    const undo = step('s2', gone, 's1');
    const redo = step('s3', { $exists: true, decision: 'given' }, 's2');
    expect(judgeHistory('consent-event', [made])).toBeNull();
    expect(judgeHistory('consent-event', [made, undo])).toBeNull();
    expect(judgeHistory('consent-event', [made, undo, redo])).toBeNull();
    expect(judgeHistory('consent-event', [made, undo, redo, step('s4', gone, 's3')])).toBeNull();
  });

  it('may be made twice alike, and taken back by undoing either making', () => {
    const twice = [made, step('s2', { $exists: true, decision: 'given' })];
    expect(judgeHistory('consent-event', twice)).toBeNull();
    for (const undone of ['s1', 's2']) {
      expect(judgeHistory('consent-event', [...twice, step('s3', gone, undone)])).toBeNull();
    }
  });

  it.each([
    ['edited', step('s2', { decision: 'refused' })],
    ['edited by an undo of something else', step('s2', { decision: null }, 's9')],
    ['made again with another value', step('s2', { $exists: true, decision: 'refused' })],
    ['removed', step('s2', gone)],
    ['removed by an undo of something else', step('s2', gone, 's9')],
  ])('may not be %s', (_, wrong) => {
    expect(judgeHistory('consent-event', [made, wrong])).toEqual(SEALED);
  });
});

describe('a meeting log', () => {
  const draft = step('s1', { $exists: true, state: 'draft', said: 'a' });
  const seal = step('s3', { state: 'sealed' });

  it('may be edited and removed while it is a draft', () => {
    const edit = step('s2', { said: 'b' });
    expect(judgeHistory('meeting-log', [draft, edit, seal])).toBeNull();
    expect(judgeHistory('meeting-log', [draft, edit, step('s4', { $exists: null })])).toBeNull();
  });

  it.each([
    ['edited', step('s4', { said: 'c' })],
    ['opened again', step('s4', { state: 'draft' }, 's3')],
    ['removed', step('s4', { $exists: null })],
  ])('may not be %s once it is sealed', (_, wrong) => {
    expect(judgeHistory('meeting-log', [draft, seal, wrong])).toEqual(SEALED);
  });
});

it('other records may be edited at will', () => {
  expect(
    judgeHistory('contact', [made, step('s2', { decision: 'x' }), step('s3', gone)]),
  ).toBeNull();
});
