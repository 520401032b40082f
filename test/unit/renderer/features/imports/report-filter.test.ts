import { describe, expect, it } from 'vitest';
import {
  filterCards,
  isCard,
  type VcardCard,
} from '../../../../../src/renderer/features/imports/report-filter.ts';

const card = (line: number, part: Partial<VcardCard>): VcardCard => ({
  line,
  label: 'Amina',
  accepted: true,
  findings: [],
  mayBe: null,
  ...part,
});

describe('filterCards', () => {
  it('leaves the cards that the filter names, in the order of the file', () => {
    const cards = [
      card(1, {}),
      card(9, { accepted: false }),
      card(20, { mayBe: { id: 'x', label: 'Amina' } }),
      card(31, {
        findings: [{ line: 33, property: 'X-AIM', result: 'refused', reason: 'unknown-property' }],
      }),
    ];
    const lines = (filter: Parameters<typeof filterCards>[1]): number[] =>
      filterCards(cards, filter).map((each) => each.line);
    expect([
      lines('all'),
      lines('withFindings'),
      lines('onlyRefused'),
      lines('onlyDuplicates'),
    ]).toEqual([[1, 9, 20, 31], [31], [9], [20]]);
  });
});

describe('isCard', () => {
  it('is false only of lines that belong to no card that was read', () => {
    const finding = (reason: VcardCard['findings'][number]['reason']): VcardCard =>
      card(5, {
        ...{ label: '', accepted: false },
        findings: [{ line: 5, property: '', result: 'refused', reason }],
      });
    const reasons = ['no-name', 'card-not-closed', 'outside-card', 'too-many-cards'] as const;
    expect([card(1, {}), ...reasons.map(finding)].map(isCard)).toEqual([
      ...[true, true, true],
      ...[false, false],
    ]);
  });
});
