/**
 * Makes the frozen officer cards: `node test/vectors/officer-card/generate.ts`. Run once: cards like
 * them are on sticks and on paper, so a vector that is there is left as it is.
 */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { SUCCESSION_REASONS } from '../../../src/shared/model/officer.ts';
import { officerFingerprint } from '../../../src/vault/keys/fingerprint-words.ts';
import { cardCode } from '../../../src/vault/keys/officer-card-code.ts';
import { issueOfficerCard, serialiseOfficerCard } from '../../../src/vault/keys/officer-card.ts';
import { generateOfficerIdentity, successorOf } from '../../../src/vault/keys/officer-identity.ts';
import { VECTORS, type FrozenOfficer } from './vector-kit.ts';

const SUCCESSIONS = { v1: 0, 'v2-one-succession': 1, 'v2-three-successions': 3 } as const;
const details = {
  name: 'Zoë Ōkami (fictional)',
  post: 'Örebro',
  issuedAt: '2026-11-25T08:00:00.000Z',
};

for (const name of VECTORS) {
  const place = (file: string): URL => new URL(file, import.meta.url);
  if (existsSync(place(`${name}.json`))) continue;
  let identity = await generateOfficerIdentity();
  const identities = [identity];
  for (let count = 0; count < SUCCESSIONS[name]; count += 1) {
    const at = new Date(Date.UTC(2026, 8 + count, 1, 9));
    const reason = SUCCESSION_REASONS[count] ?? 'routine';
    identity = (await successorOf(identity)).succeed({ at, reason });
    identities.push(identity);
  }
  const issuedAt = new Date(details.issuedAt);
  const card = await issueOfficerCard(identity, { ...details, issuedAt });
  if (!card.ok) throw new Error(card.failure.kind);
  const { hex, words } = officerFingerprint(card.value);
  const frozen: FrozenOfficer = {
    ...{ details, identities },
    ...{ fingerprintHex: hex, fingerprintWords: words },
  };
  await writeFile(place(`${name}.json`), serialiseOfficerCard(card.value));
  await writeFile(place(`${name}.txt`), cardCode(card.value) ?? '');
  await writeFile(place(`${name}.officer.json`), `${JSON.stringify(frozen, null, 2)}\n`);
}
