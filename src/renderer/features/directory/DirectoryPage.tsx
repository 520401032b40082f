import type { ReactNode } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { BookHeart, Plus, SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { ActionsTabs } from '../actions/ActionsTabs.tsx';
import { matching, missingSuggestions, type DirectoryFilter } from './directory-filter.ts';
import { DirectoryCard } from './DirectoryCard.tsx';
import { DirectoryFilters } from './DirectoryFilters.tsx';
import { Suggestions } from './Suggestions.tsx';
import styles from './directory.module.css';

/** Who helps defenders, with what, and what came of referrals to them. */
export function DirectoryPage(): ReactNode {
  const { t } = useTranslation('directory');
  const filter = useSearch({ from: '/directory' });
  const navigate = useNavigate({ from: '/directory' });
  const list = useCall(client.directory.list, {});
  const rows = list.data ?? [];
  const shown = matching(rows, filter);
  const change = (next: DirectoryFilter): void =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  const add = (
    <ButtonLink to="/contacts/new" search={{ entry: 'organisation' }} variant="primary" icon={Plus}>
      {t('add')}
    </ButtonLink>
  );

  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} actions={rows.length > 0 ? add : undefined} />
      <ActionsTabs />
      <div className={styles['column']}>
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
        {list.data === undefined ? (
          list.error === null && <Skeleton lines={8} />
        ) : rows.length === 0 ? (
          <EmptyState icon={BookHeart} title={t('empty.title')} actions={add}>
            {t('empty.body')}
          </EmptyState>
        ) : (
          <>
            <DirectoryFilters rows={rows} filter={filter} onChange={change} />
            <p role="status" className={styles['muted']}>
              {shown.length === rows.length
                ? t('count', { count: rows.length })
                : t('countOf', { shown: shown.length, total: rows.length })}
            </p>
            {shown.length === 0 ? (
              <EmptyState icon={SearchX} title={t('empty.noMatchTitle')} isCompact>
                {t('empty.noMatchBody')}
              </EmptyState>
            ) : (
              <ul className={styles['cards']} aria-label={t('list')}>
                {shown.map((row) => (
                  <DirectoryCard key={row.id} row={row} />
                ))}
              </ul>
            )}
          </>
        )}
        {list.data !== undefined && <Suggestions suggestions={missingSuggestions(rows)} />}
      </div>
    </Page>
  );
}
