import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dumpOf } from '../../../support/dump.ts';
import { contentsOf, exportAs, giveCard, previewOf, send } from '../../../support/handover.ts';
import {
  addContact,
  addTraveller,
  consentArg,
  failureIn,
  valueOf,
} from '../../../support/records.ts';
import { openVaultOf, type VaultHere } from '../../../support/vault-here.ts';

let rita: VaultHere;
let vault: VaultHere;
let recipientId: string;
let contact: string;
beforeAll(async () => {
  rita = await openVaultOf('Rita Receiver');
});
afterAll(() => {
  rita.dispose();
});
beforeEach(async () => {
  vault = await openVaultOf('Sven Sender');
  recipientId = await giveCard(rita, vault);
  contact = await addTraveller(vault, 'Amina');
});
afterEach(() => {
  vault.dispose();
});

const choice = (): { contactIds: string[]; recipientId: string } => ({
  contactIds: [contact],
  recipientId,
});

/** Files beside the vault that were not there before. */
function filesBeside(path: string): string[] {
  return readdirSync(dirname(path)).filter((name) => name.includes('.age'));
}

describe('an export', () => {
  it('writes one file for its owner alone, and registers it', async () => {
    const { path, bundleId, sha256 } = await send(vault, choice());
    const bytes = readFileSync(path);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(filesBeside(path)).toHaveLength(1);
    const register = valueOf(await vault.ask.bundles.register());
    expect(register).toEqual([
      {
        id: bundleId,
        previousSha256: null,
        signingKey: valueOf(await vault.ask.officers.me()).keys.signingKey,
        direction: 'out',
        kind: 'handover',
        counterpartId: recipientId,
        counterpartName: 'Rita Receiver',
        counterpartVerified: false,
        audience: 'other-posts',
        sequence: 1,
        sha256,
        sizeBytes: bytes.length,
        at: '2026-11-24T12:00:00.000Z',
        contactIds: [contact],
        recordCount: 3,
        purpose: null,
        until: null,
        revokedOn: null,
      },
    ]);
    expect(vault.events.map(({ name }) => name)).toContain('recordsChanged');
  });

  it('counts the bundles to each officer and chains them', async () => {
    const ursulaVault = await openVaultOf('Ursula Unrelated');
    const ursula = await giveCard(ursulaVault, vault);
    const sent = [];
    for (let time = 0; time < 3; time += 1) sent.push(await send(vault, choice()));
    const other = await send(vault, { contactIds: [contact], recipientId: ursula });
    const manifests = [];
    for (const { path } of sent) manifests.push((await contentsOf(rita, path)).manifest);
    expect(manifests.map(({ sequence, previousBundle }) => [sequence, previousBundle])).toEqual([
      [1, null],
      [2, sent[0]?.sha256],
      [3, sent[1]?.sha256],
    ]);
    expect((await contentsOf(ursulaVault, other.path)).manifest).toMatchObject({
      sequence: 1,
      previousBundle: null,
    });
    ursulaVault.dispose();
  });

  it.each(['hybrid', 'x25519'] as const)(
    'for a key of the kind %s opens for that officer',
    async (keyType) => {
      const { path } = await send(vault, { ...choice(), keyType });
      const { manifest } = await contentsOf(rita, path);
      expect(manifest.recipients).toEqual([
        {
          officerId: recipientId,
          ageRecipient: expect.stringMatching(
            keyType === 'hybrid' ? /^age1pq1/u : /^age1(?!pq1)/u,
          ) as string,
        },
      ]);
    },
  );

  it('says how far it has come', async () => {
    await send(vault, choice());
    const stages = vault.events
      .filter(({ name }) => name === 'progress')
      .map(({ payload }) => payload);
    expect(stages[0]).toEqual({ operation: 'export', stage: 'gather', done: 0, total: null });
    expect(stages.at(-1)).toMatchObject({ operation: 'export', stage: 'seal' });
  });

  it('of nobody who may travel is refused', async () => {
    const stays = await addContact(vault, 'Never asked');
    const preview = await previewOf(vault, { contactIds: [stays], recipientId });
    const path = vault.path('x.age');
    const outcome = await exportAs(
      vault,
      { contactIds: [stays], recipientId },
      preview.previewId,
      path,
    );
    expect(failureIn(outcome)).toEqual({ kind: 'nothing-to-export' });
    expect(existsSync(path)).toBe(false);
  });

  it('to nobody known, or to somebody revoked, is refused', async () => {
    const stranger = { contactIds: [contact], recipientId: randomUUID() };
    const asked = { ...stranger, audience: 'other-posts', keyType: 'hybrid' } as const;
    expect(failureIn(await vault.ask.bundles.previewExport(asked)).kind).toBe('not-found');
    const { previewId } = await previewOf(vault, choice());
    valueOf(await vault.ask.officers.revoke({ id: recipientId, why: 'key-lost', note: '' }));
    expect(failureIn(await vault.ask.bundles.previewExport({ ...asked, recipientId }))).toEqual({
      kind: 'recipient-revoked',
    });
    const path = vault.path('x.age');
    expect(failureIn(await exportAs(vault, choice(), previewId, path))).toEqual({
      kind: 'recipient-revoked',
    });
    expect(existsSync(path)).toBe(false);
  });

  it('to a file that was not picked for saving is refused', async () => {
    const { previewId } = await previewOf(vault, choice());
    const arg = { ...choice(), audience: 'other-posts', keyType: 'x25519', previewId } as const;
    for (const file of [randomUUID(), vault.grantOpen(vault.path('x.age'))]) {
      expect(failureIn(await vault.ask.bundles.export({ ...arg, file }))).toEqual({
        kind: 'file-not-granted',
      });
    }
  });
});

describe('a preview is outdated', () => {
  const changes: [string, () => Promise<unknown>][] = [
    [
      'a record that would go was edited',
      async () => {
        const { contact: was } = valueOf(await vault.ask.contacts.page({ id: contact }));
        const { id, ...fields } = was;
        return vault.ask.contacts.save({ id, fields: { ...fields, notes: 'new' } });
      },
    ],
    [
      'a consent was withdrawn',
      () =>
        vault.ask.consents.record(
          consentArg(contact, ['share-inside-mission'], ['any'], { decision: 'withdrawn' }),
        ),
    ],
    [
      'the day is another',
      () => {
        vault.clock.today = '2030-01-01';
        return vault.ask.consents.record(
          consentArg(contact, ['share-inside-mission'], ['other-posts'], {
            expiresOn: '2026-12-01',
            decidedOn: '2026-11-24',
          }),
        );
      },
    ],
  ];
  it.each(changes)('once %s', async (_, change) => {
    const { previewId } = await previewOf(vault, choice());
    await change();
    const path = vault.path('x.age');
    expect(failureIn(await exportAs(vault, choice(), previewId, path))).toEqual({
      kind: 'preview-outdated',
    });
    expect(existsSync(path)).toBe(false);
    expect(valueOf(await vault.ask.bundles.register())).toEqual([]);
  });

  it('for another choice than the one it was of', async () => {
    const other = await addTraveller(vault, 'Other');
    const { previewId } = await previewOf(vault, choice());
    const path = vault.path('x.age');
    const wider = { contactIds: [contact, other], recipientId };
    for (const wrong of [wider, { ...choice(), audience: 'capital' as const }]) {
      expect(failureIn(await exportAs(vault, wrong, previewId, path)).kind).toBe(
        'preview-outdated',
      );
    }
    expect(existsSync(path)).toBe(false);
  });

  it('by a withdrawal that comes while it is being sealed: the bundle does not leave', async () => {
    const { previewId } = await previewOf(vault, choice());
    const path = vault.path('x.age');
    const [sent] = await Promise.all([
      exportAs(vault, choice(), previewId, path),
      vault.ask.consents.record(
        consentArg(contact, ['share-inside-mission'], ['any'], { decision: 'withdrawn' }),
      ),
    ]);
    expect(failureIn(sent)).toEqual({ kind: 'preview-outdated' });
    expect(filesBeside(path)).toEqual([]);
    expect(valueOf(await vault.ask.bundles.register())).toEqual([]);
  });

  it('by a revocation that comes while it is being sealed', async () => {
    const { previewId } = await previewOf(vault, choice());
    const path = vault.path('x.age');
    const [sent] = await Promise.all([
      exportAs(vault, choice(), previewId, path),
      vault.ask.officers.revoke({ id: recipientId, why: 'key-lost', note: '' }),
    ]);
    expect(failureIn(sent)).toEqual({ kind: 'recipient-revoked' });
    expect(filesBeside(path)).toEqual([]);
  });

  it('by another bundle to the same officer that was quicker', async () => {
    const { previewId } = await previewOf(vault, choice());
    const [a, b] = [vault.path('a.age'), vault.path('b.age')];
    const both = await Promise.all([
      exportAs(vault, choice(), previewId, a),
      exportAs(vault, choice(), previewId, b),
    ]);
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(filesBeside(a)).toHaveLength(1);
    expect(valueOf(await vault.ask.bundles.register()).map(({ sequence }) => sequence)).toEqual([
      1,
    ]);
  });
});

describe('a place that cannot be written to', () => {
  const places: [string, string, () => string][] = [
    ['a folder that is not there', 'file-unreadable', () => vault.path('not-there/x.age')],
    [
      'below a file',
      'file-unreadable',
      () => {
        writeFileSync(vault.path('file'), '');
        return vault.path('file/x.age');
      },
    ],
    [
      'a folder of that name',
      'file-unreadable',
      () => {
        mkdirSync(vault.path('folder.age'));
        return vault.path('folder.age');
      },
    ],
    ...(process.platform === 'linux'
      ? [
          ['a file system that takes no files', 'read-only', () => '/sys/x.age'] as [
            string,
            string,
            () => string,
          ],
        ]
      : []),
  ];
  it.each(places)(
    '(%s) leaves neither an entry nor a part of a file, and it can be repeated',
    async (_, kind, place) => {
      const path = place();
      const { previewId } = await previewOf(vault, choice());
      const before = dumpOf(vault.store);
      const outcome = failureIn(await exportAs(vault, choice(), previewId, path));
      expect(['file-unreadable', 'read-only']).toContain(outcome.kind);
      expect(outcome.kind === kind || path.startsWith('/sys')).toBe(true);
      expect(dumpOf(vault.store)).toEqual(before);
      expect(readdirSync(vault.path('.')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      const good = vault.path('good.age');
      valueOf(await exportAs(vault, choice(), previewId, good));
      expect((await contentsOf(rita, good)).manifest.sequence).toBe(1);
    },
  );

  it('leaves alone whatever of the officer is called like a file in the making', async () => {
    mkdirSync(vault.path('x.age.tmp'));
    writeFileSync(join(vault.path('x.age.tmp'), 'thesis.txt'), 'ten years of work');
    const { previewId } = await previewOf(vault, choice());
    valueOf(await exportAs(vault, choice(), previewId, vault.path('x.age')));
    expect(readFileSync(join(vault.path('x.age.tmp'), 'thesis.txt'), 'utf8')).toBe(
      'ten years of work',
    );
  });

  it('of an older bundle is replaced, and a link in its place is not followed', async () => {
    const precious = vault.path('precious.txt');
    writeFileSync(precious, 'untouched');
    symlinkSync(precious, vault.path('x.age'));
    const { previewId } = await previewOf(vault, choice());
    valueOf(await exportAs(vault, choice(), previewId, vault.path('x.age')));
    expect(readFileSync(precious, 'utf8')).toBe('untouched');
    expect((await contentsOf(rita, vault.path('x.age'))).manifest.sequence).toBe(1);
    const next = await previewOf(vault, choice());
    valueOf(await exportAs(vault, choice(), next.previewId, vault.path('x.age')));
    expect((await contentsOf(rita, vault.path('x.age'))).manifest.sequence).toBe(2);
  });
});
