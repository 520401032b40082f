import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventPayload } from '../../../../src/shared/contract/contract.ts';
import { imports, type VcardReport } from '../../../../src/shared/contract/imports.ts';
import { importHandlers } from '../../../../src/vault/import/import-handlers.ts';
import { VCARD_LIMITS } from '../../../../src/vault/import/vcard-limits.ts';
import type { VaultContext } from '../../../../src/vault/service/context.ts';
import { addContact, failureIn, valueOf } from '../service/records.ts';
import { makeVault, type Vault } from '../service/vault-fixture.ts';

let vault: Vault;
let context: VaultContext;
let progress: EventPayload<'progress'>[];

beforeEach(async () => {
  vault = await makeVault();
  progress = [];
  context = { ...vault.context, emitProgress: (step) => progress.push(step) };
});
afterEach(() => vault.dispose());

const SEVERAL_HUNDRED = readFileSync(
  new URL('../../../vectors/vcard/several-hundred.vcf', import.meta.url),
);

async function preview(bytes: Uint8Array): Promise<VcardReport> {
  const file = vault.grantOpen('contacts.vcf', bytes);
  return imports.previewVcard.result.parse(
    valueOf(await importHandlers.previewVcard(context, { file })),
  );
}

function card(...lines: string[]): string {
  return ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n');
}

describe('several hundred contacts', () => {
  it('come in as drafts with their photos, in one change set that can be undone', async () => {
    const report = await preview(SEVERAL_HUNDRED);
    expect(report).toMatchObject({ cards: 400, accepted: 395, refused: 5 });
    expect(report.photos).toBeGreaterThan(40);
    const applied = valueOf(await importHandlers.applyVcard(context, report));
    expect(applied.created).toBe(395);
    expect(vault.changed).toEqual([['attachment', 'contact']]);
    expect(progress.at(-1)).toEqual({
      operation: 'vcard',
      stage: 'apply',
      done: 395,
      total: 395,
    });

    const { rows } = valueOf(await vault.ask.contacts.list({}));
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['draft']));
    const labels = report.contacts.filter(({ accepted }) => accepted).map(({ label }) => label);
    expect(rows.map(({ label }) => label).sort()).toEqual(labels.sort());
    const withPhoto = rows.filter(({ photo }) => photo !== null);
    expect(withPhoto).toHaveLength(report.photos);
    for (const row of withPhoto.slice(0, 6)) {
      const sha256 = row.photo ?? '';
      const photo = valueOf(await vault.ask.attachments.read({ sha256 }));
      const bytes = Buffer.from(photo.base64, 'base64');
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      const page = valueOf(await vault.ask.contacts.page({ id: row.id }));
      expect(page.attachments).toMatchObject([{ sha256, mediaType: photo.mediaType }]);
    }

    const [latest] = valueOf(await vault.ask.history.recent({ limit: 1 }));
    expect(latest).toMatchObject({ id: applied.changeSetId, reason: 'import-vcard' });
    valueOf(await vault.ask.history.undo({ changeSetId: applied.changeSetId ?? '' }));
    expect(valueOf(await vault.ask.contacts.list({})).total).toBe(0);
  });

  it('are found by a name in their own script', async () => {
    const report = await preview(SEVERAL_HUNDRED);
    valueOf(await importHandlers.applyVcard(context, report));
    for (const text of ['გამოგონილი', 'ምናባዊ', 'Вымыслова', 'काल्पनिक', 'الخيالي']) {
      expect(valueOf(await vault.ask.search.query({ text })).length, text).toBeGreaterThan(0);
    }
  });
});

describe('an existing contact', () => {
  it.each([
    ['the same name but for accents and case', card('FN:AMINA TESTFIELD')],
    ['the same telephone in another form', card('FN:X', 'TEL:00999 5550-0001')],
    ['the same e-mail', card('FN:X', 'EMAIL:Amina@Fictional.Example')],
  ])('is proposed for a card with %s, and never merged', async (_what, text) => {
    const id = await addContact(vault, 'Amína Testfield', {
      methods: [
        ['phone', '+999 5550 0001'] as const,
        ['email', 'amina@fictional.example'] as const,
      ].map(([kind, value], index) => ({
        id: `00000000-0000-4000-8000-00000000000${index}`,
        kind,
        value,
        safeHours: null,
        neverUse: false,
        preferred: false,
        note: null,
      })),
    });
    const report = await preview(Buffer.from(text));
    expect(report.contacts[0]?.mayBe).toEqual({ id, label: 'Amína Testfield' });
    valueOf(await importHandlers.applyVcard(context, report));
    expect(valueOf(await vault.ask.contacts.list({})).total).toBe(2);
  });

  it('is not proposed where nothing is alike', async () => {
    await addContact(vault, 'Amína Testfield');
    const report = await preview(Buffer.from(card('FN:Somebody Else', 'TEL:12')));
    expect(report.contacts[0]?.mayBe).toBeNull();
  });
});

describe('what cannot be imported', () => {
  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['a picture', Buffer.from('89504e470d0a1a0a00', 'hex')],
    ['a text', Buffer.from('Dear colleague,\n')],
  ])('is refused as of an unknown kind: %s', async (_what, bytes) => {
    const file = vault.grantOpen('a.vcf', bytes);
    expect(failureIn(await importHandlers.previewVcard(context, { file }))).toEqual({
      kind: 'file-kind-unknown',
    });
  });

  it('is refused by its size before it is read', async () => {
    const { path } = vault.grantSave('big.vcf');
    const file = vault.grantOpen('big.vcf', Buffer.alloc(1));
    truncateSync(path, VCARD_LIMITS.fileBytes + 1);
    expect(failureIn(await importHandlers.previewVcard(context, { file }))).toEqual({
      kind: 'file-too-large',
      limitBytes: VCARD_LIMITS.fileBytes,
    });
  });

  it('is refused where nobody picked it, or it is a folder', async () => {
    const file = '00000000-0000-4000-8000-000000000001';
    expect(failureIn(await importHandlers.previewVcard(context, { file }))).toEqual({
      kind: 'file-not-granted',
    });
    const folder = vault.grantSave('folder').path;
    mkdirSync(folder);
    const grants = { resolve: (): string => folder };
    expect(failureIn(await importHandlers.previewVcard({ ...context, grants }, { file }))).toEqual({
      kind: 'file-unreadable',
    });
  });
});

describe('a preview', () => {
  it('changes nothing, and is gone once applied, dismissed or replaced', async () => {
    const one = await preview(Buffer.from(card('FN:One')));
    const two = await preview(Buffer.from(card('FN:Two')));
    expect(failureIn(await importHandlers.applyVcard(context, one))).toEqual({
      kind: 'not-found',
      record: null,
    });
    valueOf(await importHandlers.dismiss(context, two));
    expect(failureIn(await importHandlers.applyVcard(context, two)).kind).toBe('not-found');
    const three = await preview(Buffer.from(card('FN:Three')));
    expect(valueOf(await vault.ask.contacts.list({})).total).toBe(0);
    valueOf(await importHandlers.applyVcard(context, three));
    expect(failureIn(await importHandlers.applyVcard(context, three)).kind).toBe('not-found');
    expect(valueOf(await vault.ask.contacts.list({})).total).toBe(1);
  });

  it('with every card refused applies to nothing', async () => {
    const report = await preview(Buffer.from(card('TEL:1')));
    expect(valueOf(await importHandlers.applyVcard(context, report))).toEqual({
      created: 0,
      changeSetId: null,
    });
  });
});
