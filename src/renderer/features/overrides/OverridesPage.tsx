import { useState, type ReactNode } from 'react';
import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { ActionsTabs } from '../actions/ActionsTabs.tsx';
import { OverrideEntry } from './OverrideEntry.tsx';
import { isPending } from './override-state.ts';
import styles from './overrides.module.css';

const SHOWN = ['all', 'pending'] as const;

/** Every time the gate was passed without consent: listed, never hidden. */
export function OverridesPage(): ReactNode {
  const { t } = useTranslation('overrides');
  const [shown, setShown] = useState<(typeof SHOWN)[number]>('all');
  const list = useCall(client.overrides.list, {});
  const all = list.data ?? [];
  const pending = all.filter(isPending);
  const rows = shown === 'all' ? all : pending;
  const counts = { all: all.length, pending: pending.length };
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <ActionsTabs />
      <div className={styles['column']}>
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
        {list.data === undefined && list.error === null && <Skeleton lines={8} />}
        {list.data?.length === 0 && (
          <EmptyState icon={ShieldCheck} title={t('emptyTitle')}>
            {t('emptyBody')}
          </EmptyState>
        )}
        {all.length > 0 && (
          <>
            <RadioGroup
              label={t('show')}
              isLabelHidden
              look="segmented"
              value={shown}
              onChange={setShown}
              options={SHOWN.map((value) => ({
                value,
                label: t(`shown.${value}`, { count: counts[value] }),
              }))}
            />
            {rows.length === 0 ? (
              <EmptyState icon={ShieldCheck} title={t('nonePendingTitle')} isCompact>
                {t('nonePendingBody')}
              </EmptyState>
            ) : (
              <ul className={styles['overrides']} aria-label={t('title')}>
                {rows.map((row) => (
                  <OverrideEntry key={`${row.actionId} ${row.override.at}`} row={row} />
                ))}
              </ul>
            )}
          </>
        )}
      </div>
    </Page>
  );
}
