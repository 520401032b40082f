import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../../../src/shared/outcome.ts';
import { writeChangeSet } from '../../../../src/vault/db/change-log.ts';
import { because } from '../../../../src/vault/service/context.ts';
import { instructed } from '../../../support/particulars.ts';
import {
  actionFields,
  addAction,
  addContact,
  consentArg,
  contactFields,
  failureIn,
  meetingArg,
  OVERRIDE,
  promiseInput,
  valueOf,
} from './records.ts';
import { makeVault, type Vault } from './vault-fixture.ts';

let vault: Vault;
let samira: string;
beforeEach(async () => {
  vault = await makeVault();
  samira = await addContact(vault, 'Samira');
});
afterEach(() => {
  vault.dispose();
});

const setOf = (outcome: Outcome<{ changeSetId: string | null }, unknown>): string =>
  valueOf(outcome).changeSetId ?? '';
const undo = (changeSetId: string) => vault.ask.history.undo({ changeSetId });
const failureOfUndo = async (changeSetId: string) => failureIn(await undo(changeSetId));
const latestSet = async (): Promise<string> =>
  valueOf(await vault.ask.history.recent({ limit: 1 }))[0]?.id ?? '';
const consent = (change = {}) =>
  vault.ask.consents.record(consentArg(samira, ['private-approach'], ['authorities'], change));
const statusOf = async (id: string) => valueOf(await vault.ask.actions.get({ id })).action.status;

describe('history', () => {
  it('gives each field with from and to, who, when and why, newest first', async () => {
    const fields = contactFields('Tariq');
    const { id } = valueOf(await vault.ask.contacts.save({ id: null, fields }));
    vault.setToday('2026-11-25');
    await vault.ask.contacts.save({ id, fields: { ...fields, locality: 'Port Sudan' } });
    const [edit, create] = valueOf(await vault.ask.history.ofRecord({ type: 'contact', id }));
    expect([
      { ...edit, id: null },
      create?.reason,
      create?.changes.find((change) => change.field === '$exists')?.to,
    ]).toEqual([
      {
        id: null,
        sequence: 4,
        at: '2026-11-25T12:00:00.000Z',
        author: 'Officer One',
        device: 'laptop-1',
        reason: 'edit',
        undoOf: null,
        undoneBy: null,
        sourceBundle: null,
        changes: [
          {
            record: { type: 'contact', id },
            label: 'Tariq',
            field: 'locality',
            from: null,
            to: 'Port Sudan',
            erased: false,
          },
        ],
      },
      'create',
      true,
    ]);
  });

  it('names a record that is gone by its last name, whatever its type', async () => {
    const tie = { since: null, until: null, note: '', type: 'friend-of' as const };
    const tariq = await addContact(vault, 'Tariq');
    const fields = { ...tie, fromContactId: samira, toContactId: tariq };
    await vault.ask.contacts.saveRelationship({ id: null, fields });
    await vault.ask.contacts.remove({ id: samira });
    const [removal] = valueOf(await vault.ask.history.recent({ limit: 1 }));
    const labels = removal?.changes.map((change) => `${change.record.type}: ${change.label}`);
    expect([...new Set(labels)].sort()).toEqual([
      'contact: Samira',
      'relationship: Samira – Tariq',
    ]);
  });

  it('pages backwards, and verifies whole', async () => {
    await addContact(vault, 'A');
    await addContact(vault, 'B');
    const page = valueOf(await vault.ask.history.recent({ before: 3, limit: 1 }));
    expect([page.map((set) => set.sequence), valueOf(await vault.ask.history.verify())]).toEqual([
      [2],
      { intact: true, changeSets: 4, firstAlteredSequence: null, firstDiffering: null },
    ]);
  });
});

describe('undo', () => {
  it('takes a change back, says so on both sides, and can itself be undone', async () => {
    const fields = contactFields('Tariq');
    const { id } = valueOf(await vault.ask.contacts.save({ id: null, fields }));
    const edit = setOf(
      await vault.ask.contacts.save({ id, fields: { ...fields, locality: 'Port Sudan' } }),
    );
    const locality = async () => valueOf(await vault.ask.contacts.page({ id })).contact.locality;
    const undoing = setOf(await undo(edit));
    const undone = await locality();
    const [latest] = valueOf(await vault.ask.history.recent({ limit: 1 }));
    const again = await failureOfUndo(edit);
    await undo(undoing);
    expect([undone, latest?.undoOf, again, await locality()]).toEqual([
      null,
      edit,
      { kind: 'not-undoable', reason: 'already-undone' },
      'Port Sudan',
    ]);
  });

  it('is refused where the same field was changed since, naming the record', async () => {
    const fields = contactFields('Tariq');
    const { id } = valueOf(await vault.ask.contacts.save({ id: null, fields }));
    const edit = setOf(await vault.ask.contacts.save({ id, fields: { ...fields, notes: 'One' } }));
    await vault.ask.contacts.save({ id, fields: { ...fields, notes: 'Two' } });
    expect([
      await failureOfUndo(edit),
      await failureOfUndo('01890000-0000-7000-8000-000000000001'),
    ]).toEqual([
      { kind: 'undo-conflict', records: [{ type: 'contact', id }] },
      { kind: 'not-found', record: null },
    ]);
  });

  it('never opens a sealed log: not its sealing, its making, nor what belonged to it', async () => {
    const sealedSince = { kind: 'not-undoable', reason: 'sealed-since' };
    const promises = [promiseInput(samira, 'P')];
    const making = await vault.ask.meetings.save(meetingArg('M', [samira], { promises }));
    const { id } = valueOf(making);
    const withPromise = valueOf(await vault.ask.meetings.get({ id })).promises[0]?.id ?? null;
    const dropping = await vault.ask.meetings.save(meetingArg('M', [samira], { id }));
    const sealing = await vault.ask.meetings.seal({ id });
    const atOnce = await vault.ask.meetings.save(meetingArg('N', [samira], { seal: true }));
    expect([
      withPromise === null,
      await failureOfUndo(setOf(making)),
      await failureOfUndo(setOf(dropping)),
      await failureOfUndo(setOf(sealing)),
      await failureOfUndo(setOf(atOnce)),
    ]).toEqual([false, sealedSince, sealedSince, sealedSince, sealedSince]);
  });

  it('takes back the settling of a promise of a sealed log', async () => {
    const promises = [promiseInput(samira, 'P')];
    const { id } = valueOf(
      await vault.ask.meetings.save(meetingArg('M', [samira], { promises, seal: true })),
    );
    const [promise] = valueOf(await vault.ask.meetings.get({ id })).promises;
    const settling = await vault.ask.meetings.settlePromise({
      ...{ id: promise?.id ?? '', state: 'kept', settledOn: '2026-11-24', toldThemOn: null },
    });
    valueOf(await undo(setOf(settling)));
    expect(valueOf(await vault.ask.meetings.get({ id })).promises[0]?.state).toBe('open');
  });

  it('leaves nothing tied to a contact, or belonging to a log, that would be gone', async () => {
    const making = await latestSet();
    const tariq = await addContact(vault, 'Tariq');
    const fields = {
      ...{ fromContactId: samira, toContactId: tariq, type: 'friend-of' as const },
      ...{ since: null, until: null, note: '' },
    };
    const { id } = valueOf(await vault.ask.contacts.saveRelationship({ id: null, fields }));
    const refused = await failureOfUndo(making);
    const removal = setOf(await vault.ask.contacts.removeRelationship({ id }));
    valueOf(await undo(making));
    expect([refused, await failureOfUndo(removal)]).toEqual([
      { kind: 'undo-conflict', records: [{ type: 'relationship', id }] },
      { kind: 'undo-conflict', records: [{ type: 'contact', id: samira }] },
    ]);
  });

  it('keeps this officer’s own record and what left with a bundle', async () => {
    const { changeSetId } = writeChangeSet(
      vault.store,
      because(vault.context, 'export-bundle'),
      (writer) =>
        writer.create('bundle-entry', {
          ...{ direction: 'out', kind: 'handover', counterpartId: samira, sequence: 1 },
          ...{ counterpartName: 'Officer Two', counterpartVerified: true, sizeBytes: 1 },
          ...{ audience: 'other-posts', contactIds: [samira], recordCount: 1 },
          ...{ at: '2026-11-20T10:00:00.000Z', sha256: createHash('sha256').digest('hex') },
        }),
    );
    const self = { type: 'officer' as const, id: vault.context.author.id };
    const [setUp] = valueOf(await vault.ask.history.ofRecord(self));
    expect([await failureOfUndo(changeSetId ?? ''), await failureOfUndo(setUp?.id ?? '')]).toEqual([
      { kind: 'not-undoable', reason: 'bundle-sent' },
      { kind: 'undo-conflict', records: [self] },
    ]);
  });
});

describe('undo and the gate', () => {
  it('does not put an action back under way whose consent has been withdrawn', async () => {
    await consent({ decidedOn: '2026-11-01' });
    const id = await addAction(vault, 'Raise the case', [samira]);
    valueOf(await vault.ask.actions.move({ id, status: 'in-progress' }));
    const back = setOf(await vault.ask.actions.move({ id, status: 'planned' }));
    await consent({ decision: 'withdrawn' });
    const refused = await failureOfUndo(back);
    expect([refused.kind, await statusOf(id)]).toEqual(['consent-missing', 'planned']);
  });

  it('puts it back where the consent still holds', async () => {
    await consent();
    const id = await addAction(vault, 'Raise the case', [samira]);
    valueOf(await vault.ask.actions.move({ id, status: 'in-progress' }));
    const back = setOf(await vault.ask.actions.move({ id, status: 'planned' }));
    valueOf(await undo(back));
    expect(await statusOf(id)).toBe('in-progress');
  });

  it('does not bring a removed action back under way, nor a dropped subject into one', async () => {
    await consent({ decidedOn: '2026-11-01' });
    const id = await addAction(vault, 'Raise the case', [samira]);
    valueOf(await vault.ask.actions.move({ id, status: 'in-progress' }));
    const dropping = setOf(
      await vault.ask.actions.save({ id, fields: actionFields('Raise the case', []) }),
    );
    await consent({ decision: 'withdrawn' });
    const refusedDrop = await failureOfUndo(dropping);
    const other = await addAction(vault, 'Another', [samira]);
    valueOf(await vault.ask.actions.move({ id: other, status: 'in-progress', override: OVERRIDE }));
    const removal = setOf(await vault.ask.actions.remove({ id: other }));
    await consent({ decision: 'refused' });
    expect([refusedDrop.kind, (await failureOfUndo(removal)).kind]).toEqual([
      'consent-missing',
      'consent-missing',
    ]);
  });

  it('does not take away the instruction of a demarche under way, and takes back other edits', async () => {
    await vault.ask.consents.record(consentArg(samira, ['formal-demarche'], ['authorities']));
    const fields = (particulars: ReturnType<typeof instructed> | null) =>
      actionFields('Demarche', [samira], { type: 'demarche', particulars });
    const id = await addAction(vault, 'Demarche', [samira], fields(null));
    const filledIn = setOf(await vault.ask.actions.save({ id, fields: fields(instructed()) }));
    const moved = setOf(await vault.ask.actions.move({ id, status: 'in-progress' }));
    const answered = setOf(
      await vault.ask.actions.save({ id, fields: fields({ ...instructed(), response: 'Noted' }) }),
    );
    valueOf(await undo(answered));
    const refused = await failureOfUndo(filledIn);
    valueOf(await undo(moved));
    valueOf(await undo(filledIn));
    const { action } = valueOf(await vault.ask.actions.get({ id }));
    expect([refused, action.status, action.particulars]).toEqual([
      { kind: 'action-not-ready', actionId: id, reason: 'no-instruction' },
      'planned',
      null,
    ]);
  });

  it('takes back a decision recorded by mistake and shows the actions that relied on it', async () => {
    const mistake = valueOf(await consent()).changeSetId;
    const id = await addAction(vault, 'Raise the case', [samira]);
    valueOf(await vault.ask.actions.move({ id, status: 'in-progress' }));
    valueOf(await undo(mistake));
    const { gate, status } = valueOf(await vault.ask.actions.get({ id })).row;
    const { events } = valueOf(await vault.ask.consents.ofContact({ contactId: samira }));
    expect([status, gate.allowed, gate.gaps.map((gap) => gap.why), events]).toEqual([
      'in-progress',
      false,
      ['never-asked'],
      [],
    ]);
  });
});
