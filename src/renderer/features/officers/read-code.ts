import { decodeQR } from 'qr/decode.js';

/** A larger picture costs more memory than any code needs. */
const MAX_PIXELS = 64 * 1024 * 1024;
/** Longest sides to try, in pixels: a photo blurred by its own noise is often read when smaller. */
const SIDES = [2_400, 1_600, 3_600, 1_100] as const;
/** A second for each size: the officer waits for one picture, not for a stream of them. */
const LIMIT_MS = 1_000;

/** The text of the QR code in a picture; null where there is none that can be read. */
export async function readCode(picture: Blob): Promise<string | null> {
  const bitmap = await createImageBitmap(picture).catch(() => null);
  if (bitmap === null) return null;
  try {
    if (bitmap.width * bitmap.height > MAX_PIXELS) return null;
    for (const side of SIDES) {
      const text = decoded(bitmap, Math.min(1, side / Math.max(bitmap.width, bitmap.height)));
      if (text !== null) return text;
    }
    return null;
  } finally {
    bitmap.close();
  }
}

function decoded(bitmap: ImageBitmap, scale: number): string | null {
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const drawing = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (drawing === null) return null;
  drawing.fillStyle = '#fff';
  drawing.fillRect(0, 0, width, height);
  drawing.drawImage(bitmap, 0, 0, width, height);
  const { data } = drawing.getImageData(0, 0, width, height);
  try {
    return decodeQR({ width, height, data }, { format: 'RGBA', effort: 3, timeLimit: LIMIT_MS });
  } catch {
    // The decoder throws where it finds no code; that is its answer.
    return null;
  }
}
