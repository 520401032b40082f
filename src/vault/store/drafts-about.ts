import type { JsonValue } from '../canonical-json.ts';
import type { DraftKey } from '../db/drafts.ts';
import { draft } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';
import { textsIn, type NameMatcher } from '../erasure/name-matcher.ts';

/** Drafts that name one of these records by its identifier, or somebody by their whole name. */
export function draftsAbout(
  store: ReadStore,
  ids: readonly string[],
  matcher: NameMatcher,
): DraftKey[] {
  return store.orm
    .select()
    .from(draft)
    .orderBy(draft.form, draft.recordKey)
    .all()
    .filter(({ recordKey, body }) => {
      const text = `${recordKey} ${JSON.stringify(body)}`;
      const isNamed = (one: string): boolean => matcher.isSurelyIn(one);
      return ids.some((id) => text.includes(id)) || textsIn(body as JsonValue).some(isNamed);
    })
    .map(({ form, recordKey }) => ({ form, key: recordKey }));
}
