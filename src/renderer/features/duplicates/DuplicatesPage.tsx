import type { ReactNode } from 'react';
import { UserRoundCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DuplicatePair } from '../../../shared/contract/duplicates.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useCall } from '../../api/use-call.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { BackLink, Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { PairCard } from './PairCard.tsx';
import styles from './duplicates.module.css';

const SHOWN = 50;

/** Contacts that may be one and the same, side by side; what is said to be two is remembered. */
export function DuplicatesPage(): ReactNode {
  const { t } = useTranslation('duplicates');
  const found = useCall(client.duplicates.list, { limit: SHOWN }, { keepPrevious: true });
  const save = useAsk(client.contacts.saveRelationship);
  const done = useUndoToast();

  const keepApart = async ([one, other]: DuplicatePair['contacts']): Promise<void> => {
    const outcome = await save.ask({
      id: null,
      fields: {
        ...{ fromContactId: one.id, toContactId: other.id, type: 'not-same-as' },
        ...{ since: null, until: null, note: '' },
      },
    });
    if (!outcome.ok) return;
    done(t('apart', { one: one.label, other: other.label }), outcome.value.changeSetId);
  };

  const { total = 0, pairs = [] } = found.data ?? {};
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('intro')}
        back={<BackLink to="/contacts">{t('back')}</BackLink>}
      />
      <ErrorNotice error={found.error ?? save.failure} onRetry={() => void found.refetch()} />
      {found.data === undefined && found.error === null && <Skeleton lines={8} />}
      {found.data !== undefined && pairs.length === 0 && (
        <EmptyState
          icon={UserRoundCheck}
          title={t('emptyTitle')}
          actions={<ButtonLink to="/contacts">{t('emptyAction')}</ButtonLink>}
        >
          {t('emptyBody')}
        </EmptyState>
      )}
      {pairs.length > 0 && (
        <>
          <p role="status" className={styles['count']}>
            {total > pairs.length
              ? t('countOf', { shown: pairs.length, count: total })
              : t('count', { count: total })}
          </p>
          <ol className={styles['pairs']}>
            {pairs.map((pair) => (
              <li key={pair.contacts.map(({ id }) => id).join(' ')}>
                <PairCard
                  pair={pair}
                  isPending={save.pending}
                  onApart={() => void keepApart(pair.contacts)}
                />
              </li>
            ))}
          </ol>
        </>
      )}
    </Page>
  );
}
