import type { Calls } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/define.ts';
import type { EntrustmentView } from '../../shared/contract/entrustments.ts';
import {
  isAnswerOverdue,
  isLoanOverdue,
  maySettle,
  type Entrustment,
} from '../../shared/model/entrustment.ts';
import { fail, ok } from '../../shared/outcome.ts';
import { listBundleEntries } from '../store/bundle-entries.ts';
import { findContact } from '../store/contacts.ts';
import {
  entrustmentsInBundle,
  entrustmentsOf,
  findEntrustment,
  listEntrustments,
} from '../store/entrustments.ts';
import { recordLabel } from '../store/labels.ts';
import { findOfficer } from '../store/officers.ts';
import { invalid, notFound, type VaultContext } from './context.ts';
import { holdingsOf } from './holding.ts';
import { write } from './write.ts';

export const entrustmentHandlers: Handlers<Calls, 'vault', VaultContext>['entrustments'] = {
  list: (context) => ok(listEntrustments(context.store).map((one) => viewOf(context, one))),

  ofContact: (context, { contactId }) => {
    const { store } = context;
    if (findContact(store, contactId) === null) return notFound('contact', contactId);
    const holding = holdingsOf(context, [contactId]).get(contactId);
    const entrustments = entrustmentsOf(store, [contactId]).get(contactId) ?? [];
    return ok({
      holder: holding?.holder ?? null,
      mayWrite: holding?.mayWrite ?? 'all',
      entrustments: entrustments.map((one) => viewOf(context, one)),
    });
  },

  receiptsOwed: ({ store }) => {
    const given = new Set(
      listBundleEntries(store).flatMap(({ direction, document }) =>
        direction === 'out' && document?.kind === 'receipt' ? document.value.bundleId : [],
      ),
    );
    const owed = listBundleEntries(store).filter(
      ({ id, direction }) => direction === 'in' && !given.has(id),
    );
    return ok(
      owed.flatMap(({ id, counterpartName, at }) => {
        const answered = entrustmentsInBundle(store, id, 'in').filter(
          ({ verb, state }) => verb !== 'request' && state !== 'offered',
        );
        const accepted = answered.filter(({ state }) => state === 'accepted').length;
        const rejected = answered.filter(({ state }) => state === 'rejected').length;
        if (answered.length === 0) return [];
        return [{ bundleId: id, counterpartName, receivedAt: at, accepted, rejected }];
      }),
    );
  },

  request: (context, { counterpartId, contactId, wanted, answerBy }) => {
    const { store } = context;
    const officer = findOfficer(store, counterpartId);
    if (officer === null) return notFound('officer', counterpartId);
    if (officer.trust === 'revoked') return fail({ kind: 'recipient-revoked' });
    if (officer.trust === 'self') return invalid(['counterpartId'], 'own-officer');
    if (contactId !== null && findContact(store, contactId) === null) {
      return notFound('contact', contactId);
    }
    const { changeSetId, value } = write(context, 'create', (writer) =>
      writer.create('entrustment', {
        ...{ direction: 'out', verb: 'request', contactId, wanted, answerBy },
        ...{ counterpartId, counterpartName: officer.name, bundleId: null },
        ...{ purpose: null, until: null, offeredOn: context.today(), state: 'offered' },
        ...{ reason: '', settledOn: null },
      }),
    );
    return ok({ id: value, changeSetId });
  },

  settle: (context, { id, to, reason }) => {
    const entrustment = findEntrustment(context.store, id);
    if (entrustment === null) return notFound('entrustment', id);
    if (!maySettle(entrustment, to)) {
      return fail({ kind: 'entrustment-settled', state: entrustment.state });
    }
    const { changeSetId } = write(context, 'settle', (writer) =>
      writer.update('entrustment', id, { state: to, reason, settledOn: context.today() }),
    );
    return ok({ id, changeSetId });
  },
};

function viewOf({ store, today }: VaultContext, one: Entrustment): EntrustmentView {
  const { contactId } = one;
  return {
    ...one,
    contactLabel: contactId === null ? '' : recordLabel(store, { type: 'contact', id: contactId }),
    overdue: isAnswerOverdue(one, today()) ? 'answer' : isLoanOverdue(one, today()) ? 'loan' : null,
  };
}
