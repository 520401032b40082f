import { describe, expect, it } from 'vitest';
import { mediaTypeOf } from '../../../../src/vault/service/media-type.ts';

const found = (...files: (Buffer | string)[]): string[] =>
  files.map((file) => mediaTypeOf(Buffer.isBuffer(file) ? file : Buffer.from(file, 'latin1')));

describe('the media type of a file', () => {
  it('is found from how its bytes begin', () => {
    expect(
      found(
        '\xff\xd8\xff\xe0 JFIF',
        '\x89PNG\r\n\x1a\n....',
        'GIF87a..',
        'GIF89a..',
        'RIFF\x24\x00\x00\x00WEBPVP8 ',
        '%PDF-1.7',
        'PK\x03\x04....',
      ),
    ).toEqual([
      'image/jpeg',
      'image/png',
      'image/gif',
      'image/gif',
      'image/webp',
      'application/pdf',
      'application/zip',
    ]);
  });

  it('is plain text for HTML, SVG and scripts, so that nothing treats them as more', () => {
    expect(
      found('<html><script>alert(1)</script>', '<svg xmlns="x"/>', Buffer.from('سميرة\r\n\tok')),
    ).toEqual(['text/plain', 'text/plain', 'text/plain']);
  });

  it('is unknown for everything else: empty, cut off, other encodings, other containers', () => {
    expect(
      found('', '\xff\xd8', 'RIFF\x24\x00\x00\x00WAVE', 'a\x00b', '\xe9t\xe9', 'MZ\x90\x00'),
    ).toEqual(Array.from({ length: 6 }, () => 'application/octet-stream'));
  });
});
