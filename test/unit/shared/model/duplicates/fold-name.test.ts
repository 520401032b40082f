import { describe, expect, it } from 'vitest';
import { foldName, nameLikeness } from '../../../../../src/shared/model/duplicates/fold-name.ts';

function likeness(a: string, b: string): string | null {
  const [there, back] = [
    nameLikeness(foldName(a), foldName(b)),
    nameLikeness(foldName(b), foldName(a)),
  ];
  expect(back).toBe(there);
  return there;
}

describe('two names', () => {
  it.each([
    ['Amina Dirie', 'amina  DIRIE'],
    ['José Núñez', 'Jose Nunez'],
    ['Dirie, Amina', 'Amina Dirie'],
    ['Amina al-Dirie', 'Amina Dirie'],
    ['Ａｍｉｎａ Dirie', 'Amina Dirie'],
    ['أمينة ديري', 'امينه ديري'.replace('ه', 'ة')],
  ])('are the same but for how they are written: %s, %s', (a, b) => {
    expect(likeness(a, b)).toBe('same-name');
  });

  it.each([
    ['Amina Dirie', 'أمينة ديري'],
    ['Mohammed Khatib', 'محمد الخطيب'],
    ['Mohammed al-Khatib', 'Muhamad Hatib'],
    ['Мухаммад Каримов', 'Mohammad Karimov'],
    ['Sergey Ivanov', 'Сергей Иванов'],
    ['Alexandros Nikas', 'Αλέξανδρος Νίκας'],
    ['Wang Xiaoming', '王小明'],
    ['Yusuf Ahmadi', 'Yousef Ahmedi'],
  ])('sound alike in another script or spelling: %s, %s', (a, b) => {
    expect(likeness(a, b)).toBe('sounds-alike');
  });

  it.each([
    ['Amina Dirie', 'Amina Dirie Warsame', 'part-of-name'],
    ['Maria Santos', 'Maria Santas', 'sounds-alike'],
    ['Marta Kowalska', 'Marta Kowalski', 'sounds-alike'],
    ['Robert Nkemba', 'Robert Nkenba', 'one-letter-apart'],
  ])('are near each other: %s, %s', (a, b, why) => {
    expect(likeness(a, b)).toBe(why);
  });

  it.each([
    ['Amina Dirie', 'Samira Haddad'],
    ['Amina', 'Dirie'],
    ['Ali', 'Eli'],
    ['', 'Amina'],
    ['***', '---'],
    ['Robert Nkemba', 'Roland Nkenda'],
  ])('are not alike: %s, %s', (a, b) => {
    expect(likeness(a, b)).toBe(null);
  });
});
