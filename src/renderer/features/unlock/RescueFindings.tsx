import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RescueReport } from '../../../shared/contract/session.ts';
import { RECORD_TYPES } from '../../../shared/model/record-type.ts';
import { Banner } from '../../components/Banner.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import styles from './RescueFindings.module.css';

/** What a rescue read and what it could not, in sentences and table by table. */
export function RescueFindings({ report }: { readonly report: RescueReport }): ReactNode {
  const { t } = useTranslation('door');
  const { log, pages } = report;
  const spans = log.missing.map(({ from, to }) =>
    from === to ? String(from) : t('rescue.span', { from, to }),
  );
  const isShort = log.lastSeenSequence !== null && log.lastSeenSequence > log.lastSequence;
  return (
    <div className={styles['findings']} role="status">
      <ul>
        {pages.unreadable > 0 && <li>{t('rescue.reportParts', pages)}</li>}
        {report.inPart === 0 && log.isWhole && <li>{t('rescue.reportAll')}</li>}
        {report.fromLog > 0 && <li>{t('rescue.fromLog', { count: report.fromLog })}</li>}
        {report.intoLog > 0 && <li>{t('rescue.intoLog', { count: report.intoLog })}</li>}
        {report.inPart > 0 && <li>{t('rescue.inPart', { count: report.inPart })}</li>}
        {log.firstBreak === null ? (
          !isShort && <li>{t('rescue.logWhole')}</li>
        ) : (
          <li>{t('rescue.logBroken', { seq: log.firstBreak })}</li>
        )}
        {isShort && (
          <li>{t('rescue.logShort', { last: log.lastSequence, seen: log.lastSeenSequence })}</li>
        )}
        {spans.length > 0 && <li>{t('rescue.logMissing', { spans: spans.join(', ') })}</li>}
      </ul>
      {report.isIdentityNew && <Banner tone="warning">{t('rescue.newIdentity')}</Banner>}
      <RescuedTables report={report} />
    </div>
  );
}

function RescuedTables({ report }: { readonly report: RescueReport }): ReactNode {
  const { t } = useTranslation('door');
  const label = useLabel();
  const nameOf = (name: RescueReport['tables'][number]['name']): string => {
    const type = RECORD_TYPES.find((one) => one === name);
    if (type !== undefined) return label('recordTypePlural', type);
    return label('rescued', name as Exclude<typeof name, (typeof RECORD_TYPES)[number]>);
  };
  const shown = report.tables.filter(
    ({ rows, rowsLost, pagesLost }) => rows + rowsLost + pagesLost > 0,
  );
  return (
    <table className={styles['table']}>
      <caption>{t('rescue.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('rescue.part')}</th>
          <th scope="col">{t('rescue.rows')}</th>
          <th scope="col">{t('rescue.lost')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ name, rows, rowsLost, pagesLost }) => (
          <tr key={name}>
            <th scope="row">{nameOf(name)}</th>
            <td>{rows}</td>
            <td>
              {rowsLost + pagesLost === 0
                ? t('rescue.lostNone')
                : [
                    ...(rowsLost > 0 ? [t('rescue.lostRows', { count: rowsLost })] : []),
                    ...(pagesLost > 0 ? [t('rescue.lostPages', { count: pagesLost })] : []),
                  ].join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
