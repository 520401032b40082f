import type { VcardReason } from '../../shared/model/vcard-reasons.ts';

export interface Cleaned {
  readonly text: string;
  readonly changes: readonly VcardReason[];
}

// eslint-disable-next-line no-control-regex -- the pattern exists to find control characters
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/gu;
/** Embeddings, overrides and isolates: they can make a name read as another (Unicode TR 36). */
const DIRECTION_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/gu;
const LINE_BREAKS = /[\r\n\u2028\u2029]+/u;
/** Half of a surrogate pair, which no well-formed text holds. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** One line of text as the model keeps it: NFC, trimmed, without control characters. */
export function cleanLine(raw: string, maxUnits: number): Cleaned {
  const changes: VcardReason[] = [];
  let text = without(raw, CONTROLS, '', 'control-characters-removed', changes);
  text = without(text, LONE_SURROGATE, '\ufffd', 'control-characters-removed', changes);
  text = without(text, DIRECTION_CONTROLS, '', 'direction-marks-removed', changes).trim();
  if (LINE_BREAKS.test(text)) {
    text = text
      .split(LINE_BREAKS)
      .map((part) => part.trim())
      .join(' ');
    changes.push('line-breaks-removed');
  }
  return shorten(text.normalize('NFC').trim(), maxUnits, changes);
}

/** Text over several lines; line ends become LF. */
export function cleanParagraphs(raw: string, maxUnits: number): Cleaned {
  const changes: VcardReason[] = [];
  let text = raw.replace(/\r\n?/gu, '\n');
  text = without(text, CONTROLS, '', 'control-characters-removed', changes);
  text = without(text, LONE_SURROGATE, '\ufffd', 'control-characters-removed', changes);
  return shorten(text.normalize('NFC').trim(), maxUnits, changes);
}

function without(
  text: string,
  pattern: RegExp,
  by: string,
  reason: VcardReason,
  changes: VcardReason[],
): string {
  const result = text.replace(pattern, by);
  if (result !== text && !changes.includes(reason)) changes.push(reason);
  return result;
}

function shorten(text: string, maxUnits: number, changes: VcardReason[]): Cleaned {
  if (text.length <= maxUnits) return { text, changes };
  changes.push('shortened');
  // Never in the middle of a surrogate pair.
  const last = text.charCodeAt(maxUnits - 1);
  const end = last >= 0xd8_00 && last <= 0xdb_ff ? maxUnits - 1 : maxUnits;
  return { text: text.slice(0, end).trim(), changes };
}
