import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ActionRow } from '../../../shared/contract/actions.ts';
import { Badge } from '../../components/StatusPill.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import { ActionCard } from '../actions/ActionCard.tsx';
import { useMoveAction } from '../actions/use-move-action.tsx';
import styles from './plans.module.css';

/** The actions of a plan, each with what the gate says of it today; they move from here too. */
export function PlanActions({ rows }: { readonly rows: readonly ActionRow[] }): ReactNode {
  const { t } = useTranslation('plans');
  const label = useLabel();
  const { move, panel } = useMoveAction();
  if (rows.length === 0) return <p className={styles['muted']}>{t('actions.none')}</p>;
  return (
    <>
      <ul className={styles['grid']}>
        {rows.map((row) => (
          <li key={row.id} className={styles['actionItem']}>
            <ActionCard
              row={row}
              onMove={move}
              title={
                <span className={styles['pills']}>
                  <Link to="/actions/$id" params={{ id: row.id }} dir="auto">
                    {row.title}
                  </Link>
                  <Badge>{label('actionStatus', row.status)}</Badge>
                </span>
              }
            />
          </li>
        ))}
      </ul>
      {panel}
    </>
  );
}
