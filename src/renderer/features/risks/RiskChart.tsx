import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { ChartSpline } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { calls } from '../../../shared/contract/contract.ts';
import type { ResultOf } from '../../../shared/contract/define.ts';
import { RISK_LEVELS } from '../../../shared/model/vocabulary/contact.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { Card } from '../../components/Card.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { localToday } from '../../i18n/local-today.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { useMonths } from '../../i18n/use-months.ts';
import { usePreferences } from '../../theme/preferences.tsx';
import {
  ACTIONS_AT,
  CHART,
  CHART_HEIGHT,
  INCIDENTS_AT,
  LEVELS_END,
  riskChart,
  yOf,
} from './risk-chart.ts';
import { RiskTable } from './RiskTable.tsx';
import styles from './RiskChart.module.css';

export type RiskOverTime = ResultOf<typeof calls.risks.overTime>;

/** Risk over time beside what happened and what we did, on one axis; as a drawing and as a table. */
export function RiskChart({ contactId }: { readonly contactId: string }): ReactNode {
  const { t } = useTranslation('risks');
  const { data, error } = useCall(client.risks.overTime, { contactId });
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return <Skeleton lines={4} />;
  const isEmpty = data.assessments.length + data.incidents.length + data.actions.length === 0;
  return (
    <Card title={t('chart.title')} icon={ChartSpline}>
      {isEmpty ? (
        <EmptyState icon={ChartSpline} title={t('chart.emptyTitle')} isCompact>
          {t('chart.emptyBody')}
        </EmptyState>
      ) : (
        <figure className={styles['figure']}>
          <figcaption className={styles['caption']}>{t('chart.caption')}</figcaption>
          <Drawing data={data} />
          <Disclosure label={t('chart.asTable')}>
            <RiskTable data={data} />
          </Disclosure>
        </figure>
      )}
    </Card>
  );
}

function Drawing({ data }: { readonly data: RiskOverTime }): ReactNode {
  const { t } = useTranslation('risks');
  const label = useLabel();
  const format = useFormat();
  const months = useMonths();
  const { direction } = usePreferences();
  const isRtl = direction === 'rtl';
  const [box, width] = useWidth();
  const today = localToday();
  const chart = riskChart(data, { width, today, isRtl });
  const start = isRtl ? width : 0;
  const first = isRtl ? width - CHART.labels : CHART.labels;
  const last = isRtl ? CHART.end : width - CHART.end;
  const titles = new Map<string, string>([
    ...data.assessments.map((one): [string, string] => [one.id, label('riskLevel', one.level)]),
    ...data.incidents.map((one): [string, string] => [one.id, one.title]),
    ...data.actions.map((one): [string, string] => [one.id, one.title]),
  ]);
  const days = new Map(
    [...data.assessments, ...data.incidents, ...data.actions].map((one) => [one.id, one.on]),
  );
  const said = (id: string): string => `${format.date(days.get(id) ?? today)}: ${titles.get(id)}`;

  return (
    <div ref={box} className={styles['box']}>
      <svg
        width={width}
        height={CHART_HEIGHT}
        role="img"
        className={styles['drawing']}
        aria-label={t('chart.summary', {
          from: format.date(chart.from),
          assessments: t('chart.assessmentCount', { count: data.assessments.length }),
          incidents: t('chart.incidentCount', { count: data.incidents.length }),
          actions: t('chart.actionCount', { count: data.actions.length }),
        })}
      >
        {RISK_LEVELS.map((level) => (
          <g key={level}>
            <rect
              className={styles['band']}
              data-level={level}
              x={Math.min(first, last)}
              y={yOf(level) - CHART.band / 2}
              width={Math.abs(last - first)}
              height={CHART.band}
            />
            <text className={styles['label']} x={start} y={yOf(level)}>
              {label('riskLevel', level)}
            </text>
          </g>
        ))}
        {chart.ticks.map(({ month, x }) => (
          <g key={month}>
            <line className={styles['tick']} x1={x} x2={x} y1={CHART.top} y2={ACTIONS_AT + 10} />
            <text className={styles['month']} x={x} y={CHART_HEIGHT - 8}>
              {months.shortMonth(month)}
            </text>
          </g>
        ))}
        <path className={styles['line']} d={chart.path} />
        {chart.points.map(({ id, x, y }) => (
          <circle key={id} className={styles['point']} cx={x} cy={y} r={4.5}>
            <title>{said(id)}</title>
          </circle>
        ))}
        <line className={styles['lane']} x1={first} x2={last} y1={LEVELS_END} y2={LEVELS_END} />
        <text className={styles['label']} x={start} y={INCIDENTS_AT}>
          {t('chart.incidents')}
        </text>
        {chart.incidents.map(({ id, x, stack }) => (
          <path key={id} className={styles['incident']} d={triangle(x, INCIDENTS_AT - stack * 11)}>
            <title>{said(id)}</title>
          </path>
        ))}
        <text className={styles['label']} x={start} y={ACTIONS_AT}>
          {t('chart.actions')}
        </text>
        {chart.actions.map(({ id, x, stack }) => (
          <rect
            key={id}
            className={styles['action']}
            x={x - 4.5}
            y={ACTIONS_AT - 4.5 - stack * 11}
            width={9}
            height={9}
            rx={1.5}
          >
            <title>{said(id)}</title>
          </rect>
        ))}
        <line
          className={styles['axis']}
          x1={first}
          x2={last}
          y1={ACTIONS_AT + 10}
          y2={ACTIONS_AT + 10}
        />
      </svg>
    </div>
  );
}

function triangle(x: number, y: number): string {
  return `M${x} ${y - 6}l6 10.5h-12z`;
}

/** The width of an element in CSS pixels, kept up as it changes. */
function useWidth(): readonly [React.RefObject<HTMLDivElement | null>, number] {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(640);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = (): void => setWidth(Math.max(280, Math.floor(element.clientWidth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [box, width];
}
