import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { briefWordsOf } from '../../../support/brief-words.ts';
import { argOf, contentsOf, giveCard, previewOf, send } from '../../../support/handover.ts';
import { addContact, addLog, addTraveller, valueOf } from '../../../support/records.ts';
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
beforeEach(async () => {
  vault = await openVaultOf('Sven Sender');
  recipientId = await giveCard(rita, vault);
});
afterEach(() => {
  vault.dispose();
});

async function briefIn(choice: Omit<Parameters<typeof send>[1], 'recipientId'>) {
  const { path } = await send(vault, { ...choice, recipientId });
  return (await contentsOf(rita, path)).brief;
}

describe('the brief in a bundle', () => {
  it('comes with a handover: of who travels, and of what of them does', async () => {
    const id = await addTraveller(vault, 'Almaz', { notToRaise: 'Her brother' });
    const staying = await addContact(vault, 'mk-staying', { notToRaise: 'mk-topic' });
    await addLog(vault, 'Talk', [id]);
    await addLog(vault, 'mk-both', [id, staying]);
    const brief = await briefIn({ contactIds: [id, staying] });
    expect(brief).toContain('<h2><bdi>Almaz</bdi></h2>');
    expect(brief).toContain('Her brother');
    expect(brief).toContain('Talk');
    expect(brief).toContain('<bdi>Sven Sender, Post of Sven Sender</bdi>');
    expect(brief).not.toContain('mk-');
    expect(brief).not.toContain(staying);
  });

  it('comes with a share, not with an update', async () => {
    const id = await addTraveller(vault, 'Almaz');
    const lent = { kind: 'share', purpose: 'For the hearing', until: '2026-12-24' } as const;
    expect(await briefIn({ contactIds: [id], ...lent })).toContain('Almaz');
    await briefIn({ contactIds: [id] });
    await addLog(vault, 'Since', [id]);
    expect(await briefIn({ contactIds: [id], kind: 'update' })).toBeNull();
  });

  it('is not there without words for it', async () => {
    const choice = { contactIds: [await addTraveller(vault, 'Almaz')], recipientId };
    const { previewId } = await previewOf(vault, choice);
    const path = vault.path('without.age');
    valueOf(
      await vault.ask.bundles.export({ ...argOf(choice), previewId, file: vault.grantSave(path) }),
    );
    expect((await contentsOf(rita, path)).brief).toBeNull();
  });

  it('is refused with words in no language, before anything is written', async () => {
    const choice = { contactIds: [await addTraveller(vault, 'Almaz')], recipientId };
    const { previewId } = await previewOf(vault, choice);
    const file = vault.grantSave(vault.path('refused.age'));
    const brief = briefWordsOf({ language: 'a1234567890' });
    const refused = await vault.ask.bundles.export({ ...argOf(choice), previewId, file, brief });
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'invalid-argument' } });
  });

  it('is left out where it would be longer than a bundle takes; the records are there', async () => {
    // Each of these is five characters of HTML.
    const long = '&'.repeat(200_000);
    const contactIds: string[] = [];
    for (const name of ['One', 'Two', 'Three']) {
      const id = await addTraveller(vault, name);
      contactIds.push(id);
      for (const title of ['a', 'b', 'c']) {
        await addLog(vault, title, [id], { fields: { said: long, told: long } });
      }
    }
    const { path } = await send(vault, { contactIds, recipientId });
    const { brief, manifest } = await contentsOf(rita, path);
    expect([brief, manifest.counts['meeting-log']]).toEqual([null, 9]);
  });
});
