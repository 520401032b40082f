import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { CalendarCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RecordType } from '../../../shared/model/record-type.ts';
import type { DueKind, DueRow } from '../../../shared/contract/today.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { DuePill } from '../../components/status-pills.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { RECORD_ICONS } from '../search/record-icons.ts';
import { useTaskWords } from '../tasks/use-task-words.ts';
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
      actions={
        <ButtonLink to="/actions/tasks" variant="quiet" size="sm">
          {t('allTasks')}
        </ButtonLink>
      }
      render={(row) => <Due row={row} />}
    />
  );
}

function Due({ row }: { readonly row: DueRow }): ReactNode {
  const { t } = useTranslation('today');
  const tasks = useTaskWords();
  const format = useFormat();
  const Icon = RECORD_ICONS[SHOWN_AS[row.kind]];
  const words = row.kind === 'risk-review' ? t('reviewRisk') : tasks.text(row);
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
