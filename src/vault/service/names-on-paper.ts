import type { CalendarKind } from '../../shared/contract/calendar.ts';
import { displayName } from '../../shared/model/contact.ts';
import { mayTravel } from '../../shared/model/travel.ts';
import type { WithheldPart } from '../../shared/model/vocabulary/consent.ts';
import type { ReadStore } from '../db/store.ts';
import { consentEventsOf } from '../store/consent-events.ts';
import { contactsByIds } from '../store/contacts.ts';
import { groupBy } from '../store/group-by.ts';

/** What a kind of entry says of a contact, that they may have asked us to leave out. */
const SAYS: Readonly<Partial<Record<CalendarKind, WithheldPart>>> = {
  hearing: 'custody',
  'detention-visit': 'custody',
  release: 'custody',
  meeting: 'meeting-notes',
  'risk-review': 'risk',
};

export interface NamesOnPaper {
  /** The name of a contact for an entry of this kind; null where it may not be on paper. */
  of(contactId: string, kind: CalendarKind): string | null;
  /** What stands in place of the name: the code name, or the empty string. */
  codeOf(contactId: string): string;
}

/**
 * Whose name may be on a sheet of paper. It is asked what an export inside the mission is asked
 * (shared/model/travel.ts): a live consent, or a legitimate basis that nobody spoke against, and
 * no part withheld. Drafts are nobody's consent.
 */
export function namesOnPaper(
  store: ReadStore,
  contactIds: readonly string[],
  today: string,
): NamesOnPaper {
  const contacts = contactsByIds(store, contactIds);
  const events = groupBy(consentEventsOf(store, contactIds), (event) => event.contactId);
  const decisions = new Map(
    [...contacts.values()].map((contact) => [
      contact.id,
      mayTravel(contact, events.get(contact.id) ?? [], 'own-mission', today),
    ]),
  );
  return {
    of(contactId, kind) {
      const contact = contacts.get(contactId);
      const decision = decisions.get(contactId);
      if (contact === undefined || contact.state === 'draft' || !decision?.travels) return null;
      const part = SAYS[kind];
      return part !== undefined && decision.withheld.includes(part) ? null : displayName(contact);
    },
    codeOf: (contactId) => contacts.get(contactId)?.codeName ?? '',
  };
}
