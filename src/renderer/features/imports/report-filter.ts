import type { VcardReport } from '../../../shared/contract/imports.ts';

export type VcardCard = VcardReport['contacts'][number];

export const CARD_FILTERS = ['all', 'withFindings', 'onlyRefused', 'onlyDuplicates'] as const;
export type CardFilter = (typeof CARD_FILTERS)[number];

/**
 * Whether an entry of the report is a card: lines between cards, and those after the most cards
 * that are read, have an entry too but are counted as lines only.
 */
export function isCard({ findings }: VcardCard): boolean {
  return !findings.some(({ reason }) => reason === 'outside-card' || reason === 'too-many-cards');
}

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
