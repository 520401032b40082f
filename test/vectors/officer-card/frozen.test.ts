import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { officerFingerprint } from '../../../src/vault/keys/fingerprint-words.ts';
import { chainFrom, signSuccession } from '../../../src/vault/keys/key-succession.ts';
import { cardCode, parseCardCode } from '../../../src/vault/keys/officer-card-code.ts';
import {
  cardSuccessions,
  issueOfficerCard,
  parseOfficerCard,
  serialiseOfficerCard,
  type OfficerCard,
} from '../../../src/vault/keys/officer-card.ts';
import { publicKeysOf } from '../../../src/vault/keys/officer-identity.ts';
import { VECTORS, type FrozenOfficer } from './vector-kit.ts';

describe.each(VECTORS)('the frozen officer card %s', (name) => {
  it('is read to the same officer from its file and from its code', async () => {
    const { file, code, frozen } = await load(name);
    const card = read(parseOfficerCard(file));
    expect(parseCardCode(code)).toEqual({ ok: true, value: card });
    const { hex, words } = officerFingerprint(card);
    const { name: called, post, issuedAt } = card;
    expect({ details: { name: called, post, issuedAt }, hex, words }).toEqual({
      details: frozen.details,
      hex: frozen.fingerprintHex,
      words: frozen.fingerprintWords,
    });
  });

  it('is what the writer still makes of the keys, byte for byte', async () => {
    const { file, code, frozen } = await load(name);
    const { details, identities } = frozen;
    const identity = identities.at(-1) ?? expect.unreachable();
    const issued = await issueOfficerCard(identity, {
      ...details,
      issuedAt: new Date(details.issuedAt),
    });
    const card = read(issued);
    expect([serialiseOfficerCard(card).equals(file), cardCode(card)]).toEqual([true, code]);
  });

  it('is followed from each of the keys before, by the statements that those would sign again', async () => {
    const { file, frozen } = await load(name);
    const card = read(parseOfficerCard(file));
    const steps = cardSuccessions(card);
    const { officerId } = card;
    const signers = await Promise.all(
      frozen.identities.map(async (identity) => ({
        keys: await publicKeysOf(identity),
        signingSecret: identity.signingSecret,
      })),
    );
    const signedAgain = steps.map(({ at, reason }, index) => {
      const [from, to] = signers.slice(index, index + 2);
      if (from === undefined || to === undefined) return expect.unreachable();
      return signSuccession(officerId, from, to, { at: new Date(at), reason });
    });
    expect(signedAgain).toEqual(steps);
    const lengths = signers.map(
      ({ keys }) => chainFrom({ officerId, ...keys }, steps)?.length ?? 0,
    );
    expect(lengths).toEqual(signers.map((_, index) => signers.length - 1 - index));
  });
});

async function load(
  name: string,
): Promise<{ file: Buffer; code: string; frozen: FrozenOfficer }> {
  const at = (file: string): URL => new URL(file, import.meta.url);
  return {
    file: await readFile(at(`${name}.json`)),
    code: await readFile(at(`${name}.txt`), 'utf8'),
    frozen: JSON.parse(await readFile(at(`${name}.officer.json`), 'utf8')) as FrozenOfficer,
  };
}

function read(card: ReturnType<typeof parseOfficerCard>): OfficerCard {
  if (!card.ok) throw new Error(card.failure.kind);
  return card.value;
}
