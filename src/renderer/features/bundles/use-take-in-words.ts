import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/contract/bundles.ts';
import { isTrusted } from '../../../shared/model/officer.ts';

export interface TakeInWords {
  readonly label: string;
  readonly isRisky: boolean;
}

/**
 * What the button that takes a bundle in says, and whether it is a risk: a removal of many is named
 * with its number, and an officer whose card was not verified is named as such.
 */
export function useTakeInWords(): (
  preview: Pick<ImportPreview, 'sender' | 'deletions' | 'isMassDeletion'>,
) => TakeInWords {
  const { t } = useTranslation('bundles');
  return ({ sender, deletions, isMassDeletion }) => {
    const isKnown = isTrusted(sender.trust);
    const count = deletions.length;
    const label = isMassDeletion
      ? t(isKnown ? 'import.preview.applyMass' : 'import.preview.applyMassUnverified', { count })
      : t(isKnown ? 'import.preview.apply' : 'import.preview.applyUnverified');
    return { label, isRisky: isMassDeletion || !isKnown };
  };
}
