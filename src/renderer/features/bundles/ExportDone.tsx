import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Calls } from '../../../shared/contract/contract.ts';
import type { ResultOf } from '../../../shared/contract/define.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { FactList } from '../../components/FactList.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useCounts } from './use-counts.ts';
import styles from './bundles.module.css';

export type Exported = ResultOf<Calls['bundles']['export']> & { readonly fileName: string };

export interface ExportDoneProps {
  readonly exported: Exported;
  readonly onAnother: () => void;
}

/** What was sealed, how to tell it is the same file, and what to do with it. */
export function ExportDone({ exported, onAnother }: ExportDoneProps): ReactNode {
  const { t } = useTranslation('bundles');
  const format = useFormat();
  const counts = useCounts();
  return (
    <div className={styles['column']}>
      <Banner tone="positive" role="status">
        <bdi>{exported.fileName}</bdi>
      </Banner>
      <Card>
        <FactList
          facts={[
            { label: t('export.done.contents'), value: counts(exported.counts) },
            { label: t('export.done.size'), value: format.bytes(exported.sizeBytes) },
            {
              label: t('export.done.sha256'),
              value: <span className={styles['sum']}>{exported.sha256}</span>,
            },
          ]}
        />
      </Card>
      <Card title={t('export.done.next')}>
        <ol className={styles['numbered']}>
          <li>{t('export.done.step1')}</li>
          <li>{t('export.done.step2')}</li>
          <li>{t('export.done.step3')}</li>
        </ol>
      </Card>
      <div className={styles['buttons']}>
        <ButtonLink to="/bundles" variant="primary">
          {t('export.done.register')}
        </ButtonLink>
        <Button onPress={onAnother}>{t('export.done.another')}</Button>
      </div>
    </div>
  );
}
