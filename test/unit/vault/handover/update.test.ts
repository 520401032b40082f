import { mkdirSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ContactFields } from '../../../../src/shared/model/contact.ts';
import type { BundleChange } from '../../../../src/vault/bundle/changes.ts';
import { sentTo } from '../../../../src/vault/db/sent-records.ts';
import {
  argOf,
  contentsOf,
  exportAs,
  giveCard,
  previewOf,
  receive,
  send,
} from '../../../support/handover.ts';
import {
  addLog,
  addTraveller,
  consentArg,
  consentToTravel,
  failureIn,
  meetingArg,
  valueOf,
} from '../../../support/records.ts';
import { openVaultOf, type VaultHere } from '../../../support/vault-here.ts';

let rita: VaultHere;
beforeAll(async () => {
  rita = await openVaultOf('Rita Receiver');
});
afterAll(() => {
  rita.dispose();
});

let vault: VaultHere;
let recipientId: string;
let amina: string;
let bilal: string;
beforeEach(async () => {
  vault = await openVaultOf('Sven Sender');
  recipientId = await giveCard(rita, vault);
  amina = await addTraveller(vault, 'Amina');
  bilal = await addTraveller(vault, 'Bilal');
});
afterEach(() => {
  vault.dispose();
});

const toRita = (): { contactIds: string[]; recipientId: string } => ({
  contactIds: [amina, bilal],
  recipientId,
});
const update = (): ReturnType<typeof toRita> & { kind: 'update' } => ({
  ...toRita(),
  kind: 'update',
});

async function edit(at: VaultHere, id: string, change: Partial<ContactFields>): Promise<void> {
  const { id: _, ...fields } = valueOf(await at.ask.contacts.page({ id })).contact;
  valueOf(await at.ask.contacts.save({ id, fields: { ...fields, ...change } }));
}

async function changesIn(path: string): Promise<BundleChange[]> {
  return (await contentsOf(rita, path)).changeSets.flatMap(({ changes }) => [...changes]);
}

describe('an update', () => {
  it('brings the fields that changed since the last bundle, and says on which one it builds', async () => {
    const first = await send(vault, toRita());
    await edit(vault, amina, { notes: 'Moved to the coast' });
    const { path, preview } = await send(vault, update());
    expect(preview.travels.map(({ label, counts }) => [label, counts])).toEqual([
      ['Amina', { contact: 1 }],
    ]);
    const { manifest, attachments } = await contentsOf(rita, path);
    expect(manifest).toMatchObject({
      kind: 'update',
      sequence: 2,
      base: { sequence: 1, sha256: first.sha256 },
    });
    expect(attachments.hashes.length).toBe(0);
    expect(await changesIn(path)).toEqual([
      { type: 'contact', id: amina, field: 'notes', old: '', new: 'Moved to the coast' },
    ]);
    const register = valueOf(await vault.ask.bundles.register());
    expect(register.find(({ kind }) => kind === 'update')).toMatchObject({
      contactIds: [amina],
      recordCount: 1,
    });
  });

  it('brings whole what is new for them: a record, and a contact they never had', async () => {
    await send(vault, { ...toRita(), contactIds: [amina] });
    const log = await addLog(vault, 'Tea', [amina]);
    const { path, preview } = await send(vault, update());
    expect(preview.travels.map(({ label, counts }) => [label, counts])).toEqual([
      ['Amina', { 'meeting-log': 1 }],
      ['Bilal', { contact: 1, 'consent-event': 2 }],
    ]);
    const changes = await changesIn(path);
    expect(changes.filter(({ field }) => field === '$exists').map(({ id }) => id)).toEqual(
      expect.arrayContaining([log, bilal]),
    );
    expect(changes.some(({ id }) => id === amina)).toBe(false);
  });

  it('with nothing new shows nothing, and is refused', async () => {
    await send(vault, toRita());
    const preview = await previewOf(vault, update());
    expect(preview.travels).toEqual([]);
    const path = vault.path('x.age');
    expect(failureIn(await exportAs(vault, update(), preview.previewId, path))).toEqual({
      kind: 'nothing-new',
    });
    expect(valueOf(await vault.ask.bundles.register())).toHaveLength(1);
  });

  it('to an officer who was sent nothing is refused at its field', async () => {
    expect(failureIn(await vault.ask.bundles.previewExport(argOf(update())))).toEqual({
      kind: 'invalid-argument',
      issues: [{ path: ['kind'], code: 'nothing-sent-before' }],
    });
  });

  it('counts for each officer by themselves', async () => {
    const ursula = await openVaultOf('Ursula Unrelated');
    const ursulaId = await giveCard(ursula, vault);
    await send(vault, toRita());
    await edit(vault, amina, { notes: 'one' });
    await send(vault, { ...toRita(), recipientId: ursulaId });
    const toUrsula = await previewOf(vault, { ...update(), recipientId: ursulaId });
    expect(toUrsula.travels).toEqual([]);
    expect((await previewOf(vault, update())).travels).toHaveLength(1);
    ursula.dispose();
  });

  it('does not bring back to somebody what came from them', async () => {
    await receive(rita, (await send(vault, toRita())).path);
    const senderId = await giveCard(vault, rita);
    await edit(rita, amina, { profession: 'Teacher' });
    await receive(vault, (await send(rita, { contactIds: [amina], recipientId: senderId })).path);
    expect((await previewOf(vault, update())).travels).toEqual([]);
    await edit(vault, amina, { locality: 'Harbour' });
    expect(await changesIn((await send(vault, update())).path)).toMatchObject([
      { field: 'locality', new: 'Harbour' },
    ]);
  });

  it('brings whole a field that was left out before and no longer is', async () => {
    const phone = (value: string): ContactFields['methods'] => [
      {
        ...{ id: randomUUID(), kind: 'phone', value, safeHours: null },
        ...{ neverUse: false, preferred: false, note: null },
      },
    ];
    const withheld = ['contact-methods'] as const;
    await edit(vault, amina, { methods: phone('+1 1') });
    await consentToTravel(vault, amina, 'other-posts', {
      withheld: [...withheld],
      decidedOn: '2026-11-21',
    });
    await send(vault, toRita());
    await edit(vault, amina, { methods: phone('+1 2'), notes: 'n' });
    const second = await changesIn((await send(vault, update())).path);
    expect(second.map(({ field }) => field)).toEqual(['notes']);
    await consentToTravel(vault, amina, 'other-posts', { decidedOn: '2026-11-22' });
    const third = await changesIn((await send(vault, update())).path);
    const methods = third.filter(({ field }) => field === 'methods');
    expect(JSON.stringify(methods)).toContain('+1 1');
    expect(JSON.stringify(methods)).toContain('+1 2');
    expect((await previewOf(vault, update())).travels).toEqual([]);
  });

  it('of a contact whose consent was gone for a while brings all that was said meanwhile', async () => {
    await send(vault, toRita());
    const say = (decision: 'given' | 'withdrawn', decidedOn: string): Promise<string> =>
      vault.ask.consents
        .record(
          consentArg(amina, ['share-inside-mission'], ['other-posts'], { decision, decidedOn }),
        )
        .then((outcome) => valueOf(outcome).ids[0] ?? '');
    await say('withdrawn', '2026-11-22');
    await edit(vault, amina, { notes: 'said meanwhile' });
    expect((await previewOf(vault, update())).travels).toEqual([]);
    await say('given', '2026-11-23');
    const changes = await changesIn((await send(vault, update())).path);
    expect(changes).toContainEqual(
      expect.objectContaining({ field: 'notes', new: 'said meanwhile' }),
    );
    expect(changes.filter(({ field }) => field === '$exists')).toHaveLength(2);
  });

  it('tells that a record is gone, once, and brings all of it should it be back', async () => {
    const log = valueOf(await vault.ask.meetings.save(meetingArg('Draft', [amina])));
    valueOf(await vault.ask.meetings.removeDraft({ id: log.id }));
    const tie = valueOf(
      await vault.ask.contacts.saveRelationship({
        id: null,
        fields: {
          ...{ fromContactId: amina, toContactId: bilal, type: 'colleague-of' },
          ...{ since: null, until: null, note: 'first' },
        },
      }),
    );
    await send(vault, toRita());
    valueOf(
      await vault.ask.contacts.saveRelationship({
        id: tie.id,
        fields: {
          ...{ fromContactId: amina, toContactId: bilal, type: 'colleague-of' },
          ...{ since: null, until: null, note: 'written before it was removed' },
        },
      }),
    );
    const removed = valueOf(await vault.ask.contacts.removeRelationship({ id: tie.id }));
    const { path, preview } = await send(vault, update());
    expect(preview.travels).toEqual([]);
    expect(preview.removals).toEqual([
      { record: { type: 'relationship', id: tie.id }, label: 'Amina – Bilal' },
    ]);
    // No value of it goes along, and nothing of what they were never sent.
    expect((await changesIn(path)).map(({ id, field }) => [id, field])).toEqual([
      [tie.id, '$exists'],
      [tie.id, '$exists'],
    ]);
    const again = await previewOf(vault, update());
    expect(again.removals).toEqual([]);
    valueOf(await vault.ask.history.undo({ changeSetId: removed.changeSetId ?? '' }));
    const back = await changesIn((await send(vault, update())).path);
    expect(back).toContainEqual(
      expect.objectContaining({ field: 'note', new: 'written before it was removed' }),
    );
    expect(back.filter(({ field }) => field === '$exists').map((change) => change.new)).toEqual([
      null,
      true,
    ]);
  });

  it('carries a file with the change that names it, once', async () => {
    await send(vault, toRita());
    const file = vault.grantBytes('statement.txt', Buffer.from('A statement'));
    valueOf(await vault.ask.attachments.add({ ownerType: 'contact', ownerId: amina, file }));
    const second = await send(vault, update());
    expect((await contentsOf(rita, second.path)).attachments.hashes.length).toBe(1);
    await edit(vault, amina, { notes: 'n' });
    const third = await send(vault, update());
    expect((await contentsOf(rita, third.path)).attachments.hashes.length).toBe(0);
  });

  it('does not build on a bundle that never got its name', async () => {
    await send(vault, toRita());
    await edit(vault, amina, { notes: 'kept for the next' });
    const before = sentTo(vault.store, recipientId);
    const { previewId } = await previewOf(vault, update());
    const path = vault.path('x.age');
    const [sent] = await Promise.all([
      exportAs(vault, update(), previewId, path),
      // In the way once the bundle is whole: a file cannot take the place of a folder.
      Promise.resolve().then(() => mkdirSync(path)),
    ]);
    expect(failureIn(sent).kind).toBe('file-unreadable');
    rmSync(path, { recursive: true });
    expect(sentTo(vault.store, recipientId)).toEqual(before);
    expect(await changesIn((await send(vault, update())).path)).toMatchObject([
      { field: 'notes', new: 'kept for the next' },
    ]);
  });
});

describe('what an officer was sent', () => {
  it('names the bundle that an update builds on, and the contacts that are still here', async () => {
    const asked = { recipientId };
    expect(valueOf(await vault.ask.bundles.sentTo(asked))).toEqual({ last: null, contactIds: [] });
    await send(vault, toRita());
    valueOf(await vault.ask.contacts.remove({ id: bilal }));
    expect(valueOf(await vault.ask.bundles.sentTo(asked))).toEqual({
      last: { kind: 'handover', sequence: 1, at: '2026-11-24T12:00:00.000Z' },
      contactIds: [amina],
    });
  });
});
