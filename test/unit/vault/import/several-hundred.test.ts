import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readVcardFile, type VcardFile } from '../../../../src/vault/import/read-vcard-file.ts';
import { madeCards } from '../../../vectors/vcard/make.ts';

const VECTORS = new URL('../../../vectors/vcard/', import.meta.url);

function readVector(): VcardFile {
  const read = readVcardFile(readFileSync(new URL('several-hundred.vcf', VECTORS)));
  if (read === null) throw new Error('no cards');
  return read;
}

/** The whole result as JSON; photos by the hash of their bytes. */
function frozen(read: VcardFile): unknown {
  return {
    ...read,
    cards: read.cards.map((card) => ({
      ...card,
      draft: card.draft === null ? null : { ...card.draft, photo: photoOf(card.draft.photo) },
    })),
  };
}

function photoOf(photo: { bytes: Uint8Array; mediaType: string } | null): string | null {
  if (photo === null) return null;
  return `${photo.mediaType} ${createHash('sha256').update(photo.bytes).digest('hex')}`;
}

describe('a file of 400 cards in eleven scripts', () => {
  it('gives for each card what the generator put into it', () => {
    const cards = readVector().cards.filter(
      ({ findings }) => findings[0]?.reason !== 'outside-card',
    );
    const made = madeCards().map(({ expected }) => expected);
    expect(
      cards.map((card, index) => ({
        accepted: card.draft !== null,
        label: card.label,
        script: card.draft?.names[0]?.script ?? made[index]?.script,
        photo: card.draft?.photo?.mediaType ?? null,
      })),
    ).toEqual(made);
  });

  it('gives the report that was frozen', () => {
    const text = readFileSync(new URL('several-hundred.report.json', VECTORS), 'utf8');
    expect(frozen(readVector())).toEqual(JSON.parse(text));
  });

  it('keeps every photo byte for byte as the file holds it', () => {
    const photos = readVector().cards.flatMap(({ draft }) => draft?.photo ?? []);
    expect(photos).toHaveLength(madeCards().filter(({ expected }) => expected.photo).length);
    expect(photos.every(({ bytes }) => bytes.length > 100)).toBe(true);
  });
});
