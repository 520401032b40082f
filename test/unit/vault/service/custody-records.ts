import type { z } from 'zod';
import type { calls } from '../../../../src/shared/contract/contract.ts';
import type { ActionStatus } from '../../../../src/shared/model/vocabulary/action.ts';
import { custodyFields, hearingFields, visitRequestFields } from '../../../support/situation.ts';
import { addAction, consentArg, valueOf } from './records.ts';
import type { Vault } from './vault-fixture.ts';

type VisitArg = z.input<typeof calls.custody.saveVisit.arg>['fields'];
type HearingArg = z.input<typeof calls.hearings.save.arg>['fields'];
type CustodyArg = z.input<typeof calls.custody.save.arg>['fields'];

export function visitArg(custodyId: string, change: Partial<VisitArg> = {}): VisitArg {
  const { contactId: _, ...fields } = visitRequestFields('', custodyId);
  return { ...fields, ...change };
}

/** A hearing with one observer; `attended` says whether they were there. */
export function hearingArg(
  contactId: string,
  change: Partial<HearingArg> & { readonly attended?: boolean } = {},
): HearingArg {
  const { attended = false, ...rest } = change;
  const fields = hearingFields(contactId);
  const observers = fields.observers.map((observer) => ({ ...observer, attended }));
  return { ...fields, observers, ...rest };
}

/** Puts down an arrest; gives the id of the detention. */
export async function addCustody(
  { ask }: Vault,
  contactId: string,
  change: Partial<CustodyArg> = {},
): Promise<string> {
  const fields = custodyFields(contactId, change);
  return valueOf(await ask.custody.save({ id: null, fields })).id;
}

/** Asks to visit; gives the id of the request. */
export async function addVisit(
  { ask }: Vault,
  custodyId: string,
  change: Partial<VisitArg> = {},
): Promise<string> {
  return valueOf(await ask.custody.saveVisit({ id: null, fields: visitArg(custodyId, change) })).id;
}

export async function addHearing(
  { ask }: Vault,
  contactId: string,
  change: Parameters<typeof hearingArg>[1] = {},
): Promise<string> {
  return valueOf(await ask.hearings.save({ id: null, fields: hearingArg(contactId, change) })).id;
}

/** The consent to be visited in detention, or to have a trial attended. */
export async function consentTo(
  { ask }: Vault,
  contactId: string,
  purpose: 'visit-in-detention' | 'attend-trial',
  decision: 'given' | 'withdrawn' = 'given',
): Promise<string> {
  return valueOf(
    await ask.consents.record(consentArg(contactId, [purpose], ['authorities'], { decision })),
  ).changeSetId;
}

/** Plans an action of a type for a contact and moves it; give the consent before. */
export async function addMoved(
  vault: Vault,
  contactId: string,
  type: 'detention-visit' | 'trial-observation' | 'private-approach',
  status: ActionStatus,
): Promise<string> {
  const id = await addAction(vault, type, [contactId], { type });
  if (status !== 'planned') valueOf(await vault.ask.actions.move({ id, status }));
  return id;
}
