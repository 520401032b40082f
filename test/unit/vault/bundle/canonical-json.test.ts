import { describe, expect, it } from 'vitest';
import {
  encodeCanonicalJson,
  parseCanonicalJson,
} from '../../../../src/vault/bundle/canonical-json.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const parse = (text: string | Uint8Array): unknown =>
  parseCanonicalJson(typeof text === 'string' ? utf8(text) : text, 32);

describe('canonical JSON', () => {
  it('encodes the example of RFC 8785, section 3.2.3', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(Buffer.from(encodeCanonicalJson(value)).toString()))).toEqual(
      expect.arrayContaining(Object.values(value)),
    );
    expect(Buffer.from(encodeCanonicalJson(value)).toString()).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    );
  });

  it('parses what it encodes', () => {
    const value = { a: [1, -2.5, 1e21 / 1e7, 'é阿', true, false, null, {}], b: { c: [] } };
    expect(parse(encodeCanonicalJson(value))).toEqual({ ok: true, value });
  });

  it('throws for a value without a JSON form', () => {
    for (const value of [undefined, Number.NaN, Infinity, '\ud800', () => 1]) {
      expect(() => encodeCanonicalJson(value)).toThrow(/./u);
    }
  });

  it.each([
    ['json-not-canonical', '{"a":1,"a":1}'],
    ['json-not-canonical', '{"a":1,"a":2}'],
    ['json-not-canonical', '{"a":{"b":1,"b":1}}'],
    ['json-not-canonical', '{"a":1,"\\u0061":1}'],
    ['json-not-canonical', '{"b":1,"a":1}'],
    ['json-not-canonical', '{ "a":1}'],
    ['json-not-canonical', '[1]\n'],
    ['json-not-canonical', '[1]\r'],
    ['json-not-canonical', '[1.0]'],
    ['json-not-canonical', '[1e2]'],
    ['json-not-canonical', '[-0]'],
    ['json-not-canonical', '["\\u0041"]'],
    ['json-not-canonical', '["\\/"]'],
    ['json-syntax', ''],
    ['json-syntax', '{"a":1,}'],
    ['json-syntax', "{'a':1}"],
    ['json-syntax', '[01]'],
    ['json-syntax', '[NaN]'],
    ['json-syntax', '[1][2]'],
    ['json-syntax', '["\n"]'],
    ['json-syntax', '\ufeff[1]'],
    ['json-syntax', '["\u0000"]'],
    ['json-nul', '["\\u0000"]'],
    ['json-nul', '{"a\\u0000":1}'],
    ['json-surrogate', '["\\ud800"]'],
    ['json-surrogate', '{"\\udc00":1}'],
    ['json-forbidden-key', '{"__proto__":{"admin":true}}'],
    ['json-forbidden-key', '[{"constructor":1}]'],
    ['json-forbidden-key', '{"a":{"prototype":1}}'],
    ['json-number', '[9007199254740992]'],
    ['json-number', '[-1e+300]'],
    ['json-number', '[1e400]'],
    ['json-depth', '['.repeat(33) + ']'.repeat(33)],
    ['json-depth', '{"a":'.repeat(1_000_000)],
    ['json-utf8', new Uint8Array([0x22, 0xff, 0x22])],
    ['json-utf8', new Uint8Array([0x22, 0xc0, 0xaf, 0x22])],
    ['json-utf8', new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22])],
    ['json-utf8', new Uint8Array([0x22, 0xf4, 0x90, 0x80, 0x80, 0x22])],
  ])('refuses by %s: %.40s', (rule, text) => {
    expect(parse(text)).toEqual({ ok: false, failure: rule });
  });

  it('takes nesting up to the limit and brackets in strings', () => {
    expect(parse('['.repeat(32) + ']'.repeat(32))).toMatchObject({ ok: true });
    expect(parse(JSON.stringify(['['.repeat(100), '\\"[[']))).toMatchObject({ ok: true });
  });

  it('never changes a prototype', () => {
    parse('{"__proto__":{"polluted":true}}');
    expect('polluted' in {}).toBe(false);
  });
});
