import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { monthsUpTo } from '../../../shared/model/months.ts';
import type { NineRisk } from '../../../shared/model/vocabulary/risk.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { cx } from '../../components/cx.ts';
import { localToday } from '../../i18n/local-today.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { useMonths } from '../../i18n/use-months.ts';
import { densityRows, dotRadius } from './density.ts';
import styles from './IncidentDensity.module.css';

const SHOWN_MONTHS = 24;

export interface IncidentDensityProps {
  readonly month: string | null;
  readonly risk: NineRisk | null;
  readonly onMonth: (month: string | null) => void;
  readonly onRisk: (risk: NineRisk | null) => void;
}

/**
 * What happened over the last months: a row for each risk, a dot for each month with incidents, its
 * area their number. The rows and the months are also the choice of them.
 */
export function IncidentDensity(props: IncidentDensityProps): ReactNode {
  const { t } = useTranslation('incidents');
  const label = useLabel();
  const names = useMonths();
  const months = monthsUpTo(localToday(), SHOWN_MONTHS);
  const { data } = useCall(client.incidents.density, { from: `${months[0] ?? ''}-01` });
  const rows = densityRows(data ?? [], months);
  const total = rows.reduce((sum, row) => sum + row.total, 0);
  if (total === 0) return null;
  const cells = { gridTemplateColumns: `repeat(${months.length}, minmax(0, 1fr))` };

  return (
    <figure className={styles['chart']}>
      <figcaption className={styles['caption']}>
        <span className={styles['name']}>{t('density.title')}</span>
        <span>
          {t('density.summary', {
            months: SHOWN_MONTHS,
            total: t('density.count', { count: total }),
          })}
        </span>
      </figcaption>
      <ToggleButtonGroup
        aria-label={t('density.risks')}
        orientation="vertical"
        className={styles['rows'] ?? ''}
        selectedKeys={props.risk === null ? [] : [props.risk]}
        onSelectionChange={(keys) =>
          props.onRisk(rows.find((row) => keys.has(row.risk))?.risk ?? null)
        }
      >
        {rows.map((row) => (
          <div key={row.risk} className={styles['line']}>
            <ToggleButton
              id={row.risk}
              className={styles['risk'] ?? ''}
              aria-label={t('density.riskCount', {
                risk: label('nineRisk', row.risk),
                count: row.total,
              })}
            >
              {t(`riskShort.${row.risk}`)}
            </ToggleButton>
            <div className={styles['cells']} style={cells} aria-hidden>
              {row.counts.map((count, index) => (
                <span
                  key={months[index]}
                  className={cx(
                    styles['cell'],
                    months[index] === props.month && styles['chosen'],
                    props.risk !== null && props.risk !== row.risk && styles['faint'],
                  )}
                >
                  {count > 0 && (
                    <svg viewBox="0 0 20 20">
                      <circle cx="10" cy="10" r={dotRadius(count)} />
                      {count > 1 && (
                        <text x="10" y="10">
                          {count}
                        </text>
                      )}
                    </svg>
                  )}
                </span>
              ))}
            </div>
          </div>
        ))}
      </ToggleButtonGroup>
      <div className={styles['line']}>
        <span />
        <ToggleButtonGroup
          aria-label={t('density.months')}
          className={styles['cells'] ?? ''}
          style={cells}
          selectedKeys={props.month === null ? [] : [props.month]}
          onSelectionChange={(keys) => props.onMonth([...keys].map(String)[0] ?? null)}
        >
          {months.map((month, index) => (
            <ToggleButton
              key={month}
              id={month}
              className={styles['month'] ?? ''}
              aria-label={t('density.monthCount', {
                month: names.month(month),
                count: rows.reduce((sum, row) => sum + (row.counts[index] ?? 0), 0),
              })}
            >
              {names.letter(month)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </div>
    </figure>
  );
}
