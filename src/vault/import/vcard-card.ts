import { emptyContactFields, type ContactFields } from '../../shared/model/contact.ts';
import { LONG_TEXT_MAX, SHORT_TEXT_MAX, languageTag } from '../../shared/model/primitives.ts';
import type { VcardReason } from '../../shared/model/vcard-reasons.ts';
import { cleanLine, cleanParagraphs } from './clean-text.ts';
import { foldForMatching } from './likely-same.ts';
import { readAddress, readReachable, readWeb, type MethodDraft } from './vcard-methods.ts';
import { composeName, furtherKind, nameDraft, saysTheSame, type NameDraft } from './vcard-names.ts';
import { readPhoto, type VcardPhoto } from './vcard-photo.ts';
import { plainText, type VcardProperty } from './vcard-property.ts';

/** A card as a draft contact. Lists have no identifiers yet, so that a report is repeatable. */
export interface CardDraft {
  readonly kind: ContactFields['kind'];
  readonly names: readonly NameDraft[];
  readonly methods: readonly MethodDraft[];
  readonly languages: readonly string[];
  readonly profession: string | null;
  readonly locality: string | null;
  readonly country: string | null;
  readonly tags: readonly string[];
  readonly notes: string;
  readonly photo: VcardPhoto | null;
}

/** What became of one line: the reasons of its changes (none: kept as it was), or its refusal. */
export type LineOutcome = readonly VcardReason[] | { readonly refused: VcardReason };

export interface CardResult {
  readonly draft: CardDraft | { readonly refused: VcardReason };
  readonly outcomes: ReadonlyMap<VcardProperty, LineOutcome>;
}

interface Building {
  kind: ContactFields['kind'];
  readonly labels: ReadonlyMap<string, string>;
  names: NameDraft[];
  methods: MethodDraft[];
  languages: string[];
  profession: string | null;
  locality: string | null;
  country: string | null;
  tags: string[];
  notes: string[];
  photo: VcardPhoto | null;
}

type Reader = (card: Building, property: VcardProperty) => LineOutcome;

/** Each property that has a place in a contact, and how it gets there. */
const READERS: Readonly<Record<string, Reader>> = {
  NICKNAME: (card, property) => addNames(card, property.components.flat(), 'alias'),
  'X-MAIDENNAME': (card, property) => addNames(card, [plainText(property)], 'former'),
  ORG: readOrganisation,
  TEL: (card, property) => addMethod(card, property, readReachable),
  EMAIL: (card, property) => addMethod(card, property, readReachable),
  IMPP: (card, property) => addMethod(card, property, readReachable),
  'X-SOCIALPROFILE': (card, property) => addMethod(card, property, readReachable),
  'X-SIGNAL': (card, property) => addMethod(card, property, readReachable),
  'X-WHATSAPP': (card, property) => addMethod(card, property, readReachable),
  'X-TELEGRAM': (card, property) => addMethod(card, property, readReachable),
  'X-JABBER': (card, property) => addMethod(card, property, readReachable),
  'X-SKYPE': (card, property) => addMethod(card, property, readReachable),
  URL: (card, property) => addMethod(card, property, readWeb),
  ADR: readPlace,
  CATEGORIES: readCategories,
  LANG: readLanguage,
  NOTE: readNote,
  TITLE: readProfession,
  ROLE: readProfession,
  PHOTO: readPicture,
  LOGO: (card, property) =>
    card.kind === 'person' ? { refused: 'not-kept-by-design' } : readPicture(card, property),
  // Read before the others, because they say what the others mean.
  KIND: () => [],
  'X-ADDRESSBOOKSERVER-KIND': () => [],
  'X-ABSHOWAS': () => [],
  'X-ABLABEL': () => [],
};

/**
 * Properties that a mission's record has no need of: dates and places of a private life, machine
 * data, keys. "We keep no more than needed" is a rule of this application, not an oversight.
 */
const NOT_KEPT = new Set(
  `ANNIVERSARY BDAY BIRTHPLACE CALADRURI CALURI CLASS CLIENTPIDMAP DEATHDATE DEATHPLACE EXPERTISE
  FBURL GENDER GEO HOBBY INTEREST KEY LABEL MAILER PRODID REV SORT-STRING SOUND SOURCE TZ UID XML
  X-ABADR X-ABDATE X-ANNIVERSARY X-PHONETIC-FIRST-NAME X-PHONETIC-LAST-NAME X-SPOUSE X-GENDER
  X-IMAGETYPE X-IMAGEHASH`.split(/\s+/u),
);
const LINKS = new Set(['MEMBER', 'RELATED', 'X-ABRELATEDNAMES', 'X-ADDRESSBOOKSERVER-MEMBER']);

/** Turns the properties of one card into a draft, with what became of each. Pure. */
export function readCard(properties: readonly VcardProperty[]): CardResult {
  const outcomes = new Map<VcardProperty, LineOutcome>();
  const kind = kindOf(properties);
  if (kind === null) return { draft: { refused: 'not-a-contact' }, outcomes };
  const card: Building = {
    kind,
    labels: labelsOf(properties),
    names: [],
    methods: [],
    languages: [],
    profession: null,
    locality: null,
    country: null,
    tags: [],
    notes: [],
    photo: null,
  };
  // Shown names first, then names in parts, so that a part never takes the place of a shown one.
  const inOrder = ['FN', 'N'].flatMap((name) => properties.filter((one) => one.name === name));
  for (const property of inOrder) {
    const outcome =
      property.name === 'FN' ? readShownName(card, property) : readNameInParts(card, property);
    outcomes.set(property, withEarlierChanges(property, outcome));
  }
  for (const property of properties) {
    if (outcomes.has(property)) continue;
    outcomes.set(property, withEarlierChanges(property, outcomeOf(card, property)));
  }
  const notes = cleanParagraphs(card.notes.join('\n\n'), LONG_TEXT_MAX);
  const [first, ...others] = card.names;
  if (first === undefined) return { draft: { refused: 'no-name' }, outcomes };
  const names = [{ ...first, kind: 'primary' as const }, ...others];
  const { methods, languages, profession, locality, country, tags, photo } = card;
  const text = { profession, locality, country, notes: notes.text };
  return { draft: { kind, names, methods, languages, ...text, tags, photo }, outcomes };
}

/** The fields of a new draft contact, with an identifier for each name and method. */
export function draftFields(
  draft: CardDraft,
  newId: () => string,
  photoSha256: string | null,
): ContactFields {
  return {
    ...emptyContactFields(),
    kind: draft.kind,
    state: 'draft',
    names: draft.names.map((name) => ({ id: newId(), ...name })),
    methods: draft.methods.map((method) => ({
      id: newId(),
      ...method,
      safeHours: null,
      neverUse: false,
    })),
    languages: [...draft.languages],
    profession: draft.profession,
    locality: draft.locality,
    country: draft.country,
    tags: [...draft.tags],
    notes: draft.notes,
    photo: photoSha256,
  };
}

function outcomeOf(card: Building, property: VcardProperty): LineOutcome {
  if (plainText(property).replace(/[;,\s]/gu, '') === '') return { refused: 'empty-value' };
  const reader = Object.hasOwn(READERS, property.name) ? READERS[property.name] : undefined;
  if (reader !== undefined) return reader(card, property);
  if (LINKS.has(property.name)) return { refused: 'links-not-kept' };
  return { refused: NOT_KEPT.has(property.name) ? 'not-kept-by-design' : 'unknown-property' };
}

function withEarlierChanges(property: VcardProperty, outcome: LineOutcome): LineOutcome {
  return 'refused' in outcome ? outcome : [...new Set([...property.changes, ...outcome])];
}

/** null where the card is of a place, an application or a device. */
function kindOf(properties: readonly VcardProperty[]): ContactFields['kind'] | null {
  const named = properties.find(({ name }) => /^(X-ADDRESSBOOKSERVER-)?KIND$/u.test(name));
  const kind = named === undefined ? 'individual' : plainText(named).trim().toLowerCase();
  if (kind === 'org' || kind === 'organization') return 'organisation';
  if (kind === 'group') return 'group';
  if (['location', 'application', 'device', 'thing'].includes(kind)) return null;
  if (named !== undefined) return 'person';
  const text = (name: string): string => {
    const property = properties.find((one) => one.name === name);
    return property === undefined ? '' : plainText(property).trim();
  };
  if (text('X-ABSHOWAS').toLowerCase() === 'company') return 'organisation';
  const organisation = foldForMatching(text('ORG').split(';')[0] ?? '');
  const unnamed = text('N').replace(/[;\s]/gu, '') === '';
  const showsIt = foldForMatching(text('FN')) === organisation || text('FN') === '';
  return organisation !== '' && unnamed && showsIt ? 'organisation' : 'person';
}

function labelsOf(properties: readonly VcardProperty[]): Map<string, string> {
  const labels = new Map<string, string>();
  for (const property of properties) {
    if (property.name !== 'X-ABLABEL' || property.group === null) continue;
    const text = plainText(property).replace(/^_\$!<(.*)>!\$_$/u, '$1');
    labels.set(property.group, cleanLine(text, SHORT_TEXT_MAX).text);
  }
  return labels;
}

function readShownName(card: Building, property: VcardProperty): LineOutcome {
  const [first] = card.names;
  const raw = plainText(property);
  return addNames(card, [raw], first === undefined ? 'primary' : furtherKind(first, raw));
}

function readNameInParts(card: Building, property: VcardProperty): LineOutcome {
  const composed = composeName(property);
  if (composed === '') return { refused: 'empty-value' };
  const [first] = card.names;
  if (first !== undefined && saysTheSame(first.text, property)) return [];
  const outcome = addNames(card, [composed], furtherKind(first, composed));
  return 'refused' in outcome ? outcome : [...outcome, 'name-composed-from-parts'];
}

function readOrganisation(card: Building, property: VcardProperty): LineOutcome {
  const parts = property.components
    .flat()
    .map((part) => part.trim())
    .filter(Boolean);
  if (card.kind !== 'person') return addNames(card, [parts.join(', ')], 'alias');
  card.notes.push(`ORG: ${parts.join(', ')}`);
  return ['moved-to-notes'];
}

function readPlace(card: Building, property: VcardProperty): LineOutcome {
  const outcome = addMethod(card, property, readAddress);
  const locality = cleanLine(property.components[3]?.join(', ') ?? '', SHORT_TEXT_MAX).text;
  const country = property.components[6]?.[0]?.trim() ?? '';
  if (card.locality === null && locality !== '') card.locality = locality;
  if (card.country === null && /^[A-Z]{2}$/u.test(country)) card.country = country;
  return outcome;
}

function readCategories(card: Building, property: VcardProperty): LineOutcome {
  const changes: VcardReason[] = [];
  for (const raw of property.components.flat()) {
    const tag = cleanLine(raw, SHORT_TEXT_MAX);
    if (tag.text === '' || card.tags.includes(tag.text)) continue;
    if (card.tags.length >= 50) return { refused: 'too-many-values' };
    card.tags.push(tag.text);
    changes.push(...tag.changes);
  }
  return changes;
}

function readLanguage(card: Building, property: VcardProperty): LineOutcome {
  const tag = languageTag.safeParse(plainText(property).trim());
  if (!tag.success) return { refused: 'not-a-language' };
  if (card.languages.includes(tag.data)) return [];
  if (card.languages.length >= 20) return { refused: 'too-many-values' };
  card.languages.push(tag.data);
  return [];
}

function readNote(card: Building, property: VcardProperty): LineOutcome {
  const used = card.notes.reduce((sum, note) => sum + note.length + 2, 0);
  if (used >= LONG_TEXT_MAX) return { refused: 'too-long' };
  const note = cleanParagraphs(plainText(property), LONG_TEXT_MAX - used);
  card.notes.push(note.text);
  return note.changes;
}

function readProfession(card: Building, property: VcardProperty): LineOutcome {
  const { text, changes } = cleanLine(plainText(property), SHORT_TEXT_MAX);
  if (card.profession === null) {
    card.profession = text;
    return changes;
  }
  if (card.profession === text) return changes;
  card.notes.push(`${property.name}: ${text}`);
  return [...changes, 'moved-to-notes'];
}

function readPicture(card: Building, property: VcardProperty): LineOutcome {
  if (card.photo !== null) return { refused: 'second-photo' };
  const photo = readPhoto(property);
  if ('refused' in photo) return photo;
  card.photo = photo;
  return photo.changes;
}

function addNames(card: Building, texts: readonly string[], kind: NameDraft['kind']): LineOutcome {
  const changes: VcardReason[] = [];
  for (const raw of texts) {
    const { name, changes: cleaned } = nameDraft(raw, kind);
    if (name === null) {
      if (texts.length === 1) return { refused: 'empty-value' };
      continue;
    }
    if (card.names.some((known) => known.text === name.text)) continue;
    if (card.names.length >= 50) return { refused: 'too-many-values' };
    card.names.push(name);
    changes.push(...cleaned);
  }
  return changes;
}

function addMethod(
  card: Building,
  property: VcardProperty,
  read: typeof readReachable,
): LineOutcome {
  const result = read(property, card.labels.get(property.group ?? '') ?? null);
  if ('refused' in result) return result;
  const { method, changes } = result;
  if (card.methods.some(({ kind, value }) => kind === method.kind && value === method.value)) {
    return changes;
  }
  if (card.methods.length >= 50) return { refused: 'too-many-values' };
  const preferred = method.preferred && !card.methods.some((other) => other.preferred);
  card.methods.push({ ...method, preferred });
  return changes;
}
