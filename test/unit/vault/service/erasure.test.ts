import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ErasurePreview } from '../../../../src/shared/contract/erasure.ts';
import { writeChangeSet } from '../../../../src/vault/db/change-log.ts';
import { readRecord } from '../../../../src/vault/db/record-table.ts';
import { derivedSnapshot, rebuildDerived } from '../../../../src/vault/db/derived.ts';
import { because } from '../../../../src/vault/service/context.ts';
import {
  knowSomebody,
  markersInFile,
  markersInIndex,
  NAME,
  type Known,
} from '../../../support/forgotten.ts';
import { makeMarkers } from '../../../support/markers.ts';
import { addContact, addLog, failureIn, valueOf } from '../../../support/records.ts';
import { openVaultOf, type VaultHere } from '../../../support/vault-here.ts';

let vault: VaultHere;
let folder: string;
beforeEach(async () => {
  vault = await openVaultOf('Ann Sender');
  folder = mkdtempSync(join(tmpdir(), 'steady-forgotten-'));
});
afterEach(() => {
  vault.dispose();
  rmSync(folder, { recursive: true, force: true });
});

async function previewOf(contactId: string): Promise<ErasurePreview> {
  return valueOf(await vault.ask.erasure.preview({ contactId }));
}

/** Forgets somebody, with every mention taken out, or those that are named here. */
async function forget(
  contactId: string,
  which: (mention: ErasurePreview['mentions'][number]) => boolean = () => true,
): Promise<ErasurePreview> {
  const preview = await previewOf(contactId);
  const mentions = preview.mentions.filter(which).map(({ key }) => key);
  const { previewId, confirmWith: confirmation } = preview;
  valueOf(await vault.ask.erasure.forget({ contactId, previewId, mentions, confirmation }));
  return preview;
}

async function sound(): Promise<void> {
  expect(valueOf(await vault.ask.history.verify())).toMatchObject({
    ...{ intact: true, firstAlteredSequence: null, firstDiffering: null },
  });
  const kept = derivedSnapshot(vault.store);
  rebuildDerived(vault.store);
  expect(derivedSnapshot(vault.store)).toEqual(kept);
}

function bundleOut(contactIds: string[]): string {
  return writeChangeSet(vault.store, because(vault.context, 'export-bundle'), (writer) =>
    writer.create('bundle-entry', {
      ...{ direction: 'out', kind: 'handover', counterpartId: randomUUID() },
      ...{ counterpartName: 'Officer Two', counterpartVerified: true, sequence: 1 },
      ...{ audience: 'other-posts', sizeBytes: 1, contactIds, recordCount: 1 },
      ...{ sha256: createHash('sha256').digest('hex'), at: '2026-11-20T10:00:00.000Z' },
    }),
  ).value;
}

describe('a person with something of everything, forgotten', () => {
  let known: Known;
  let markers: string[];
  beforeEach(async () => {
    const all = makeMarkers(200);
    const used = new Set<string>();
    let at = 0;
    const next = (): string => {
      const marker = all[at++ % all.length] ?? '';
      used.add(marker);
      return marker;
    };
    known = await knowSomebody(vault, next);
    // The rest of the 200 in notes that were written over again and again.
    while (used.size < all.length) {
      const { id, ...fields } = valueOf(
        await vault.ask.contacts.page({ id: known.personId }),
      ).contact;
      valueOf(
        await vault.ask.contacts.save({ id, fields: { ...fields, notes: next().repeat(400) } }),
      );
    }
    markers = [...used];
  });

  it('is in no byte of the file, in no form, and the history holds together', async () => {
    const before = new Set(
      markersInFile(vault.store, folder, markers).map((one) => one.slice(-11)),
    );
    // What is looked for afterwards is all there before.
    expect(before.size).toBe(200);
    expect(markersInIndex(vault.store).length).toBeGreaterThan(10);

    await forget(known.personId);
    expect(markersInFile(vault.store, folder, markers)).toEqual([]);
    expect(markersInFile(vault.store, folder, [NAME, 'Amina'])).toEqual([]);
    expect(markersInIndex(vault.store)).toEqual([]);
    await sound();
    expect(valueOf(await vault.ask.drafts.list({}))).toEqual([]);
    expect(valueOf(await vault.ask.search.query({ text: 'Amina' }))).toEqual([]);
  });

  it('leaves others what is theirs, without the person', async () => {
    const preview = await forget(known.personId);
    expect(preview.kept.map(({ record }) => record.type).sort()).toEqual([
      'action',
      'consent-event',
      'custody',
      'meeting-log',
    ]);
    const { store } = vault;
    const log = readRecord(store, 'meeting-log', known.sharedLogId);
    expect(log).toMatchObject({ state: 'sealed', said: '[…] and Bakary spoke' });
    expect(log?.participants.map(({ contactId }) => contactId)).toEqual([null, known.otherId]);
    expect(readRecord(store, 'action', known.sharedActionId)).toMatchObject({
      ...{ subjectIds: [known.otherId], detail: 'For […]', title: 'Raise both' },
    });
    expect(readRecord(store, 'consent-event', known.otherConsentId)).toMatchObject({
      ...{ decision: 'given', conditions: 'Not before […] agrees' },
      proxy: { contactId: null, name: '[…]', reachedHow: 'by phone' },
    });
    const [custody] = valueOf(await vault.ask.custody.ofContact({ contactId: known.otherId }));
    expect(custody?.custody).toMatchObject({ lawyerContactId: null, lawyerName: null });
    expect(valueOf(await vault.ask.contacts.page({ id: known.otherId })).row.label).toBe(
      'Bakary Sow',
    );
    const history = valueOf(
      await vault.ask.history.ofRecord({ type: 'meeting-log', id: known.sharedLogId }),
    );
    expect(history[0]).toMatchObject({ reason: 'erase' });
    expect(JSON.stringify(history)).not.toContain(NAME);
    expect(JSON.stringify(history)).not.toContain(known.personId);
  });

  it('cannot be undone, nor can what was done to them before', async () => {
    const earlier = valueOf(await vault.ask.history.recent({ limit: 200 }));
    const tiedUp = earlier.find(
      ({ reason, changes }) => reason === 'remove' && changes[0]?.record.type === 'relationship',
    );
    await forget(known.personId);
    const [newest] = valueOf(await vault.ask.history.recent({ limit: 1 }));
    for (const set of [newest, tiedUp]) {
      const undone = await vault.ask.history.undo({ changeSetId: set?.id ?? '' });
      expect(failureIn(undone)).toEqual({ kind: 'not-undoable', reason: 'erased' });
    }
    await sound();
  });
});

describe('forgetting', () => {
  it('is shown before, and refused where it was shown otherwise or not confirmed', async () => {
    const id = await addContact(vault, NAME);
    await addLog(vault, 'Coffee', [id]);
    const shown = await previewOf(id);
    expect(shown).toMatchObject({
      ...{ label: NAME, confirmWith: NAME, forgottenOn: null, drafts: 0, mentions: [], kept: [] },
      gone: { contact: 1, 'meeting-log': 1 },
    });
    const arg = { contactId: id, previewId: shown.previewId, mentions: [] };
    expect(failureIn(await vault.ask.erasure.forget({ ...arg, confirmation: 'Amina' }))).toEqual({
      kind: 'invalid-argument',
      issues: [{ path: ['confirmation'], code: 'does-not-match' }],
    });
    await addLog(vault, 'Tea', [id]);
    const late = await vault.ask.erasure.forget({ ...arg, confirmation: NAME });
    expect(failureIn(late)).toEqual({ kind: 'preview-outdated' });
    const again = await previewOf(id);
    const typed = { ...arg, previewId: again.previewId, confirmation: ' amina   DIALLO ' };
    expect(valueOf(await vault.ask.erasure.forget(typed)).gone).toEqual({
      ...{ contact: 1, 'meeting-log': 2 },
    });
    const after = await previewOf(id);
    expect(after).toMatchObject({ label: '', gone: {}, forgottenOn: vault.clock.today });
    const nobody = await vault.ask.erasure.preview({ contactId: randomUUID() });
    expect(failureIn(nobody).kind).toBe('not-found');
    await sound();
  });

  it('calls back what is out, by the register and the access log, which name an id alone', async () => {
    const id = await addContact(vault, NAME);
    const other = await addContact(vault, 'Bakary Sow');
    const bundleId = bundleOut([id, other]);
    const preview = await forget(id);
    expect(preview.bundlesOut).toMatchObject([{ id: bundleId, counterpartName: 'Officer Two' }]);
    const after = await previewOf(id);
    expect(after.callBacks.map(({ step, what }) => [step, what])).toEqual([
      ['call-back-bundle', '2026-11-20 10:00 UTC · Officer Two'],
    ]);
    expect(after.gone).toEqual({});
    const task = { task: { id: after.callBacks[0]?.taskId ?? '' }, state: 'done' as const };
    valueOf(await vault.ask.tasks.settle(task));
    expect((await previewOf(id)).callBacks).toEqual([]);
    const [entry] = valueOf(await vault.ask.bundles.register({}));
    expect(entry?.contactIds).toEqual([id, other]);
    await sound();
  });

  it('asks of words that may be somebody else’s, and leaves them where told to', async () => {
    const hope = await addContact(vault, 'Hope Mwangi');
    const other = await addContact(vault, 'Bakary Sow', {
      notes: 'Hope is what he has. He knows Hope Mwangi.',
      tags: ['Hope'],
    });
    await addContact(vault, 'Hope Mwangi Foundation');
    const shown = await previewOf(hope);
    expect(
      shown.mentions.map(({ record, field, isSure, isPast }) => [
        record.type,
        field,
        isSure,
        isPast,
      ]),
    ).toEqual([
      ['contact', 'names', false, false],
      ['contact', 'notes', true, false],
      ['contact', 'tags', false, false],
    ]);
    await forget(hope, ({ isSure }) => isSure);
    const kept = valueOf(await vault.ask.contacts.page({ id: other })).contact;
    expect(kept.tags).toEqual(['Hope']);
    expect(kept.notes).toBe('[…] is what he has. He knows […].');
    const rows = valueOf(await vault.ask.contacts.list({})).rows.map(({ label }) => label);
    expect(rows).toContain('Hope Mwangi Foundation');
    await sound();
  });

  it('reaches what a field said before, and records that were removed', async () => {
    const id = await addContact(vault, NAME);
    const other = await addContact(vault, 'Bakary Sow', { notes: `Cousin of ${NAME}` });
    const { id: _, ...fields } = valueOf(await vault.ask.contacts.page({ id: other })).contact;
    valueOf(await vault.ask.contacts.save({ id: other, fields: { ...fields, notes: 'Lawyer' } }));
    const gone = await addContact(vault, 'Removed One', { notes: NAME });
    valueOf(await vault.ask.contacts.remove({ id: gone }));
    const shown = await previewOf(id);
    expect(shown.mentions.map(({ label, isPast }) => [label, isPast]).sort()).toEqual([
      ['Bakary Sow', true],
      ['Removed One', true],
    ]);
    await forget(id);
    expect(markersInFile(vault.store, folder, [NAME])).toEqual([]);
    expect(valueOf(await vault.ask.contacts.page({ id: other })).contact.notes).toBe('Lawyer');
    await sound();
  });
});
