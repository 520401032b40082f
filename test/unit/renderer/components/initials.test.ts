import { describe, expect, it } from 'vitest';
import { initials } from '../../../../src/renderer/components/initials.ts';

describe('the initials of a name', () => {
  it.each([
    ['Amina Dirie', 'AD'],
    ['Ximena Quispe Mamani', 'XM'],
    ['Cher', 'C'],
    ['нина ковалёва', 'НК'],
    ['李文静', '李'],
    ['حسن العامري', 'ح'],
    ['“Juniper” (fictional)', 'JF'],
    ['  ', ''],
    ['—', ''],
  ])('of %s are %s', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});
