import { describe, expect, it } from 'vitest';
import { pictureSizeOf } from '../../../../src/vault/service/picture-size.ts';

const of = (mediaType: string, ...parts: (string | number[])[]) =>
  pictureSizeOf(
    Buffer.concat(
      parts.map((part) =>
        typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part),
      ),
    ),
    mediaType,
  );
const PNG_START = '\x89PNG\r\n\x1a\n\0\0\0\rIHDR';
const SOF = [0xff, 0xc2, 0, 17, 8, 0x01, 0x02, 0x03, 0x04];

describe('the size of a picture', () => {
  it('is what the header of each kind declares', () => {
    expect([
      of('image/png', PNG_START, [0, 0, 0xea, 0x60, 0, 0, 0, 1]),
      of('image/gif', 'GIF89a', [0x02, 0x01, 0x03, 0x00]),
      of('image/jpeg', [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1], SOF),
      of('image/webp', 'RIFF....WEBPVP8 ....', [0, 0, 0, 0x9d, 1, 0x2a, 0x10, 0x40, 0x20, 0x80]),
      of('image/webp', 'RIFF....WEBPVP8L....', [0x2f, 0x09, 0x40, 0x01, 0x00]),
      of('image/webp', 'RIFF....WEBPVP8X....', [0, 0, 0, 0, 9, 0, 1, 4, 0, 0]),
    ]).toEqual([
      { width: 60_000, height: 1 },
      { width: 258, height: 3 },
      { width: 0x0304, height: 0x0102 },
      { width: 16, height: 32 },
      { width: 10, height: 6 },
      { width: 65_546, height: 5 },
    ]);
  });

  it('of a JPEG is that of its first frame, behind tables and fill bytes', () => {
    const tables = [0xff, 0xc4, 0, 4, 0xff, 0xc0, 0xff, 0xff, 0xdb, 0, 3, 1];
    expect(of('image/jpeg', [0xff, 0xd8], tables, SOF)).toEqual({ width: 0x0304, height: 0x0102 });
  });

  it('is not known where the header is cut off, of another kind, or leads nowhere', () => {
    expect([
      of('image/png', PNG_START),
      of('image/jpeg', [0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff]),
      of('image/jpeg', [0xff, 0xd8, 0xff, 0xe0, 0, 2, 0, 0]),
      of('image/webp', 'RIFF....WEBPVP8Z....', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
      of('text/plain', 'long enough to hold any header of a picture'),
    ]).toEqual([null, null, null, null, null]);
  });
});
