import { and, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm';
import type { Contact } from '../../shared/model/contact.ts';
import { action, contact } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';

/** The contacts with an entry in the directory, but for what is archived or no longer exists. */
export function directoryContacts(store: ReadStore): Contact[] {
  return store.orm
    .select()
    .from(contact)
    .where(
      and(isNotNull(contact.directory), isNull(contact.dissolvedOn), ne(contact.state, 'archived')),
    )
    .all();
}

export interface ReferralCounts {
  readonly made: number;
  readonly waiting: number;
  readonly helped: number;
  readonly declined: number;
}

/** What came of the referrals that left the mission, by the organisation they went to. */
export function referralCounts(store: ReadStore): ReadonlyMap<string, ReferralCounts> {
  const rows = store.orm
    .select({ particulars: action.particulars })
    .from(action)
    .where(and(eq(action.type, 'ngo-referral'), inArray(action.status, ['in-progress', 'done'])))
    .all();
  const counts = new Map<string, ReferralCounts>();
  for (const { particulars } of rows) {
    if (particulars?.type !== 'ngo-referral' || particulars.organisationId === null) continue;
    const { organisationId, result } = particulars;
    const before = counts.get(organisationId) ?? NO_REFERRALS;
    counts.set(organisationId, {
      made: before.made + 1,
      waiting: before.waiting + (result === 'pending' ? 1 : 0),
      helped: before.helped + (result === 'helped' ? 1 : 0),
      declined: before.declined + (result === 'declined' ? 1 : 0),
    });
  }
  return counts;
}

export const NO_REFERRALS: ReferralCounts = { made: 0, waiting: 0, helped: 0, declined: 0 };
