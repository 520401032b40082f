import type { Calls } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/define.ts';
import { ok } from '../../shared/outcome.ts';
import { search } from '../db/search-index.ts';
import { recordLabel } from '../store/labels.ts';
import type { VaultContext } from './context.ts';

export const searchHandlers: Handlers<Calls, 'vault', VaultContext>['search'] = {
  query: ({ store }, { text, types, limit }) =>
    ok(
      search(store, text, { types, limit }).map(({ type, id, title, snippet }) => ({
        type,
        id,
        // A relationship, a promise or a consent has no title of its own.
        title: title === '' ? recordLabel(store, { type, id }) : title,
        snippet: [...snippet],
      })),
    ),
};
