import { createHash } from 'node:crypto';
import { contactFields } from '../../shared/model/contact.ts';
import { SHORT_TEXT_MAX } from '../../shared/model/primitives.ts';
import type { VcardReason } from '../../shared/model/vcard-reasons.ts';
import { cleanLine } from './clean-text.ts';
import { draftFields, readCard, type CardDraft, type LineOutcome } from './vcard-card.ts';
import { asUtf8File } from './vcard-charset.ts';
import { VCARD_LIMITS } from './vcard-limits.ts';
import { unfoldLines, type VcardLine } from './vcard-lines.ts';
import {
  parseProperty,
  readHead,
  type Head,
  type VcardProperty,
  type VcardVersion,
} from './vcard-property.ts';

export interface VcardFinding {
  /** Line of the file at which the property begins, from 1. */
  readonly line: number;
  readonly property: string;
  readonly result: 'changed' | 'refused';
  readonly reason: VcardReason;
}

export interface ReadCard {
  /** Line at which the card begins, from 1. */
  readonly line: number;
  /** The name shown, or what could be read of it. */
  readonly label: string;
  /** null where the card was refused; a finding says why. */
  readonly draft: CardDraft | null;
  /** One for each line that was changed or refused, in the order of the file. */
  readonly findings: readonly VcardFinding[];
}

export interface VcardFile {
  /** Cards, and stretches of the file that belong to none, in the order of the file. */
  readonly cards: readonly ReadCard[];
  readonly cardCount: number;
  readonly lines: { readonly kept: number; readonly changed: number; readonly refused: number };
}

/** The lines between a BEGIN and its END, or a stretch of lines that belong to no card. */
interface RawCard {
  readonly isCard: boolean;
  readonly line: number;
  readonly lines: { readonly line: VcardLine; readonly head: Head | { refused: VcardReason } }[];
  /** May be more than are held: of what is refused as a whole, lines are counted and let go. */
  lineCount: number;
  refusedAsWhole: VcardReason | null;
}

/**
 * Reads a vCard file of version 2.1, 3.0 or 4.0 (RFC 2426, RFC 6350) into drafts, and says of every
 * line whether it was kept, changed or refused. A line that cannot be read costs that line, a card
 * that cannot be read that card, never the file. Pure: nothing is stored or fetched.
 * @param limits How many cards are read; lower in tests only.
 * @returns null where the bytes hold no card at all.
 */
export function readVcardFile(
  file: Uint8Array,
  limits: { readonly cards: number } = VCARD_LIMITS,
): VcardFile | null {
  const { bytes, changes } = asUtf8File(file);
  const cards: ReadCard[] = [];
  const lines = { kept: 0, changed: 0, refused: 0 };
  const seen = new Set<string>();
  let cardCount = 0;
  let photoBytes = 0;
  let listed = 0;

  const take = (card: ReadCard, counts: typeof lines): void => {
    const room = Math.max(0, VCARD_LIMITS.findingsListed - listed);
    const findings = card.findings.slice(0, room);
    listed += findings.length;
    lines.kept += counts.kept;
    lines.changed += counts.changed;
    lines.refused += counts.refused;
    cards.push({ ...card, findings });
  };

  for (const raw of splitCards(bytes, limits.cards)) {
    if (!raw.isCard) {
      const reason = raw.refusedAsWhole ?? 'outside-card';
      take(refusedCard(raw, reason), { kept: 0, changed: 0, refused: raw.lineCount });
      continue;
    }
    cardCount += 1;
    let { card, counts } = readOne(raw);
    if (card.draft !== null) {
      const size = card.draft.photo?.bytes.length ?? 0;
      if (photoBytes + size > VCARD_LIMITS.allPhotosBytes) {
        ({ card, counts } = withoutPhoto(card, counts, raw));
      } else {
        photoBytes += size;
      }
    }
    if (card.draft !== null) {
      const print = fingerprint(card.draft);
      if (seen.has(print)) {
        card = refusedCard(raw, 'same-as-earlier-card', card.label);
        counts = { kept: 0, changed: 0, refused: raw.lineCount };
      }
      seen.add(print);
    }
    take(card, counts);
  }
  if (cardCount === 0) return null;
  const [first] = cards;
  if (first !== undefined && changes.length > 0) {
    const findings = changes.map((reason) => finding(1, '', 'changed', reason));
    cards[0] = { ...first, findings: [...findings, ...first.findings] };
  }
  return { cards, cardCount, lines };
}

/** Cuts the lines into cards. A card that is not closed, or one within another, is told apart. */
function* splitCards(bytes: Uint8Array, maxCards: number): Generator<RawCard> {
  let open: RawCard | null = null;
  let outside: RawCard | null = null;
  let nested = 0;
  let cards = 0;
  const begin = (line: number): RawCard | null => {
    if (cards >= maxCards) return null;
    cards += 1;
    return { ...stretch(line, null), isCard: true };
  };
  for (const line of unfoldLines(bytes)) {
    if (line.line > VCARD_LIMITS.linesOfFile) {
      outside ??= stretch(line.line, null);
      outside.refusedAsWhole = 'too-many-lines';
      outside.lineCount += 1;
      break;
    }
    if (open === null) {
      if (isBegin(line)) open = begin(line.line);
      if (open === null) {
        outside ??= stretch(line.line, cards < maxCards ? 'outside-card' : 'too-many-cards');
        outside.lineCount += 1;
      } else if (outside !== null) {
        yield outside;
        outside = null;
      }
      continue;
    }
    const head = line.tooLong ? { refused: 'line-too-long' as const } : readHead(line);
    const marker = 'refused' in head ? null : markerOf(head);
    if (nested > 0 || (marker === 'begin' && awaitsCard(open))) {
      if (marker === 'begin') nested += 1;
      if (marker === 'end') nested -= 1;
      hold(open, line, { refused: 'nested-card' });
    } else if (marker === 'begin') {
      yield { ...open, refusedAsWhole: open.refusedAsWhole ?? 'card-not-closed' };
      open = begin(line.line);
    } else if (marker === 'end') {
      yield open;
      open = null;
    } else {
      hold(open, line, head);
    }
  }
  if (open !== null) yield { ...open, refusedAsWhole: open.refusedAsWhole ?? 'card-not-closed' };
  if (outside !== null) yield outside;
}

function stretch(line: number, refusedAsWhole: VcardReason | null): RawCard {
  return { isCard: false, line, lines: [], lineCount: 0, refusedAsWhole };
}

function hold(card: RawCard, line: VcardLine, head: Head | { refused: VcardReason }): void {
  card.lineCount += 1;
  if (card.lines.length < VCARD_LIMITS.linesOfCard) card.lines.push({ line, head });
  else card.refusedAsWhole = 'too-many-lines';
}

/** Cheap for the lines of a file that is no vCard: only a short line that starts so is decoded. */
function isBegin(line: VcardLine): boolean {
  const first = line.bytes[0];
  if (line.bytes.length > 1_000 || (first !== 0x42 && first !== 0x62)) return false;
  const head = readHead(line);
  return !('refused' in head) && markerOf(head) === 'begin';
}

function markerOf(head: Head): 'begin' | 'end' | null {
  if (head.name !== 'BEGIN' && head.name !== 'END') return null;
  const value = head.text.slice(head.valueAt).trim().toUpperCase();
  if (value !== 'VCARD') return null;
  return head.name === 'BEGIN' ? 'begin' : 'end';
}

/** AGENT of vCard 2.1 and 3.0 may hold a whole card in the lines that follow it. */
function awaitsCard(open: RawCard): boolean {
  const last = open.lines.at(-1);
  if (last === undefined || 'refused' in last.head) return false;
  return last.head.name === 'AGENT' && last.head.text.slice(last.head.valueAt).trim() === '';
}

const ANY_ID = '00000000-0000-4000-8000-000000000000';

type Counts = { kept: number; changed: number; refused: number };

function readOne(raw: RawCard): { card: ReadCard; counts: Counts } {
  const asWhole = (reason: VcardReason, label = ''): { card: ReadCard; counts: Counts } => ({
    card: refusedCard(raw, reason, label),
    counts: { kept: 0, changed: 0, refused: raw.lineCount },
  });
  if (raw.refusedAsWhole !== null) return asWhole(raw.refusedAsWhole, rawLabel(raw));
  const version = versionOf(raw);
  if (version === 'unknown') return asWhole('version-unknown', rawLabel(raw));

  const findings: VcardFinding[] = [];
  const properties: VcardProperty[] = [];
  let structural = 0;
  if (version === null) findings.push(finding(raw.line, 'VERSION', 'changed', 'version-missing'));
  for (const { line, head } of raw.lines) {
    if ('refused' in head) {
      findings.push(finding(line.line, '', 'refused', head.refused));
    } else if (head.name === 'VERSION') {
      structural += 1;
    } else if (head.name === 'AGENT') {
      findings.push(finding(line.line, 'AGENT', 'refused', 'nested-card'));
    } else {
      const result = parseProperty(line, head, version ?? '3.0');
      if ('property' in result) properties.push(result.property);
      else findings.push(finding(result.line, result.name, 'refused', result.refused));
    }
  }
  const { draft, outcomes } = readCard(properties);
  if ('refused' in draft) return asWhole(draft.refused, rawLabel(raw));
  // What is accepted here must not fail when it is applied.
  if (!contactFields.safeParse(draftFields(draft, () => ANY_ID, null)).success) {
    return asWhole('does-not-fit', rawLabel(raw));
  }
  for (const [property, outcome] of outcomes) findings.push(...findingsOf(property, outcome));
  findings.sort((a, b) => a.line - b.line);
  const linesWith = (result: VcardFinding['result']): number =>
    new Set(findings.filter((one) => one.result === result).map((one) => one.line)).size;
  const counts = { kept: 0, changed: linesWith('changed'), refused: linesWith('refused') };
  if (version === null) counts.changed -= 1;
  counts.kept = raw.lineCount - structural - counts.changed - counts.refused;
  const label = draft.names[0]?.text ?? '';
  return { card: { line: raw.line, label, draft, findings }, counts };
}

function findingsOf(property: VcardProperty, outcome: LineOutcome): VcardFinding[] {
  if ('refused' in outcome) {
    return [finding(property.line, property.name, 'refused', outcome.refused)];
  }
  return outcome.map((reason) => finding(property.line, property.name, 'changed', reason));
}

/** null where the card names no version, which version 3.0 forbids and some writers do. */
function versionOf(raw: RawCard): VcardVersion | 'unknown' | null {
  for (const { head } of raw.lines) {
    if ('refused' in head || head.name !== 'VERSION') continue;
    const value = head.text.slice(head.valueAt).trim();
    return value === '2.1' || value === '3.0' || value === '4.0' ? value : 'unknown';
  }
  return null;
}

function refusedCard(raw: RawCard, reason: VcardReason, label = ''): ReadCard {
  return {
    line: raw.line,
    label,
    draft: null,
    findings: [finding(raw.line, '', 'refused', reason)],
  };
}

/** The name of a card that is refused, so that the officer can find it in the file. */
function rawLabel(raw: RawCard): string {
  for (const name of ['FN', 'N']) {
    for (const { head } of raw.lines) {
      if ('refused' in head || head.name !== name) continue;
      const { text } = cleanLine(
        head.text.slice(head.valueAt, head.valueAt + 1_000),
        SHORT_TEXT_MAX,
      );
      if (text !== '') return text;
    }
  }
  return '';
}

function withoutPhoto(
  card: ReadCard,
  counts: Counts,
  raw: RawCard,
): { card: ReadCard; counts: Counts } {
  const draft = card.draft === null ? null : { ...card.draft, photo: null };
  const photoLine = raw.lines.find(({ head }) => !('refused' in head) && head.name === 'PHOTO');
  const refusal = finding(
    photoLine?.line.line ?? raw.line,
    'PHOTO',
    'refused',
    'photos-too-large-together',
  );
  return {
    card: { ...card, draft, findings: [...card.findings, refusal] },
    counts: { ...counts, kept: Math.max(0, counts.kept - 1), refused: counts.refused + 1 },
  };
}

/** Equal for two cards that would become the same draft. */
function fingerprint(draft: CardDraft): string {
  const { photo, ...text } = draft;
  const hash = createHash('sha256').update(JSON.stringify(text));
  if (photo !== null) hash.update(photo.bytes);
  return hash.digest('hex');
}

function finding(
  line: number,
  property: string,
  result: VcardFinding['result'],
  reason: VcardReason,
): VcardFinding {
  return { line, property, result, reason };
}
