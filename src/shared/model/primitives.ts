import { parseDateTime } from '@internationalized/date';
import { z } from 'zod';

/** Longest single-line text (names, titles, labels), in UTF-16 code units. */
export const SHORT_TEXT_MAX = 300;
/** Longest free text (notes, minutes), in UTF-16 code units: a 100 kB paste still fits. */
export const LONG_TEXT_MAX = 200_000;

/** Unicode NFC, so that one name typed on two keyboards is one string. */
function toNfc(text: string): string {
  return text.normalize('NFC');
}

/** C0 control characters other than tab, line feed and carriage return, and DEL. */
// eslint-disable-next-line no-control-regex -- the pattern exists to refuse control characters
const CONTROL_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u;

const printable = z
  .string()
  .refine((text) => !CONTROL_CHARACTER.test(text), { error: 'control-character' });

/** One line of text: NFC, trimmed, not empty. */
export const shortText = printable
  .transform((text) => toNfc(text).trim())
  .pipe(
    z
      .string()
      .min(1)
      .max(SHORT_TEXT_MAX)
      .regex(/^[^\r\n]*$/u),
  );

/** One line of text that may be left empty; empty is stored as null. */
export const optionalShortText = printable
  .transform((text) => toNfc(text).trim())
  .pipe(
    z
      .string()
      .max(SHORT_TEXT_MAX)
      .regex(/^[^\r\n]*$/u),
  )
  .nullable()
  .transform((text) => (text === '' ? null : text));

/** Free text over several lines; may be empty. */
export const longText = printable.transform(toNfc).pipe(z.string().max(LONG_TEXT_MAX));

/** A record's identifier: UUID version 7 (RFC 9562), made by the vault. */
export const recordId = z.uuid();
export type RecordId = z.infer<typeof recordId>;

/** A calendar date without time or zone, ISO 8601 (`2026-11-24`). */
export const calendarDate = z.iso.date();
/** An instant in UTC, ISO 8601 with milliseconds (`2026-11-24T09:30:00.000Z`). */
export const instant = z.iso.datetime();
/** A wall-clock time without zone, ISO 8601 to the minute (`2026-11-24T09:30`). */
export const localDateTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u)
  .refine(isOnTheClock, { error: 'no-such-time' });
/** An IANA time zone name that this runtime knows (`Europe/London`). */
export const timeZone = z.string().max(64).refine(isKnownTimeZone, { error: 'unknown-time-zone' });

/** A language, BCP 47 (`ar`, `pt-BR`). */
export const languageTag = z
  .string()
  .max(35)
  .regex(/^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/u);
/** A script, ISO 15924 (`Latn`, `Arab`). */
export const scriptCode = z.string().regex(/^[A-Z][a-z]{3}$/u);
/** A country, ISO 3166-1 alpha-2 (`GB`). */
export const countryCode = z.string().regex(/^[A-Z]{2}$/u);
/** SHA-256 in lower-case hexadecimal (64 characters). */
export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/u);

/** Names found good: to make a formatter takes longer than all else of parsing a meeting. */
const knownTimeZones = new Set<string>();

function isKnownTimeZone(name: string): boolean {
  if (knownTimeZones.has(name)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    knownTimeZones.add(name);
    return true;
  } catch {
    return false;
  }
}

/** Whether there is such a day and time: the form alone takes the 45th of May. */
function isOnTheClock(text: string): boolean {
  try {
    parseDateTime(text);
    return true;
  } catch {
    return false;
  }
}
