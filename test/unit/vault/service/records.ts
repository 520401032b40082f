import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { calls } from '../../../../src/shared/contract/contract.ts';
import { type ContactFields, emptyContactFields } from '../../../../src/shared/model/contact.ts';
import { notReadyBecause } from '../../../../src/shared/model/particulars.ts';
import type { Outcome } from '../../../../src/shared/outcome.ts';
import { ready } from '../../../support/particulars.ts';
import { valueOf } from '../db/store-fixture.ts';
import { TODAY, type Vault } from './vault-fixture.ts';

export { valueOf } from '../db/store-fixture.ts';

/** The failure of an outcome; throws where it went well. */
export function failureIn<Failed>(outcome: Outcome<unknown, Failed>): Failed {
  if (outcome.ok) throw new Error('unexpected success');
  return outcome.failure;
}

export function contactFields(name: string, change: Partial<ContactFields> = {}): ContactFields {
  return {
    ...emptyContactFields(),
    names: [{ id: randomUUID(), kind: 'primary', text: name, script: null }],
    ...change,
  };
}

/** Adds a contact; gives its id. */
export async function addContact(
  { ask }: Vault,
  name: string,
  change: Partial<ContactFields> = {},
): Promise<string> {
  return valueOf(await ask.contacts.save({ id: null, fields: contactFields(name, change) })).id;
}

type ConsentArg = z.input<typeof calls.consents.record.arg>;

export function consentArg(
  contactId: string,
  purposes: ConsentArg['purposes'],
  audiences: ConsentArg['audiences'],
  change: Partial<ConsentArg['details']> = {},
): ConsentArg {
  return {
    contactId,
    purposes,
    audiences,
    details: {
      decision: 'given',
      decidedOn: TODAY,
      givenBy: 'self',
      proxy: null,
      how: 'in-person',
      language: null,
      interpreter: null,
      conditions: '',
      withheld: [],
      expiresOn: null,
      reviewOn: null,
      note: '',
      ...change,
    },
  };
}

export type ActionArg = z.input<typeof calls.actions.save.arg>['fields'];

/** An action with its instruction or clearance, where its type wants one. */
export function actionFields(
  title: string,
  subjectIds: string[],
  change: Partial<ActionArg> = {},
): ActionArg {
  return {
    type: 'private-approach',
    title,
    audience: 'authorities',
    owner: null,
    dueOn: null,
    subjectIds,
    detail: '',
    doneOn: null,
    outcome: '',
    particulars: wanted(change.type ?? 'private-approach'),
    ...change,
  };
}

/** What the gate would wait for; null where the type has nothing of the kind. */
function wanted(type: ActionArg['type']): ActionArg['particulars'] {
  return notReadyBecause(type, null) === null ? null : ready(type);
}

/** Plans an action; gives its id. */
export async function addAction(
  { ask }: Vault,
  title: string,
  subjectIds: string[],
  change: Partial<ActionArg> = {},
): Promise<string> {
  const fields = actionFields(title, subjectIds, change);
  return valueOf(await ask.actions.save({ id: null, fields })).id;
}

type MeetingArg = z.input<typeof calls.meetings.save.arg>;

export function meetingArg(
  title: string,
  contactIds: string[],
  change: Partial<Omit<MeetingArg, 'fields'>> & { fields?: Partial<MeetingArg['fields']> } = {},
): MeetingArg {
  return {
    id: null,
    promises: [],
    followUps: [],
    seal: false,
    ...change,
    fields: {
      startedAt: '2026-11-20T10:00',
      timeZone: 'Africa/Khartoum',
      durationMinutes: 45,
      channel: 'in-person',
      place: null,
      participants: [
        { contactId: null, name: 'Desk officer', role: 'officer' },
        ...contactIds.map((contactId) => ({ contactId, name: null, role: 'defender' as const })),
      ],
      language: null,
      interpreter: null,
      title,
      said: 'The trial was put off again.',
      told: 'We will be in the room.',
      sensitivity: 'normal',
      correctsId: null,
      ...change.fields,
    },
  };
}

type PromiseInput = MeetingArg['promises'][number];
type FollowUpInput = MeetingArg['followUps'][number];

export function promiseInput(
  contactId: string,
  text: string,
  change: Partial<PromiseInput> = {},
): PromiseInput {
  return {
    ...{ id: null, contactId, text, dueOn: null, state: 'open', settledOn: null, toldThemOn: null },
    ...change,
  };
}

export function followUpInput(text: string, change: Partial<FollowUpInput> = {}): FollowUpInput {
  return {
    ...{ id: null, contactId: null, text, dueOn: null, assignedTo: null, state: 'open' },
    settledOn: null,
    ...change,
  };
}

export const OVERRIDE = {
  reason: 'Detained this morning; the lawyer asked us to act at once',
  authorisedBy: 'Head of mission',
  defenderUnreachable: true,
  secondName: 'Deputy',
};
