import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChangeSetView } from '../../../../src/shared/contract/records.ts';
import { carriedState } from '../../../support/dump.ts';
import { giveCard, receive, send } from '../../../support/handover.ts';
import {
  addAction,
  addTraveller,
  consentArg,
  failureIn,
  valueOf,
} from '../../../support/records.ts';
import { openVaultOf, type VaultHere } from '../../../support/vault-here.ts';

let ann: VaultHere;
let bob: VaultHere;
let action: string;

/** Ann hands over an action under way whose consent has since been withdrawn. */
beforeEach(async () => {
  ann = await openVaultOf('Ann Sender');
  bob = await openVaultOf('Bob Receiver');
  const recipientId = await giveCard(bob, ann);
  const amina = await addTraveller(ann, 'Amina');
  const approach = (decision: 'given' | 'withdrawn', decidedOn: string) =>
    ann.ask.consents.record(
      consentArg(amina, ['private-approach'], ['authorities'], { decision, decidedOn }),
    );
  valueOf(await approach('given', '2026-11-01'));
  action = await addAction(ann, 'Raise the case', [amina]);
  valueOf(await ann.ask.actions.move({ id: action, status: 'in-progress' }));
  valueOf(await approach('withdrawn', '2026-11-20'));
  const { path } = await send(ann, { contactIds: [amina], recipientId });
  await receive(bob, path);
});
afterEach(() => {
  ann.dispose();
  bob.dispose();
});

const sets = async (): Promise<ChangeSetView[]> =>
  valueOf(await bob.ask.history.recent({ limit: 200 }));
const undo = async (wanted: (set: ChangeSetView) => boolean) =>
  bob.ask.history.undo({ changeSetId: (await sets()).find(wanted)?.id ?? '' });
const nothing = (): boolean =>
  Object.entries(carriedState(bob.store)).every(([, records]) => records.length === 0);

describe('undoing what a bundle brought', () => {
  it('takes along the action that was held back as planned, and keeps the line of the register', async () => {
    const held = valueOf(await bob.ask.actions.get({ id: action })).action.status;
    valueOf(await undo((set) => set.sourceBundle !== null));
    const register = valueOf(await bob.ask.bundles.register());
    expect([held, nothing(), register.map((entry) => entry.direction)]).toEqual([
      'planned',
      true,
      ['in'],
    ]);
  });

  it('is the same from the change set that took the bundle in', async () => {
    valueOf(await undo((set) => set.reason === 'import-bundle'));
    expect(nothing()).toBe(true);
  });

  it('is refused whole where something it brought was changed since', async () => {
    valueOf(await bob.ask.actions.move({ id: action, status: 'cancelled' }));
    const before = carriedState(bob.store);
    const refused = failureIn(await undo((set) => set.sourceBundle !== null));
    expect([refused.kind, carriedState(bob.store)]).toEqual(['undo-conflict', before]);
  });
});
