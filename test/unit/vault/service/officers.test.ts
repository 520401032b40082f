import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listAccess } from '../../../../src/vault/db/access-log.ts';
import { cardCode } from '../../../../src/vault/keys/officer-card-code.ts';
import {
  issueOfficerCard,
  parseOfficerCard,
  serialiseOfficerCard,
} from '../../../../src/vault/keys/officer-card.ts';
import {
  generateOfficerIdentity,
  type OfficerIdentity,
} from '../../../../src/vault/keys/officer-identity.ts';
import { failureIn, valueOf } from './records.ts';
import { makeVault, type Vault } from './vault-fixture.ts';

let vault: Vault;
let other: OfficerIdentity;
/** The same officer with new keys, as after the loss of a laptop. */
let renewed: OfficerIdentity;
beforeAll(async () => {
  other = await generateOfficerIdentity();
  renewed = { ...(await generateOfficerIdentity()), officerId: other.officerId };
});
beforeEach(async () => {
  vault = await makeVault();
});
afterEach(() => {
  vault.dispose();
});

const cardFile = async (
  identity: OfficerIdentity,
  issuedOn = '2026-11-01',
  post = 'Nairobi',
): Promise<string> => {
  const issuedAt = new Date(`${issuedOn}T08:00:00.000Z`);
  const card = valueOf(await issueOfficerCard(identity, { name: 'Officer Two', post, issuedAt }));
  return vault.grantOpen(`card-${issuedOn}.json`, serialiseOfficerCard(card));
};
const importCard = async (...card: Parameters<typeof cardFile>) =>
  vault.ask.officers.importCard({ file: await cardFile(...card) });
const seen = async () => {
  const found = valueOf(await vault.ask.officers.list()).find(({ id }) => id === other.officerId);
  return [found?.trust, found?.post, found?.note];
};
const verify = (on = '2026-11-20') =>
  vault.ask.officers.verify({ id: other.officerId, how: 'in-person', on });

describe('officers', () => {
  it('begin with this vault’s own, whose card goes to a file and into the access log', async () => {
    const { token, path } = vault.grantSave('card.json');
    valueOf(await vault.ask.officers.exportCard({ file: token }));
    const card = valueOf(parseOfficerCard(readFileSync(path)));
    const me = valueOf(await vault.ask.officers.me());
    const [access] = listAccess(vault.store, { before: null, limit: 1 });
    expect([
      [card.officerId, card.name, card.post],
      [me.id, me.trust, me.fingerprintWords.length],
      access?.kind,
    ]).toEqual([
      [vault.context.author.id, 'Officer One', 'Khartoum'],
      [vault.context.author.id, 'self', 10],
      'export',
    ]);
  });

  it('come in unverified with a card, and are verified by comparing words', async () => {
    valueOf(await importCard(other));
    const before = await seen();
    valueOf(await verify());
    const officers = valueOf(await vault.ask.officers.list());
    expect([before, await seen(), officers.map((one) => one.trust)]).toEqual([
      ['unverified', 'Nairobi', ''],
      ['verified', 'Nairobi', ''],
      ['self', 'verified'],
    ]);
  });

  it('come in by the code of their card as by its file, and nothing else comes in so', async () => {
    const issuedAt = new Date('2026-11-01T08:00:00.000Z');
    const details = { name: 'Officer Two', post: 'Nairobi', issuedAt };
    const code = cardCode(valueOf(await issueOfficerCard(other, details))) ?? '';
    const taken = valueOf(await vault.ask.officers.importCardCode({ code }));
    const own = valueOf(await vault.ask.officers.myCardCode()).code ?? '';
    expect([
      [taken.id, ...(await seen())],
      failureIn(await vault.ask.officers.importCardCode({ code: code.replace('AGE1', 'AGE2') })),
      failureIn(await vault.ask.officers.importCardCode({ code: own })),
      valueOf(await vault.ask.officers.importCardCode({ code })).changeSetId,
    ]).toEqual([
      [other.officerId, 'unverified', 'Nairobi', ''],
      { kind: 'card-invalid' },
      { kind: 'card-invalid' },
      null,
    ]);
  });

  it('are told apart from one of the same name under other keys', async () => {
    const impersonator = await generateOfficerIdentity();
    valueOf(await importCard(other));
    valueOf(await verify());
    const alone = valueOf(await vault.ask.officers.list()).map(({ namesakes }) => namesakes);
    valueOf(await importCard(impersonator, '2026-11-02'));
    const both = valueOf(await vault.ask.officers.list());
    const [mine, ...others] = both;
    expect([
      alone,
      mine?.namesakes,
      others.map(({ namesakes }) => namesakes),
      others.map(({ id, trust }) => [id === other.officerId, trust]).sort(),
      new Set(others.map(({ fingerprintWords }) => fingerprintWords.join(' '))).size,
    ]).toEqual([
      [0, 0],
      0,
      [1, 1],
      [
        [false, 'unverified'],
        [true, 'verified'],
      ],
      2,
    ]);
  });

  it('keep their trust when a newer card with the same keys says another post', async () => {
    valueOf(await importCard(other));
    valueOf(await verify());
    valueOf(await importCard(other, '2026-11-10', 'Amman'));
    const newer = await seen();
    const older = valueOf(await importCard(other, '2026-10-01', 'Tunis'));
    expect([newer, older.changeSetId, await seen()]).toEqual([
      ['verified', 'Amman', ''],
      null,
      ['verified', 'Amman', ''],
    ]);
  });

  it('lose their verification with new keys, which the note says', async () => {
    valueOf(await importCard(other));
    valueOf(await verify());
    valueOf(await importCard(renewed, '2026-11-23'));
    expect(await seen()).toEqual([
      'unverified',
      'Nairobi',
      '2026-11-24: keys replaced by a new card; was verified.',
    ]);
  });

  it('do not get old keys back from an old card', async () => {
    valueOf(await importCard(renewed, '2026-11-23'));
    expect([failureIn(await importCard(other)).kind, await seen()]).toEqual([
      'card-invalid',
      ['unverified', 'Nairobi', ''],
    ]);
  });

  it('stay revoked with new keys until compared anew', async () => {
    valueOf(await importCard(other));
    valueOf(await vault.ask.officers.revoke({ id: other.officerId, note: 'Laptop stolen' }));
    valueOf(await importCard(renewed, '2026-11-23'));
    const replaced = await seen();
    valueOf(await verify('2026-11-24'));
    expect([replaced[0], (await seen())[0]]).toEqual(['revoked', 'verified']);
  });

  it('refuse a card under this officer’s own id, an altered one and one that is none', async () => {
    const own = await issueOfficerCard(
      { ...renewed, officerId: vault.context.author.id },
      { name: 'Officer One', post: 'Khartoum', issuedAt: new Date('2026-11-30T00:00:00.000Z') },
    );
    const files = [
      serialiseOfficerCard(valueOf(own)),
      Buffer.from(
        readFileSync(vault.context.grants.resolve(await cardFile(other), 'open') ?? '')
          .toString()
          .replace('Officer Two', 'Officer Too'),
      ),
      Buffer.from('{}'),
      Buffer.alloc(20_000),
    ];
    const kinds = [];
    for (const [index, bytes] of files.entries()) {
      const file = vault.grantOpen(`bad-${index}.json`, bytes);
      kinds.push(failureIn(await vault.ask.officers.importCard({ file })).kind);
    }
    expect(kinds).toEqual(['card-invalid', 'card-invalid', 'card-invalid', 'file-too-large']);
  });

  it('are neither verified nor revoked where there is none, for oneself, or tomorrow', async () => {
    valueOf(await importCard(other));
    const { id } = vault.context.author;
    const outcomes = [
      await vault.ask.officers.verify({ id, how: 'by-voice', on: '2026-11-20' }),
      await vault.ask.officers.revoke({ id, note: '' }),
      await verify('2026-11-25'),
    ];
    const unknown = { kind: 'not-found', record: { type: 'officer', id } };
    expect(outcomes.map((one) => failureIn<unknown>(one))).toEqual([
      unknown,
      unknown,
      { kind: 'invalid-argument', issues: [{ path: ['on'], code: 'in-the-future' }] },
    ]);
  });
});
