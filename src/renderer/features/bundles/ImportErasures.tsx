import type { ReactNode } from 'react';
import { Eraser } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/contract/bundles.ts';
import { Banner } from '../../components/Banner.tsx';
import { Card } from '../../components/Card.tsx';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import { useFieldName } from '../history/FieldChange.tsx';
import styles from './bundles.module.css';

/** What would be erased here, for good, because somebody asked to be forgotten; and what would not. */
export function ImportErasures({ preview }: { readonly preview: ImportPreview }): ReactNode {
  const { t } = useTranslation('erasure');
  const label = useLabel();
  const nameOf = useFieldName();
  const { erased, erasuresRefused, sender } = preview;
  const count = erased.length;
  if (count === 0 && erasuresRefused === 0) return null;
  return (
    <Card title={t('import.title')} icon={Eraser}>
      <div className={styles['column']}>
        {count > 0 && (
          <>
            <Banner tone="danger" title={t('import.erased', { count })}>
              <p>{t('import.body', { sender: sender.name })}</p>
            </Banner>
            <ScrollRegion className={styles['staysBox']} label={t('import.erased', { count })}>
              <ul className={styles['entries']}>
                {erased.map(({ record, field, label: name }) => (
                  <li key={`${record.type} ${record.id} ${field ?? ''}`}>
                    <span className={styles['small']}>{label('recordType', record.type)}</span>{' '}
                    <bdi>{name}</bdi>
                    {field !== null && (
                      <span className={styles['small']}>
                        {' '}
                        {t('import.past', { field: nameOf({ record, field }) })}
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </ScrollRegion>
          </>
        )}
        {erasuresRefused > 0 && (
          <Banner tone="warning" title={t('import.refused', { count: erasuresRefused })}>
            <p>{t('import.refusedBody')}</p>
          </Banner>
        )}
      </div>
    </Card>
  );
}
