import { useCallback, useMemo } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Failure } from '../../shared/contract/failure.ts';
import { CallFailure } from './call-failure.ts';
import { channelOf, type Ask } from './client.ts';
import { callKey } from './query-keys.ts';

interface PageArg {
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

export interface Pages<Row> {
  /** Undefined until the first page is there. */
  readonly rows: readonly Row[] | undefined;
  readonly total: number;
  readonly error: Error | null;
  readonly retry: () => void;
  readonly isLoadingMore: boolean;
  /** Asks for the next page, if there is one; may be called many times. */
  readonly loadMore: () => void;
}

const PAGE_ROWS = 300;

/** All rows of a call that gives them page by page, loaded as the list is scrolled. */
export function usePages<Arg extends PageArg, Row, Failed extends Failure>(
  ask: Ask<Arg, { readonly rows: readonly Row[]; readonly total: number }, Failed>,
  filter: NoInfer<Omit<Arg, keyof PageArg>>,
): Pages<Row> {
  const query = useInfiniteQuery({
    queryKey: [...callKey(channelOf(ask), filter), 'pages'],
    initialPageParam: 0,
    queryFn: async ({ pageParam }) => {
      const page = { ...filter, limit: PAGE_ROWS, offset: pageParam };
      const outcome = await ask(page as unknown as Arg);
      if (!outcome.ok) throw new CallFailure(outcome.failure);
      return outcome.value;
    },
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((sum, page) => sum + page.rows.length, 0);
      return last.rows.length > 0 && loaded < last.total ? loaded : undefined;
    },
  });
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows), [data]);
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return {
    rows,
    total: data?.pages[0]?.total ?? 0,
    error,
    retry: () => void refetch(),
    isLoadingMore: isFetchingNextPage,
    loadMore,
  };
}
