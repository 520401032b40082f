import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { CalendarCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RecordType } from '../../../shared/model/record-type.ts';
import type { DueKind, DueRow } from '../../../shared/contract/today.ts';
import { DuePill } from '../../components/status-pills.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { RECORD_ICONS } from '../search/record-icons.ts';
import { dueTarget } from './due-target.ts';
import { TodayList } from './TodayList.tsx';
import styles from './TodayPage.module.css';

/** The type of record that each kind of due thing is shown as. */
const SHOWN_AS: Readonly<Record<DueKind, RecordType>> = {
  'follow-up': 'follow-up',
  task: 'task',
  action: 'action',
  'risk-review': 'risk-assessment',
  'plan-review': 'plan',
  'action-review': 'action-review',
};

/** What is to be done this week, of every kind, the soonest first. */
export function DueList(props: {
  readonly section: { readonly total: number; readonly rows: readonly DueRow[] };
}): ReactNode {
  const { t } = useTranslation('today');
  return (
    <TodayList
      title={t('due')}
      icon={CalendarCheck}
      {...props.section}
      keyOf={(row) => `${row.kind} ${row.key}`}
      render={(row) => <Due row={row} />}
    />
  );
}

function Due({ row }: { readonly row: DueRow }): ReactNode {
  const { t } = useTranslation(['today', 'tasks']);
  const format = useFormat();
  const Icon = RECORD_ICONS[SHOWN_AS[row.kind]];
  const words = row.text ?? stepWords(row.step, t as (key: string) => string);
  const kind = t(`dueKind.${row.kind}`);
  return (
    <>
      <Icon aria-hidden className={styles['kind']} />
      <span className={styles['words']}>
        <Link {...(dueTarget(row) as { to: '/actions' })} className={styles['main']} dir="auto">
          {words}
        </Link>
        <span className={styles['note']}>
          {kind}
          {row.contacts.length > 0 && (
            <>
              {' · '}
              <bdi>{format.list(row.contacts.map(({ label }) => label))}</bdi>
            </>
          )}
        </span>
      </span>
      {row.dueOn === null ? (
        <span className={styles['note']}>{t('noDate')}</span>
      ) : (
        <DuePill dueOn={row.dueOn} />
      )}
    </>
  );
}

/** The usual words of a step; a review of risk has no words of its own. */
function stepWords(step: string | null, t: (key: string) => string): string {
  return step === null ? t('reviewRisk') : t(`tasks:step.${step}`);
}
