import { describe, expect, it } from 'vitest';
import {
  filterCards,
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
