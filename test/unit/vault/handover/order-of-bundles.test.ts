import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Failure } from '../../../../src/shared/contract/failure.ts';
import type { BundleChangeSet } from '../../../../src/vault/bundle/changes.ts';
import { dumpOf } from '../../../support/dump.ts';
import { giveCard, open, receive, send, type Sent } from '../../../support/handover.ts';
import { forge, making, setBy } from '../../../support/hostile.ts';
import { addTraveller, contactFields, failureIn, valueOf } from '../../../support/records.ts';
import { openVaultOf, type VaultHere } from '../../../support/vault-here.ts';

let ann: VaultHere;
let bob: VaultHere;
let bobId: string;
/** What Ann sent to Bob, in her order: numbers 1 to 4. */
let sent: Sent[];
beforeEach(async () => {
  ann = await openVaultOf('Ann Sender');
  bob = await openVaultOf('Bob Receiver');
  bobId = await giveCard(bob, ann);
  await giveCard(ann, bob);
  sent = [];
  for (const name of ['Amina', 'Bilal', 'Chen', 'Dina']) {
    const contactIds = [await addTraveller(ann, name)];
    sent.push(await send(ann, { contactIds, recipientId: bobId }));
  }
});
afterEach(() => {
  ann.dispose();
  bob.dispose();
});

const bundle = (number: number): string => sent[number - 1]?.path ?? '';

/** A change set by Ann of one new contact. */
function oneMore(): BundleChangeSet {
  return setBy(ann, making('contact', randomUUID(), { ...contactFields('One more') }));
}

/** Opens what is expected not to open; nothing is changed by that. */
async function refused(path: string): Promise<Failure> {
  const before = dumpOf(bob.store);
  const failure = failureIn(await open(bob, path));
  expect(dumpOf(bob.store)).toEqual(before);
  return failure;
}

async function names(): Promise<string[]> {
  const { rows } = valueOf(await bob.ask.contacts.list({}));
  return rows.map(({ label }) => label).sort();
}

describe('a bundle that comes', () => {
  it('in its turn is the next, time after time', async () => {
    const seen = [];
    for (const number of [1, 2, 3, 4]) seen.push((await receive(bob, bundle(number))).arrival);
    expect(seen).toEqual([{ kind: 'next' }, { kind: 'next' }, { kind: 'next' }, { kind: 'next' }]);
    expect(await names()).toEqual(['Amina', 'Bilal', 'Chen', 'Dina']);
  });

  it('a second time is replayed: it says when it was taken in and changes nothing', async () => {
    await receive(bob, bundle(1));
    await receive(bob, bundle(2));
    const before = dumpOf(bob.store);
    const { arrival, importId, alreadyApplied } = valueOf(await open(bob, bundle(1)));
    const appliedAt = '2026-11-24T12:00:00.000Z';
    expect([arrival, alreadyApplied]).toEqual([{ kind: 'replayed', at: appliedAt }, true]);
    expect(failureIn(await bob.ask.bundles.apply({ importId }))).toEqual({
      kind: 'bundle-already-applied',
      appliedAt,
    });
    expect(dumpOf(bob.store)).toEqual(before);
  });

  it('after later ones is late, and is taken in all the same', async () => {
    await receive(bob, bundle(1));
    await receive(bob, bundle(4));
    expect((await receive(bob, bundle(2))).arrival).toEqual({ kind: 'late', newest: 4 });
    expect(await names()).toEqual(['Amina', 'Bilal', 'Dina']);
  });

  it('over a gap says which never came, and is taken in as it is whole', async () => {
    await receive(bob, bundle(1));
    expect((await receive(bob, bundle(4))).arrival).toEqual({ kind: 'gap', first: 2, last: 3 });
    expect(await names()).toEqual(['Amina', 'Dina']);
    // What was missing is still welcome, in any order.
    expect((await receive(bob, bundle(3))).arrival).toEqual({ kind: 'late', newest: 4 });
    expect((await receive(bob, bundle(2))).arrival).toEqual({ kind: 'late', newest: 4 });
    expect(await names()).toEqual(['Amina', 'Bilal', 'Chen', 'Dina']);
  });

  it('as an update of one that never came is refused, and that one is named', async () => {
    await receive(bob, bundle(1));
    const update = await forge(ann, bob, {
      changeSets: [oneMore()],
      manifest: {
        ...({ kind: 'update', sequence: 5, previousBundle: sent[3]?.sha256 ?? '' } as const),
        base: { sequence: 4, sha256: sent[3]?.sha256 ?? '' },
      },
    });
    expect(await refused(update)).toEqual({ kind: 'bundle-base-missing', sequence: 4 });
    await receive(bob, bundle(4));
    expect((await receive(bob, update)).arrival).toEqual({ kind: 'next' });
  });

  it('from a vault that was put back from an older copy is forked', async () => {
    await receive(bob, bundle(1));
    await receive(bob, bundle(2));
    // The same officer with the same keys, and no memory of having sent anything.
    const again = await openVaultOf('Ann Sender');
    await giveCard(bob, again);
    const contactIds = [await addTraveller(again, 'Elena')];
    const { path } = await send(again, { contactIds, recipientId: bobId });
    const appliedAt = '2026-11-24T12:00:00.000Z';
    expect(await refused(path)).toEqual({ kind: 'bundle-forked', sequence: 1, appliedAt });
    const second = await send(again, { contactIds, recipientId: bobId });
    expect(await refused(second.path)).toMatchObject({ kind: 'bundle-forked', sequence: 1 });
    // And the honest count goes on.
    expect((await receive(bob, bundle(3))).arrival).toEqual({ kind: 'next' });
    again.dispose();
  });

  it('that follows another than the one here is forked, once opened too', async () => {
    const follows = { sequence: 2, previousBundle: 'ab'.repeat(32) };
    const path = await forge(ann, bob, { changeSets: [oneMore()], manifest: follows });
    // Nothing here speaks against it yet; what is taken in meanwhile does.
    const { importId, arrival } = valueOf(await open(bob, path));
    expect(arrival).toEqual({ kind: 'gap', first: 1, last: 1 });
    valueOf(await bob.ask.bundles.dismiss({ importId }));
    await receive(bob, bundle(1));
    expect(await refused(path)).toMatchObject({ kind: 'bundle-forked', sequence: 1 });
  });

  it('from another officer has a count of its own', async () => {
    await receive(bob, bundle(1));
    const carol = await openVaultOf('Carol Third');
    await giveCard(bob, carol);
    const contactIds = [await addTraveller(carol, 'Farid')];
    const { path } = await send(carol, { contactIds, recipientId: bobId });
    expect((await receive(bob, path)).arrival).toEqual({ kind: 'next' });
    carol.dispose();
  });
});
