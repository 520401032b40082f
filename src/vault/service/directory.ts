import type { Calls } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/define.ts';
import { displayName } from '../../shared/model/contact.ts';
import { ok } from '../../shared/outcome.ts';
import { directoryContacts, NO_REFERRALS, referralCounts } from '../store/directory.ts';
import { compareLabels } from './collation.ts';
import type { VaultContext } from './context.ts';

/** The mission's directory: "UK missions can help Human Rights Defenders make contact with relevant NGOs". */
export const directoryHandlers: Handlers<Calls, 'vault', VaultContext>['directory'] = {
  list: ({ store }) => {
    const counts = referralCounts(store);
    const rows = directoryContacts(store).flatMap((contact) => {
      const { id, kind, organisationType, languages, locality, country, directory } = contact;
      if (directory === null) return [];
      const referrals = counts.get(id) ?? NO_REFERRALS;
      return [
        {
          ...directory,
          ...{ id, kind, organisationType, languages, locality, country, referrals },
          label: displayName(contact),
        },
      ];
    });
    return ok(rows.sort(compareLabels));
  },
};
