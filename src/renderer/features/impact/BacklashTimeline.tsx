import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../components/Disclosure.tsx';
import { localToday } from '../../i18n/local-today.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { useMonths } from '../../i18n/use-months.ts';
import { usePreferences } from '../../theme/preferences.tsx';
import { type Backlash, timelineRows, type TimelineRow } from './backlash-view.ts';
import { timeScale } from './time-scale.ts';
import styles from './timeline.module.css';

const ROW = 38;
const AXIS = 26;
/** Bars and marks stand below their words. */
const MARK_Y = 25;
const LONGEST_TITLE = 40;

/** What we did and what happened to them, on one line of time, with what answers what. */
export function BacklashTimeline({ backlash }: { readonly backlash: Backlash }): ReactNode {
  const { t } = useTranslation('impact');
  const months = useMonths();
  const { direction } = usePreferences();
  const rows = timelineRows(backlash);
  const today = localToday();
  const scale = timeScale([today, ...rows.flatMap(datesOf)]);
  const height = AXIS + rows.length * ROW;
  const x = (isoDate: string): number =>
    direction === 'rtl' ? 100 - scale.at(isoDate) : scale.at(isoDate);
  const yOf = new Map(rows.map((row, index) => [idOf(row), AXIS + index * ROW + MARK_Y] as const));

  return (
    <figure className={styles['timeline']}>
      <figcaption className={styles['legend']}>
        <span>
          <Key kind="action" />
          {t('backlash.ours')}
        </span>
        <span>
          <Key kind="incident" />
          {t('backlash.theirs')}
        </span>
        <span>
          <Key kind="linked" />
          {t('backlash.linkedKey')}
        </span>
        <span>
          <Key kind="open" />
          {t('backlash.openKey')}
        </span>
      </figcaption>
      <svg width="100%" height={height} role="img" aria-label={t('backlash.drawn')}>
        {scale.ticks.map((month) => {
          const tick = x(`${month}-01`);
          // The last may have no room behind it: its word then stands before it.
          const isLate = scale.at(`${month}-01`) > 80;
          const away = (isLate ? -4 : 4) * (direction === 'rtl' ? -1 : 1);
          return (
            <g key={month}>
              <line
                x1={`${tick}%`}
                x2={`${tick}%`}
                y1={AXIS - 6}
                y2={height}
                className={styles['grid']}
              />
              <text
                x={`${tick}%`}
                y={14}
                dx={away}
                textAnchor={isLate ? 'end' : 'start'}
                className={styles['tick']}
              >
                {months.month(month)}
              </text>
            </g>
          );
        })}
        <line
          x1={`${x(today)}%`}
          x2={`${x(today)}%`}
          y1={AXIS - 6}
          y2={height}
          className={styles['today']}
        />
        {backlash.pairs
          .filter((pair) => pair.answer !== 'not-linked')
          .map(({ actionId, incidentId, answer }) => {
            const action = backlash.actions.find((one) => one.id === actionId);
            const incident = backlash.incidents.find((one) => one.id === incidentId);
            if (action === undefined || incident === undefined) return null;
            return (
              <line
                key={`${actionId} ${incidentId}`}
                x1={`${x(action.beganOn)}%`}
                y1={yOf.get(actionId)}
                x2={`${x(incident.occurredOn)}%`}
                y2={yOf.get(incidentId)}
                className={styles[answer]}
              />
            );
          })}
        {rows.map((row, index) => (
          <Row key={idOf(row)} row={row} y={AXIS + index * ROW} x={x} today={today} />
        ))}
      </svg>
      <Disclosure label={t('backlash.asTable')}>
        <RowsTable rows={rows} />
      </Disclosure>
    </figure>
  );
}

function idOf(row: TimelineRow): string {
  return row.kind === 'action' ? row.action.id : row.incident.id;
}

function datesOf(row: TimelineRow): string[] {
  return row.kind === 'action'
    ? [row.on, row.action.doneOn ?? row.on]
    : [row.on, row.incident.endedOn ?? row.on];
}

function Row({
  row,
  y,
  x,
  today,
}: {
  readonly row: TimelineRow;
  readonly y: number;
  readonly x: (isoDate: string) => number;
  readonly today: string;
}): ReactNode {
  const { direction } = usePreferences();
  const title = row.kind === 'action' ? row.action.title : row.incident.title;
  const short = title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE)}…` : title;
  const end =
    row.kind === 'action'
      ? (row.action.doneOn ?? (row.action.status === 'in-progress' ? today : row.on))
      : (row.incident.endedOn ?? row.on);
  const [start, stop] = [x(row.on), x(end)];
  // Words begin at the mark, or end there where they would run out of the picture.
  const share = direction === 'rtl' ? 100 - start : start;
  return (
    <g>
      <title>{title}</title>
      <text
        x={`${start}%`}
        y={y + 14}
        textAnchor={share > 55 ? 'end' : 'start'}
        className={styles['name']}
      >
        {short}
      </text>
      {start !== stop && (
        <line
          x1={`${start}%`}
          x2={`${stop}%`}
          y1={y + MARK_Y}
          y2={y + MARK_Y}
          className={styles[row.kind === 'action' ? 'bar' : 'lasting']}
        />
      )}
      <svg x={`${start}%`} y={y + MARK_Y} className={styles['mark']}>
        <Mark kind={row.kind} />
      </svg>
    </g>
  );
}

function Mark({ kind }: { readonly kind: TimelineRow['kind'] }): ReactNode {
  return kind === 'action' ? (
    <circle r="5.5" className={styles['actionMark']} />
  ) : (
    <path d="M0 -7 L7 0 L0 7 L-7 0 Z" className={styles['incidentMark']} />
  );
}

function Key({ kind }: { readonly kind: 'action' | 'incident' | 'linked' | 'open' }): ReactNode {
  return (
    <svg width="22" height="16" viewBox="-11 -8 22 16" aria-hidden>
      {kind === 'action' || kind === 'incident' ? (
        <Mark kind={kind} />
      ) : (
        <line x1="-11" x2="11" y1="0" y2="0" className={styles[kind]} />
      )}
    </svg>
  );
}

function RowsTable({ rows }: { readonly rows: readonly TimelineRow[] }): ReactNode {
  const { t } = useTranslation('impact');
  const format = useFormat();
  const label = useLabel();
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t('backlash.date')}</th>
          <th scope="col">{t('backlash.what')}</th>
          <th scope="col">{t('backlash.kind')}</th>
          <th scope="col">{t('backlash.who')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={idOf(row)}>
            <td>{format.date(row.on)}</td>
            <th scope="row" dir="auto">
              {row.kind === 'action' ? row.action.title : row.incident.title}
            </th>
            <td>
              {row.kind === 'action'
                ? `${t('backlash.our')} · ${label('actionType', row.action.type)}`
                : `${t('backlash.their')} · ${label('incidentAct', row.incident.act)}`}
            </td>
            <td>
              <bdi>
                {format.list(
                  (row.kind === 'action' ? row.action.subjects : row.incident.victims).map(
                    (one) => one.label,
                  ),
                )}
              </bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
