import type { Calls } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/define.ts';
import type { ErasurePreview } from '../../shared/contract/erasure.ts';
import { displayName } from '../../shared/model/contact.ts';
import { fail, ok } from '../../shared/outcome.ts';
import { forget } from '../erasure/forget.ts';
import { planForgetting, type ForgetPlan } from '../erasure/forget-plan.ts';
import { mentionKey } from '../erasure/mentions.ts';
import { countByType } from '../handover/carried-records.ts';
import { actionsByIds } from '../store/actions.ts';
import { findContact } from '../store/contacts.ts';
import { contactErasedOn } from '../store/erasures.ts';
import { recordLabel } from '../store/labels.ts';
import { callBackRows, outOfMission } from './call-back.ts';
import { invalid, notFound, type VaultContext } from './context.ts';
import { announce } from './write.ts';

export const erasureHandlers: Handlers<Calls, 'vault', VaultContext>['erasure'] = {
  preview: (context, { contactId }) => {
    const plan = planOf(context, contactId);
    return plan === null ? notFound('contact', contactId) : ok(previewOf(context, plan));
  },

  forget: (context, { contactId, previewId, mentions, confirmation }) => {
    const plan = planOf(context, contactId);
    if (plan === null) return notFound('contact', contactId);
    if (plan.id !== previewId) return fail({ kind: 'preview-outdated' });
    if (!isSame(confirmation, confirmWith(context, contactId))) {
      return invalid(['confirmation'], 'does-not-match');
    }
    const chosen = new Set(mentions);
    const taken = plan.mentions.filter((mention) => chosen.has(mentionKey(mention)));
    announce(context, forget(context, plan, taken));
    return ok({ gone: countByType(plan.gone), callBacks: callBackRows(context, contactId) });
  },
};

/** Null where nothing is known of such a contact, and never was. */
function planOf({ store }: VaultContext, contactId: string): ForgetPlan | null {
  const isKnown =
    findContact(store, contactId) !== null || contactErasedOn(store, contactId) !== null;
  return isKnown ? planForgetting(store, contactId) : null;
}

function previewOf(context: VaultContext, plan: ForgetPlan): ErasurePreview {
  const { store } = context;
  const { contactId } = plan;
  const contact = findContact(store, contactId);
  const out = outOfMission(context, contactId);
  const actionIds = plan.gone.filter(({ type }) => type === 'action').map(({ id }) => id);
  const forgottenOn = contactErasedOn(store, contactId);
  return {
    contactId,
    label: contact === null ? '' : displayName(contact),
    confirmWith: confirmWith(context, contactId),
    forgottenOn,
    gone: countByType(plan.gone.filter(({ type }) => type !== 'contact' || forgottenOn === null)),
    kept: plan.kept.map(({ record }) => ({ record, label: recordLabel(store, record) })),
    mentions: plan.mentions.map((mention) => ({
      key: mentionKey(mention),
      label: recordLabel(store, mention.record),
      ...mention,
    })),
    drafts: plan.drafts.length,
    underWay: actionsByIds(store, actionIds)
      .filter(({ status }) => status === 'in-progress')
      .map(({ id, title }) => ({ id, title })),
    bundlesOut: out.bundles.map(({ id, counterpartName, at }) => ({ id, counterpartName, at })),
    copiesOut: [...out.copies],
    callBacks: callBackRows(context, contactId),
    previewId: plan.id,
  };
}

/** The name that is shown; of somebody whose name is gone already, the start of the identifier. */
function confirmWith({ store }: VaultContext, contactId: string): string {
  const contact = findContact(store, contactId);
  return contact === null ? contactId.slice(0, 8) : displayName(contact);
}

function isSame(typed: string, wanted: string): boolean {
  const fold = (text: string): string =>
    text.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('en');
  return fold(typed) === fold(wanted);
}
