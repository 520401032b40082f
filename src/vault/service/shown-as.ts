import {
  SHOWN_IMAGE_TYPES,
  SHOWN_PIXELS_MAX,
  type ShownAs,
} from '../../shared/model/attachment.ts';
import { mediaTypeOf } from './media-type.ts';
import { pictureSizeOf } from './picture-size.ts';

export interface Shown {
  readonly mediaType: string;
  readonly shownAs: ShownAs;
}

/**
 * What a file is and how it may be shown, from its bytes alone: a record that came with a bundle
 * may say anything. HTML, SVG and scripts are text. A picture whose header does not say how large
 * it is, or says that it has no pixels, is not given to a decoder.
 */
export function shownAs(bytes: Uint8Array): Shown {
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === 'text/plain') return { mediaType, shownAs: 'text' };
  if (!SHOWN_IMAGE_TYPES.some((type) => type === mediaType)) {
    return { mediaType, shownAs: 'nothing' };
  }
  const size = pictureSizeOf(bytes, mediaType);
  if (size === null || size.width * size.height === 0) return { mediaType, shownAs: 'nothing' };
  const isTooLarge = size.width * size.height > SHOWN_PIXELS_MAX;
  return { mediaType, shownAs: isTooLarge ? 'oversized-picture' : 'picture' };
}
