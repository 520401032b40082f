import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentLine } from '../../../shared/contract/reviews.ts';
import { Checkbox } from '../../components/fields/Checkbox.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import styles from './reviews.module.css';

export interface IncidentsAnswerProps {
  readonly since: readonly IncidentLine[];
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  readonly error: string | undefined;
}

/** "Did this happen because of what we did?", asked of each incident since. */
export function IncidentsAnswer(props: IncidentsAnswerProps): ReactNode {
  const { since, value, onChange, error } = props;
  const { t } = useTranslation('reviews');
  const format = useFormat();
  const label = useLabel();
  return (
    <fieldset className={styles['question']}>
      <legend>{t('form.because')}</legend>
      {since.length === 0 ? (
        <p className={styles['muted']}>{t('form.nothingSince')}</p>
      ) : (
        <>
          <p className={styles['muted']}>{t('form.becauseHint')}</p>
          {since.map((incident) => (
            <Checkbox
              key={incident.id}
              label={<bdi>{incident.title}</bdi>}
              description={`${format.date(incident.occurredOn)} · ${label('incidentAct', incident.act)}`}
              value={value.includes(incident.id)}
              onChange={(isLinked) =>
                onChange(
                  isLinked ? [...value, incident.id] : value.filter((one) => one !== incident.id),
                )
              }
            />
          ))}
        </>
      )}
      {error !== undefined && <p role="alert">{error}</p>}
    </fieldset>
  );
}
