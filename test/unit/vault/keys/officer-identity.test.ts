import { createPublicKey, verify } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { officerFingerprint } from '../../../../src/vault/keys/fingerprint-words.ts';
import {
  cardKeys,
  issueOfficerCard,
  parseOfficerCard,
  serialiseOfficerCard,
  type OfficerCard,
} from '../../../../src/vault/keys/officer-card.ts';
import {
  generateOfficerIdentity,
  parseOfficerIdentity,
  publicKeysOf,
  type OfficerIdentity,
} from '../../../../src/vault/keys/officer-identity.ts';
import {
  generateSigningKey,
  signMessage,
  verifyMessage,
} from '../../../../src/vault/keys/signing.ts';

let identity: OfficerIdentity;
let card: OfficerCard;
const DETAILS = { name: 'Amina El-Sayed', post: 'Second Secretary, Cairo', issuedAt: new Date(0) };
const invalid = { ok: false, failure: { kind: 'card-invalid' } };

beforeAll(async () => {
  identity = await generateOfficerIdentity();
  const issued = await issueOfficerCard(identity, DETAILS);
  if (!issued.ok) throw new Error('no card');
  card = issued.value;
});

/** The card with members changed, spelled canonically. */
function changed(members: Record<string, unknown>): Buffer {
  return serialiseOfficerCard({ ...card, ...members } as OfficerCard);
}
/** The same, signed again: what somebody with the key could make. */
function signedAgain(members: Record<string, unknown>): Buffer {
  const { signature: _, ...unsigned } = { ...card, ...members };
  const text = serialiseOfficerCard(unsigned as OfficerCard);
  const signature = signMessage(identity.signingSecret, 'steady-state officer card v1', text);
  return serialiseOfficerCard({ ...unsigned, signature } as OfficerCard);
}

describe('an officer identity', () => {
  it('survives being stored, and has a public half of the forms that other tools know', async () => {
    const stored = parseOfficerIdentity(JSON.parse(JSON.stringify(identity)));
    expect(stored).toEqual(identity);
    const keys = await publicKeysOf(stored);
    expect(keys.ageRecipient).toMatch(/^age1[02-9ac-hj-np-z]{58}$/u);
    expect(keys.ageHybridRecipient).toMatch(/^age1pq1[02-9ac-hj-np-z]{1952}$/u);
    expect(Buffer.from(keys.signingKey, 'base64')).toHaveLength(32);
  });

  it('never repeats', async () => {
    const other = await generateOfficerIdentity();
    const shared = Object.entries(other).filter(
      ([name, value]) => (identity as Record<string, unknown>)[name] === value,
    );
    expect(shared.map(([name]) => name)).toEqual(['format', 'version']);
  });

  it('read from something else throws, without the value', () => {
    for (const stored of [{ ...identity, version: 2 }, 'AGE-SECRET-KEY-1SOMETHING', {}, null]) {
      expect(() => parseOfficerIdentity(stored)).toThrow(
        /^Stored officer identity has another form$/u,
      );
    }
  });
});

describe('an officer card', () => {
  it('survives the journey, with or without a line feed at its end', () => {
    const bytes = serialiseOfficerCard(card);
    expect(parseOfficerCard(bytes)).toEqual({ ok: true, value: card });
    expect(parseOfficerCard(Buffer.concat([bytes, Buffer.from('\r\n')]))).toEqual({
      ok: true,
      value: card,
    });
    expect(bytes.toString()).not.toContain('SECRET');
  });

  it('is signed so that any Ed25519 tool can check it', () => {
    const { signature, ...unsigned } = card;
    const spki = Buffer.concat([
      Buffer.from('302a300506032b6570032100', 'hex'),
      Buffer.from(card.signingKey, 'base64'),
    ]);
    const message = Buffer.concat([
      Buffer.from('steady-state officer card v1\0'),
      serialiseOfficerCard(unsigned as OfficerCard),
    ]);
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    expect(verify(null, message, key, Buffer.from(signature, 'base64'))).toBe(true);
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

  it('signed again by its own key with another name is a card, with the same fingerprint', () => {
    const renamed = parseOfficerCard(signedAgain({ name: 'Amina Haddad' }));
    expect(renamed.ok && officerFingerprint(renamed.value)).toEqual(officerFingerprint(card));
  });

  it.each<[string, () => Uint8Array]>([
    ['is empty', () => Buffer.alloc(0)],
    ['is no JSON', () => Buffer.from('card')],
    ['is too large', () => Buffer.alloc(20_000, 0x20)],
    ['is spread over lines', () => Buffer.from(JSON.stringify(card, null, 2))],
    [
      'has its signature from another context',
      () => {
        const { signature: _, ...unsigned } = card;
        const text = serialiseOfficerCard(unsigned as OfficerCard);
        return changed({
          signature: signMessage(identity.signingSecret, 'steady-state bundle manifest v1', text),
        });
      },
    ],
    ['is signed by another key', () => changed({ signingKey: generateSigningKey().signingKey })],
    [
      'has no signature',
      () => {
        const { signature: _, ...unsigned } = card;
        return serialiseOfficerCard(unsigned as OfficerCard);
      },
    ],
    ['has a member more', () => signedAgain({ note: 'x' })],
    ['is of a newer version', () => signedAgain({ version: 2 })],
    ['has an empty name', () => signedAgain({ name: '' })],
    ['has a name with a line feed', () => signedAgain({ name: 'A\nB' })],
    ['has a name that turns the reading direction', () => signedAgain({ name: 'A\u202eB' })],
    ['has a name not in NFC', () => signedAgain({ name: 'Zoe\u0308' })],
    ['has a name of 400 characters', () => signedAgain({ name: 'a'.repeat(400) })],
    [
      'has a recipient with a wrong check',
      () =>
        signedAgain({
          ageRecipient: `${card.ageRecipient.slice(0, -1)}${card.ageRecipient.endsWith('q') ? 'p' : 'q'}`,
        }),
    ],
    [
      'has its recipients exchanged',
      () =>
        signedAgain({
          ageRecipient: card.ageHybridRecipient,
          ageHybridRecipient: card.ageRecipient,
        }),
    ],
    [
      'has an officer id in capitals',
      () => signedAgain({ officerId: 'ABCDEF00-0000-4000-8000-000000000000' }),
    ],
    ['has a date without time', () => signedAgain({ issuedAt: '2026-11-24' })],
  ])('that %s is refused', (_what, make) => {
    expect(parseOfficerCard(make())).toEqual(invalid);
  });

  it('is not issued for a name that could not be read back', async () => {
    expect(await issueOfficerCard(identity, { ...DETAILS, name: ' A ' })).toEqual(invalid);
  });
});

describe('the fingerprint', () => {
  it('is ten words that change with every key and with the officer', async () => {
    const other = await generateOfficerIdentity();
    const keys = await publicKeysOf(other);
    const variants = [
      card,
      { ...card, officerId: other.officerId },
      { ...card, ageRecipient: keys.ageRecipient },
      { ...card, ageHybridRecipient: keys.ageHybridRecipient },
      { ...card, signingKey: keys.signingKey },
    ].map((one) => officerFingerprint(one).words.join(' '));
    expect(new Set(variants).size).toBe(variants.length);
    expect(officerFingerprint(card).words).toHaveLength(10);
  });

  it('of fixed keys is fixed', () => {
    const fingerprint = officerFingerprint({
      officerId: '00000000-0000-4000-8000-000000000001',
      ageRecipient: 'age1example',
      ageHybridRecipient: 'age1pq1example',
      signingKey: `${'A'.repeat(43)}=`,
    });
    expect(fingerprint).toMatchInlineSnapshot(`
      {
        "hex": "6d10e188f36b226c3315c9bd95a7cf7a9f279a112cb6b7b20e2b05156256eedb",
        "words": [
          "home",
          "mandate",
          "giraffe",
          "traffic",
          "rate",
          "current",
          "slush",
          "rice",
          "rural",
          "pudding",
        ],
      }
    `);
  });

  it('holds for the keys of a card alone', () => {
    const officer = { officerId: card.officerId, ...cardKeys(card) };
    expect(officerFingerprint(officer)).toEqual(officerFingerprint(card));
  });
});

describe('signing', () => {
  const message = Buffer.from('manifest');
  const context = 'steady-state bundle manifest v1';

  it('holds for its own key, context and message only', () => {
    const signature = signMessage(identity.signingSecret, context, message);
    expect(verifyMessage(card.signingKey, context, message, signature)).toBe(true);
    expect(verifyMessage(card.signingKey, 'steady-state officer card v1', message, signature)).toBe(
      false,
    );
    expect(verifyMessage(card.signingKey, context, Buffer.from('manifesT'), signature)).toBe(false);
    expect(verifyMessage(generateSigningKey().signingKey, context, message, signature)).toBe(false);
  });

  it('answers false, and does not throw, for keys and signatures of the wrong form', () => {
    const signature = signMessage(identity.signingSecret, context, message);
    for (const bad of ['', 'A', `${'/'.repeat(43)}=`, `${card.signingKey} `, 'AAAA']) {
      expect(verifyMessage(bad, context, message, signature)).toBe(false);
      expect(verifyMessage(card.signingKey, context, message, bad)).toBe(false);
    }
  });
});
