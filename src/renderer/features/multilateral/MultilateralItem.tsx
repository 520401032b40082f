import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { AlarmClock, CalendarCheck, CircleCheck, CircleDashed, Eye } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MultilateralRow } from '../../../shared/contract/multilateral.ts';
import { FactList } from '../../components/FactList.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { STATUS_ICONS } from '../actions/ActionCard.tsx';
import { GatePill } from '../actions/GatePill.tsx';
import { useTaskWords } from '../tasks/use-task-words.ts';
import { uprOf } from './sections.ts';
import { useRowFacts } from './use-row-facts.tsx';
import styles from './multilateral.module.css';

const RESPONSES = {
  pending: { icon: CircleDashed, tone: 'neutral' },
  accepted: { icon: CircleCheck, tone: 'positive' },
  noted: { icon: Eye, tone: 'warning' },
} as const;

/** One thing done through the United Nations: where it stands, and the step that comes next. */
export function MultilateralItem({ row }: { readonly row: MultilateralRow }): ReactNode {
  const { t } = useTranslation('multilateral');
  const label = useLabel();
  const facts = useRowFacts();
  const { action } = row;
  const upr = uprOf(row);
  return (
    <li className={styles['item']}>
      <div className={styles['lines']}>
        <p className={styles['title']} dir="auto">
          <Link to="/actions/$id" params={{ id: action.id }}>
            {action.title}
          </Link>
        </p>
        {action.type === 'upr-recommendation' && (
          <p dir="auto" className={upr?.text ? styles['text'] : styles['muted']}>
            {upr?.text || t('noText')}
          </p>
        )}
        <div className={styles['pills']}>
          <StatusPill icon={STATUS_ICONS[action.status]}>
            {label('actionStatus', action.status)}
          </StatusPill>
          {upr !== null && action.status === 'done' && (
            <StatusPill {...RESPONSES[upr.stateResponse]}>
              {label('uprResponse', upr.stateResponse)}
            </StatusPill>
          )}
          {(action.status === 'planned' || action.status === 'in-progress') && (
            <GatePill row={action} />
          )}
        </div>
        <FactList facts={facts(row)} />
      </div>
      <NextStep next={row.next} />
    </li>
  );
}

function NextStep({ next }: Pick<MultilateralRow, 'next'>): ReactNode {
  const { t } = useTranslation(['multilateral', 'common']);
  const format = useFormat();
  const words = useTaskWords();
  if (next === null) return <p className={styles['muted']}>{t('noNext')}</p>;
  return (
    <div className={styles['next']}>
      <p className={styles['muted']}>{t('next')}</p>
      <p dir="auto">{words.text(next)}</p>
      <StatusPill
        icon={next.isOverdue ? AlarmClock : CalendarCheck}
        tone={next.isOverdue ? 'danger' : 'neutral'}
        isPlain
      >
        {next.isOverdue && `${t('common:overdue')} · `}
        {format.date(next.dueOn)}
      </StatusPill>
    </div>
  );
}
