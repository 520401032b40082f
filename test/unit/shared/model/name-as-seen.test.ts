import { describe, expect, it } from 'vitest';
import { nameAsSeen } from '../../../../src/shared/model/name-as-seen.ts';

describe('a name as it is seen', () => {
  it('is the same however it is spaced, capitalised, marked or written in look-alikes', () => {
    const spellings = ['José Marin', 'JOSE  MARIN', 'jose-marin', 'Ｊosé Marin', 'Jоsе Маrin'];
    expect(new Set(spellings.map(nameAsSeen))).toEqual(new Set(['josemarin']));
  });

  it('is another for another name, also in another script', () => {
    const names = ['Jose Marin', 'Jose Marino', 'Жозе Марин', 'خوسيه مارين', '何塞'];
    expect(new Set(names.map(nameAsSeen)).size).toBe(names.length);
  });
});
