import type { VcardReport } from '../../../shared/contract/imports.ts';

export type VcardCard = VcardReport['contacts'][number];

export const CARD_FILTERS = ['all', 'withFindings', 'onlyRefused', 'onlyDuplicates'] as const;
export type CardFilter = (typeof CARD_FILTERS)[number];

/** The cards that a filter leaves, in the order of the file. */
export function filterCards(cards: readonly VcardCard[], filter: CardFilter): VcardCard[] {
  return cards.filter((card) => {
    switch (filter) {
      case 'all':
        return true;
      case 'withFindings':
        return card.findings.length > 0;
      case 'onlyRefused':
        return !card.accepted;
      case 'onlyDuplicates':
        return card.mayBe !== null;
    }
  });
}
