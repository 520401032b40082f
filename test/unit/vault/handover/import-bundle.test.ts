import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordRef } from '../../../../src/shared/contract/parts.ts';
import type { ContactFields } from '../../../../src/shared/model/contact.ts';
import { writeChangeSet } from '../../../../src/vault/db/change-log.ts';
import { because } from '../../../../src/vault/service/context.ts';
import { carriedState, dumpOf } from '../../../support/dump.ts';
import { contentsOf, giveCard, open, receive, send, type Sent } from '../../../support/handover.ts';
import {
  addAction,
  addContact,
  addLog,
  addTraveller,
  consentArg,
  consentToTravel,
  failureIn,
  followUpInput,
  meetingArg,
  promiseInput,
  valueOf,
} from '../../../support/records.ts';
import { OVERRIDE } from '../service/records.ts';
import { addSituation } from '../../../support/situation.ts';
import { openVaultOf, type VaultHere } from '../../../support/vault-here.ts';
import { verifyOfficer } from '../../../support/verified.ts';

let ann: VaultHere;
let bob: VaultHere;
let bobId: string;
let annId: string;
beforeEach(async () => {
  ann = await openVaultOf('Ann Sender');
  bob = await openVaultOf('Bob Receiver');
  bobId = await giveCard(bob, ann);
  annId = await giveCard(ann, bob);
});
afterEach(() => {
  ann.dispose();
  bob.dispose();
});

const PNG = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001', 'hex'),
  Buffer.alloc(200_000, 5),
]);

async function edit(vault: VaultHere, id: string, fields: Partial<ContactFields>): Promise<void> {
  const { id: _, ...kept } = valueOf(await vault.ask.contacts.page({ id })).contact;
  valueOf(await vault.ask.contacts.save({ id, fields: { ...kept, ...fields } }));
}

async function edited(vault: VaultHere, id: string): Promise<ContactFields> {
  return valueOf(await vault.ask.contacts.page({ id })).contact;
}

/** A portfolio with something of everything, all of which may travel. */
async function portfolio(): Promise<string[]> {
  const amina = await addTraveller(ann, 'Amina أمينة', {
    notes: 'First met at the harbour',
    locality: 'Port',
    methods: [
      {
        id: randomUUID(),
        kind: 'signal',
        value: '+1 555',
        safeHours: 'after 21:00',
        neverUse: false,
        preferred: true,
        note: null,
      },
    ],
    tags: ['press'],
    riskGroups: ['women-human-rights-defenders'],
    riskLevel: 'high',
  });
  const group = await addTraveller(ann, 'Harbour Watch', {
    kind: 'organisation',
    organisationType: 'cso',
  });
  await edit(ann, amina, { notes: 'First met at the harbour, in the rain' });
  valueOf(await ann.ask.contacts.setPhoto({ id: amina, file: ann.grantBytes('p.png', PNG) }));
  valueOf(
    await ann.ask.contacts.saveRelationship({
      id: null,
      fields: {
        fromContactId: amina,
        toContactId: group,
        type: 'member-of',
        since: '2020-01-01',
        until: null,
        note: 'founder',
      },
    }),
  );
  const draft = valueOf(
    await ann.ask.meetings.save(
      meetingArg('Coffee', [amina, group], {
        promises: [promiseInput(amina, 'Send the book')],
        followUps: [followUpInput('Ask the desk', { contactId: group })],
      }),
    ),
  );
  const file = ann.grantBytes('minutes.txt', Buffer.from('minutes, signed'));
  valueOf(await ann.ask.attachments.add({ ownerType: 'meeting-log', ownerId: draft.id, file }));
  valueOf(await ann.ask.meetings.seal({ id: draft.id }));
  await addLog(ann, 'Coffee, corrected', [amina, group], { fields: { correctsId: draft.id } });
  valueOf(await ann.ask.consents.record(consentArg(amina, ['private-approach'], ['authorities'])));
  const action = await addAction(ann, 'Raise it', [amina]);
  valueOf(await ann.ask.actions.move({ id: action, status: 'in-progress' }));
  addSituation(ann.store, amina, action);
  return [amina, group];
}

function sendToBob(contactIds: string[]): Promise<Sent> {
  return send(ann, { contactIds, recipientId: bobId });
}

async function historyOf(vault: VaultHere, record: RecordRef): Promise<unknown[]> {
  const sets = valueOf(await vault.ask.history.ofRecord(record));
  return sets.map(({ id, at, author, device, reason, undoOf, changes }) => ({
    ...{ id, at, author, device, reason, undoOf },
    changes: changes.map(({ field, from, to }) => ({ field, from, to })),
  }));
}

describe('a bundle taken into an empty vault', () => {
  it('is the same there, field by field, with its files and its history', async () => {
    const ids = await portfolio();
    const { path, preview } = await sendToBob(ids);
    const seen = await receive(bob, path);
    expect(seen).toMatchObject({
      kind: 'handover',
      audience: 'other-posts',
      sequence: 1,
      conflicts: [],
      actionsHeldBack: [],
      alreadyApplied: false,
      counts: preview.counts,
      sender: { id: annId, name: 'Ann Sender', trust: 'unverified' },
    });
    expect(seen.contacts.map(({ label, isNew }) => [label, isNew]).sort()).toEqual([
      ['Amina أمينة', true],
      ['Harbour Watch', true],
    ]);
    const [there, here] = [carriedState(ann.store), carriedState(bob.store)];
    expect(here).toEqual(there);
    for (const [type, records] of Object.entries(there)) {
      // Nobody asked to be forgotten.
      expect([type, records.length > 0]).toEqual([type, type !== 'erasure']);
      for (const { id } of records as { id: string }[]) {
        const record = { type: type as RecordRef['type'], id };
        expect(await historyOf(bob, record)).toEqual(await historyOf(ann, record));
      }
    }
    for (const { sha256 } of there['attachment'] as unknown as { sha256: string }[]) {
      const [theirs, ours] = [ann, bob].map((vault) => vault.ask.attachments.read({ sha256 }));
      expect(await ours).toEqual(await theirs);
    }
    expect(valueOf(await bob.ask.history.verify())).toMatchObject({ intact: true });
    expect(valueOf(await bob.ask.search.query({ text: 'harbour' })).length).toBeGreaterThan(0);
    expect(bob.log).toEqual([]);
  });

  it('is in the register and told to the windows, once it is in', async () => {
    const { path, bundleId, sha256 } = await sendToBob([await addTraveller(ann, 'Amina')]);
    const { importId } = valueOf(await open(bob, path));
    expect(valueOf(await bob.ask.bundles.register())).toEqual([]);
    expect(bob.events.filter(({ name }) => name === 'recordsChanged')).toHaveLength(1);
    const applied = valueOf(await bob.ask.bundles.apply({ importId }));
    const [newest] = valueOf(await bob.ask.history.recent({ limit: 1 }));
    expect(applied).toEqual({
      changeSetId: newest?.id,
      changeSets: 3,
      counts: { contact: 1, 'consent-event': 2 },
    });
    expect(valueOf(await bob.ask.bundles.register())).toMatchObject([
      { id: bundleId, direction: 'in', counterpartId: annId, sha256, sequence: 1, recordCount: 3 },
    ]);
    expect(bob.events.at(-1)).toEqual({
      name: 'recordsChanged',
      payload: { types: ['contact', 'consent-event', 'bundle-entry'] },
    });
  });

  it('goes again, all of it, by one undo', async () => {
    const { path, bundleId } = await sendToBob(await portfolio());
    const before = carriedState(bob.store);
    await receive(bob, path);
    const sets = valueOf(await bob.ask.history.recent({ limit: 200 }));
    const brought = sets.find(({ sourceBundle }) => sourceBundle === bundleId);
    valueOf(await bob.ask.history.undo({ changeSetId: brought?.id ?? '' }));
    expect(carriedState(bob.store)).toEqual(before);
    expect(valueOf(await bob.ask.history.verify()).intact).toBe(true);
  });
});

describe('a bundle that is being opened', () => {
  it('can be given up: nothing is held of it, and another can be opened at once', async () => {
    const { path } = await sendToBob(await portfolio());
    const before = dumpOf(bob.store);
    const opening = open(bob, path);
    valueOf(await bob.ask.bundles.cancelOpening());
    expect(failureIn(await opening).kind).toBe('cancelled');
    expect(dumpOf(bob.store)).toEqual(before);
    expect((await receive(bob, path)).alreadyApplied).toBe(false);
  });

  it('gives way to the next one', async () => {
    const { path } = await sendToBob([await addTraveller(ann, 'One')]);
    const [first, second] = await Promise.all([open(bob, path), open(bob, path)]);
    expect([failureIn(first).kind, second.ok]).toEqual(['cancelled', true]);
  });
});

describe('a bundle that was opened', () => {
  it('changes nothing until it is taken in, and nothing once it is dismissed', async () => {
    const { path } = await sendToBob(await portfolio());
    const before = dumpOf(bob.store);
    const { importId } = valueOf(await open(bob, path));
    expect(dumpOf(bob.store)).toEqual(before);
    valueOf(await bob.ask.bundles.dismiss({ importId: randomUUID() }));
    valueOf(await bob.ask.bundles.dismiss({ importId }));
    expect(failureIn(await bob.ask.bundles.apply({ importId }))).toEqual({
      kind: 'not-found',
      record: null,
    });
    expect(dumpOf(bob.store)).toEqual(before);
  });

  it('gives way to the next one that is opened', async () => {
    const first = await sendToBob([await addTraveller(ann, 'One')]);
    const second = await sendToBob([await addTraveller(ann, 'Two')]);
    const one = valueOf(await open(bob, first.path));
    const two = valueOf(await open(bob, second.path));
    expect(failureIn(await bob.ask.bundles.apply({ importId: one.importId })).kind).toBe(
      'not-found',
    );
    valueOf(await bob.ask.bundles.apply({ importId: two.importId }));
    expect(failureIn(await bob.ask.bundles.apply({ importId: two.importId })).kind).toBe(
      'not-found',
    );
    expect(valueOf(await bob.ask.contacts.list({})).rows.map(({ label }) => label)).toEqual([
      'Two',
    ]);
  });

  it('is held in memory: the stick may be gone when it is taken in', async () => {
    const { path } = await sendToBob(await portfolio());
    const { importId } = valueOf(await open(bob, path));
    rmSync(path);
    valueOf(await bob.ask.bundles.apply({ importId }));
    expect(carriedState(bob.store)).toEqual(carriedState(ann.store));
  });

  it('meets an edit that was made while it was being looked at', async () => {
    const id = await addTraveller(ann, 'Amina');
    await receive(bob, (await sendToBob([id])).path);
    await edit(ann, id, { notes: 'by Ann' });
    const { importId, conflicts } = valueOf(await open(bob, (await sendToBob([id])).path));
    expect(conflicts).toEqual([]);
    await edit(bob, id, { notes: 'by Bob' });
    const before = dumpOf(bob.store);
    expect(failureIn(await bob.ask.bundles.apply({ importId })).kind).toBe('bundle-conflicts');
    expect(dumpOf(bob.store)).toEqual(before);
  });
});

describe('a second bundle', () => {
  it('that is the first again is known, and changes nothing', async () => {
    const { path } = await sendToBob(await portfolio());
    await receive(bob, path);
    const before = dumpOf(bob.store);
    const again = valueOf(await open(bob, path));
    expect(again).toMatchObject({ alreadyApplied: true, conflicts: [], contacts: [] });
    expect(failureIn(await bob.ask.bundles.apply({ importId: again.importId }))).toEqual({
      kind: 'bundle-already-applied',
      appliedAt: '2026-11-24T12:00:00.000Z',
    });
    expect(dumpOf(bob.store)).toEqual(before);
  });

  it('brings what came since, and only that', async () => {
    const [amina = ''] = await portfolio();
    await receive(bob, (await sendToBob([amina])).path);
    await edit(ann, amina, { notes: 'Moved house' });
    const { path } = await sendToBob([amina]);
    const seen = valueOf(await open(bob, path));
    expect(seen.contacts.map(({ isNew }) => isNew)).toEqual([false]);
    const { changeSets } = valueOf(await bob.ask.bundles.apply({ importId: seen.importId }));
    expect(changeSets).toBe(1);
    expect((await edited(bob, amina)).notes).toBe('Moved house');
    // And with the rest of the portfolio, all of it.
    await receive(
      bob,
      (await sendToBob(valueOf(await ann.ask.contacts.list({})).rows.map(({ id }) => id))).path,
    );
    expect(carriedState(bob.store)).toEqual(carriedState(ann.store));
  });

  it('brings a field that was withheld before, with its history, once that is agreed to', async () => {
    const method = (value: string): ContactFields['methods'] => [
      {
        id: randomUUID(),
        kind: 'phone',
        value,
        safeHours: null,
        neverUse: false,
        preferred: true,
        note: null,
      },
    ];
    const id = await addContact(ann, 'Amina', {
      methods: method('old'),
      coverPhrase: 'the library',
      remote: true,
      locality: 'Hills',
    });
    await consentToTravel(ann, id, 'other-posts', { withheld: ['contact-methods', 'locality'] });
    await edit(ann, id, { methods: method('new') });
    await receive(bob, (await sendToBob([id])).path);
    expect(await edited(bob, id)).toMatchObject({
      methods: [],
      coverPhrase: null,
      remote: false,
      locality: null,
    });
    await consentToTravel(ann, id, 'other-posts', { decidedOn: '2026-11-22' });
    await receive(bob, (await sendToBob([id])).path);
    expect(await edited(bob, id)).toEqual(await edited(ann, id));
    expect(await edited(bob, id)).toMatchObject({ methods: [{ value: 'new' }], remote: true });
    const values = valueOf(await bob.ask.history.ofRecord({ type: 'contact', id }))
      .flatMap(({ changes }) => changes)
      .filter(({ field }) => field === 'methods')
      .map(({ to }) => JSON.stringify(to));
    expect(values.some((value) => value.includes('"old"'))).toBe(true);
    expect(valueOf(await bob.ask.history.verify()).intact).toBe(true);
  });

  it('leaves what was edited here and not there', async () => {
    const id = await addTraveller(ann, 'Amina', { notes: 'a', profession: 'teacher' });
    await receive(bob, (await sendToBob([id])).path);
    await edit(bob, id, { profession: 'headteacher' });
    await edit(ann, id, { notes: 'b' });
    await receive(bob, (await sendToBob([id])).path);
    expect(await edited(bob, id)).toMatchObject({ notes: 'b', profession: 'headteacher' });
  });

  it('that edits what was edited here stops with a question, and changes nothing', async () => {
    const id = await addTraveller(ann, 'Amina', { notes: 'a', profession: 'teacher' });
    await receive(bob, (await sendToBob([id])).path);
    await edit(bob, id, { notes: 'by Bob', profession: 'same on both sides' });
    await edit(ann, id, { notes: 'by Ann', profession: 'same on both sides' });
    const another = await addTraveller(ann, 'Another, without any conflict');
    const { path } = await sendToBob([id, another]);
    const before = dumpOf(bob.store);
    const seen = valueOf(await open(bob, path));
    const record = { type: 'contact', id };
    expect(seen.conflicts).toMatchObject([
      {
        ...{ record, label: 'Amina', contactIds: [id], field: 'notes', kind: 'edit-edit' },
        ...{ base: 'a', mine: 'by Bob', theirs: 'by Ann', suggested: 'both' },
        both: 'by Bob\n\nby Ann',
      },
    ]);
    expect(failureIn(await bob.ask.bundles.apply({ importId: seen.importId }))).toEqual({
      kind: 'bundle-conflicts',
      conflicts: [{ record, label: 'Amina', field: 'notes' }],
    });
    expect(dumpOf(bob.store)).toEqual(before);
    expect(valueOf(await bob.ask.history.verify()).intact).toBe(true);
    // It is still held: once the officer has settled it by hand, it goes in.
    await edit(bob, id, { notes: 'by Ann' });
    valueOf(await bob.ask.bundles.apply({ importId: seen.importId }));
    expect(valueOf(await bob.ask.contacts.list({})).total).toBe(2);
  });

  it('in the order second, first ends as in the order first, second', async () => {
    const [amina = '', group = ''] = await portfolio();
    const first = await sendToBob([amina, group]);
    await edit(ann, amina, { notes: 'later' });
    const second = await sendToBob([amina, group]);
    await receive(bob, second.path);
    const state = carriedState(bob.store);
    await receive(bob, first.path);
    expect(carriedState(bob.store)).toEqual(state);
    expect(state).toEqual(carriedState(ann.store));
  });

  it('back to its sender brings what the receiver added', async () => {
    const id = await addTraveller(ann, 'Amina');
    await receive(bob, (await sendToBob([id])).path);
    await addLog(bob, 'Met at my post', [id]);
    const { path } = await send(bob, { contactIds: [id], recipientId: annId });
    const seen = await receive(ann, path);
    expect(seen.contacts).toMatchObject([{ label: 'Amina', isNew: false }]);
    expect(carriedState(ann.store)).toEqual(carriedState(bob.store));
  });
});

describe('actions that come', () => {
  it('under way with their consent stay under way, done ones stay done', async () => {
    const id = await addTraveller(ann, 'Amina');
    valueOf(await ann.ask.consents.record(consentArg(id, ['private-approach'], ['authorities'])));
    for (const status of ['in-progress', 'done'] as const) {
      const action = await addAction(ann, status, [id]);
      valueOf(await ann.ask.actions.move({ id: action, status: 'in-progress' }));
      if (status === 'done') valueOf(await ann.ask.actions.move({ id: action, status }));
    }
    expect((await receive(bob, (await sendToBob([id])).path)).actionsHeldBack).toEqual([]);
    const rows = valueOf(await bob.ask.actions.list({}));
    expect(rows.map(({ title, status }) => [title, status]).sort()).toEqual([
      ['done', 'done'],
      ['in-progress', 'in-progress'],
    ]);
  });

  it('under way whose consent has lapsed since are held back as planned, and named before', async () => {
    const id = await addTraveller(ann, 'Amina');
    const consent = consentArg(id, ['private-approach'], ['authorities'], {
      expiresOn: '2026-11-30',
    });
    valueOf(await ann.ask.consents.record(consent));
    const action = await addAction(ann, 'Raise it', [id]);
    valueOf(await ann.ask.actions.move({ id: action, status: 'in-progress' }));
    const { path } = await sendToBob([id]);
    bob.clock.today = '2026-12-01';
    const seen = await receive(bob, path);
    expect(seen.actionsHeldBack).toEqual([{ id: action, title: 'Raise it' }]);
    const { action: held } = valueOf(await bob.ask.actions.get({ id: action }));
    expect(held).toMatchObject({ status: 'planned', consentEventIds: [], startedAt: null });
  });
});

describe('actions that come as done', () => {
  const agree = async (id: string, change: Parameters<typeof consentArg>[3]): Promise<void> => {
    const arg = consentArg(id, ['private-approach'], ['authorities'], change);
    valueOf(await ann.ask.consents.record(arg));
  };
  const statusHere = async (id: string): Promise<string> =>
    valueOf(await bob.ask.actions.get({ id })).action.status;

  it('stay a fact though consent was withdrawn after they were done', async () => {
    const id = await addTraveller(ann, 'Amina');
    await agree(id, { decidedOn: '2026-11-20' });
    const action = await addAction(ann, 'Raised it', [id]);
    valueOf(await ann.ask.actions.move({ id: action, status: 'done' }));
    ann.clock.today = '2026-11-26';
    await agree(id, { decision: 'withdrawn', decidedOn: '2026-11-26' });
    bob.clock.today = '2026-11-26';
    await receive(bob, (await sendToBob([id])).path);
    expect(await statusHere(action)).toBe('done');
  });

  it('stay a fact on the override that they were done on, which is listed here too', async () => {
    const id = await addTraveller(ann, 'Amina');
    const action = await addAction(ann, 'Raised it', [id]);
    const override = { ...OVERRIDE };
    valueOf(await ann.ask.actions.move({ id: action, status: 'done', override }));
    await receive(bob, (await sendToBob([id])).path);
    const listed = valueOf(await bob.ask.overrides.list());
    expect([await statusHere(action), listed.map(({ actionId }) => actionId)]).toEqual([
      'done',
      [action],
    ]);
  });

  it('are held back as planned where they never rested on anything', async () => {
    const id = await addTraveller(ann, 'Amina');
    await agree(id, { decidedOn: '2026-11-24' });
    const action = await addAction(ann, 'Raised it', [id]);
    // As no application of ours would write it: done on a day before anybody was asked.
    writeChangeSet(ann.store, because(ann.context, 'move'), (writer) =>
      writer.update('action', action, { status: 'done', doneOn: '2026-11-10' }),
    );
    await agree(id, { decision: 'withdrawn', decidedOn: '2026-11-24' });
    const seen = await receive(bob, (await sendToBob([id])).path);
    expect([seen.actionsHeldBack, await statusHere(action)]).toEqual([
      [{ id: action, title: 'Raised it' }],
      'planned',
    ]);
  });
});

describe('who sent it', () => {
  async function trustOf(path: string): Promise<string> {
    return valueOf(await open(bob, path)).sender.trust;
  }

  it('is unknown without a card, unverified with one, verified once compared, revoked once given up', async () => {
    const carol = await openVaultOf('Carol Unknown');
    const id = await addTraveller(carol, 'Amina');
    const { path } = await send(carol, {
      contactIds: [id],
      recipientId: await giveCard(bob, carol),
    });
    expect(await trustOf(path)).toBe('unknown');
    const carolId = await giveCard(carol, bob);
    expect(await trustOf(path)).toBe('unverified');
    valueOf(await verifyOfficer(bob.ask, carolId));
    const seen = valueOf(await open(bob, path));
    expect(seen.sender.trust).toBe('verified');
    const officers = valueOf(await bob.ask.officers.list({}));
    expect(seen.sender.fingerprintWords).toEqual(
      officers.find((officer) => officer.id === carolId)?.fingerprintWords,
    );
    valueOf(await bob.ask.bundles.apply({ importId: seen.importId }));
    expect(valueOf(await bob.ask.bundles.register())[0]?.counterpartVerified).toBe(true);
    valueOf(await bob.ask.officers.revoke({ id: carolId, why: 'left-service', note: '' }));
    expect(await trustOf(path)).toBe('revoked');
    carol.dispose();
  });
});

describe('a file that is no bundle for us', () => {
  async function refused(bytes: Uint8Array): Promise<unknown> {
    const before = dumpOf(bob.store);
    const outcome = await bob.ask.bundles.open({ file: bob.grantBytes('x.age', bytes) });
    expect(dumpOf(bob.store)).toEqual(before);
    return failureIn(outcome);
  }

  async function bundle(): Promise<Buffer> {
    return readFileSync((await sendToBob([await addTraveller(ann, 'Amina')])).path);
  }

  it('is told apart: no age file, empty, cut, altered, for someone else', async () => {
    const bytes = await bundle();
    expect(await refused(Buffer.from('%PDF-1.7 something else'))).toEqual({
      kind: 'bundle-not-age',
    });
    expect(await refused(Buffer.alloc(0))).toEqual({ kind: 'bundle-not-age' });
    expect(await refused(bytes.subarray(0, 60))).toEqual({ kind: 'bundle-truncated' });
    const altered = Buffer.from(bytes);
    altered[bytes.length - 40] = (altered[bytes.length - 40] ?? 0) ^ 1;
    expect(await refused(altered)).toEqual({ kind: 'bundle-altered' });
    const carol = await openVaultOf('Carol Unknown');
    const toCarol = await send(ann, {
      contactIds: [await addTraveller(ann, 'Other')],
      recipientId: await giveCard(carol, ann),
    });
    expect(await refused(readFileSync(toCarol.path))).toEqual({ kind: 'bundle-not-for-us' });
    carol.dispose();
  });

  it('is told where it is cut between two chunks', async () => {
    const id = await addTraveller(ann, 'Amina');
    const file = ann.grantBytes('large', Buffer.alloc(300_000, 1));
    valueOf(await ann.ask.attachments.add({ ownerType: 'contact', ownerId: id, file }));
    const bytes = readFileSync((await sendToBob([id])).path);
    const header = bytes.indexOf('\n--- ');
    const payload = bytes.indexOf('\n', header + 1) + 1 + 16;
    expect(await refused(bytes.subarray(0, payload + 65_552))).toEqual({
      kind: 'bundle-truncated',
    });
  });

  it('is told where it was not picked or cannot be read', async () => {
    expect(failureIn(await bob.ask.bundles.open({ file: randomUUID() }))).toEqual({
      kind: 'file-not-granted',
    });
    for (const path of [bob.path('not-there.age'), bob.path('.')]) {
      expect(failureIn(await open(bob, path)).kind).toBe('file-unreadable');
    }
    const save = bob.grantSave(bob.path('x.age'));
    writeFileSync(bob.path('x.age'), 'x');
    expect(failureIn(await bob.ask.bundles.open({ file: save })).kind).toBe('file-not-granted');
  });
});

it('carries what the sender says of themselves as their card does', async () => {
  const { path } = await sendToBob([await addTraveller(ann, 'Amina')]);
  const { manifest } = await contentsOf(bob, path);
  const me = valueOf(await ann.ask.officers.me({}));
  expect(manifest.sender).toEqual({ officerId: me.id, name: me.name, post: me.post, ...me.keys });
});
