import { and, type SQL, sql } from 'drizzle-orm';
import type { ContactName } from '../../shared/model/contact.ts';
import type {
  ContactKind,
  ContactState,
  RiskLevel,
} from '../../shared/model/vocabulary/contact.ts';
import { contact } from '../db/schema.ts';
import { fold } from '../db/search-text.ts';
import { isOneOf } from './id-list.ts';

/** Which contacts a list shows; what is left out narrows nothing. */
export interface ContactFilter {
  readonly ids?: readonly string[] | undefined;
  readonly kinds?: readonly ContactKind[] | undefined;
  readonly states?: readonly ContactState[] | undefined;
  readonly riskLevels?: readonly RiskLevel[] | undefined;
  readonly riskGroup?: string | undefined;
  readonly tag?: string | undefined;
  readonly text?: string | undefined;
}

/** The filter as a condition on `contact`, but for its text: see `textFilter`. */
export function filterCondition(filter: ContactFilter): SQL {
  const { ids, kinds, states, riskLevels, riskGroup, tag } = filter;
  const all = and(
    ids && isOneOf(contact.id, ids),
    kinds && isOneOf(contact.kind, kinds),
    states && isOneOf(contact.state, states),
    riskLevels && isOneOf(contact.riskLevel, riskLevels),
    riskGroup === undefined ? undefined : holds(contact.riskGroups, riskGroup),
    tag === undefined ? undefined : holds(contact.tags, tag),
  );
  return all ?? sql`1`;
}

function holds(list: typeof contact.tags | typeof contact.riskGroups, value: string): SQL {
  return sql`EXISTS (SELECT 1 FROM json_each(${list}) WHERE value = ${value})`;
}

/** What the text of a filter is looked for in. */
export interface SearchedTexts {
  readonly codeName: string | null;
  readonly locality: string | null;
  readonly profession: string | null;
}

/** No text holds it, so that nothing is found across the border of two fields. */
const BORDER = '\u0001';

/** Whether a contact mentions the text of the filter, folded; every contact does where there is none. */
export function textFilter(
  text: string | undefined,
): (each: SearchedTexts, names: readonly ContactName[]) => boolean {
  const wanted = text === undefined ? '' : fold(text);
  if (wanted === '') return () => true;
  return (each, names) => mentions(each, names, wanted);
}

function mentions(each: SearchedTexts, names: readonly ContactName[], wanted: string): boolean {
  const texts = [...names.map((name) => name.text), each.codeName, each.locality, each.profession];
  return fold(texts.filter((text) => text !== null).join(BORDER)).includes(wanted);
}
