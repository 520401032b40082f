import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../../shared/model/incident.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { Card } from '../../components/Card.tsx';
import { FactList } from '../../components/FactList.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { useIncidentDate } from './use-incident-date.ts';
import styles from './incidents.module.css';

export interface IncidentFactsProps {
  readonly incident: Incident;
  /** The names of the contacts it names, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** What, when, where, on whom, by whom, and from whom the mission knows. */
export function IncidentFacts({ incident, names }: IncidentFactsProps): ReactNode {
  const { t } = useTranslation('incidents');
  const label = useLabel();
  const format = useFormat();
  const dateOf = useIncidentDate();
  const place = [incident.place, incident.country && format.country(incident.country)];
  const whereabouts = place.filter((part) => part !== null && part !== '').join(', ');
  return (
    <aside className={styles['column']}>
      <Card title={t('form.what')}>
        <FactList
          facts={[
            { label: t('form.act'), value: label('incidentAct', incident.act) },
            { label: t('form.risk'), value: label('nineRisk', incident.risk) },
            { label: t('read.when'), value: dateOf(incident) },
            { label: t('form.place'), value: whereabouts !== '' && <bdi>{whereabouts}</bdi> },
          ]}
        />
      </Card>
      <Card title={t('form.victims')}>
        {incident.victims.length === 0 && <p className={styles['muted']}>{t('read.noVictims')}</p>}
        <ul className={styles['people']}>
          {incident.victims.map((one) => (
            <Person
              key={one.id}
              {...one}
              names={names}
              note={label('riskBearer', one.bearer)}
              isAssessed
            />
          ))}
        </ul>
      </Card>
      <Card title={t('form.perpetrators')}>
        {incident.perpetrators.length === 0 && (
          <p className={styles['muted']}>{t('read.noPerpetrators')}</p>
        )}
        <ul className={styles['people']}>
          {incident.perpetrators.map((one) => (
            <Person key={one.id} {...one} names={names} note={label('perpetratorType', one.type)} />
          ))}
        </ul>
      </Card>
      <Card title={t('form.source')}>
        <FactList
          facts={[
            { label: t('form.sourceType'), value: label('sourceType', incident.sourceType) },
            {
              label: t('form.sourceName'),
              value: incident.source !== null && <bdi>{incident.source}</bdi>,
            },
            {
              label: t('form.reliability'),
              value: label('sourceReliability', incident.reliability),
            },
            {
              label: t('form.verification'),
              value: label('verification', incident.verification),
            },
          ]}
        />
      </Card>
    </aside>
  );
}

interface PersonProps {
  readonly contactId: string | null;
  readonly name: string | null;
  readonly names: ReadonlyMap<string, string>;
  readonly note: string;
  /** Offers to assess their risk anew, for what happened may have changed it. */
  readonly isAssessed?: boolean | undefined;
}

function Person({ contactId, name, names, note, isAssessed }: PersonProps): ReactNode {
  const { t } = useTranslation('incidents');
  const known = contactId === null ? name : names.get(contactId) || name;
  const shown = known === null || known === '' ? t('read.nameUnknown') : known;
  return (
    <li className={styles['person']}>
      <Avatar name={shown} />
      <span>
        {contactId === null ? (
          <bdi>{shown}</bdi>
        ) : (
          <Link to="/contacts/$id" params={{ id: contactId }} search={{ tab: 'risk' }} dir="auto">
            {shown}
          </Link>
        )}
        <small>{note}</small>
        {contactId !== null && isAssessed === true && (
          <Link to="/contacts/$id/assess" params={{ id: contactId }} className={styles['assess']}>
            {t('read.assess')}
          </Link>
        )}
      </span>
    </li>
  );
}
