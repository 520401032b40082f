import type { ReactNode } from 'react';
import { FilterX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { INCIDENT_ACTS, VERIFICATIONS } from '../../../shared/model/vocabulary/incident.ts';
import { NINE_RISKS } from '../../../shared/model/vocabulary/risk.ts';
import { Button } from '../../components/Button.tsx';
import { ContactField } from '../../components/fields/ContactField.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { OptionalSelect } from '../../components/fields/Select.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import type { IncidentsSearch } from './routes.tsx';
import styles from './incidents.module.css';

export interface IncidentFiltersProps {
  readonly search: IncidentsSearch;
  readonly onChange: (change: IncidentsSearch) => void;
  readonly onClear: () => void;
}

/** What the list is narrowed to: risk, act, how far verified, who, and the period. */
export function IncidentFilters({ search, onChange, onClear }: IncidentFiltersProps): ReactNode {
  const { t } = useTranslation('incidents');
  const label = useLabel();
  const isNarrowed = Object.values(search).some((value) => value !== undefined);
  return (
    <div className={styles['filters']} role="group" aria-label={t('filter.label')}>
      <OptionalSelect
        label={t('filter.risk')}
        noneLabel={t('filter.any')}
        value={search.risk ?? null}
        onChange={(risk) => onChange({ risk: risk ?? undefined })}
        options={NINE_RISKS.map((value) => ({ value, label: label('nineRisk', value) }))}
      />
      <OptionalSelect
        label={t('filter.act')}
        noneLabel={t('filter.any')}
        value={search.act ?? null}
        onChange={(act) => onChange({ act: act ?? undefined })}
        options={INCIDENT_ACTS.map((value) => ({ value, label: label('incidentAct', value) }))}
      />
      <OptionalSelect
        label={t('filter.verification')}
        noneLabel={t('filter.any')}
        value={search.verification ?? null}
        onChange={(verification) => onChange({ verification: verification ?? undefined })}
        options={VERIFICATIONS.map((value) => ({ value, label: label('verification', value) }))}
      />
      <ContactField
        label={t('filter.contact')}
        placeholder={t('filter.anyone')}
        value={search.contact ?? null}
        onChange={(contact) => onChange({ contact: contact ?? undefined })}
      />
      <DateField
        label={t('filter.from')}
        value={search.from ?? null}
        onChange={(from) => onChange({ from: from ?? undefined })}
      />
      <DateField
        label={t('filter.to')}
        value={search.to ?? null}
        onChange={(to) => onChange({ to: to ?? undefined })}
      />
      {isNarrowed && (
        <Button size="sm" variant="quiet" icon={FilterX} onPress={onClear}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  );
}
