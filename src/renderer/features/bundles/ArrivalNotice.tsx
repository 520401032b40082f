import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/contract/bundles.ts';
import { Banner } from '../../components/Banner.tsx';
import { useFormat } from '../../i18n/use-format.ts';

/** Says where a bundle stands in its sender's count, unless it is simply the next one. */
export function ArrivalNotice(props: Pick<ImportPreview, 'arrival' | 'kind'>): ReactNode {
  const { arrival, kind } = props;
  const { t } = useTranslation('bundles');
  const format = useFormat();
  switch (arrival.kind) {
    case 'next':
      return null;
    case 'replayed':
      return (
        <Banner tone="info" title={t('import.arrival.replayed')}>
          {t('import.arrival.replayedBody', { when: format.instant(arrival.at) })}
        </Banner>
      );
    case 'late':
      return (
        <Banner tone="info" title={t('import.arrival.late')}>
          {t('import.arrival.lateBody', { newest: arrival.newest })}
        </Banner>
      );
    case 'gap': {
      const { first, last } = arrival;
      return (
        <Banner tone="warning" title={t('import.arrival.gap', { count: last - first + 1 })}>
          {t(first === last ? 'import.arrival.gapOne' : 'import.arrival.gapSome', { first, last })}{' '}
          {t(kind === 'update' ? 'import.arrival.gapUpdate' : 'import.arrival.gapBody')}
        </Banner>
      );
    }
  }
}
