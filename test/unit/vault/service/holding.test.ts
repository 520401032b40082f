import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EntrustmentFields } from '../../../../src/shared/model/entrustment.ts';
import { writeQuietly } from '../../../../src/vault/service/write.ts';
import { entrustmentsOf } from '../../../../src/vault/store/entrustments.ts';
import {
  addContact,
  addLog,
  addTraveller,
  consentArg,
  contactFields,
  failureIn,
  meetingArg,
  valueOf,
} from '../../../support/records.ts';
import { giveCard, receive, send } from '../../../support/handover.ts';
import { openVaultOf, type VaultHere } from '../../../support/vault-here.ts';

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

/** As a bundle or a receipt would put it down. */
function entrust(
  vault: VaultHere,
  contactId: string,
  change: Partial<EntrustmentFields> = {},
): void {
  writeQuietly(vault.context, 'import-bundle', (writer) => {
    writer.create('entrustment', {
      ...{ direction: 'out', verb: 'transfer', contactId, wanted: '', purpose: null, until: null },
      ...{ counterpartId: randomUUID(), counterpartName: 'Cleo Colleague', bundleId: null },
      ...{ offeredOn: '2026-11-01', answerBy: null, state: 'accepted', reason: '' },
      settledOn: '2026-11-02',
      ...change,
    });
  });
}

const rename = async (vault: VaultHere, id: string, name: string) =>
  vault.ask.contacts.save({ id, fields: contactFields(name) });

describe('a contact that was handed over', () => {
  it('is changed by nobody here, in no record that names them', async () => {
    const id = await addContact(ann, 'Dana Defender');
    const other = await addContact(ann, 'Otto Other');
    entrust(ann, id);
    const refusal = {
      kind: 'held-elsewhere',
      contactId: id,
      holder: 'Cleo Colleague',
      mayWrite: 'read',
    };
    expect(failureIn(await rename(ann, id, 'Dana D.'))).toEqual(refusal);
    expect(failureIn(await ann.ask.contacts.remove({ id }))).toEqual(refusal);
    const meeting = meetingArg('Coffee', [other, id], { seal: true });
    expect(failureIn(await ann.ask.meetings.save(meeting))).toEqual(refusal);
    const given = consentArg(id, ['meet'], ['own-mission'], { decidedOn: '2026-11-20' });
    expect(failureIn(await ann.ask.consents.record(given))).toEqual(refusal);
    expect(valueOf(await ann.ask.contacts.page({ id })).contact.names[0]?.text).toBe(
      'Dana Defender',
    );
    expect((await rename(ann, other, 'Otto O.')).ok).toBe(true);
  });

  it('may still be heard to refuse or withdraw consent', async () => {
    const id = await addTraveller(ann, 'Dana Defender');
    entrust(ann, id);
    const withdrawn = consentArg(id, ['share-inside-mission'], ['other-posts'], {
      ...{ decision: 'withdrawn', decidedOn: '2026-11-24' },
    });
    expect((await ann.ask.consents.record(withdrawn)).ok).toBe(true);
  });

  it('cannot be changed by taking back an earlier edit', async () => {
    const id = await addContact(ann, 'Dana Defender');
    const { changeSetId } = valueOf(await rename(ann, id, 'Dana Renamed'));
    entrust(ann, id);
    expect(failureIn(await ann.ask.history.undo({ changeSetId: changeSetId ?? '' })).kind).toBe(
      'held-elsewhere',
    );
  });
});

describe('a contact on loan', () => {
  it('takes new records, and lets nothing be changed that came with it', async () => {
    const recipientId = await giveCard(bob, ann);
    const id = await addTraveller(ann, 'Dana Defender');
    const logId = await addLog(ann, 'First meeting', [id]);
    const { path } = await send(ann, { contactIds: [id], recipientId });
    await receive(bob, path);
    // As a bundle that lends would have put it down.
    writeQuietly(bob.context, 'import-bundle', (writer) => {
      const [came] = entrustmentsOf(bob.store, [id]).get(id) ?? [];
      writer.update('entrustment', came?.id ?? '', {
        ...{ verb: 'refer', purpose: 'Grant', until: '2026-12-31' },
      });
    });
    const mine = await addLog(bob, 'Our own meeting', [id]);
    expect(mine).not.toBe(logId);
    expect(failureIn(await rename(bob, id, 'Dana D.'))).toMatchObject({ mayWrite: 'add' });
    const [relative] = [await addContact(bob, 'Her brother')];
    const tie = { fromContactId: relative, toContactId: id, type: 'family-of' } as const;
    const fields = { ...tie, since: null, until: null, note: '' };
    const saved = valueOf(await bob.ask.contacts.saveRelationship({ id: null, fields }));
    expect((await bob.ask.history.undo({ changeSetId: saved.changeSetId ?? '' })).ok).toBe(true);

    bob.clock.today = '2027-01-01';
    const late = meetingArg('Too late', [id], { seal: true });
    expect(failureIn(await bob.ask.meetings.save(late))).toMatchObject({ mayWrite: 'read' });
  });
});
