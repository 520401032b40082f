import type { ReactNode } from 'react';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { StatusPill } from '../../../components/StatusPill.tsx';
import { useLabel } from '../../../i18n/use-label.ts';
import { FieldChange } from '../../history/FieldChange.tsx';
import type { ImportConflict } from '../../../../shared/contract/bundles.ts';
import styles from './merge.module.css';

export interface RemovalSideProps {
  readonly conflict: ImportConflict;
  readonly side: 'mine' | 'theirs';
  readonly sender: string;
}

/** One side of a record that the other removed: that it is gone, or what was changed of it. */
export function RemovalSide({ conflict, side, sender }: RemovalSideProps): ReactNode {
  const { t } = useTranslation('merge');
  const label = useLabel();
  const isGone = (conflict.kind === 'edit-delete') === (side === 'theirs');
  if (isGone) {
    return (
      <div className={styles['stack']}>
        <StatusPill icon={Trash2} tone="danger">
          {t('removal.removed')}
        </StatusPill>
        <p>{t(`removal.${side}Removed`, { sender })}</p>
        {conflict.goesAlong.length > 0 && (
          <>
            <p>{t('removal.goesAlong', { count: conflict.goesAlong.length })}</p>
            <ul className={styles['lines']}>
              {conflict.goesAlong.map(({ record, label: name }) => (
                <li key={record.id}>
                  <span className={styles['small']}>{label('recordType', record.type)}</span>{' '}
                  <bdi>{name}</bdi>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    );
  }
  return (
    <div className={styles['stack']}>
      <p>{t(`removal.${side}${conflict.edits.length > 0 ? 'Edited' : 'Stands'}`, { sender })}</p>
      {conflict.edits.map(({ field, from, to }) => (
        <FieldChange
          key={field}
          change={{
            ...{ record: conflict.record, label: conflict.label, field, erased: false },
            ...{ from, to },
          }}
        />
      ))}
    </div>
  );
}
