import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstDifferenceFromLog } from '../../../../src/vault/db/replay.ts';
import { readOwnIdentity } from '../../../../src/vault/db/settings.ts';
import { INTERNALS } from '../../../../src/vault/db/store-internals.ts';
import { publicKeysOf } from '../../../../src/vault/keys/officer-identity.ts';
import { roundingKey } from '../../../../src/vault/store/assessments.ts';
import { giveCard, open, receive, send } from '../../../support/handover.ts';
import { addTraveller, failureIn, valueOf } from '../../../support/records.ts';
import {
  openVaultOf,
  vaultAt,
  unlockWithKey,
  type VaultHere,
} from '../../../support/vault-here.ts';
import { vaultTemplate } from '../../../support/vault-template.ts';
import { verifyOfficer } from '../../../support/verified.ts';

let ann: VaultHere;
let bob: VaultHere;
beforeEach(async () => {
  ann = await openVaultOf('Ann Sender');
  bob = await openVaultOf('Bob Receiver');
});
afterEach(() => {
  ann.dispose();
  bob.dispose();
});

const rotate = (vault: VaultHere, reason: 'routine' | 'post-change' = 'routine', post?: string) =>
  vault.ask.officers.rotateKeys({ reason, post: post ?? null });

describe('new keys of one’s own', () => {
  it('change the card, the fingerprint and nothing else that follows from who one is', async () => {
    const before = valueOf(await ann.ask.officers.me());
    const rounding = roundingKey(ann.store).toString('hex');
    valueOf(await rotate(ann, 'post-change', 'Amman'));
    const after = valueOf(await ann.ask.officers.me());
    expect([
      [after.id, after.name, after.trust, after.post],
      after.keys,
      after.fingerprintWords.join() === before.fingerprintWords.join(),
      after.earlierKeys.map(({ reason, trusted }) => [reason, trusted]),
      [ann.context.author.id, ann.context.officerPost],
      roundingKey(ann.store).toString('hex') === rounding,
      firstDifferenceFromLog(ann.store),
    ]).toEqual([
      [before.id, before.name, 'self', 'Amman'],
      await publicKeysOf(ann.context.identity()),
      false,
      [['post-change', true]],
      [before.id, 'Amman'],
      true,
      null,
    ]);
  });

  it('are there when the vault is opened again, and leave no old signing key in its files', async () => {
    const { signingSecret } = ann.context.identity();
    valueOf(await rotate(ann));
    const identity = ann.context.identity();
    ann.end();
    const again = vaultAt(ann.folder);
    await unlockWithKey(again, await vaultTemplate('Ann Sender'));
    const kept = JSON.stringify(readOwnIdentity(again.store));
    expect([again.context.identity(), kept.includes(signingSecret)]).toEqual([identity, false]);
    again.end();
  });

  it('come with the officer’s record or not at all', async () => {
    const before = [ann.context.identity(), valueOf(await ann.ask.officers.me())];
    const { database } = ann.store[INTERNALS];
    database.exec(`CREATE TEMP TRIGGER full BEFORE INSERT ON change_set
      BEGIN SELECT RAISE(ABORT, 'no more'); END`);
    const outcome = await rotate(ann);
    database.exec('DROP TRIGGER full');
    expect([outcome.ok, ann.context.identity(), valueOf(await ann.ask.officers.me())]).toEqual([
      false,
      ...before,
    ]);
  });

  it('are made once where they are asked for twice at a time', async () => {
    const outcomes = await Promise.all([rotate(ann), rotate(ann)]);
    const kinds = outcomes.map((one) => (one.ok ? 'made' : failureIn(one).kind)).sort();
    expect([kinds, ann.context.identity().successions.length]).toEqual([
      ['made', 'stale-record'],
      1,
    ]);
  });

  it('are not taken back, and not made for a post that no card could say', async () => {
    const { changeSetId } = valueOf(await rotate(ann));
    expect([
      failureIn(await ann.ask.history.undo({ changeSetId: changeSetId ?? '' })),
      failureIn<unknown>(await rotate(ann, 'post-change', 'Am\u202eman')),
    ]).toEqual([
      { kind: 'not-undoable', reason: 'keys-rotated' },
      { kind: 'invalid-argument', issues: [{ path: ['post'], code: 'not-for-a-card' }] },
    ]);
  });

  it('reach a colleague who verified the old ones with the card, by file or by code', async () => {
    const id = await giveCard(ann, bob);
    valueOf(await verifyOfficer(bob.ask, id));
    valueOf(await rotate(ann));
    const { code } = valueOf(await ann.ask.officers.myCardCode());
    const taken = valueOf(await bob.ask.officers.importCardCode({ code: code ?? '' }));
    valueOf(await rotate(ann, 'post-change', 'Amman'));
    await giveCard(ann, bob);
    const seen = valueOf(await bob.ask.officers.list()).find((officer) => officer.id === id);
    expect([taken.effect, seen?.trust, seen?.post, seen?.earlierKeys.length]).toEqual([
      'rotated',
      'rotated',
      'Amman',
      2,
    ]);
  });
});

describe('bundles across new keys', () => {
  async function sealedForBob(): Promise<string> {
    const recipientId = await giveCard(bob, ann);
    const contactIds = [await addTraveller(ann, 'Someone')];
    return (await send(ann, { contactIds, recipientId })).path;
  }

  it('(sealed for the receiver’s old ones) still open, and say so', async () => {
    const path = await sealedForBob();
    valueOf(await rotate(bob));
    valueOf(await rotate(bob));
    const until = bob.context.identity().successions[0]?.at;
    const opened = await receive(bob, path);
    expect([opened.sealedToKeyGivenUpAt, opened.contacts.length]).toEqual([until, 1]);
    const again = await sealedForBob();
    const newest = valueOf(await open(bob, again));
    expect([until === undefined, newest.sealedToKeyGivenUpAt]).toEqual([false, null]);
  });

  it('(signed with the sender’s old key, before) count as from the officer who was verified', async () => {
    const id = await giveCard(ann, bob);
    valueOf(await verifyOfficer(bob.ask, id));
    const path = await sealedForBob();
    ann.clock.today = '2026-11-25';
    valueOf(await rotate(ann));
    const unknown = await sealedForBob();
    const beforeCard = valueOf(await open(bob, unknown)).sender.trust;
    await giveCard(ann, bob);
    const { sender } = await receive(bob, path);
    const [entry] = valueOf(await bob.ask.bundles.register());
    expect([
      beforeCard,
      [sender.trust, sender.keyGivenUpAt],
      entry?.counterpartVerified,
      valueOf(await open(bob, unknown)).sender.trust,
    ]).toEqual([
      'key-differs',
      ['earlier-key', ann.context.identity().successions[0]?.at],
      true,
      'rotated',
    ]);
  });
});
