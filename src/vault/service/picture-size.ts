export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The size in pixels that the header of a picture declares: what a decoder would make room for.
 * Null where the header is cut off or of another kind. Nothing is decoded.
 *
 * Sources: PNG 3rd edition 11.2.1, GIF89a 18, ITU-T T.81 B.2.2 (JPEG), RFC 9649 2.5-2.7 (WebP).
 */
export function pictureSizeOf(bytes: Uint8Array, mediaType: string): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    switch (mediaType) {
      case 'image/png':
        return { width: view.getUint32(16), height: view.getUint32(20) };
      case 'image/gif':
        return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
      case 'image/jpeg':
        return jpegSize(view);
      case 'image/webp':
        return webpSize(view);
      default:
        return null;
    }
  } catch (error) {
    // A read past the end: the header is not whole.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The markers of a JPEG that begin a frame: C0 to CF but for the tables C4, C8 and CC. */
function beginsFrame(marker: number): boolean {
  return (marker & 0xf0) === 0xc0 && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Segment after segment, each with its length, up to the first frame. */
function jpegSize(view: DataView): PictureSize | null {
  let at = 2;
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (beginsFrame(marker))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    // Fill bytes may stand before a marker.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

function webpSize(view: DataView): PictureSize | null {
  const kind = view.getUint8(15);
  if (kind === ' '.charCodeAt(0)) {
    const side = (at: number): number => view.getUint16(at, true) & 0x3fff;
    return { width: side(26), height: side(28) };
  }
  if (kind === 'L'.charCodeAt(0)) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (kind !== 'X'.charCodeAt(0)) return null;
  const side = (at: number): number =>
    (view.getUint16(at, true) | (view.getUint8(at + 2) << 16)) + 1;
  return { width: side(24), height: side(27) };
}
