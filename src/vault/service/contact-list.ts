import type { Calls } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/define.ts';
import { ok } from '../../shared/outcome.ts';
import { contactKeys } from '../store/contact-keys.ts';
import { contactRows } from '../store/contact-list.ts';
import { countContacts } from '../store/contacts.ts';
import { firstInOrder } from '../store/first-in-order.ts';
import { compareContacts, looksAtDates } from './contact-order.ts';
import type { VaultContext } from './context.ts';

/**
 * The list of contacts, or its first rows. For these the order is made from as little as it hangs
 * on, and only the rows that are shown are put together: a vault of ten thousand contacts answers
 * with a screenful before it could with all. `total` counts every contact of the vault, so that a
 * filtered list can say "12 of 340".
 */
export const listContacts: Handlers<Calls, 'vault', VaultContext>['contacts']['list'] = (
  context,
  { sortBy, limit, ...filter },
) => {
  const { store } = context;
  const [today, total] = [context.today(), countContacts(store)];
  const compare = compareContacts(sortBy);
  if (limit === undefined) {
    const rows = contactRows(store, filter, today);
    return ok({ rows: rows.sort(compare), matching: rows.length, total });
  }
  const keys = contactKeys(store, filter, today, looksAtDates(sortBy));
  const ids = firstInOrder(keys, limit, compare).map((key) => key.id);
  const rows = contactRows(store, { ids }, today);
  return ok({ rows: rows.sort(compare), matching: keys.length, total });
};
