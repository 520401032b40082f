import { beforeAll, describe, expect, it } from 'vitest';
import { encodeQR } from 'qr';
import { decodeQR } from 'qr/decode.js';
import { CARD_CODE_MAX_CHARS } from '../../../../src/shared/model/officer.ts';
import { cardCode, parseCardCode } from '../../../../src/vault/keys/officer-card-code.ts';
import { issueOfficerCard, type OfficerCard } from '../../../../src/vault/keys/officer-card.ts';
import { generateOfficerIdentity } from '../../../../src/vault/keys/officer-identity.ts';

const invalid = { ok: false, failure: { kind: 'card-invalid' } };
let card: OfficerCard;
let code: string;

async function cardOf(name: string, post: string): Promise<OfficerCard> {
  const issued = await issueOfficerCard(await generateOfficerIdentity(), {
    name,
    post,
    issuedAt: new Date('2026-11-25T09:30:00.123Z'),
  });
  if (!issued.ok) throw new Error('no card');
  return issued.value;
}

function withPart(parts: readonly string[], index: number, part: string): string {
  return parts.map((old, at) => (at === index ? part : old)).join(':');
}

beforeAll(async () => {
  card = await cardOf('Amina El-Sayed أمينة', 'Second Secretary, Cairo');
  code = cardCode(card) ?? '';
});

describe('an officer card as a code', () => {
  it('is the same card again', () => {
    expect(parseCardCode(code)).toEqual({ ok: true, value: card });
  });

  it('is text of the densest mode of a QR code, and comes back from one', () => {
    expect(code).toMatch(/^[0-9A-Z $%*+\-./:]+$/u);
    const modules = encodeQR(code, 'raw', { ecc: 'low', border: 4, encoding: 'alphanumeric' });
    const scale = 4;
    const size = modules.length * scale;
    const data = new Uint8Array(size * size * 3).fill(255);
    for (let y = 0; y < size; y += 1) {
      for (let x = 0; x < size; x += 1) {
        const isDark = modules[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true;
        if (isDark) data.fill(0, (y * size + x) * 3, (y * size + x) * 3 + 3);
      }
    }
    expect(decodeQR({ width: size, height: size, data })).toBe(code);
  });

  it('is refused where any part of it is another, missing, or spelled otherwise', () => {
    const parts = code.split(':');
    const altered = parts.slice(1).map((part, index) => {
      const swapped = part.endsWith('7') ? `${part.slice(0, -1)}8` : `${part.slice(0, -1)}7`;
      return withPart(parts, index + 1, swapped);
    });
    const wrong = [
      ...altered,
      ...parts.map((_, index) => parts.filter((_part, other) => other !== index).join(':')),
      code.toLowerCase(),
      `${code} `,
      `${code}\n`,
      withPart(parts, 6, `0${parts[6] ?? ''}`),
      withPart(parts, 6, '999999999999999'),
      withPart(parts, 7, 'FF'),
      '',
    ];
    for (const text of wrong) expect(parseCardCode(text), text.slice(0, 80)).toEqual(invalid);
  });

  it('does not exist for a name that no code has room for', async () => {
    const long = await cardOf('م'.repeat(300), 'م'.repeat(300));
    expect(cardCode(long)).toBeNull();
    const fits = await cardOf('م'.repeat(200), 'Cairo');
    expect(cardCode(fits)?.length).toBeLessThanOrEqual(CARD_CODE_MAX_CHARS);
  });
});
