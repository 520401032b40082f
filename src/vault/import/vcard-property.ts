import ICAL from 'ical.js';
import type { VcardReason } from '../../shared/model/vcard-reasons.ts';
import { decodeLine, decodeQuotedPrintable } from './vcard-charset.ts';
import { VCARD_LIMITS } from './vcard-limits.ts';
import type { VcardLine } from './vcard-lines.ts';

export type VcardVersion = '2.1' | '3.0' | '4.0';

/** One property as the vCard library read it. */
export interface VcardProperty {
  readonly line: number;
  /** In capitals, without its group. */
  readonly name: string;
  /** What ties lines of a card together (`item1.TEL`, `item1.X-ABLabel`), in lower case. */
  readonly group: string | null;
  /** Types in lower case, from every TYPE parameter. */
  readonly types: readonly string[];
  readonly preferred: boolean;
  /** The messenger that an IMPP or social profile names, in lower case. */
  readonly service: string | null;
  /** Whether the value is binary in base64. */
  readonly base64: boolean;
  /** Components; each a list of the values between commas. A plain text has one of one. */
  readonly components: readonly (readonly string[])[];
  readonly changes: readonly VcardReason[];
}

export type PropertyResult =
  | { readonly property: VcardProperty }
  | { readonly line: number; readonly name: string; readonly refused: VcardReason };

/** The line's name and parameters, and where its value begins. */
export interface Head {
  readonly group: string | null;
  readonly name: string;
  readonly parameters: readonly string[];
  readonly text: string;
  readonly valueAt: number;
  readonly changes: readonly VcardReason[];
}

/** Names and parameters of a line; null where it is not of the form `name;parameters:value`. */
export function readHead(line: VcardLine): Head | { refused: VcardReason } {
  const { text, changes } = decodeLine(line.bytes);
  const valueAt = endOfHead(text);
  if (valueAt === null) {
    return {
      refused: text.length > VCARD_LIMITS.headChars ? 'parameters-too-long' : 'not-understood',
    };
  }
  const [dotted = '', ...parameters] = splitOutsideQuotes(text.slice(0, valueAt - 1), ';');
  const match = /^(?:([A-Za-z0-9_-]+)\.)?([A-Za-z0-9_-]+)$/u.exec(dotted.trim());
  if (match === null) return { refused: 'not-understood' };
  return {
    group: match[1]?.toLowerCase() ?? null,
    name: (match[2] ?? '').toUpperCase(),
    parameters,
    text,
    valueAt,
    changes,
  };
}

/**
 * One content line through the vCard library. What the library has no notion of is undone before:
 * quoted-printable values and the bare parameters of vCard 2.1.
 */
export function parseProperty(line: VcardLine, head: Head, version: VcardVersion): PropertyResult {
  const refuse = (refused: VcardReason): PropertyResult => ({
    line: line.line,
    name: head.name,
    refused,
  });
  const changes: VcardReason[] = [...head.changes];
  let value = head.text.slice(head.valueAt);
  const beyond = beyondLimits(head.name, value);
  if (beyond !== null) return refuse(beyond);
  const parameters: string[] = [];
  let charset: string | null = null;
  let base64 = false;
  let quotedPrintable = false;
  for (const parameter of head.parameters) {
    const { key, content, bare } = readParameter(parameter);
    if (key === 'CHARSET') charset = content;
    else if (key === 'ENCODING' && /^quoted-printable$/iu.test(content)) quotedPrintable = true;
    else if (key === 'ENCODING' && /^(b|base64)$/iu.test(content)) base64 = true;
    else if (key !== 'ENCODING' && content !== '') parameters.push(`${key}=${content}`);
    if (bare || key === 'CHARSET') changes.push('old-parameter-form');
  }
  if (quotedPrintable) {
    const decoded = decodeQuotedPrintable(value, charset);
    if ('refused' in decoded) return refuse(decoded.refused);
    value = decoded.text;
    changes.push('quoted-printable-decoded');
  } else if (charset !== null && head.changes.includes('read-as-windows-1252')) {
    return refuse('bad-encoding');
  }

  const content = `${[head.name, ...parameters].join(';')}:${unescapeAsOldWriters(head.name, value)}`;
  const parsed = throughLibrary(content, version);
  if (parsed === null) return refuse('not-understood');
  const types = parsed.types.map((type) => type.toLowerCase());
  return {
    property: {
      line: line.line,
      name: head.name,
      group: head.group,
      types: types.filter((type) => type !== 'pref'),
      service: parsed.service?.toLowerCase() ?? null,
      preferred: types.includes('pref') || parsed.preference === '1',
      base64,
      components: parsed.components,
      changes: [...new Set(changes)],
    },
  };
}

/** First value of a property as plain text; the library splits some at commas, which is undone. */
export function plainText(property: VcardProperty): string {
  return property.components.map((values) => values.join(',')).join(';');
}

/** Properties whose value has parts between semicolons. */
const STRUCTURED = new Set(['N', 'ADR', 'ORG', 'GEO', 'GENDER', 'CLIENTPIDMAP']);

/**
 * Undoes escapes that the library leaves in: of a semicolon in a value that has no parts, which RFC
 * 2426 asks for, and of a colon, which no RFC does and Apple's address book did.
 */
function unescapeAsOldWriters(name: string, value: string): string {
  if (!value.includes('\\')) return value;
  const structured = STRUCTURED.has(name);
  return value.replace(/\\([\\;:])/gu, (pair, char: string) =>
    char === ':' || (char === ';' && !structured) ? char : pair,
  );
}

/** The library takes microseconds for each part of a value: no line may ask it for minutes. */
function beyondLimits(name: string, value: string): VcardReason | null {
  if (BINARY.has(name)) return null;
  const limit = name === 'NOTE' ? VCARD_LIMITS.noteChars : VCARD_LIMITS.textChars;
  if (value.length > limit) return 'too-long';
  if (name === 'NOTE') return null;
  return (value.match(/[;,]/gu)?.length ?? 0) > VCARD_LIMITS.separators ? 'too-many-values' : null;
}
const BINARY = new Set(['PHOTO', 'LOGO', 'KEY', 'SOUND']);

interface Parsed {
  readonly types: readonly string[];
  readonly preference: string | null;
  readonly service: string | null;
  readonly components: readonly (readonly string[])[];
}

function throughLibrary(content: string, version: VcardVersion): Parsed | null {
  const components = ICAL.design.components as Record<string, object>;
  const design = version === '4.0' ? components['vcard'] : components['vcard3'];
  let jcard: unknown;
  try {
    jcard = ICAL.parse.property(content, design as Parameters<typeof ICAL.parse.property>[1]);
  } catch {
    // The library throws on what it cannot read and names the line in its message, which is why the
    // message goes nowhere.
    return null;
  }
  if (!Array.isArray(jcard)) return null;
  const [, parameters, , ...values] = jcard as [
    string,
    Record<string, unknown>,
    string,
    ...unknown[],
  ];
  return {
    types: [parameters['type'] ?? []].flat(2).filter((type) => typeof type === 'string'),
    preference: textOrNull(parameters['pref']),
    service: textOrNull(parameters['x-service-type'] ?? parameters['service-type']),
    // A structured value comes as one array; a list of values as one entry each.
    components:
      values.length === 1 && Array.isArray(values[0])
        ? values[0].map((component) => [component].flat().map(String))
        : [values.map(String)],
  };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function readParameter(parameter: string): { key: string; content: string; bare: boolean } {
  const equals = parameter.indexOf('=');
  if (equals !== -1) {
    return {
      key: parameter.slice(0, equals).trim().toUpperCase(),
      content: parameter.slice(equals + 1).trim(),
      bare: false,
    };
  }
  const word = parameter.trim();
  const isEncoding = /^(quoted-printable|base64|b|7bit|8bit)$/iu.test(word);
  return { key: isEncoding ? 'ENCODING' : 'TYPE', content: word, bare: word !== '' };
}

/** Where the value begins: after the first colon outside quotes, within the limit of a head. */
function endOfHead(text: string): number | null {
  let quoted = false;
  const end = Math.min(text.length, VCARD_LIMITS.headChars);
  for (let index = 0; index < end; index += 1) {
    const char = text[index];
    if (char === '"') quoted = !quoted;
    else if (char === ':' && !quoted) return index + 1;
  }
  return null;
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '"') quoted = !quoted;
    else if (text[index] === separator && !quoted) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}
