import type { Calls } from '../../shared/contract/contract.ts';
import type { Handlers, ResultOf } from '../../shared/contract/define.ts';
import type { TravelAudience } from '../../shared/model/travel.ts';
import { fail, ok } from '../../shared/outcome.ts';
import { appendAccess } from '../db/access-log.ts';
import { everNamedIn } from '../handover/ever-named.ts';
import { readPortfolio } from '../handover/portfolio.ts';
import { whatTravels } from '../handover/what-travels.ts';
import { briefReadings, noteReading } from '../store/brief-readings.ts';
import { bundleEntriesByIds } from '../store/bundle-entries.ts';
import { contactRows } from '../store/contact-list.ts';
import { firstUnknownContact } from '../store/contacts.ts';
import { briefsOf } from './brief-of-contact.ts';
import { travellingScope, wholeScope } from './brief-scope.ts';
import { notFound, type VaultContext } from './context.ts';
import { compareContacts } from './contact-order.ts';

/** The successor's brief, made from the record; what may be in it is what-travels.ts's to say. */
export const briefHandlers: Handlers<Calls, 'vault', VaultContext>['brief'] = {
  overview: ({ store, today }, { bundleId }) => {
    const entry = bundleId === null ? null : bundleEntriesByIds(store, [bundleId]).get(bundleId);
    if (entry === undefined) return notFound('bundle-entry', bundleId ?? '');
    const rows = contactRows(
      store,
      entry === null ? { states: ['active'] } : { ids: entry.contactIds },
      today(),
    ).sort(compareContacts('label'));
    const readings = briefReadings(
      store,
      rows.map(({ id }) => id),
    );
    return ok(
      rows.map(({ id, label, kind, riskLevel, photo }) => ({
        ...{ contactId: id, label, kind, riskLevel, photo },
        readAt: readings.get(id) ?? null,
      })),
    );
  },

  ofContacts: (context, { contactIds, audience }) => ok(briefsFor(context, contactIds, audience)),

  print: (context, { contactIds, audience, as }) => {
    const made = briefsFor(context, contactIds, audience);
    if (made.contacts.length === 0) return fail({ kind: 'nothing-to-export' });
    appendAccess(context.store, {
      kind: as === 'paper' ? 'print' : 'export',
      detail: { what: 'brief', audience },
      contactIds: made.contacts.map(({ contactId }) => contactId),
    });
    return ok(made);
  },

  tick: ({ store }, { contactIds, read }) => {
    const unknown = firstUnknownContact(store, contactIds);
    if (unknown !== null) return notFound('contact', unknown);
    noteReading(store, contactIds, read);
    return ok({});
  },
};

function briefsFor(
  { store, today }: VaultContext,
  contactIds: readonly string[],
  audience: TravelAudience | null,
): ResultOf<Calls['brief']['ofContacts']> {
  const portfolio = readPortfolio(store, contactIds);
  if (audience === null) {
    return { contacts: briefsOf(store, portfolio, wholeScope(portfolio), today()), stays: [] };
  }
  const travelling = whatTravels(portfolio, everNamedIn(store, portfolio), audience, today());
  return {
    contacts: briefsOf(store, portfolio, travellingScope(portfolio, travelling), today()),
    stays: travelling.stays
      .filter(({ record }) => record.type === 'contact')
      .map(({ contactId, label, why }) => ({ contactId, label, why })),
  };
}
