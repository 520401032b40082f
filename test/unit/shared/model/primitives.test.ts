import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  calendarDate,
  countryCode,
  instant,
  languageTag,
  localDateTime,
  LONG_TEXT_MAX,
  longText,
  optionalShortText,
  recordId,
  scriptCode,
  sha256Hex,
  SHORT_TEXT_MAX,
  shortText,
  timeZone,
} from '../../../../src/shared/model/primitives.ts';

function accepted(schema: z.ZodType, values: readonly unknown[]): unknown[] {
  return values.filter((value) => schema.safeParse(value).success);
}

describe('primitives', () => {
  it('stores one line of text in NFC and trimmed, so that one name is one string', () => {
    expect([shortText.parse('  Jose\u0301 '), optionalShortText.parse('Jose\u0301')]).toEqual([
      'Jos\u00e9',
      'Jos\u00e9',
    ]);
  });

  it('refuses empty, overlong, several-line and control-character text as a line', () => {
    const bad = [
      '',
      '   ',
      'a\nb',
      'a\u0000b',
      'a\u001bb',
      'x'.repeat(SHORT_TEXT_MAX + 1),
      7,
      null,
    ];
    expect(accepted(shortText, [...bad, 'x'.repeat(SHORT_TEXT_MAX)])).toEqual([
      'x'.repeat(SHORT_TEXT_MAX),
    ]);
  });

  it('stores an optional line that was left empty as null', () => {
    expect([optionalShortText.parse('  '), optionalShortText.parse(null)]).toEqual([null, null]);
  });

  it('keeps line breaks and tabs of free text and refuses other control characters', () => {
    expect(accepted(longText, ['', 'a\r\n\tb', 'a\u0007b'])).toEqual(['', 'a\r\n\tb']);
  });

  it('takes a 100 kB paste as free text and stops at its limit', () => {
    expect([
      longText.safeParse('x'.repeat(100_000)).success,
      longText.safeParse('x'.repeat(LONG_TEXT_MAX + 1)).success,
    ]).toEqual([true, false]);
  });

  it('takes only calendar dates that exist', () => {
    expect(
      accepted(calendarDate, ['2026-02-28', '2026-02-29', '2028-02-29', '2026-2-1', '01/02/2026']),
    ).toEqual(['2026-02-28', '2028-02-29']);
  });

  it('takes instants in UTC only, and wall-clock times without a zone only', () => {
    const values = ['2026-11-24T09:30:00.000Z', '2026-11-24T09:30:00+02:00', '2026-11-24T09:30'];
    expect([accepted(instant, values), accepted(localDateTime, values)]).toEqual([
      [values[0]],
      [values[2]],
    ]);
  });

  it('takes only wall-clock times that a clock and a calendar can show', () => {
    const values = ['2026-02-28T23:59', '2026-02-29T10:00', '2026-13-01T10:00', '2026-01-01T24:00'];
    expect(accepted(localDateTime, values)).toEqual(['2026-02-28T23:59']);
  });

  it('takes only time zones this runtime knows', () => {
    expect(accepted(timeZone, ['Europe/London', 'Africa/Khartoum', 'Mars/Base', ''])).toEqual([
      'Europe/London',
      'Africa/Khartoum',
    ]);
  });

  it('takes codes of their standards only in their standard form', () => {
    expect([
      accepted(languageTag, ['ar', 'pt-BR', 'zh-Hant-TW', 'a', 'english language', '']),
      accepted(scriptCode, ['Latn', 'Arab', 'latn', 'Latin']),
      accepted(countryCode, ['GB', 'gb', 'GBR']),
      accepted(recordId, ['01890000-0000-7000-8000-000000000001', '1', "1' OR 1=1"]),
      accepted(sha256Hex, ['a'.repeat(64), 'A'.repeat(64), 'a'.repeat(63)]),
    ]).toEqual([
      ['ar', 'pt-BR', 'zh-Hant-TW'],
      ['Latn', 'Arab'],
      ['GB'],
      ['01890000-0000-7000-8000-000000000001'],
      ['a'.repeat(64)],
    ]);
  });
});
