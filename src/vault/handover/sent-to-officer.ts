import type { Calls } from '../../shared/contract/contract.ts';
import type { ResultOf } from '../../shared/contract/define.ts';
import { sentTo } from '../db/sent-records.ts';
import type { ReadStore } from '../db/store.ts';
import { baseOfUpdate } from '../store/bundle-entries.ts';
import { contactsByIds } from '../store/contacts.ts';

/** What an officer was sent before: the bundle that an update builds on, and whom they know. */
export function sentToOfficer(
  store: ReadStore,
  officerId: string,
): ResultOf<Calls['bundles']['sentTo']> {
  const base = baseOfUpdate(store, officerId);
  const sent = [...sentTo(store, officerId).values()].flatMap(({ record }) =>
    record.type === 'contact' ? record.id : [],
  );
  return {
    last: base && { kind: base.kind, sequence: base.sequence, at: base.at },
    contactIds: [...contactsByIds(store, sent).keys()],
  };
}
