import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addContact,
  addLog,
  addTraveller,
  consentToTravel,
  contactFields,
  failureIn,
  promiseInput,
  valueOf,
} from '../../../support/records.ts';
import { giveCard, open, send } from '../../../support/handover.ts';
import { openVaultOf, type VaultHere } from '../../../support/vault-here.ts';

let ann: VaultHere;
let bob: VaultHere;
let bobId = '';
beforeEach(async () => {
  ann = await openVaultOf('Ann Sender');
  bob = await openVaultOf('Bob Receiver');
  bobId = await giveCard(bob, ann);
});
afterEach(() => {
  ann.dispose();
  bob.dispose();
});

const labelsOf = async ({ ask }: VaultHere): Promise<string[]> =>
  valueOf(await ask.contacts.list()).rows.map((row) => row.label);
const statesOf = async ({ ask }: VaultHere): Promise<string[]> =>
  valueOf(await ask.entrustments.list())
    .map(({ direction, verb, state, reason, contactLabel }) =>
      [direction, verb, state, contactLabel, reason].join(' ').trim(),
    )
    .sort();

describe('a handover', () => {
  it('is offered contact by contact, and held by whoever accepted', async () => {
    const id = await addTraveller(ann, 'Dana Defender');
    const { path } = await send(ann, { contactIds: [id], recipientId: bobId });
    expect(await statesOf(ann)).toEqual(['out transfer offered Dana Defender']);
    expect((await ann.ask.contacts.save({ id, fields: contactFields('Dana D.') })).ok).toBe(true);

    const preview = valueOf(await open(bob, path));
    expect(preview.offer).toEqual({
      ...{ verb: 'transfer', purpose: null, until: null, answerBy: null },
    });
    valueOf(await bob.ask.bundles.apply({ importId: preview.importId }));
    expect(await statesOf(bob)).toEqual(['in transfer accepted Dana Defender']);
    expect((await bob.ask.contacts.save({ id, fields: contactFields('Dana') })).ok).toBe(true);
  });

  it('takes in nothing of a contact who is not accepted, nor what names them or belongs to it', async () => {
    const [dana, otto] = [await addTraveller(ann, 'Dana'), await addTraveller(ann, 'Otto')];
    await addLog(ann, 'With Dana', [dana]);
    await addLog(ann, 'With both', [dana, otto], {
      promises: [promiseInput(dana, 'A promise to Dana')],
    });
    const { path } = await send(ann, { contactIds: [dana, otto], recipientId: bobId });
    const { importId } = valueOf(await open(bob, path));
    const no = { contactId: otto, answer: 'rejected', reason: '' } as const;
    expect(failureIn(await bob.ask.bundles.apply({ importId, contacts: [no] })).kind).toBe(
      'invalid-argument',
    );
    const contacts = [{ ...no, reason: 'Has moved to another post' }];
    valueOf(await bob.ask.bundles.apply({ importId, contacts }));
    expect(await labelsOf(bob)).toEqual(['Dana']);
    expect(valueOf(await bob.ask.meetings.list({})).rows.map(({ title }) => title)).toEqual([
      'With Dana',
    ]);
    expect(valueOf(await bob.ask.meetings.promises())).toEqual([]);
    expect(await statesOf(bob)).toEqual([
      'in transfer accepted Dana',
      'in transfer rejected  Has moved to another post',
    ]);
    expect(valueOf(await bob.ask.history.verify()).intact).toBe(true);
  });

  it('may be refused as a whole', async () => {
    const id = await addTraveller(ann, 'Dana Defender');
    const { path } = await send(ann, { contactIds: [id], recipientId: bobId });
    const { importId } = valueOf(await open(bob, path));
    const contacts = [{ contactId: id, answer: 'rejected', reason: 'Not mine' }] as const;
    valueOf(await bob.ask.bundles.apply({ importId, contacts: [...contacts] }));
    expect(await labelsOf(bob)).toEqual([]);
    expect(valueOf(await bob.ask.bundles.register())).toMatchObject([{ contactIds: [] }]);
  });

  it('is open again once its bundle was taken back', async () => {
    const id = await addTraveller(ann, 'Dana Defender');
    const { path } = await send(ann, { contactIds: [id], recipientId: bobId });
    const { importId } = valueOf(await open(bob, path));
    valueOf(await bob.ask.bundles.apply({ importId }));
    const [set] = valueOf(await bob.ask.history.recent({}));
    valueOf(await bob.ask.history.undo({ changeSetId: set?.id ?? '' }));
    expect(await labelsOf(bob)).toEqual([]);
    expect((await statesOf(bob))[0]).toMatch(/^in transfer offered/u);
  });

  it('of a contact who is not accepted leaves the one who is here as they were', async () => {
    const id = await addTraveller(ann, 'Dana Defender');
    const first = await send(ann, { contactIds: [id], recipientId: bobId });
    valueOf(
      await bob.ask.bundles.apply({ importId: valueOf(await open(bob, first.path)).importId }),
    );
    await consentToTravel(ann, id, 'other-posts', { conditions: 'Not by phone' });
    await addContact(ann, 'Somebody else');
    await addLog(ann, 'Later', [id]);
    const second = await send(ann, { contactIds: [id], recipientId: bobId });
    const { importId } = valueOf(await open(bob, second.path));
    const contacts = [{ contactId: id, answer: 'rejected', reason: 'I hold her' }] as const;
    valueOf(await bob.ask.bundles.apply({ importId, contacts: [...contacts] }));
    expect(valueOf(await bob.ask.meetings.list({})).rows).toEqual([]);
    expect(await labelsOf(bob)).toEqual(['Dana Defender']);
  });
});
