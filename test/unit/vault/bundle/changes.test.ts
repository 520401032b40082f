import { describe, expect, it } from 'vitest';
import { encodeCanonicalJson } from '../../../../src/vault/bundle/canonical-json.ts';
import {
  encodeChangeSet,
  readChangeSets,
  RecordCounter,
} from '../../../../src/vault/bundle/changes.ts';
import { BUNDLE_LIMITS } from '../../../../src/vault/bundle/limits.ts';
import { changeSet, withoutUndefined } from './bundle-kit.ts';

const good = changeSet();
const change = good.changes[1];

function read(file: Uint8Array, limits = BUNDLE_LIMITS): unknown[] {
  return [...readChangeSets(file, limits)].map((r) => (r.ok ? r.value : r.failure));
}
function lineOf(value: unknown): Uint8Array {
  return Buffer.concat([encodeCanonicalJson(withoutUndefined(value)), Buffer.from('\n')]);
}
const malformed = (rule: string): unknown => ({ kind: 'bundle-malformed', rule });

describe('change sets of a bundle', () => {
  it('are read back as they were written, one a line', () => {
    const undone = changeSet({ undoOf: good.id, reason: '' });
    const file = Buffer.concat([encodeChangeSet(good), encodeChangeSet(undone)]);
    expect(read(file)).toEqual([good, undone]);
    expect(read(new Uint8Array(0))).toEqual([]);
  });

  it('keep every JSON value of a field', () => {
    const values = [null, true, 0, -1.5, '', 'é\n', [], [[null]], {}, { a: { b: [1] } }];
    const set = changeSet({
      changes: values.map((value, i) => ({
        type: 'contact',
        id: good.id,
        field: `f${i}`,
        old: value,
        new: values[values.length - 1 - i] ?? null,
      })),
    });
    expect(read(encodeChangeSet(set))).toEqual([set]);
  });

  it.each<[string, object]>([
    ['an unknown key', { ...good, extra: 1 }],
    ['a missing key', { ...good, undoOf: undefined }],
    ['no changes', { ...good, changes: [] }],
    ['an id that is no UUID', { ...good, id: '1' }],
    ['a clock of another form', { ...good, hlc: '1-2-3' }],
    ['a date that is none', { ...good, at: '2026-13-01T00:00:00Z' }],
    ['an author without a name', { ...good, author: { ...good.author, name: '' } }],
    ['an author name of two lines', { ...good, author: { ...good.author, name: 'a\nb' } }],
    ['a reason beyond its length', { ...good, reason: 'x'.repeat(2001) }],
    ['an unknown record type', { ...good, changes: [{ ...change, type: 'vault' }] }],
    ['a field that is a path', { ...good, changes: [{ ...change, field: 'a.b' }] }],
    ['another pseudo-field', { ...good, changes: [{ ...change, field: '$other' }] }],
    ['a field every object has', { ...good, changes: [{ ...change, field: 'constructor' }] }],
    ['another field every object has', { ...good, changes: [{ ...change, field: 'toString' }] }],
    ['a change without its old value', { ...good, changes: [{ ...change, old: undefined }] }],
    ['a change without its new value', { ...good, changes: [{ ...change, new: undefined }] }],
    ['a field changed twice', { ...good, changes: [change, change] }],
    ['an array', [good]],
  ])('are refused with %s', (_name, value) => {
    expect(read(lineOf(value))).toEqual([malformed('changes-schema')]);
  });

  it('are refused by the rules of canonical JSON, named', () => {
    const text = Buffer.from(encodeCanonicalJson(good)).toString();
    const proto = text.replace('"old":null', '"old":{"__proto__":1}');
    const twice = text.replace('"device":', '"device":"x","device":');
    const spaced = text.replace('{', '{ ');
    const rules = [proto, twice, spaced].map((line) => read(Buffer.from(`${line}\n`))[0]);
    expect(rules).toEqual([
      malformed('changes-json-forbidden-key'),
      malformed('changes-json-not-canonical'),
      malformed('changes-json-not-canonical'),
    ]);
  });

  it('are refused with an empty line, a carriage return or an unended last line', () => {
    const line = Buffer.from(encodeChangeSet(good));
    const text = line.toString();
    const files = [
      `\n${text}`,
      `${text}\n`,
      text.replace('\n', '\r\n'),
      text.trimEnd(),
      '\u0000\n',
    ];
    expect(files.map((file) => read(Buffer.from(file)).at(-1))).toEqual([
      malformed('changes-json-syntax'),
      malformed('changes-json-syntax'),
      malformed('changes-json-not-canonical'),
      malformed('changes-last-line'),
      malformed('changes-json-syntax'),
    ]);
  });

  it('are refused when an id comes twice', () => {
    const line = encodeChangeSet(good);
    expect(read(Buffer.concat([line, line]))).toEqual([good, malformed('changes-id-twice')]);
  });

  it('stop at the first limit that is passed', () => {
    const file = Buffer.concat([encodeChangeSet(good), encodeChangeSet(changeSet())]);
    const tooLarge = { kind: 'bundle-too-large', limit: 'changes' };
    expect(read(file, { ...BUNDLE_LIMITS, changeSets: 1 })).toEqual([good, tooLarge]);
    expect(read(file, { ...BUNDLE_LIMITS, lineBytes: 99 })).toEqual([tooLarge]);
    expect(read(file, { ...BUNDLE_LIMITS, changesPerSet: 1 })).toEqual([tooLarge]);
    expect(read(file, { ...BUNDLE_LIMITS, changesBytes: file.length - 1 })).toEqual([tooLarge]);
  });

  it('cannot be written where they could not be read, and the error says no value', () => {
    const secret = changeSet({ reason: 'x'.repeat(2001) });
    expect(() => encodeChangeSet(secret)).toThrow(/^change set refused: changes-schema$/u);
    const number = changeSet({
      changes: [{ type: 'contact', id: good.id, field: 'a', old: null, new: 2 ** 60 }],
    });
    expect(() => encodeChangeSet(number)).toThrow(/^change set refused: changes-json-number$/u);
  });

  it('are counted by distinct records', () => {
    const counter = new RecordCounter();
    counter.add(good);
    counter.add(good);
    counter.add(changeSet());
    const promise = { type: 'promise', id: good.id, field: 'by', old: null, new: 1 } as const;
    counter.add(changeSet({ changes: [promise] }));
    expect(counter.counts()).toEqual({ contact: 2, promise: 1 });
  });
});
