import type { Calls } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/define.ts';
import { fail, ok } from '../../shared/outcome.ts';
import { attachmentsOfAll } from '../store/attachments.ts';
import { consentEventsOf, consentEventsOn } from '../store/consent-events.ts';
import { findContact, listHeldContacts } from '../store/contacts.ts';
import { groupBy } from '../store/group-by.ts';
import { actionsTouchedBy } from './actions-touched.ts';
import { callBackRows, outOfMission, startCallBacks } from './call-back.ts';
import { compareLabels } from './collation.ts';
import { pairsOf, refusesDecision, renewalsOf } from './consent-decision.ts';
import { eventRows, standingRows } from './consent-rows.ts';
import { consentsDueBy } from './consents-due.ts';
import { notFound, type VaultContext } from './context.ts';
import { write } from './write.ts';

export const consentHandlers: Handlers<Calls, 'vault', VaultContext>['consents'] = {
  ofContact: (context, { contactId }) => {
    const { store } = context;
    const contact = findContact(store, contactId);
    if (contact === null) return notFound('contact', contactId);
    const events = consentEventsOf(store, [contactId]);
    return ok({
      events: eventRows(context, events),
      standing: standingRows(events, context.today()),
      legitimateBasis: contact.legitimateBasis,
      evidence: attachmentsOfAll(
        store,
        'consent-event',
        events.map((event) => event.id),
      ),
      callBacks: callBackRows(context, contactId),
    });
  },

  record: (context, decision) => {
    const { contactId, details } = decision;
    const refused = refusesDecision(context, decision);
    if (refused !== null) return fail(refused);
    const renewals = renewalsOf(context, decision);
    if (!renewals.ok) return renewals;
    const pairs = pairsOf(decision);
    const isNo = details.decision !== 'given';
    const { changeSetId, value } = write(context, 'consent', (writer) => {
      const ids = pairs.map((pair) =>
        writer.create('consent-event', {
          ...{ contactId, ...pair, ...details },
          renewsId: renewals.value(pair),
        }),
      );
      const actions = actionsTouchedBy(context, contactId, isNo ? pairs : []);
      const out = isNo ? outOfMission(context, contactId) : { bundles: [], copies: [] };
      if (isNo) {
        const underWay = actions.filter((action) => action.status === 'in-progress');
        startCallBacks(context, writer, contactId, { actions: underWay, ...out });
      }
      return { ids, actions, ...out };
    });
    if (changeSetId === null) throw new Error('a decision that changed nothing');
    return ok({
      ids: value.ids,
      changeSetId,
      actionsNowWithoutConsent: value.actions,
      bundlesAlreadyOut: value.bundles.map(({ id, counterpartName, at }) => ({
        id,
        counterpartName,
        at,
      })),
      copiesAlreadyOut: [...value.copies],
      callBacks: isNo ? callBackRows(context, contactId) : [],
    });
  },

  dueForReview: ({ store }, { until }) => ok(consentsDueBy(store, until)),

  ofPurpose: (context, { purpose }) => {
    const { store } = context;
    const events = groupBy(consentEventsOn(store, purpose), (event) => event.contactId);
    return ok(
      listHeldContacts(store)
        .sort(compareLabels)
        .map(({ id, label, hasLegitimateBasis }) => ({
          contactId: id,
          contactLabel: label,
          standing: standingRows(events.get(id) ?? [], context.today()),
          hasLegitimateBasis,
        })),
    );
  },
};
