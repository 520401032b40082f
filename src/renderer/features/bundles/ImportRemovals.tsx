import type { ReactNode } from 'react';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/contract/bundles.ts';
import { Banner } from '../../components/Banner.tsx';
import { Card } from '../../components/Card.tsx';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import styles from './bundles.module.css';

/** What the sender removed and would be removed here; a removal of many is said to be one. */
export function ImportRemovals({ preview }: { readonly preview: ImportPreview }): ReactNode {
  const { t } = useTranslation('bundles');
  const label = useLabel();
  const { deletions, isMassDeletion, sender } = preview;
  if (deletions.length === 0) return null;
  const count = deletions.length;
  return (
    <Card title={t('import.preview.removals', { count })} icon={Trash2}>
      <div className={styles['column']}>
        {isMassDeletion ? (
          <Banner tone="danger" title={t('import.preview.massTitle', { count })}>
            <p>{t('import.preview.massBody', { sender: sender.name })}</p>
          </Banner>
        ) : (
          <p className={styles['small']}>{t('import.preview.removalsBody')}</p>
        )}
        <ScrollRegion
          className={styles['staysBox']}
          label={t('import.preview.removals', { count })}
        >
          <ul className={styles['entries']}>
            {deletions.map(({ record, label: name }) => (
              <li key={record.id}>
                <span className={styles['small']}>{label('recordType', record.type)}</span>{' '}
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </ScrollRegion>
      </div>
    </Card>
  );
}
