import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { giveCard, receive, send } from '../../../support/handover.ts';
import {
  addAction,
  addTraveller,
  consentArg,
  OVERRIDE,
  valueOf,
} from '../../../support/records.ts';
import { custodyFields, hearingFields, visitRequestFields } from '../../../support/situation.ts';
import { openVaultOf, type VaultHere } from '../../../support/vault-here.ts';

/*
 * "We will always seek to consult with Human Rights Defenders or those close to them … before
 * taking any action": a bundle does not put down here that somebody was in the prison or in the
 * courtroom, unless the action that this rests on stands here too and has passed the gate.
 */

let ann: VaultHere;
let bob: VaultHere;
let bobId: string;
let defender: string;
let custodyId: string;
beforeEach(async () => {
  ann = await openVaultOf('Ann Sender');
  bob = await openVaultOf('Bob Receiver');
  bobId = await giveCard(bob, ann);
  await giveCard(ann, bob);
  defender = await addTraveller(ann, 'Amina');
  const fields = custodyFields(defender);
  custodyId = valueOf(await ann.ask.custody.save({ id: null, fields })).id;
});
afterEach(() => {
  ann.dispose();
  bob.dispose();
});

type ActionType = 'detention-visit' | 'trial-observation';

async function moved(type: ActionType, also: string[], override = false): Promise<string> {
  const purpose = type === 'detention-visit' ? 'visit-in-detention' : 'attend-trial';
  for (const id of override ? [] : [defender, ...also]) {
    valueOf(await ann.ask.consents.record(consentArg(id, [purpose], ['authorities'])));
  }
  const id = await addAction(ann, type, [defender, ...also], { type });
  const given = override ? OVERRIDE : null;
  valueOf(await ann.ask.actions.move({ id, status: 'in-progress', override: given }));
  return id;
}

async function visitMade(actionId: string): Promise<string> {
  const { contactId: _, ...fields } = visitRequestFields(defender, custodyId, {
    status: 'held',
    visitOn: '2026-11-20',
    findings: 'No doctor has seen her.',
    actionId,
  });
  return valueOf(await ann.ask.custody.saveVisit({ id: null, fields })).id;
}

async function hearingAttended(actionId: string): Promise<string> {
  const fields = hearingFields(defender, {
    startsAt: '2026-11-20T09:30',
    status: 'held',
    actionId,
  });
  const observers = fields.observers.map((observer) => ({ ...observer, attended: true }));
  return valueOf(await ann.ask.hearings.save({ id: null, fields: { ...fields, observers } })).id;
}

const sendOn = (contactIds = [defender]) => send(ann, { contactIds, recipientId: bobId });
const atBobs = async (visit: string, hearing: string) => [
  valueOf(await bob.ask.custody.getVisit({ id: visit })).status,
  valueOf(await bob.ask.hearings.get({ id: hearing })).hearing.observers.map(
    ({ attended }) => attended,
  ),
];

describe('what a bundle says of a presence', () => {
  it('stands where the action it rests on came along with its consent', async () => {
    const visit = await visitMade(await moved('detention-visit', []));
    const hearing = await hearingAttended(await moved('trial-observation', []));
    const preview = await receive(bob, (await sendOn()).path);
    expect([preview.presencesHeldBack, await atBobs(visit, hearing)]).toEqual([
      [],
      ['held', [true]],
    ]);
  });

  it('is held back with an action that is held back itself, and said beforehand', async () => {
    const visit = await visitMade(await moved('detention-visit', [], true));
    const hearing = await hearingAttended(await moved('trial-observation', []));
    // Withdrawn after the hearing: the attendance stays a fact at Ann's.
    valueOf(
      await ann.ask.consents.record(
        consentArg(defender, ['attend-trial'], ['authorities'], { decision: 'withdrawn' }),
      ),
    );
    const preview = await receive(bob, (await sendOn()).path);
    expect([
      preview.actionsHeldBack.length,
      preview.presencesHeldBack.map(({ record, label, on }) => [record.id, label, on]).sort(),
      await atBobs(visit, hearing),
    ]).toEqual([1, [[hearing, 'Bail hearing', '2026-11-20']], ['held', [false]]]);
  });

  it('is held back where the action names somebody who stays behind', async () => {
    const stays = valueOf(
      await ann.ask.contacts.save({
        id: null,
        fields: { ...(await contactCopy(defender)), codeName: 'Stays' },
      }),
    ).id;
    const visit = await visitMade(await moved('detention-visit', [stays]));
    const hearing = await hearingAttended(await moved('trial-observation', [stays]));
    const preview = await receive(bob, (await sendOn()).path);
    expect([preview.presencesHeldBack.length, await atBobs(visit, hearing)]).toEqual([
      2,
      ['granted', [false]],
    ]);
  });

  it('goes again with the bundle, and is no less what the sender said of it', async () => {
    const visit = await visitMade(await moved('detention-visit', []));
    const hearing = await hearingAttended(await moved('trial-observation', []));
    for (const purpose of ['visit-in-detention', 'attend-trial'] as const) {
      valueOf(
        await ann.ask.consents.record(
          consentArg(defender, [purpose], ['authorities'], { decision: 'withdrawn' }),
        ),
      );
    }
    await receive(bob, (await sendOn()).path);
    const heldBack = await atBobs(visit, hearing);
    const [newest] = valueOf(await bob.ask.history.recent({ limit: 1 }));
    const undone = await bob.ask.history.undo({ changeSetId: newest?.id ?? '' });
    const gone = await bob.ask.custody.getVisit({ id: visit });
    expect([heldBack, undone.ok, gone.ok]).toEqual([['granted', [false]], true, false]);
  });
});

async function contactCopy(id: string) {
  const { id: _, ...fields } = valueOf(await ann.ask.contacts.page({ id })).contact;
  return fields;
}
