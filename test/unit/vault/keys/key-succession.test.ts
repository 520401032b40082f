import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../src/vault/canonical-json.ts';
import { cardCode, parseCardCode } from '../../../../src/vault/keys/officer-card-code.ts';
import {
  cardKeys,
  cardSuccessions,
  parseOfficerCard,
  serialiseOfficerCard,
  type OfficerCard,
} from '../../../../src/vault/keys/officer-card.ts';
import { officerFingerprint } from '../../../../src/vault/keys/fingerprint-words.ts';
import {
  chainFrom,
  leadsTo,
  signSuccession,
  type KeySuccession,
} from '../../../../src/vault/keys/key-succession.ts';
import {
  generateOfficerIdentity,
  parseOfficerIdentity,
  publicKeysOf,
  type OfficerIdentity,
} from '../../../../src/vault/keys/officer-identity.ts';
import { signMessage, verifyMessage } from '../../../../src/vault/keys/signing.ts';
import { cardOf, succeeded } from '../../../support/officers-of.ts';

const invalid = { ok: false, failure: { kind: 'card-invalid' } };

let one: OfficerIdentity;
let two: OfficerIdentity;
let three: OfficerIdentity;
let card: OfficerCard;
let chain: readonly KeySuccession[];
beforeAll(async () => {
  one = await generateOfficerIdentity();
  two = await succeeded(one, '2026-10-01', 'post-change');
  three = await succeeded(two, '2026-11-01');
  card = await cardOf(three);
  chain = cardSuccessions(card);
});

/** The card with members changed and signed again by its own key: what its holder could make. */
function signedAgain(members: Record<string, unknown>): Buffer {
  const { signature: _, ...unsigned } = { ...card, ...members };
  const text = Buffer.from(canonicalJson(unsigned));
  const context = unsigned.version === 1 ? 'steady-state officer card v1' : V2;
  const signature = signMessage(three.signingSecret, context, text);
  return Buffer.from(canonicalJson({ ...unsigned, signature }));
}
const V2 = 'steady-state officer card v2';

describe('new keys of an officer', () => {
  it('are all fresh, under the same identifier, with the age keys that were given up beside', () => {
    const secrets = ({ ageIdentity, ageHybridIdentity, signingSecret }: OfficerIdentity) => [
      ...[ageIdentity, ageHybridIdentity, signingSecret],
    ];
    expect(new Set([one, two, three].flatMap(secrets)).size).toBe(9);
    expect([two.officerId, three.officerId]).toEqual([one.officerId, one.officerId]);
    expect(three.earlier).toEqual([
      {
        ...{ ageIdentity: one.ageIdentity, ageHybridIdentity: one.ageHybridIdentity },
        until: '2026-10-01T08:00:00.000Z',
      },
      {
        ...{ ageIdentity: two.ageIdentity, ageHybridIdentity: two.ageHybridIdentity },
        until: '2026-11-01T08:00:00.000Z',
      },
    ]);
  });

  it('leave no signing key of before, and survive being stored', () => {
    const stored = JSON.stringify(three);
    expect(parseOfficerIdentity(JSON.parse(stored))).toEqual(three);
    expect([one, two].filter(({ signingSecret }) => stored.includes(signingSecret))).toEqual([]);
  });

  it('follow what a vault kept before there were any', () => {
    const { successions: _, earlier: _earlier, ...kept } = one;
    expect(parseOfficerIdentity({ ...kept, version: 1 })).toEqual(one);
  });

  it('come after those before, though the clock was put back', async () => {
    const back = await succeeded(three, '2020-01-01');
    const again = await cardOf(back, '2019-01-01');
    expect([back.successions.at(-1)?.at, again.issuedAt]).toEqual([
      '2026-11-01T08:00:00.001Z',
      '2026-11-01T08:00:00.001Z',
    ]);
  });
});

describe('a succession', () => {
  it('is signed by the old and by the new key, so that any Ed25519 tool can check it', async () => {
    const [step] = two.successions;
    const [from, to] = [await publicKeysOf(one), await publicKeysOf(two)];
    const named = (keys: typeof from) => ({
      fingerprint: officerFingerprint({ officerId: one.officerId, ...keys }).hex,
      signingKey: keys.signingKey,
    });
    const message = canonicalJson({
      ...{ officerId: one.officerId, from: named(from), to: named(to) },
      ...{ at: '2026-10-01T08:00:00.000Z', reason: 'post-change' },
    });
    const holds = (key: string, signature = '') =>
      verifyMessage(key, 'steady-state key succession v1', Buffer.from(message), signature);
    expect([
      holds(from.signingKey, step?.signatures.from),
      holds(to.signingKey, step?.signatures.to),
      holds(to.signingKey, step?.signatures.from),
    ]).toEqual([true, true, false]);
  });

  it('is followed from every key before, and from no other', async () => {
    const from = async (identity: OfficerIdentity) =>
      chainFrom({ officerId: one.officerId, ...(await publicKeysOf(identity)) }, chain)?.length;
    const stranger = await generateOfficerIdentity();
    expect([await from(one), await from(two), await from(three), await from(stranger)]).toEqual([
      2,
      1,
      undefined,
      undefined,
    ]);
  });

  it('is not followed where it names the fingerprint of one key and is signed by another', async () => {
    const mallory = { ...(await generateOfficerIdentity()), officerId: one.officerId };
    const [held, own] = [await publicKeysOf(one), await publicKeysOf(mallory)];
    const fresh = await generateOfficerIdentity();
    const to = { keys: await publicKeysOf(fresh), signingSecret: fresh.signingSecret };
    const honest = signSuccession(
      one.officerId,
      { keys: own, signingSecret: mallory.signingSecret },
      to,
      { at: new Date(0), reason: 'routine' },
    );
    const fingerprint = officerFingerprint({ officerId: one.officerId, ...held }).hex;
    const claimed = [{ ...honest, from: { fingerprint, signingKey: own.signingKey } }];
    expect(chainFrom({ officerId: one.officerId, ...held }, claimed)).toBeNull();
  });

  it.each<[string, (steps: KeySuccession[]) => KeySuccession[]]>([
    ['another date', ([a, b]) => [{ ...a!, at: '2026-10-02T08:00:00.000Z' }, b!]],
    ['another reason', ([a, b]) => [{ ...a!, reason: 'routine' }, b!]],
    ['a step left out', ([a]) => [a!]],
    ['its steps exchanged', ([a, b]) => [b!, a!]],
    ['a step twice', ([a, b]) => [a!, a!, b!]],
    [
      'its signatures exchanged',
      ([a, b]) => [{ ...a!, signatures: { from: a!.signatures.to, to: a!.signatures.from } }, b!],
    ],
    [
      'the signature of the old key alone',
      ([a, b]) => [{ ...a!, signatures: { ...a!.signatures, to: a!.signatures.from } }, b!],
    ],
    [
      'the signature of the new key alone',
      ([a, b]) => [{ ...a!, signatures: { ...a!.signatures, from: a!.signatures.to } }, b!],
    ],
    [
      'another key at its beginning',
      ([a, b]) => [{ ...a!, from: { ...a!.from, signingKey: b!.from.signingKey } }, b!],
    ],
    [
      'another fingerprint at its beginning',
      ([a, b]) => [{ ...a!, from: { ...a!.from, fingerprint: 'f'.repeat(64) } }, b!],
    ],
  ])('with %s leads nowhere', (_what, change) => {
    const steps = change([...chain]);
    expect(leadsTo(card, card.issuedAt, chain)).toBe(true);
    expect(leadsTo(card, card.issuedAt, steps)).toBe(false);
    expect(parseOfficerCard(signedAgain({ successions: steps }))).toEqual(invalid);
  });

  it('of one officer leads to no other’s card, nor to a card from before it', async () => {
    const stranger = await generateOfficerIdentity();
    const other = { ...cardKeys(card), officerId: stranger.officerId };
    expect(leadsTo(other, card.issuedAt, chain)).toBe(false);
    expect(leadsTo(card, '2026-10-31T00:00:00.000Z', chain)).toBe(false);
  });
});

describe('an officer card of version 2', () => {
  it('carries the successions to its keys, by file and by code', () => {
    const code = cardCode(card) ?? '';
    expect([card.version, chain.map(({ reason }) => reason)]).toEqual([
      2,
      ['post-change', 'routine'],
    ]);
    expect(parseOfficerCard(serialiseOfficerCard(card))).toEqual({ ok: true, value: card });
    expect(code).toMatch(/^[0-9A-Z $%*+\-./:]+$/u);
    expect(parseCardCode(code)).toEqual({ ok: true, value: card });
  });

  it('is of version 1 as long as its keys are the first', async () => {
    expect((await cardOf(one)).version).toBe(1);
  });

  it('with any byte altered is refused', () => {
    const bytes = serialiseOfficerCard(card);
    const accepted: number[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      if (parseOfficerCard(flipped).ok) accepted.push(at);
    }
    expect(accepted).toEqual([]);
  });

  it('whose code has any character altered is refused', () => {
    const code = cardCode(card) ?? '';
    const accepted: number[] = [];
    for (let at = 0; at < code.length; at += 1) {
      const other = code[at] === '0' ? '1' : '0';
      if (parseCardCode(code.slice(0, at) + other + code.slice(at + 1)).ok) accepted.push(at);
    }
    expect(accepted).toEqual([]);
  });

  it.each<[string, () => Uint8Array]>([
    ['is said to be of version 1', () => signedAgain({ version: 1 })],
    ['has no succession', () => signedAgain({ successions: [] })],
    ['lost its successions', () => signedAgain({ successions: null })],
    ['has a succession with a member more', () => withStep({ note: 'x' })],
    ['has a date with no milliseconds', () => withStep({ at: '2026-10-01T08:00:00Z' })],
    ['has a date in another zone', () => withStep({ at: '2026-10-01T10:00:00.000+02:00' })],
    ['has a reason that there is not', () => withStep({ reason: 'because' })],
    [
      'is signed as one of version 1',
      () => {
        const { signature: _, ...unsigned } = card;
        const text = Buffer.from(canonicalJson(unsigned));
        const signature = signMessage(three.signingSecret, 'steady-state officer card v1', text);
        return Buffer.from(canonicalJson({ ...unsigned, signature }));
      },
    ],
  ])('that %s is refused', (_what, make) => {
    expect(parseOfficerCard(make())).toEqual(invalid);
  });

  it('leaves the oldest successions out where a code has no room for all', async () => {
    let many = three;
    for (let day = 2; day < 9; day += 1) many = await succeeded(many, `2026-11-0${String(day)}`);
    const all = await cardOf(many);
    const few = await cardOf(many, '2026-11-20', { successions: 3 });
    expect([cardSuccessions(all).length, cardCode(all)]).toEqual([9, null]);
    expect(parseCardCode(cardCode(few) ?? '')).toEqual({ ok: true, value: few });
    expect(cardSuccessions(few)).toEqual(cardSuccessions(all).slice(-3));
  });
});

function withStep(members: Record<string, unknown>): Buffer {
  return signedAgain({ successions: [{ ...chain[0], ...members }, chain[1]] });
}
