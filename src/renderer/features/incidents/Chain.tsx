import type { CSSProperties, ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Plus, Waypoints } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { IncidentRow } from '../../../shared/contract/incidents.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import { chainEntries } from './chain.ts';
import { useIncidentDate } from './use-incident-date.ts';
import styles from './Chain.module.css';

export interface ChainProps {
  readonly id: string;
  readonly chain: readonly IncidentRow[];
  /** The title of the incident this one follows where it was removed; else null. */
  readonly followedRemoved: string | null;
}

/** Deepest indent; what is deeper stands under it. */
const INDENTS = 5;

/** What led to an incident and what followed from it. */
export function Chain({ id, chain, followedRemoved }: ChainProps): ReactNode {
  const { t } = useTranslation('incidents');
  const label = useLabel();
  const dateOf = useIncidentDate();
  return (
    <Card
      title={t('chain.title')}
      icon={Waypoints}
      actions={
        <ButtonLink size="sm" icon={Plus} to="/incidents/new" search={{ follows: id }}>
          {t('chain.add')}
        </ButtonLink>
      }
    >
      {followedRemoved !== null && (
        <p className={styles['note']}>
          {followedRemoved === ''
            ? t('chain.followsErased')
            : t('chain.followsRemoved', { title: followedRemoved })}
        </p>
      )}
      {chain.length < 2 ? (
        <p className={styles['note']}>{t('chain.alone')}</p>
      ) : (
        <ol className={styles['chain']}>
          {chainEntries(chain).map(({ row, depth }) => (
            <li
              key={row.id}
              className={styles['link']}
              style={{ '--depth': Math.min(depth, INDENTS) } as CSSProperties}
              aria-current={row.id === id ? 'true' : undefined}
            >
              <span className={styles['dot']} aria-hidden />
              <time dateTime={row.occurredOn} className={styles['date']}>
                {dateOf(row)}
              </time>
              <span>
                {row.id === id ? (
                  <strong dir="auto">{row.title}</strong>
                ) : (
                  <Link to="/incidents/$id" params={{ id: row.id }} dir="auto">
                    {row.title}
                  </Link>
                )}
                <small>
                  {label('incidentAct', row.act)}
                  {row.id === id && ` · ${t('chain.this')}`}
                </small>
              </span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
