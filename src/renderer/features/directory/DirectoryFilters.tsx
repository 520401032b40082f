import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DirectoryRow } from '../../../shared/contract/directory.ts';
import { OFFERED_SERVICES } from '../../../shared/model/vocabulary/plan.ts';
import { Button } from '../../components/Button.tsx';
import { OptionalSelect } from '../../components/fields/Select.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { valuesIn, type DirectoryFilter } from './directory-filter.ts';
import styles from './directory.module.css';

export interface DirectoryFiltersProps {
  readonly rows: readonly DirectoryRow[];
  readonly filter: DirectoryFilter;
  readonly onChange: (change: DirectoryFilter) => void;
}

/** Narrows the directory to what somebody needs; only what is there can be chosen. */
export function DirectoryFilters({ rows, filter, onChange }: DirectoryFiltersProps): ReactNode {
  const { t } = useTranslation('directory');
  const label = useLabel();
  const format = useFormat();
  const offered = valuesIn(rows, (row) => row.services);
  const isNarrowed = Object.values(filter).some((value) => value !== undefined);
  return (
    <div className={styles['filters']} role="search" aria-label={t('list')}>
      <TextField
        className={styles['filter']}
        type="search"
        label={t('filter.text')}
        value={filter.text ?? ''}
        onChange={(text) => onChange({ text: text === '' ? undefined : text })}
      />
      <OptionalSelect
        className={styles['filter']}
        label={t('filter.service')}
        noneLabel={t('filter.any')}
        value={filter.service ?? null}
        onChange={(service) => onChange({ service: service ?? undefined })}
        options={OFFERED_SERVICES.filter((value) => offered.includes(value)).map((value) => ({
          value,
          label: label('offeredService', value),
        }))}
      />
      <OptionalSelect
        className={styles['filter']}
        label={t('filter.language')}
        noneLabel={t('filter.any')}
        value={filter.language ?? null}
        onChange={(language) => onChange({ language: language ?? undefined })}
        options={valuesIn(rows, (row) => row.languages).map((value) => ({
          value,
          label: format.language(value),
        }))}
      />
      <OptionalSelect
        className={styles['filter']}
        label={t('filter.country')}
        noneLabel={t('filter.any')}
        value={filter.country ?? null}
        onChange={(country) => onChange({ country: country ?? undefined })}
        options={valuesIn(rows, (row) => (row.country === null ? [] : [row.country])).map(
          (value) => ({ value, label: format.country(value) }),
        )}
      />
      {isNarrowed && (
        <Button
          variant="quiet"
          onPress={() =>
            onChange({
              text: undefined,
              service: undefined,
              language: undefined,
              country: undefined,
            })
          }
        >
          {t('filter.clear')}
        </Button>
      )}
    </div>
  );
}
