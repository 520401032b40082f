import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Calls } from '../../../shared/contract/contract.ts';
import type { ResultOf } from '../../../shared/contract/define.ts';
import { Banner } from '../../components/Banner.tsx';
import { useLabel } from '../../i18n/use-label.ts';

/** What the check of the whole history found. */
export function HistoryVerdict({
  result,
}: {
  readonly result: ResultOf<Calls['history']['verify']>;
}): ReactNode {
  const { t } = useTranslation('history');
  const label = useLabel();
  const { firstAlteredSequence, firstDiffering } = result;
  if (result.intact) {
    return (
      <Banner tone="positive" role="status">
        {t('recent.intact', { count: result.changeSets })}
      </Banner>
    );
  }
  return (
    <Banner tone="danger" role="alert">
      {firstAlteredSequence !== null
        ? t('recent.altered', { sequence: firstAlteredSequence })
        : firstDiffering !== null
          ? t('recent.differs', { type: label('recordType', firstDiffering.type) })
          : t('recent.unsound')}
    </Banner>
  );
}
