import type { ReactNode } from 'react';
import { BookOpenCheck, CircleDashed } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BriefRow } from '../../../shared/contract/brief.ts';
import { VirtualList } from '../../components/VirtualList.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './brief.module.css';

export interface BriefListProps {
  readonly rows: readonly BriefRow[];
  /** The contact that is read. */
  readonly current: string;
  readonly onOpen: (row: BriefRow) => void;
  readonly onToggle: (row: BriefRow) => void;
}

/** Whose briefs there are, and which were read; Space ticks one off. */
export function BriefList({ rows, current, onOpen, onToggle }: BriefListProps): ReactNode {
  const { t } = useTranslation('brief');
  const format = useFormat();
  return (
    <div className={styles['list']}>
      <VirtualList
        label={t('list')}
        items={rows}
        keyOf={(row) => row.contactId}
        rowSize={3}
        isSelected={(row) => row.contactId === current}
        onOpen={onOpen}
        onToggle={onToggle}
        renderRow={({ label, readAt, contactId }) => {
          const Icon = readAt === null ? CircleDashed : BookOpenCheck;
          return (
            <div
              role="gridcell"
              className={styles['entry']}
              data-current={contactId === current ? '' : undefined}
            >
              <Icon aria-hidden />
              <span className={styles['entryWords']}>
                <bdi>{label}</bdi>
                <span className={styles['small']}>
                  {readAt === null
                    ? t('notRead')
                    : t('readOn', { date: format.date(readAt.slice(0, 10)) })}
                </span>
              </span>
            </div>
          );
        }}
      />
    </div>
  );
}
