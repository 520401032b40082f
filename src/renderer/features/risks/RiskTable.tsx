import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import type { RiskOverTime } from './RiskChart.tsx';
import styles from './RiskChart.module.css';

/** All that the drawing shows, newest first, in words. */
export function RiskTable({ data }: { readonly data: RiskOverTime }): ReactNode {
  const { t } = useTranslation('risks');
  const label = useLabel();
  const format = useFormat();
  const rows = [
    ...data.assessments.map(({ id, on, level, trend }) => ({
      ...{ id, on, kind: t('chart.assessment') },
      what: `${label('riskLevel', level)} · ${label('riskTrend', trend)}`,
    })),
    ...data.incidents.map(({ id, on, title, act }) => ({
      ...{ id, on, kind: t('chart.incident') },
      what: (
        <>
          <Link to="/incidents/$id" params={{ id }} dir="auto">
            {title}
          </Link>
          {` · ${label('incidentAct', act)}`}
        </>
      ),
    })),
    ...data.actions.map(({ id, on, title, type, status }) => ({
      ...{ id, on, kind: t('chart.action') },
      what: (
        <>
          <Link to="/actions/$id" params={{ id }} dir="auto">
            {title}
          </Link>
          {` · ${label('actionType', type)} · ${label('actionStatus', status)}`}
        </>
      ),
    })),
  ].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  return (
    <table className={styles['table']} aria-label={t('chart.title')}>
      <thead>
        <tr>
          <th scope="col">{t('chart.day')}</th>
          <th scope="col">{t('chart.kind')}</th>
          <th scope="col">{t('chart.what')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>{format.date(row.on)}</td>
            <td>{row.kind}</td>
            <td>{row.what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
