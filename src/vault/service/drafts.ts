import type { z } from 'zod';
import type { calls, Calls } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/define.ts';
import { ok } from '../../shared/outcome.ts';
import { canonicalJson, type JsonValue } from '../canonical-json.ts';
import { discardDraft, listDrafts, putDraft, readDraft } from '../db/drafts.ts';
import type { ReadStore } from '../db/store.ts';
import { invalid, type VaultContext } from './context.ts';

/** Largest draft kept, in UTF-16 code units of its JSON: five times the longest text of a form. */
export const DRAFT_MAX_LENGTH = 1_000_000;

type DraftForm = z.output<typeof calls.drafts.get.arg>['form'];

/** What is typed and not yet saved: kept in the encrypted store, outside history and search. */
export const draftHandlers: Handlers<Calls, 'vault', VaultContext>['drafts'] = {
  get: ({ store }, key) => {
    const found = readDraft(store, key);
    // What was put in was JSON, so what comes out is.
    return ok(found && { body: found.body as z.core.util.JSONType, updatedAt: found.updatedAt });
  },

  put: ({ store }, { form, key, body }) => {
    const problem = bodyProblem(body);
    if (problem !== null) return invalid(['body'], problem);
    return ok({ updatedAt: putDraft(store, { form, key }, body as JsonValue) });
  },

  discard: ({ store }, key) => {
    discardDraft(store, key);
    return ok({});
  },

  list: ({ store }) => ok(listedDrafts(store)),
};

/** Every draft without its body, the newest first. */
export function listedDrafts(
  store: ReadStore,
): { readonly form: DraftForm; readonly key: string; readonly updatedAt: string }[] {
  return listDrafts(store).map((draft) => ({ ...draft, form: draft.form as DraftForm }));
}

function bodyProblem(body: JsonValue): 'too-long' | 'no-canonical-form' | null {
  try {
    return canonicalJson(body).length > DRAFT_MAX_LENGTH ? 'too-long' : null;
  } catch {
    // Half a character, as a paste can leave one.
    return 'no-canonical-form';
  }
}
