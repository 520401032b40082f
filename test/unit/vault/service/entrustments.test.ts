import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addContact, failureIn, valueOf } from '../../../support/records.ts';
import { giveCard } from '../../../support/handover.ts';
import { openVaultOf, type VaultHere } from '../../../support/vault-here.ts';

let ann: VaultHere;
let bob: VaultHere;
let bobId = '';
beforeEach(async () => {
  ann = await openVaultOf('Ann Asker');
  bob = await openVaultOf('Bob Keeper');
  bobId = await giveCard(bob, ann);
});
afterEach(() => {
  ann.dispose();
  bob.dispose();
});

const request = (change: object = {}) =>
  ann.ask.entrustments.request({
    ...{ counterpartId: bobId, contactId: null, wanted: 'The lawyer in the north' },
    ...{ answerBy: '2026-11-30', ...change },
  });

describe('a request', () => {
  it('waits for an answer, is overdue the day after the one hoped for, and can be called back once', async () => {
    const { id } = valueOf(await request());
    expect(valueOf(await ann.ask.entrustments.list())).toEqual([
      {
        ...{ id, direction: 'out', verb: 'request', contactId: null, contactLabel: '' },
        ...{
          wanted: 'The lawyer in the north',
          counterpartId: bobId,
          counterpartName: 'Bob Keeper',
        },
        ...{ bundleId: null, purpose: null, until: null, offeredOn: ann.clock.today },
        ...{ answerBy: '2026-11-30', state: 'offered', reason: '', settledOn: null, overdue: null },
      },
    ]);
    ann.clock.today = '2026-12-01';
    expect(valueOf(await ann.ask.entrustments.list())[0]?.overdue).toBe('answer');
    const back = { id, to: 'revoked', reason: 'Not needed any more' } as const;
    expect((await ann.ask.entrustments.settle(back)).ok).toBe(true);
    expect(failureIn(await ann.ask.entrustments.settle(back))).toEqual({
      ...{ kind: 'entrustment-settled', state: 'revoked' },
    });
    expect(valueOf(await ann.ask.entrustments.list())[0]?.overdue).toBeNull();
  });

  it('can be taken back by an undo', async () => {
    const { changeSetId } = valueOf(await request());
    valueOf(await ann.ask.history.undo({ changeSetId: changeSetId ?? '' }));
    expect(valueOf(await ann.ask.entrustments.list())).toEqual([]);
  });

  it('says whom it is for, and why not', async () => {
    const me = valueOf(await ann.ask.officers.me());
    expect(failureIn(await request({ counterpartId: me.id }))).toEqual({
      ...{ kind: 'invalid-argument', issues: [{ path: ['counterpartId'], code: 'own-officer' }] },
    });
    expect(failureIn(await request({ wanted: ' ' }))).toEqual({
      ...{ kind: 'invalid-argument', issues: [{ path: ['wanted'], code: 'required' }] },
    });
    valueOf(await ann.ask.officers.revoke({ id: bobId, why: 'key-lost', note: 'Lost laptop' }));
    expect(failureIn(await request())).toEqual({ kind: 'recipient-revoked' });
  });

  it('for a contact that is known here is told on that contact, who is held here all the same', async () => {
    const contactId = await addContact(ann, 'Dana Defender');
    valueOf(await request({ contactId, wanted: 'For the trial' }));
    expect(valueOf(await ann.ask.entrustments.ofContact({ contactId }))).toMatchObject({
      ...{ holder: null, mayWrite: 'all', entrustments: [{ contactLabel: 'Dana Defender' }] },
    });
  });
});
