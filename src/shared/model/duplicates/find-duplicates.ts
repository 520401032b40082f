import anyAscii from 'any-ascii';
import type { Contact } from '../contact.ts';
import type { DuplicateReason } from '../vocabulary/duplicate.ts';
import { foldName, nameLikeness, type FoldedName, type NameLikeness } from './fold-name.ts';

/** What two contacts are compared by. */
export interface Profile extends Pick<
  Contact,
  'id' | 'kind' | 'names' | 'methods' | 'profession' | 'locality' | 'country'
> {
  /** Organisations and groups that they belong to or work for. */
  readonly organisationIds: readonly string[];
  /** Days on which something happened to them that happens once: an arrest, a release. */
  readonly days: readonly string[];
  /** Who is surely somebody else: told apart by an officer, a relative, met together with them. */
  readonly apartFrom: ReadonlySet<string>;
}

/** Two contacts that may be one, the stronger reasons first. */
export interface Proposal {
  readonly ids: readonly [string, string];
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
}

/** How much each reason counts. A full name that is the same is enough; one that only sounds alike
 * needs one reason more, whatever it is. */
const WEIGHTS: Readonly<Record<DuplicateReason, number>> = {
  'same-phone': 50,
  'same-email': 50,
  'same-name': 50,
  'same-handle': 50,
  'sounds-alike': 40,
  'part-of-name': 40,
  'one-letter-apart': 35,
  'same-day': 15,
  'same-organisation': 15,
  'same-place': 10,
  'same-profession': 10,
};
/** A name of one word is shared by many. */
const ONE_WORD_SHARE = 0.5;
const ENOUGH = 50;

/** A key that more contacts than this share says nothing of any two of them. */
const BLOCK_MAX = 30;

/**
 * Contacts that may be the same person, the likeliest first. Nothing is merged by it. Only contacts
 * with a rare key in common are compared (a phone number, an address, what a name sounds like), so
 * that the time grows with their number and not with its square.
 */
export function findDuplicates(profiles: readonly Profile[]): Proposal[] {
  const folded = profiles.map(fold);
  const blocks = new Map<string, Folded[]>();
  for (const one of folded) {
    for (const key of one.keys) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [one]);
      else block.push(one);
    }
  }
  const compared = new Set<string>();
  const proposals: Proposal[] = [];
  for (const block of blocks.values()) {
    if (block.length > BLOCK_MAX) continue;
    for (const [index, a] of block.entries()) {
      for (const b of block.slice(index + 1)) {
        const pair = a.profile.id < b.profile.id ? ([a, b] as const) : ([b, a] as const);
        const ids = [pair[0].profile.id, pair[1].profile.id] as const;
        const key = ids.join(' ');
        if (ids[0] === ids[1] || compared.has(key)) continue;
        compared.add(key);
        const reasons = reasonsFor(...pair);
        const score = reasons.reduce((sum, { weight }) => sum + weight, 0);
        if (score >= ENOUGH) proposals.push({ ids, score, reasons: reasons.map(({ why }) => why) });
      }
    }
  }
  return proposals.sort(
    (a, b) => b.score - a.score || (a.ids.join(' ') < b.ids.join(' ') ? -1 : 1),
  );
}

interface Folded {
  readonly profile: Profile;
  readonly names: readonly FoldedName[];
  readonly phones: ReadonlySet<string>;
  readonly emails: ReadonlySet<string>;
  readonly handles: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
}

/** Ways to make contact that a name of one's own is for. */
const HANDLES: ReadonlySet<string> = new Set(['signal', 'whatsapp', 'telegram', 'web']);

function fold(profile: Profile): Folded {
  const names = profile.names.map(({ text }) => foldName(text));
  const phones = new Set<string>();
  const emails = new Set<string>();
  const handles = new Set<string>();
  for (const { kind, value } of profile.methods) {
    const phone = phoneOf(value);
    if (kind === 'email') emails.add(value.trim().toLowerCase());
    else if (phone !== null) phones.add(phone);
    else if (HANDLES.has(kind)) handles.add(`${kind} ${value.trim().toLowerCase()}`);
  }
  const keys = new Set([...phones, ...emails, ...handles]);
  for (const { words, sounds, joined } of names) {
    if (words.length > 0) keys.add(`written ${words.join(' ')}`);
    if (joined.length >= 3) keys.add(`name ${joined}`);
    if (sounds.length > 1) keys.add(`name ${sounds.join(' ')}`);
    for (const [index, sound] of sounds.entries()) {
      if (sound.length >= 3) keys.add(`word ${sound}`);
      for (const other of sounds.slice(index + 1)) keys.add(`words ${sound} ${other}`);
    }
  }
  return { profile, names, phones, emails, handles, keys };
}

/** How many digits of a number name a line; what is before them is dialled now and now not. */
const LINE_DIGITS = 8;

/** The end of a phone number, whatever it was written with; null where it is too short to be one. */
function phoneOf(value: string): string | null {
  const digits = anyAscii(value).replace(/\D/gu, '');
  return digits.length < LINE_DIGITS || /\p{L}/u.test(value) ? null : digits.slice(-LINE_DIGITS);
}

function reasonsFor(a: Folded, b: Folded): { why: DuplicateReason; weight: number }[] {
  const [one, other] = [a.profile, b.profile];
  if (one.kind !== other.kind) return [];
  if (one.apartFrom.has(other.id) || other.apartFrom.has(one.id)) return [];
  const name = bestLikeness(a.names, b.names);
  const found: [boolean, DuplicateReason][] = [
    [meet(a.phones, b.phones), 'same-phone'],
    [meet(a.emails, b.emails), 'same-email'],
    [meet(a.handles, b.handles), 'same-handle'],
    [meet(new Set(one.days), new Set(other.days)), 'same-day'],
    [meet(new Set(one.organisationIds), new Set(other.organisationIds)), 'same-organisation'],
    [same(one.locality, other.locality) && one.country === other.country, 'same-place'],
    [same(one.profession, other.profession), 'same-profession'],
  ];
  const reasons = found.filter(([isSo]) => isSo).map(([, why]) => ({ why, weight: WEIGHTS[why] }));
  if (name !== null) {
    const weight = WEIGHTS[name.why] * (name.isOneWord ? ONE_WORD_SHARE : 1);
    reasons.push({ why: name.why, weight });
  }
  return reasons.sort((x, y) => y.weight - x.weight);
}

function bestLikeness(
  a: readonly FoldedName[],
  b: readonly FoldedName[],
): { readonly why: NameLikeness; readonly isOneWord: boolean } | null {
  let best: { why: NameLikeness; isOneWord: boolean } | null = null;
  const weightOf = (found: { why: NameLikeness; isOneWord: boolean }): number =>
    WEIGHTS[found.why] * (found.isOneWord ? ONE_WORD_SHARE : 1);
  for (const one of a) {
    for (const other of b) {
      const why = nameLikeness(one, other);
      if (why === null) continue;
      const isOneWord = Math.min(one.sounds.length, other.sounds.length) < 2;
      const found = { why, isOneWord };
      if (best === null || weightOf(found) > weightOf(best)) best = found;
    }
  }
  return best;
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((value) => b.has(value));
}

function same(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a.trim().toLowerCase() === b.trim().toLowerCase();
}
