import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentFields } from '../../../shared/model/incident.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useMonths } from '../../i18n/use-months.ts';

type Dated = Pick<IncidentFields, 'occurredOn' | 'precision'> & {
  readonly endedOn?: string | null;
};

/** When an incident was, no more exactly than is known: `about 3 Oct 2026`, `October 2026`. */
export function useIncidentDate(): (incident: Dated) => string {
  const { t } = useTranslation('incidents');
  const format = useFormat();
  const months = useMonths();
  return useCallback(
    ({ occurredOn, precision, endedOn }) => {
      const begun = {
        exact: () => format.date(occurredOn),
        approximate: () => t('about', { date: format.date(occurredOn) }),
        'day-unknown': () => months.month(occurredOn.slice(0, 7)),
        'day-and-month-unknown': () => occurredOn.slice(0, 4),
      }[precision]();
      return endedOn == null ? begun : t('fromTo', { from: begun, to: format.date(endedOn) });
    },
    [t, format, months],
  );
}
