import { describe, expect, it } from 'vitest';
import { shownName } from '../../../../../src/renderer/components/files/shown-name.ts';

describe('the name of a file as it is shown', () => {
  it('shows what would turn its direction as a mark, and leaves names in any script alone', () => {
    expect([
      shownName('photo\u202egpj.exe'),
      shownName('a\u2066b\u2069c\u200f.txt'),
      shownName('تقرير.pdf'),
    ]).toEqual(['photo\ufffdgpj.exe', 'a\ufffdb\ufffdc\ufffd.txt', 'تقرير.pdf']);
  });
});
