import { useState, type ReactNode } from 'react';
import { ArrowRightLeft, MailQuestion } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { BundlesTabs } from '../bundles/BundlesTabs.tsx';
import { EntrustmentEntry } from './EntrustmentEntry.tsx';
import { GROUPS, inGroup, overdueFirst, type Group } from './groups.ts';
import { ReceiptsOwed } from './ReceiptsOwed.tsx';
import { RequestDialog } from './RequestDialog.tsx';
import styles from './entrustments.module.css';

/** Who was handed over, lent, assigned or asked for, and what came of it. */
export function EntrustedPage(): ReactNode {
  const { t } = useTranslation('entrustments');
  const [group, setGroup] = useState<Group>('waiting');
  const [isAsking, setAsking] = useState(false);
  const list = useCall(client.entrustments.list, {});
  const all = list.data ?? [];
  const shown = overdueFirst(all.filter((one) => inGroup(group, one)));
  const ask = (
    <Button icon={MailQuestion} onPress={() => setAsking(true)}>
      {t('request.open')}
    </Button>
  );

  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={list.data?.length === 0 ? undefined : ask}
      />
      <BundlesTabs />
      <div className={styles['column']}>
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
        {list.data === undefined && list.error === null && <Skeleton lines={8} />}
        {list.data?.length === 0 && (
          <EmptyState icon={ArrowRightLeft} title={t('emptyTitle')} actions={ask}>
            {t('emptyBody')}
          </EmptyState>
        )}
        <ReceiptsOwed />
        {all.length > 0 && (
          <>
            <RadioGroup
              label={t('show')}
              isLabelHidden
              look="segmented"
              value={group}
              onChange={setGroup}
              options={GROUPS.map((value) => ({
                value,
                label: t(`shown.${value}`, {
                  count: all.filter((one) => inGroup(value, one)).length,
                }),
              }))}
            />
            {shown.length === 0 ? (
              <EmptyState icon={ArrowRightLeft} title={t(`none.${group}`)} isCompact />
            ) : (
              <ul className={styles['list']} aria-label={t('title')}>
                {shown.map((one) => (
                  <EntrustmentEntry key={one.id} entrustment={one} />
                ))}
              </ul>
            )}
          </>
        )}
      </div>
      {isAsking && <RequestDialog onClose={() => setAsking(false)} />}
    </Page>
  );
}
