import { describe, expect, it } from 'vitest';
import {
  bundleFileName,
  fingerprintRows,
  staysByReason,
} from '../../../../../src/renderer/features/bundles/stays.ts';

describe('staysByReason', () => {
  it('gathers by reason and tells whole contacts from single records', () => {
    const entry = (
      type: 'contact' | 'meeting-log',
      label: string,
      why: 'refused' | 'closely-held',
    ) => ({
      record: { type, id: label },
      label,
      contactId: 'c',
      why,
    });
    const groups = staysByReason([
      entry('contact', 'Amina', 'refused'),
      entry('meeting-log', 'Visit', 'closely-held'),
      entry('contact', 'Budi', 'refused'),
    ]);
    expect(
      groups.map((group) => [
        group.why,
        group.contacts.map((each) => each.label),
        group.records.map((each) => each.label),
      ]),
    ).toEqual([
      ['refused', ['Amina', 'Budi'], []],
      ['closely-held', [], ['Visit']],
    ]);
  });
});

describe('fingerprintRows', () => {
  it('breaks the words into rows and loses none', () => {
    expect(fingerprintRows(['a', 'b', 'c', 'd', 'e'])).toEqual([['a', 'b', 'c', 'd'], ['e']]);
  });
});

describe('bundleFileName', () => {
  it('says nothing of whom the bundle concerns', () => {
    expect(bundleFileName('2026-11-24')).toBe('steady-state-2026-11-24.age');
  });
});
