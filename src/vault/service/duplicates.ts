import type { Calls } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/define.ts';
import type { ComparedContact } from '../../shared/contract/duplicates.ts';
import { displayName, type Contact } from '../../shared/model/contact.ts';
import { findDuplicates } from '../../shared/model/duplicates/find-duplicates.ts';
import { ok } from '../../shared/outcome.ts';
import { contactsByIds } from '../store/contacts.ts';
import { duplicateProfiles, metTogether } from '../store/duplicate-profiles.ts';
import type { VaultContext } from './context.ts';

export const duplicateHandlers: Handlers<Calls, 'vault', VaultContext>['duplicates'] = {
  list: ({ store }, { limit }) => {
    const found = findDuplicates(duplicateProfiles(store)).filter(
      ({ ids: [one, other] }) => !metTogether(store, one, other),
    );
    const shown = found.slice(0, limit);
    const contacts = contactsByIds(
      store,
      shown.flatMap(({ ids }) => ids),
    );
    return ok({
      total: found.length,
      pairs: shown.flatMap(({ ids: [one, other], reasons }) => {
        const [a, b] = [contacts.get(one), contacts.get(other)];
        if (a === undefined || b === undefined) return [];
        return [{ contacts: [compared(a), compared(b)], reasons: [...reasons] }];
      }),
    });
  },
};

function compared(contact: Contact): ComparedContact {
  const { id, kind, state, names, methods, profession, locality, country, tags } = contact;
  const label = displayName(contact);
  return { id, label, kind, state, names, methods, profession, locality, country, tags };
}
