import type { ReactNode } from 'react';
import { CircleDashed, EyeOff, FileCheck2, FilePen, HeartHandshake, Stamp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MeetingRow } from '../../../shared/contract/meetings.ts';
import { StatusPill } from '../../components/StatusPill.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import styles from './meetings.module.css';

export interface MeetingMarksProps {
  readonly row: MeetingRow;
  /** Says `sealed` too, which a list leaves out: most logs are. */
  readonly saysSealed?: boolean | undefined;
}

/** Draft or sealed, corrected, sensitivity and open promises of a log, each by icon and word. */
export function MeetingMarks({ row, saysSealed }: MeetingMarksProps): ReactNode {
  const { t } = useTranslation('meetings');
  const label = useLabel();
  return (
    <span className={styles['marks']}>
      {row.state === 'draft' && (
        <StatusPill icon={CircleDashed} tone="accent">
          {label('meetingState', 'draft')}
        </StatusPill>
      )}
      {row.state === 'sealed' && saysSealed === true && (
        <StatusPill icon={Stamp}>{label('meetingState', 'sealed')}</StatusPill>
      )}
      {row.correctedById !== null && (
        <StatusPill icon={FilePen} tone="warning">
          {t('timeline.corrected')}
        </StatusPill>
      )}
      {row.correctsId !== null && (
        <StatusPill icon={FileCheck2} tone="info">
          {t('timeline.correction')}
        </StatusPill>
      )}
      {row.sensitivity !== 'normal' && (
        <StatusPill icon={EyeOff} tone={row.sensitivity === 'closely-held' ? 'danger' : 'warning'}>
          {label('sensitivity', row.sensitivity)}
        </StatusPill>
      )}
      {row.openPromises > 0 && (
        <StatusPill icon={HeartHandshake} tone="warning">
          {t('timeline.openPromises', { count: row.openPromises })}
        </StatusPill>
      )}
    </span>
  );
}
