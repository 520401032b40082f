import type { ReactNode } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { History, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CallFailure } from '../../api/call-failure.ts';
import { client } from '../../api/client.ts';
import { callKey } from '../../api/query-keys.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { useState } from 'react';
import type { Calls } from '../../../shared/contract/contract.ts';
import type { ResultOf } from '../../../shared/contract/define.ts';
import { HistoryVerdict } from './HistoryVerdict.tsx';
import { ChangeSetEntry } from './ChangeSetEntry.tsx';
import styles from './history.module.css';

const PAGE_SETS = 40;

type Verified = ResultOf<Calls['history']['verify']>;

/** Every change to the vault, newest first, and the check of the whole chain. */
export function HistoryPage(): ReactNode {
  const { t } = useTranslation('history');
  const verify = useAsk(client.history.verify);
  const [verified, setVerified] = useState<Verified | null>(null);
  const recent = useInfiniteQuery({
    queryKey: [...callKey('history.recent', { limit: PAGE_SETS }), 'pages'],
    initialPageParam: null as number | null,
    queryFn: async ({ pageParam }) => {
      const outcome = await client.history.recent({ before: pageParam, limit: PAGE_SETS });
      if (!outcome.ok) throw new CallFailure(outcome.failure);
      return outcome.value;
    },
    getNextPageParam: (last) => (last.length < PAGE_SETS ? undefined : last.at(-1)?.sequence),
  });
  const sets = recent.data?.pages.flat();

  const check = async (): Promise<void> => {
    setVerified(null);
    const outcome = await verify.ask({});
    if (outcome.ok) setVerified(outcome.value);
  };

  return (
    <Page width="narrow">
      <PageHeader
        title={t('title')}
        lead={t('recent.intro')}
        actions={
          <Button icon={ShieldCheck} isPending={verify.pending} onPress={() => void check()}>
            {t('recent.verify')}
          </Button>
        }
      />
      <div className={styles['column']}>
        <ErrorNotice error={verify.failure ?? recent.error} />
        {verified !== null && <HistoryVerdict result={verified} />}
        {sets === undefined ? (
          recent.error === null && <Skeleton lines={8} blockSize="3rem" />
        ) : sets.length === 0 ? (
          <EmptyState icon={History} title={t('recent.emptyTitle')}>
            {t('recent.emptyBody')}
          </EmptyState>
        ) : (
          <ol className={styles['sets']} aria-label={t('recent.label')}>
            {sets.map((set) => (
              <ChangeSetEntry key={set.id} set={set} />
            ))}
          </ol>
        )}
        {recent.hasNextPage && (
          <div>
            <Button
              isPending={recent.isFetchingNextPage}
              onPress={() => void recent.fetchNextPage()}
            >
              {t('recent.more')}
            </Button>
          </div>
        )}
      </div>
    </Page>
  );
}
