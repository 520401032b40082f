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
import { verifyOfficer } from '../../../support/verified.ts';
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
  return [found?.trust, found?.post];
};
const verify = (on = '2026-11-20') => verifyOfficer(vault.ask, other.officerId, { on });

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
      ['unverified', 'Nairobi'],
      ['verified', 'Nairobi'],
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
      [other.officerId, 'unverified', 'Nairobi'],
      { kind: 'card-invalid' },
      { kind: 'card-own-id' },
      null,
    ]);
  });

  it('are verified by this officer, by a colleague with a card here, or by one with a name', async () => {
    valueOf(await importCard(other));
    const colleague = await generateOfficerIdentity();
    valueOf(await importCard(colleague));
    const by = async (officerId: string | null, name = 'Any name') =>
      verifyOfficer(vault.ask, other.officerId, { how: 'by-voice', by: { officerId, name } });
    const recorded = async () => {
      const found = valueOf(await vault.ask.officers.list()).find(
        ({ id }) => id === other.officerId,
      );
      return [found?.verifiedHow, found?.verifiedOn, found?.verifiedBy];
    };
    const refused = [
      failureIn<unknown>(await by(other.officerId)),
      failureIn<unknown>(await by(colleague.officerId)),
      failureIn<unknown>(await by('01890000-0000-7000-8000-00000000dead')),
    ];
    valueOf(await verify());
    const own = await recorded();
    valueOf(await by(null, 'Consul General'));
    const named = await recorded();
    valueOf(await verifyOfficer(vault.ask, colleague.officerId));
    valueOf(await by(colleague.officerId));
    const invalidBy = (code: string) => ({
      kind: 'invalid-argument',
      issues: [{ path: ['by'], code }],
    });
    const { id, name } = vault.context.author;
    expect([refused, own, named, await recorded()]).toEqual([
      [invalidBy('vouches-for-themselves'), invalidBy('not-verified'), invalidBy('not-verified')],
      ['in-person', '2026-11-20', { officerId: id, name }],
      ['by-voice', '2026-11-20', { officerId: null, name: 'Consul General' }],
      ['by-voice', '2026-11-20', { officerId: colleague.officerId, name: 'Officer Two' }],
    ]);
  });

  it('are not verified by words that are not of the card held at that moment', async () => {
    valueOf(await importCard(other));
    const words = valueOf(await vault.ask.officers.me()).fingerprintWords;
    for (const compared of [words, [], ['abandon']]) {
      const outcome = await verifyOfficer(vault.ask, other.officerId, { words: compared });
      expect(failureIn(outcome).kind).toBe('stale-record');
    }
    expect(await seen()).toEqual(['unverified', 'Nairobi']);
  });

  it('are revoked with a reason and a day, which can be undone', async () => {
    valueOf(await importCard(other));
    valueOf(await verify());
    const revoked = valueOf(
      await vault.ask.officers.revoke({ id: other.officerId, why: 'key-lost', note: 'Stolen' }),
    );
    const record = async () =>
      valueOf(await vault.ask.officers.list()).find(({ id }) => id === other.officerId);
    const after = await record();
    valueOf(await vault.ask.history.undo({ changeSetId: revoked.changeSetId ?? '' }));
    const undone = await record();
    expect([after?.trust, after?.revocation, undone?.trust, undone?.revocation]).toEqual([
      'revoked',
      { on: '2026-11-24', why: 'key-lost', note: 'Stolen' },
      'verified',
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
      ['verified', 'Amman'],
      null,
      ['verified', 'Amman'],
    ]);
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
    expect(kinds).toEqual(['card-own-id', 'card-invalid', 'card-invalid', 'file-too-large']);
  });

  it('are neither verified nor revoked where there is none, for oneself, or tomorrow', async () => {
    valueOf(await importCard(other));
    const { id } = vault.context.author;
    const outcomes = [
      await verifyOfficer(vault.ask, id),
      await vault.ask.officers.revoke({ id, why: 'other', note: '' }),
      await vault.ask.officers.dropOtherCard({ id }),
      await verify('2026-11-25'),
    ];
    const unknown = { kind: 'not-found', record: { type: 'officer', id } };
    expect(outcomes.map((one) => failureIn<unknown>(one))).toEqual([
      unknown,
      unknown,
      unknown,
      { kind: 'invalid-argument', issues: [{ path: ['on'], code: 'in-the-future' }] },
    ]);
  });
});
