import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { CalendarPlus, Megaphone, NotebookPen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ToldRow } from '../../../shared/contract/rhythm.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { RiskPill } from '../../components/status-pills.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { ToldTimeline } from './ToldTimeline.tsx';
import styles from './rhythm.module.css';

const SHOWN = 100;

/** Who has not heard for long what the mission does, and what each was told. */
export function Told(): ReactNode {
  const { t } = useTranslation('rhythm');
  const { data, error } = useCall(client.rhythm.told, { limit: SHOWN });
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return <Skeleton lines={8} blockSize="2.5rem" />;
  if (data.total === 0) {
    return (
      <EmptyState
        icon={Megaphone}
        title={t('told.emptyTitle')}
        actions={
          <ButtonLink to="/meetings/new" icon={NotebookPen}>
            {t('ledger.emptyAction')}
          </ButtonLink>
        }
      >
        {t('told.emptyBody')}
      </EmptyState>
    );
  }
  const hidden = data.total - data.rows.length;
  return (
    <div className={styles['stack']}>
      <p className={styles['summary']} role="status">
        {t('told.summary', { count: data.notToldForLong, total: data.total })}
      </p>
      <Card title={t('told.list')} icon={Megaphone} isFlush>
        <ul>
          {data.rows.map((row) => (
            <ToldItem key={row.id} row={row} />
          ))}
        </ul>
        {hidden > 0 && <p className={styles['more']}>{t('told.more', { count: hidden })}</p>}
      </Card>
      <p className={styles['quote']}>{t('told.paper')}</p>
    </div>
  );
}

function ToldItem({ row }: { readonly row: ToldRow }): ReactNode {
  const { t } = useTranslation('rhythm');
  const format = useFormat();
  return (
    <li className={styles['toldItem']}>
      <div className={styles['toldHead']}>
        <span className={styles['lines']}>
          <Link to="/contacts/$id" params={{ id: row.id }} className={styles['name']}>
            <bdi>{row.label}</bdi>
          </Link>
          <span className={styles['sub']}>
            {row.lastToldOn === null
              ? t('told.never')
              : t('told.last', { when: format.relativeDate(row.lastToldOn) })}
          </span>
        </span>
        <RiskPill level={row.riskLevel} />
        <ButtonLink
          to="/meetings/new"
          search={{ contact: row.id }}
          size="sm"
          variant="quiet"
          icon={CalendarPlus}
        >
          {t('menu.log')}
        </ButtonLink>
      </div>
      {row.told !== '' && (
        <p className={styles['excerpt']} dir="auto">
          {row.told}
        </p>
      )}
      {row.lastToldOn !== null && (
        <Disclosure label={t('told.all', { name: row.label })} isLazy>
          <ToldTimeline contactId={row.id} />
        </Disclosure>
      )}
    </li>
  );
}
