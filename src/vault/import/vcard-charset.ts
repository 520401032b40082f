import type { VcardReason } from '../../shared/model/vcard-reasons.ts';

export interface Decoded {
  readonly text: string;
  readonly changes: readonly VcardReason[];
}

/** Character sets that vCard 2.1 writers name, as the Encoding Standard labels them. */
const CHARSETS =
  /^(utf-?8|us-ascii|iso-8859-\d{1,2}|windows-125\d|koi8-[ru]|shift_jis|euc-(jp|kr)|gb2312|gbk|gb18030|big5|iso-2022-jp)$/u;

/**
 * Bytes of one line as text: in the character set it names, else UTF-8. Not valid as that, it is
 * read as Windows-1252, which gives every byte a character, and the line says so: it was most
 * likely written on an old Windows machine. Decided line by line, so that one such line does not
 * spoil the others of its card.
 */
export function decodeLine(bytes: Uint8Array): Decoded {
  const head = Buffer.from(bytes.subarray(0, 256)).toString('latin1').split(':', 1)[0] ?? '';
  const named = /;CHARSET="?([^;"]+)/iu.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  const label = CHARSETS.test(named) && !/QUOTED-PRINTABLE/iu.test(head) ? named : 'utf-8';
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), changes: [] };
  } catch {
    const text = new TextDecoder('windows-1252').decode(bytes);
    return { text, changes: ['read-as-windows-1252'] };
  }
}

/**
 * A whole file as UTF-8: without its byte order mark, and transcoded if the mark says UTF-16 (some
 * address books on Windows export so).
 */
export function asUtf8File(file: Uint8Array): {
  bytes: Uint8Array;
  changes: readonly VcardReason[];
} {
  const [first, second, third] = file;
  if (first === 0xff && second === 0xfe) return fromUtf16(file, 'utf-16le');
  if (first === 0xfe && second === 0xff) return fromUtf16(file, 'utf-16be');
  const marked = first === 0xef && second === 0xbb && third === 0xbf;
  return { bytes: marked ? file.subarray(3) : file, changes: [] };
}

function fromUtf16(
  file: Uint8Array,
  label: string,
): { bytes: Uint8Array; changes: readonly VcardReason[] } {
  const text = new TextDecoder(label).decode(file);
  return { bytes: Buffer.from(text, 'utf8'), changes: ['read-as-utf-16'] };
}

/**
 * A quoted-printable value (RFC 2045, 6.7) as text, with what it encoded escaped again: an encoded
 * line end, semicolon, comma or backslash is text and no separator of the vCard.
 */
export function decodeQuotedPrintable(
  value: string,
  charset: string | null,
): { text: string } | { refused: VcardReason } {
  const label = (charset ?? 'utf-8').toLowerCase();
  if (!CHARSETS.test(label)) return { refused: 'unknown-charset' };
  const escaped = value
    .replace(/=5C/giu, '=5C=5C')
    .replace(/=3B/giu, '=5C=3B')
    .replace(/=2C/giu, '=5C=2C')
    .replace(/=0D=0A|=0A|=0D/giu, '=5Cn');
  const parts: Uint8Array[] = [];
  let read = 0;
  for (const match of escaped.matchAll(/=([0-9A-F]{2})|[^=]+/giu)) {
    const [token, hex] = match;
    parts.push(hex === undefined ? Buffer.from(token, 'utf8') : Buffer.from(hex, 'hex'));
    read += token.length;
  }
  if (read !== escaped.length) return { refused: 'bad-encoding' };
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(Buffer.concat(parts)) };
  } catch {
    return { refused: 'bad-encoding' };
  }
}
