import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyNarrative } from '../../../../src/shared/model/assessment.ts';
import type { BundleDocument } from '../../../../src/shared/model/documents/bundle-document.ts';
import { sendDocument } from '../../../../src/vault/handover/send-document.ts';
import { documentWordsOf } from '../../../support/assessment-words.ts';
import { contentsOf, giveCard, open, receive } from '../../../support/handover.ts';
import { forge } from '../../../support/hostile.ts';
import { addContact, consentArg, failureIn, valueOf } from '../../../support/records.ts';
import { openVaultOf, type VaultHere } from '../../../support/vault-here.ts';

let ann: VaultHere;
let capital: VaultHere;
let capitalId: string;
beforeEach(async () => {
  ann = await openVaultOf('Ann Sender');
  capital = await openVaultOf('Desk in Capital');
  capitalId = await giveCard(capital, ann);
  await giveCard(ann, capital);
});
afterEach(() => {
  ann.dispose();
  capital.dispose();
});

const NARRATIVE = { ...emptyNarrative(), done: 'Visits to remote regions.' };

/** A year in which seven people agreed to be counted, and its document. */
async function makeYear(): Promise<void> {
  ann.clock.today = '2025-06-01';
  for (let index = 0; index < 7; index += 1) {
    const id = await addContact(ann, `Person ${index} of many`);
    const decided = { decidedOn: '2025-01-10' };
    valueOf(await ann.ask.consents.record(consentArg(id, ['statistics'], ['capital'], decided)));
  }
  ann.clock.today = '2026-01-15';
  valueOf(
    await ann.ask.assessments.make({
      ...{ year: 2025, narrative: NARRATIVE, words: documentWordsOf(), language: 'en-GB' },
      file: null,
    }),
  );
}

async function sendYear(path: string): ReturnType<VaultHere['ask']['documents']['sendStatistics']> {
  return ann.ask.documents.sendStatistics({
    ...{ year: 2025, recipientId: capitalId, keyType: 'x25519', file: ann.grantSave(path) },
  });
}

describe('the figures of a year for capital', () => {
  it('arrive as they were made, and are kept with their line in both registers', async () => {
    await makeYear();
    const path = ann.path('figures.age');
    const sent = valueOf(await sendYear(path));
    const { figures } = valueOf(await ann.ask.assessments.ofYear({ year: 2025 }));
    const value = { year: 2025, madeOn: '2026-01-15', figures, narrative: NARRATIVE };
    const document = { kind: 'statistics', value };

    const preview = await receive(capital, path);
    expect(preview).toMatchObject({ kind: 'statistics', audience: 'capital', document });
    expect([preview.contacts, preview.counts, preview.changeSets]).toEqual([[], {}, 0]);
    for (const [vault, direction] of [
      [ann, 'out'],
      [capital, 'in'],
    ] as const) {
      const kept = valueOf(await vault.ask.documents.ofBundle({ id: sent.bundleId }));
      expect(kept).toMatchObject({ bundle: { direction, sha256: sent.sha256 }, document });
    }
    // Nobody of those who were counted is in it.
    const { changeSets, attachments, manifest } = await contentsOf(capital, path);
    expect([changeSets, attachments.hashes, manifest.counts]).toEqual([[], [], {}]);
    expect(JSON.stringify(preview.document)).not.toContain('Person');
  });

  it('do not go before their document was made, nor to a revoked card', async () => {
    const path = ann.path('figures.age');
    expect(failureIn(await sendYear(path))).toEqual({ kind: 'nothing-to-export' });
    await makeYear();
    valueOf(await ann.ask.officers.revoke({ id: capitalId, why: 'other', note: '' }));
    expect(failureIn(await sendYear(path))).toEqual({ kind: 'recipient-revoked' });
    expect(valueOf(await ann.ask.bundles.register())).toEqual([]);
  });

  it('take their place in the one count of bundles to an officer', async () => {
    await makeYear();
    for (const name of ['a', 'b']) valueOf(await sendYear(ann.path(name)));
    const register = valueOf(await ann.ask.bundles.register());
    expect(register.map(({ sequence }) => sequence).sort()).toEqual([1, 2]);
    expect((await receive(capital, ann.path('a'))).arrival).toEqual({ kind: 'next' });
    expect((await receive(capital, ann.path('b'))).arrival).toEqual({ kind: 'next' });
  });

  it('with a number that could be a person are refused', async () => {
    await makeYear();
    const { figures } = valueOf(await ann.ask.assessments.ofYear({ year: 2025 }));
    if (figures === null) throw new Error('no figures');
    const value = { year: 2025, madeOn: '2026-01-15', figures, narrative: NARRATIVE };
    const path = await forge(ann, capital, {
      document: { kind: 'statistics', value },
      manifest: {
        kind: 'statistics',
        consentScope: { audience: 'capital', purpose: 'statistics', evaluatedOn: '2026-01-15' },
      },
    });
    expect((await open(capital, path)).ok).toBe(true);
    // The writer refuses what a reader would.
    const small = { ...value, figures: { ...figures, people: 3 } };
    await expect(
      forge(ann, capital, {
        document: { kind: 'statistics', value: small },
        manifest: {
          kind: 'statistics',
          consentScope: { audience: 'capital', purpose: 'statistics', evaluatedOn: '2026-01-15' },
        },
      }),
    ).rejects.toThrow('document-schema');
  });
});

describe('a receipt and a request', () => {
  const bundleId = randomUUID();
  const contactId = randomUUID();
  const receipt: BundleDocument = {
    kind: 'receipt',
    value: {
      ...{ bundleId, kind: 'handover', sequence: 1, sha256: 'ab'.repeat(32) },
      receivedAt: '2026-11-24T12:00:00.000Z',
      contacts: [{ contactId, answer: 'rejected', reason: 'Has moved abroad' }],
    },
  };
  const request: BundleDocument = {
    kind: 'request',
    value: { asks: 'contacts', contactIds: [contactId], description: '', reason: 'A new case.' },
  };

  it.each([receipt, request])(
    '($kind) arrives and is kept, and changes no record',
    async (document) => {
      const path = ann.path('document.age');
      const sent = valueOf(
        await sendDocument(ann.context, {
          ...{ document, recipientId: capitalId, keyType: 'hybrid', file: ann.grantSave(path) },
          ...{ consentScope: null, contactIds: [contactId] },
        }),
      );
      const preview = await receive(capital, path);
      expect(preview).toMatchObject({ kind: document.kind, audience: null, document });
      expect(valueOf(await capital.ask.documents.ofBundle({ id: sent.bundleId }))).toMatchObject({
        bundle: { direction: 'in', audience: null, contactIds: [], recordCount: 0 },
        document,
        contacts: [],
      });
      // Whose name it carries is in the access log, and no contact left with it.
      const [entry] = valueOf(await ann.ask.bundles.register());
      expect(entry).toMatchObject({ direction: 'out', kind: document.kind, contactIds: [] });
    },
  );

  it('is not sent where its file cannot be written, and leaves no line', async () => {
    writeFileSync(ann.path('folder-in-the-way'), '');
    const file = ann.grantSave(`${ann.path('folder-in-the-way')}/receipt.age`);
    const outcome = await sendDocument(ann.context, {
      ...{ document: receipt, recipientId: capitalId, keyType: 'hybrid', file },
      ...{ consentScope: null, contactIds: [] },
    });
    expect(failureIn(outcome)).toEqual({ kind: 'file-unreadable' });
    expect(valueOf(await ann.ask.bundles.register())).toEqual([]);
  });

  it('asks for a bundle with a document', async () => {
    expect(failureIn(await ann.ask.documents.ofBundle({ id: bundleId }))).toEqual({
      kind: 'not-found',
      record: { type: 'bundle-entry', id: bundleId },
    });
  });
});
