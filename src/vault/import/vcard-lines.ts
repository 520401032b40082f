import { VCARD_LIMITS } from './vcard-limits.ts';

/** One content line after unfolding, still as bytes: a fold may fall inside a character. */
export interface VcardLine {
  /** Line of the file at which it begins, from 1. */
  readonly line: number;
  readonly bytes: Uint8Array;
  /** It went on beyond the limit; `bytes` holds only its beginning. */
  readonly tooLong: boolean;
}

const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;
const EQUALS = 0x3d;
const COLON = 0x3a;

/**
 * Unfolds a vCard file (RFC 6350, 3.2): a line end followed by a space or tab is taken out, on the
 * bytes, before any decoding. Two habits of vCard 2.1 writers are followed as well: a quoted-
 * printable line that ends in `=` goes on in the next, and base64 goes on in lines without an
 * indent until one that is empty or holds a colon.
 *
 * Empty lines are left out. Lines end in LF, CRLF or, where the file has no LF at all, CR.
 */
export function* unfoldLines(file: Uint8Array): Generator<VcardLine> {
  const lineEnd = file.includes(LF) ? LF : CR;
  let open: OpenLine | null = null;
  let position = 0;
  for (let line = 1; position < file.length; line += 1) {
    const found = file.indexOf(lineEnd, position);
    const next = found === -1 ? file.length : found + 1;
    let end = found === -1 ? file.length : found;
    if (lineEnd === LF && end > position && file[end - 1] === CR) end -= 1;
    const part = file.subarray(position, end);
    position = next;

    if (open !== null && continues(open, part)) {
      append(open, part);
      continue;
    }
    if (open !== null) yield close(open);
    open = part.length === 0 ? null : begin(line, part);
  }
  if (open !== null) yield close(open);
}

interface OpenLine {
  readonly line: number;
  /** Bytes so far are its first `sizeBytes`; it grows by doubling, never a piece for each fold. */
  buffer: Uint8Array;
  /** Whether the buffer is its own; the first is a view of the file, which is not written to. */
  owned: boolean;
  readonly softBreaks: boolean;
  readonly base64: boolean;
  sizeBytes: number;
  endsSoftly: boolean;
  tooLong: boolean;
}

function begin(line: number, part: Uint8Array): OpenLine {
  const colon = part.indexOf(COLON);
  const head = Buffer.from(part.subarray(0, Math.min(colon === -1 ? part.length : colon, 512)))
    .toString('latin1')
    .toUpperCase();
  const softBreaks = /[;=]QUOTED-PRINTABLE(;|$)/u.test(head);
  const tooLong = part.length > VCARD_LIMITS.lineBytes;
  const buffer = tooLong ? part.subarray(0, VCARD_LIMITS.headChars) : part;
  return {
    line,
    buffer,
    owned: false,
    softBreaks,
    base64: /;(ENCODING=)?(BASE64|B)(;|$)/u.test(head),
    sizeBytes: buffer.length,
    endsSoftly: softBreaks && part.at(-1) === EQUALS,
    tooLong,
  };
}

function continues(open: OpenLine, part: Uint8Array): boolean {
  if (open.endsSoftly) return true;
  if (part.length === 0) return false;
  if (part[0] === SPACE || part[0] === TAB) return true;
  return open.base64 && !part.includes(COLON) && isBase64(part);
}

function append(open: OpenLine, part: Uint8Array): void {
  const indented = !open.endsSoftly && (part[0] === SPACE || part[0] === TAB);
  const rest = indented ? part.subarray(1) : part;
  if (open.endsSoftly && !open.tooLong) open.sizeBytes -= 1;
  open.endsSoftly = open.softBreaks && rest.at(-1) === EQUALS;
  if (open.tooLong || open.sizeBytes + rest.length > VCARD_LIMITS.lineBytes) {
    open.tooLong = true;
    return;
  }
  const needed = open.sizeBytes + rest.length;
  if (!open.owned || needed > open.buffer.length) {
    const grown = new Uint8Array(Math.max(256, needed * 2));
    grown.set(open.buffer.subarray(0, open.sizeBytes));
    open.buffer = grown;
    open.owned = true;
  }
  open.buffer.set(rest, open.sizeBytes);
  open.sizeBytes = needed;
}

function close(open: OpenLine): VcardLine {
  return {
    line: open.line,
    bytes: open.buffer.subarray(0, open.sizeBytes),
    tooLong: open.tooLong,
  };
}

function isBase64(part: Uint8Array): boolean {
  return part.every(
    (byte) =>
      (byte >= 0x41 && byte <= 0x5a) ||
      (byte >= 0x61 && byte <= 0x7a) ||
      (byte >= 0x2f && byte <= 0x39) ||
      byte === 0x2b ||
      byte === EQUALS,
  );
}
