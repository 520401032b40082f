/**
 * The structure of an age v1 header (C2SP age.md, "File header"), read only as far as is needed to
 * say what is wrong with a file. What the stanzas mean, and whether they are true, is typage's.
 */
export type AgeHeaderReading =
  | { readonly kind: 'complete'; readonly headerBytes: number; readonly stanzaTypes: string[] }
  | { readonly kind: 'not-age' }
  /** The file ends inside the header, and all that is there is well formed. */
  | { readonly kind: 'cut' }
  /** It begins as an age file and then breaks the grammar. */
  | { readonly kind: 'broken' }
  | { readonly kind: 'too-long' };

const INTRO = new TextEncoder().encode('age-encryption.org/v1\n');
const LINE_FEED = 0x0a;
/** 64 base64 characters are 48 bytes; a shorter line ends a stanza's body. */
const FULL_BODY_LINE = 64;

/** Reads the header at the start of `file`, looking at no more than `maxBytes` of it. */
export function readAgeHeader(file: Uint8Array, maxBytes: number): AgeHeaderReading {
  const intro = file.subarray(0, INTRO.length);
  if (intro.length === 0 || !intro.every((byte, i) => byte === INTRO[i])) {
    return { kind: 'not-age' };
  }
  if (intro.length < INTRO.length) return { kind: 'cut' };

  const stanzaTypes: string[] = [];
  let inBody = false;
  let offset = INTRO.length;
  for (;;) {
    const end = endOfLine(file, offset, maxBytes);
    if (typeof end !== 'number') return { kind: end };
    const line = new TextDecoder().decode(file.subarray(offset, end));
    offset = end + 1;
    if (inBody) {
      if (!/^[A-Za-z0-9+/]{0,64}$/u.test(line)) return { kind: 'broken' };
      inBody = line.length === FULL_BODY_LINE;
    } else if (line.startsWith('-> ')) {
      const [type, ...rest] = line.slice(3).split(' ');
      if (type === undefined || type === '' || rest.includes('')) return { kind: 'broken' };
      stanzaTypes.push(type);
      inBody = true;
    } else {
      // 43 characters of unpadded base64 are the 32 bytes of the header's HMAC.
      const isMac = /^--- [A-Za-z0-9+/]{43}$/u.test(line);
      if (!isMac || stanzaTypes.length === 0) return { kind: 'broken' };
      return { kind: 'complete', headerBytes: offset, stanzaTypes };
    }
  }
}

function endOfLine(
  file: Uint8Array,
  from: number,
  maxBytes: number,
): number | 'cut' | 'broken' | 'too-long' {
  for (let i = from; i < file.length; i++) {
    if (i >= maxBytes) return 'too-long';
    const byte = file[i] ?? 0;
    if (byte === LINE_FEED) return i;
    if (byte < 0x20 || byte > 0x7e) return 'broken';
  }
  return 'cut';
}
