import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Calls } from '../../../shared/contract/contract.ts';
import type { ResultOf } from '../../../shared/contract/define.ts';
import { Banner } from '../../components/Banner.tsx';
import { ButtonLink } from '../../components/Button.tsx';
import { useCounts } from './use-counts.ts';
import styles from './bundles.module.css';

export type Applied = ResultOf<Calls['bundles']['apply']>;

/** What was taken in, and where to look at it or take it back. */
export function ImportDone({ applied }: { readonly applied: Applied }): ReactNode {
  const { t } = useTranslation('bundles');
  const counts = useCounts();
  const brought = counts(applied.counts);
  return (
    <div className={styles['column']}>
      <Banner
        tone="positive"
        role="status"
        title={t('import.done.body', { count: applied.changeSets })}
      >
        {brought !== '' && <p>{t('import.done.counts', { counts: brought })}</p>}
        {applied.changeSets > 0 && <p>{t('import.done.undoHint')}</p>}
      </Banner>
      <div className={styles['buttons']}>
        <ButtonLink to="/contacts" variant="primary">
          {t('import.done.contacts')}
        </ButtonLink>
        <ButtonLink to="/history">{t('import.done.history')}</ButtonLink>
      </div>
    </div>
  );
}
