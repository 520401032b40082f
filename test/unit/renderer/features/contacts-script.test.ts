import { describe, expect, it } from 'vitest';
import { scriptCode } from '../../../../src/shared/model/primitives.ts';
import { withText } from '../../../../src/renderer/features/contacts/name-edit.ts';
import { SCRIPT_CODES, scriptOf } from '../../../../src/renderer/features/contacts/script.ts';

describe('the script of a name', () => {
  it.each([
    ['Amina Dirie', 'Latn'],
    ['أمينة ديري', 'Arab'],
    ['Нина Ковалёва', 'Cyrl'],
    ['李文静', 'Hani'],
    ['さくら 田中', 'Jpan'],
    ['김민지', 'Hang'],
    ['សុខ ដារ៉ា', 'Khmr'],
    ['यशोदा', 'Deva'],
    ['יעל בן עמי', 'Hebr'],
    ['ፀሐይ', 'Ethi'],
    ['ნინო', 'Geor'],
    ['Dr. علي حسن', 'Arab'],
  ])('of %s is %s', (name, script) => {
    expect(scriptOf(name)).toBe(script);
  });

  it.each(['', '—', '+000 555', '😀'])('of %j, which has no letter, is not known', (text) => {
    expect(scriptOf(text)).toBeNull();
  });

  it('is always a code that the model takes', () => {
    expect(SCRIPT_CODES.filter((code) => !scriptCode.safeParse(code).success)).toEqual([]);
  });
});

describe('typing a name', () => {
  const name = { id: 'x', kind: 'primary', text: 'Sok', script: 'Latn' } as const;

  it('follows the script of what is typed', () => {
    expect(withText(name, 'សុខ').script).toBe('Khmr');
  });

  it('keeps a script that the officer chose', () => {
    expect(withText({ ...name, script: 'Thai' }, 'Sok D').script).toBe('Thai');
  });
});
