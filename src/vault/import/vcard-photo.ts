import { SHOWN_IMAGE_TYPES } from '../../shared/model/attachment.ts';
import type { VcardReason } from '../../shared/model/vcard-reasons.ts';
import { mediaTypeOf } from '../service/media-type.ts';
import { VCARD_LIMITS } from './vcard-limits.ts';
import { plainText, type VcardProperty } from './vcard-property.ts';

export interface VcardPhoto {
  readonly bytes: Uint8Array;
  readonly mediaType: (typeof SHOWN_IMAGE_TYPES)[number];
  readonly changes: readonly VcardReason[];
}

/** How writers of vCards spell the formats. */
const SPELLINGS = {
  'image/jpeg': /jpe?g|jfif/iu,
  'image/png': /png/iu,
  'image/gif': /gif/iu,
  'image/webp': /webp/iu,
} as const satisfies Record<(typeof SHOWN_IMAGE_TYPES)[number], RegExp>;
/** Other words may stand among the types (`home`, `uri`). */
const NAMES_A_FORMAT = /jpe?g|jfif|png|gif|webp|bmp|tiff|svg|heic/iu;

/**
 * The photo of a PHOTO or LOGO line. Its type is found from its bytes; an address outside the file
 * is never fetched.
 */
export function readPhoto(property: VcardProperty): VcardPhoto | { refused: VcardReason } {
  const value = plainText(property).trim();
  if (value === '') return { refused: 'empty-value' };
  const data = /^data:([^;,]*)((?:;[^;,]*)*),/iu.exec(value.slice(0, 1_000));
  if (data === null && !property.base64) return { refused: 'photo-not-in-file' };
  if (data !== null && !/;base64$/iu.test(data[2] ?? '')) return { refused: 'bad-encoding' };
  const base64 = data === null ? value : value.slice(data[0].length);
  const compact = base64.replace(/\s+/gu, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/u.test(compact)) return { refused: 'bad-encoding' };
  if ((compact.length * 3) / 4 > VCARD_LIMITS.photoBytes + 2) return { refused: 'photo-too-large' };
  const bytes = Buffer.from(compact, 'base64');
  const found = mediaTypeOf(bytes);
  const mediaType = SHOWN_IMAGE_TYPES.find((type) => type === found);
  if (mediaType === undefined) return { refused: 'photo-type-unknown' };
  const declared = [data?.[1] ?? '', ...property.types].join(' ');
  const differs = NAMES_A_FORMAT.test(declared) && !SPELLINGS[mediaType].test(declared);
  return {
    bytes,
    mediaType,
    changes: [...property.changes, ...(differs ? (['photo-type-differs'] as const) : [])],
  };
}
