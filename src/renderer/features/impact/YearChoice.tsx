import type { ReactNode } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Select } from '../../components/fields/Select.tsx';

const route = getRouteApi('/impact');

/** One calendar year out of those there are; kept in the address. */
export function YearChoice({
  year,
  years,
}: {
  readonly year: number;
  readonly years: readonly number[];
}): ReactNode {
  const { t } = useTranslation('impact');
  const navigate = route.useNavigate();
  return (
    <Select
      label={t('year')}
      value={`${year}`}
      options={years.map((one) => ({ value: `${one}`, label: `${one}` }))}
      onChange={(next) =>
        void navigate({ search: (before) => ({ ...before, year: Number(next) }), replace: true })
      }
    />
  );
}
