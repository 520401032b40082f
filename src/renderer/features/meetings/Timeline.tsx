import { useCallback, useMemo, type ReactNode } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MeetingLogState } from '../../../shared/model/vocabulary/meeting.ts';
import { CallFailure } from '../../api/call-failure.ts';
import { client } from '../../api/client.ts';
import { callKey } from '../../api/query-keys.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { VirtualList } from '../../components/VirtualList.tsx';
import { timelineEntries } from './timeline.ts';
import { TimelineRow } from './TimelineRow.tsx';

const PAGE_ROWS = 300;

export interface TimelineFilter {
  readonly contactId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly states?: readonly MeetingLogState[] | undefined;
}

export interface TimelineProps {
  readonly filter: TimelineFilter;
  /** What is shown where nothing matches. */
  readonly empty: ReactNode;
  readonly label: string;
}

/** All logs that match, newest first, loaded as the list is scrolled. */
export function Timeline({ filter, empty, label }: TimelineProps): ReactNode {
  const { t } = useTranslation('meetings');
  const navigate = useNavigate();
  const logs = useInfiniteQuery({
    queryKey: [...callKey('meetings.list', filter), 'pages'],
    initialPageParam: 0,
    queryFn: async ({ pageParam }) => {
      const outcome = await client.meetings.list({
        ...(filter.contactId === undefined ? {} : { contactId: filter.contactId }),
        ...(filter.from === undefined ? {} : { from: filter.from }),
        ...(filter.to === undefined ? {} : { to: filter.to }),
        ...(filter.states === undefined ? {} : { states: [...filter.states] }),
        limit: PAGE_ROWS,
        offset: pageParam,
      });
      if (!outcome.ok) throw new CallFailure(outcome.failure);
      return outcome.value;
    },
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((sum, page) => sum + page.rows.length, 0);
      return last.rows.length > 0 && loaded < last.total ? loaded : undefined;
    },
  });
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = logs;
  const entries = useMemo(
    () => timelineEntries((data?.pages ?? []).flatMap((page) => page.rows)),
    [data],
  );
  const onNearEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  if (logs.error !== null) {
    return <ErrorNotice error={logs.error} onRetry={() => void logs.refetch()} />;
  }
  if (data === undefined) return <Skeleton lines={8} blockSize="3rem" />;
  if (entries.length === 0) return empty;
  return (
    <>
      <VirtualList
        label={label}
        items={entries}
        keyOf={(entry) => entry.row.id}
        rowSize={5.5}
        onNearEnd={onNearEnd}
        onOpen={(entry) => void navigate({ to: '/meetings/$id', params: { id: entry.row.id } })}
        renderRow={(entry) => <TimelineRow entry={entry} />}
      />
      <span role="status" className="visually-hidden">
        {isFetchingNextPage && t('timeline.loading')}
      </span>
    </>
  );
}
