import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { IncidentRow } from '../../../shared/contract/incidents.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { IncidentMarks } from './IncidentMarks.tsx';
import { useIncidentDate } from './use-incident-date.ts';
import styles from './incidents.module.css';

/** One incident in a list: when, what, on whom it fell, where, and how far that is known. */
export function IncidentListRow({ row }: { readonly row: IncidentRow }): ReactNode {
  const { t } = useTranslation('incidents');
  const label = useLabel();
  const dateOf = useIncidentDate();
  return (
    <div role="gridcell" className={styles['entry']}>
      <time className={styles['date']} dateTime={row.occurredOn}>
        {dateOf(row)}
      </time>
      <div className={styles['words']}>
        <div className={styles['head']}>
          <Link
            to="/incidents/$id"
            params={{ id: row.id }}
            className={styles['title']}
            dir="auto"
            tabIndex={-1}
          >
            {row.title}
          </Link>
          <IncidentMarks incident={row} />
        </div>
        <div className={styles['meta']}>
          <span>{label('incidentAct', row.act)}</span>
          {row.victims.map((victim, index) => (
            <span key={victim.contactId ?? `${index}`}>
              <bdi>{victim.label === '' ? t('form.someone') : victim.label}</bdi>
              {victim.bearer !== 'defender' && ` (${t(`bearer.${victim.bearer}`)})`}
            </span>
          ))}
          {row.place !== null && (
            <span>
              <bdi>{row.place}</bdi>
            </span>
          )}
        </div>
        {row.excerpt !== '' && (
          <p className={styles['excerpt']} dir="auto">
            {row.excerpt}
          </p>
        )}
      </div>
    </div>
  );
}
