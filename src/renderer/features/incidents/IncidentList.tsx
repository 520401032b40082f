import type { ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { calls } from '../../../shared/contract/contract.ts';
import type { ArgOf } from '../../../shared/contract/define.ts';
import { client } from '../../api/client.ts';
import { usePages } from '../../api/use-pages.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { VirtualList } from '../../components/VirtualList.tsx';
import { IncidentListRow } from './IncidentListRow.tsx';

export type IncidentFilter = Omit<ArgOf<typeof calls.incidents.list>, 'limit' | 'offset'>;

export interface IncidentListProps {
  readonly filter: IncidentFilter;
  readonly label: string;
  /** What is shown where nothing matches. */
  readonly empty: ReactNode;
}

/** All incidents that match, newest first, loaded as the list is scrolled. */
export function IncidentList({ filter, label, empty }: IncidentListProps): ReactNode {
  const { t } = useTranslation('incidents');
  const navigate = useNavigate();
  const pages = usePages(client.incidents.list, filter);
  const { rows } = pages;
  if (pages.error !== null) return <ErrorNotice error={pages.error} onRetry={pages.retry} />;
  if (rows === undefined) return <Skeleton lines={6} blockSize="3rem" />;
  if (rows.length === 0) return empty;
  return (
    <>
      <VirtualList
        label={label}
        items={rows}
        keyOf={(row) => row.id}
        rowSize={5}
        onNearEnd={pages.loadMore}
        onOpen={(row) => void navigate({ to: '/incidents/$id', params: { id: row.id } })}
        renderRow={(row) => <IncidentListRow row={row} />}
      />
      <span role="status" className="visually-hidden">
        {pages.isLoadingMore && t('list.loading')}
      </span>
    </>
  );
}
