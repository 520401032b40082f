import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentRow } from '../../../shared/contract/incidents.ts';
import { EntryWords } from '../../components/EntryWords.tsx';
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
      <EntryWords
        to="/incidents/$id"
        id={row.id}
        title={row.title}
        marks={<IncidentMarks incident={row} />}
        meta={
          <>
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
          </>
        }
        excerpt={row.excerpt}
        excerptLines={1}
      />
    </div>
  );
}
