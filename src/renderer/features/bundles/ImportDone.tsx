import type { ReactNode } from 'react';
import { BookOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/contract/bundles.ts';
import type { Calls } from '../../../shared/contract/contract.ts';
import type { ResultOf } from '../../../shared/contract/define.ts';
import { Banner } from '../../components/Banner.tsx';
import { ButtonLink } from '../../components/Button.tsx';
import { SenderLine } from './ImportSender.tsx';
import { useCounts } from './use-counts.ts';
import styles from './bundles.module.css';

export type Applied = ResultOf<Calls['bundles']['apply']>;

export interface ImportDoneProps {
  readonly applied: Applied;
  readonly sender: ImportPreview['sender'];
  readonly bundleId: string;
}

/** What was taken in, and where to look at it or take it back. */
export function ImportDone({ applied, sender, bundleId }: ImportDoneProps): ReactNode {
  const { t } = useTranslation('bundles');
  const counts = useCounts();
  const brought = counts(applied.counts);
  return (
    <div className={styles['column']}>
      <SenderLine sender={sender} />
      <Banner
        tone="positive"
        role="status"
        title={t('import.done.body', { count: applied.changeSets })}
      >
        {brought !== '' && <p>{t('import.done.counts', { counts: brought })}</p>}
        {applied.changeSets > 0 && <p>{t('import.done.undoHint')}</p>}
      </Banner>
      <div className={styles['buttons']}>
        <ButtonLink to="/brief" search={{ bundle: bundleId }} variant="primary" icon={BookOpen}>
          {t('register.brief')}
        </ButtonLink>
        <ButtonLink to="/contacts">{t('import.done.contacts')}</ButtonLink>
        <ButtonLink to="/history">{t('import.done.history')}</ButtonLink>
      </div>
    </div>
  );
}
