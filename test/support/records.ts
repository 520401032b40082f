import type { Calls } from '../../src/shared/contract/contract.ts';
import type { Client } from '../../src/shared/contract/define.ts';
import type { ContactFields } from '../../src/shared/model/contact.ts';
import type { TravelAudience } from '../../src/shared/model/travel.ts';
import { TRAVEL_PURPOSE } from '../../src/shared/model/travel.ts';
import {
  actionFields,
  consentArg,
  contactFields,
  meetingArg,
  valueOf,
} from '../unit/vault/service/records.ts';

export {
  actionFields,
  consentArg,
  contactFields,
  failureIn,
  followUpInput,
  meetingArg,
  OVERRIDE,
  promiseInput,
  valueOf,
} from '../unit/vault/service/records.ts';

/** Anything that answers the contract: a vault in this process or in one of its own. */
export interface Asked {
  readonly ask: Client<Calls>;
}

/** Adds a contact; gives its id. */
export async function addContact(
  { ask }: Asked,
  name: string,
  change: Partial<ContactFields> = {},
): Promise<string> {
  return valueOf(await ask.contacts.save({ id: null, fields: contactFields(name, change) })).id;
}

type ConsentChange = Parameters<typeof consentArg>[3];

/** Records that a contact's record may be held and may travel to an audience. */
export async function consentToTravel(
  { ask }: Asked,
  contactId: string,
  audience: TravelAudience = 'other-posts',
  change: ConsentChange = {},
): Promise<void> {
  const purposes = ['hold-record', TRAVEL_PURPOSE[audience]] as const;
  for (const purpose of purposes) {
    const audiences = [purpose === 'hold-record' ? 'own-mission' : audience] as const;
    const arg = consentArg(contactId, [purpose], [...audiences], {
      decidedOn: '2026-11-20',
      ...change,
    });
    valueOf(await ask.consents.record(arg));
  }
}

/** Adds a contact that may travel to other posts; gives its id. */
export async function addTraveller(
  vault: Asked,
  name: string,
  change: Partial<ContactFields> = {},
): Promise<string> {
  const id = await addContact(vault, name, change);
  await consentToTravel(vault, id);
  return id;
}

/** Writes and seals a log; gives its id. */
export async function addLog(
  { ask }: Asked,
  title: string,
  contactIds: string[],
  change: Parameters<typeof meetingArg>[2] = {},
): Promise<string> {
  return valueOf(await ask.meetings.save(meetingArg(title, contactIds, { seal: true, ...change })))
    .id;
}

/** Plans an action; gives its id. */
export async function addAction(
  { ask }: Asked,
  title: string,
  subjectIds: string[],
  change: Parameters<typeof actionFields>[2] = {},
): Promise<string> {
  const fields = actionFields(title, subjectIds, change);
  return valueOf(await ask.actions.save({ id: null, fields })).id;
}
