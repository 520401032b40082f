import { useMemo, type ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MeetingLogState } from '../../../shared/model/vocabulary/meeting.ts';
import { client } from '../../api/client.ts';
import { usePages } from '../../api/use-pages.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { VirtualList } from '../../components/VirtualList.tsx';
import { timelineEntries } from './timeline.ts';
import { TimelineRow } from './TimelineRow.tsx';

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
  const { rows, error, retry, isLoadingMore, loadMore } = usePages(client.meetings.list, {
    ...(filter.contactId === undefined ? {} : { contactId: filter.contactId }),
    ...(filter.from === undefined ? {} : { from: filter.from }),
    ...(filter.to === undefined ? {} : { to: filter.to }),
    ...(filter.states === undefined ? {} : { states: [...filter.states] }),
  });
  const entries = useMemo(() => timelineEntries(rows ?? []), [rows]);

  if (error !== null) return <ErrorNotice error={error} onRetry={retry} />;
  if (rows === undefined) return <Skeleton lines={8} blockSize="3rem" />;
  if (entries.length === 0) return empty;
  return (
    <>
      <VirtualList
        label={label}
        items={entries}
        keyOf={(entry) => entry.row.id}
        rowSize={5.5}
        onNearEnd={loadMore}
        onOpen={(entry) => void navigate({ to: '/meetings/$id', params: { id: entry.row.id } })}
        renderRow={(entry) => <TimelineRow entry={entry} />}
      />
      <span role="status" className="visually-hidden">
        {isLoadingMore && t('timeline.loading')}
      </span>
    </>
  );
}
