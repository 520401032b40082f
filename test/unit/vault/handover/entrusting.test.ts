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
import { sendDocument } from '../../../../src/vault/handover/send-document.ts';
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
      ...{ verb: 'transfer', contactIds: [id], purpose: null, until: null, answerBy: null },
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

describe('a receipt', () => {
  const send2 = async (): Promise<{ ids: string[]; bundleId: string }> => {
    const ids = [await addTraveller(ann, 'Dana'), await addTraveller(ann, 'Otto')];
    const sent = await send(ann, { contactIds: ids, recipientId: bobId });
    const { importId } = valueOf(await open(bob, sent.path));
    const contacts = [
      { contactId: ids[1] ?? '', answer: 'rejected', reason: 'Has moved' },
    ] as const;
    valueOf(await bob.ask.bundles.apply({ importId, contacts: [...contacts] }));
    return { ids, bundleId: sent.bundleId };
  };
  const takeBack = async (path: string) => {
    const { importId } = valueOf(await open(ann, path));
    return ann.ask.bundles.apply({ importId });
  };

  it('goes back signed, and from then on who was accepted is held by the other', async () => {
    await giveCard(ann, bob);
    const { ids, bundleId } = await send2();
    expect(valueOf(await bob.ask.entrustments.receiptsOwed())).toMatchObject([
      { bundleId, counterpartName: 'Ann Sender', accepted: 1, rejected: 1 },
    ]);
    const path = bob.path('receipt.age');
    const file = bob.grantSave(path);
    valueOf(await bob.ask.documents.sendReceipt({ bundleId, keyType: 'x25519', file }));
    expect(valueOf(await bob.ask.entrustments.receiptsOwed())).toEqual([]);

    const applied = valueOf(await takeBack(path));
    expect(await statesOf(ann)).toEqual([
      'out transfer accepted Dana',
      'out transfer rejected Otto Has moved',
    ]);
    const [dana = '', otto = ''] = ids;
    expect(
      failureIn(await ann.ask.contacts.save({ id: dana, fields: contactFields('D') })),
    ).toEqual({
      ...{ kind: 'held-elsewhere', contactId: dana, holder: 'Bob Receiver', mayWrite: 'read' },
    });
    expect((await ann.ask.contacts.save({ id: otto, fields: contactFields('O') })).ok).toBe(true);
    // Otto was not taken in: an update must not take it for granted that they have him.
    expect(valueOf(await ann.ask.bundles.sentTo({ recipientId: bobId })).last).toBeNull();
    expect(applied.counts).toEqual({});
    expect(failureIn(await takeBack(path)).kind).toBe('bundle-already-applied');
  });

  it('of what was called back in the meantime changes nothing', async () => {
    await giveCard(ann, bob);
    const { bundleId } = await send2();
    const path = bob.path('receipt.age');
    const file = bob.grantSave(path);
    valueOf(await bob.ask.documents.sendReceipt({ bundleId, keyType: 'x25519', file }));
    for (const { id } of valueOf(await ann.ask.entrustments.list())) {
      valueOf(await ann.ask.entrustments.settle({ id, to: 'revoked', reason: 'Too late' }));
    }
    valueOf(await takeBack(path));
    expect(new Set(valueOf(await ann.ask.entrustments.list()).map(({ state }) => state))).toEqual(
      new Set(['revoked']),
    );
  });

  it('can be given only by whoever was sent the bundle', async () => {
    const cleo = await openVaultOf('Cleo Colleague');
    try {
      const { bundleId } = await send2();
      await giveCard(ann, cleo);
      const entry = valueOf(await ann.ask.bundles.register()).find(({ id }) => id === bundleId);
      const [dana] = valueOf(await ann.ask.entrustments.list());
      const path = cleo.path('receipt.age');
      const forged = {
        ...{ bundleId, sha256: entry?.sha256 ?? '', sequence: 1 },
        kind: 'handover',
        receivedAt: '2026-11-24T12:00:00.000Z',
        contacts: [{ contactId: dana?.contactId ?? '', answer: 'accepted' }],
      } as const;
      const me = valueOf(await ann.ask.officers.me());
      valueOf(
        await sendDocument(cleo.context, {
          document: { kind: 'receipt', value: { ...forged, contacts: [...forged.contacts] } },
          ...{ recipientId: me.id, keyType: 'x25519', consentScope: null, contactIds: [] },
          file: cleo.grantSave(path),
        }),
      );
      expect(failureIn(await open(ann, path))).toEqual({
        ...{ kind: 'bundle-malformed', rule: 'receipt-of-another-bundle' },
      });
    } finally {
      cleo.dispose();
    }
  });
});

describe('a request', () => {
  it('is put down where it comes in, to be answered by a bundle or a no', async () => {
    await giveCard(ann, bob);
    const { id } = valueOf(
      await ann.ask.entrustments.request({
        ...{ counterpartId: bobId, contactId: null, wanted: 'The lawyer', answerBy: null },
      }),
    );
    const path = ann.path('request.age');
    const file = ann.grantSave(path);
    valueOf(await ann.ask.documents.sendRequest({ entrustmentId: id, keyType: 'x25519', file }));
    const { importId } = valueOf(await open(bob, path));
    valueOf(await bob.ask.bundles.apply({ importId }));
    expect(valueOf(await bob.ask.entrustments.list())).toMatchObject([
      { direction: 'in', verb: 'request', state: 'offered', wanted: 'The lawyer' },
    ]);
  });
});
