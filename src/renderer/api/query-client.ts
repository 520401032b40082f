import { QueryClient } from '@tanstack/react-query';
import { listen, type Bridge } from '../../shared/contract/client.ts';
import type { CallKey } from './query-keys.ts';
import { isOutdated } from './query-keys.ts';
import { CallFailure } from './call-failure.ts';

/** Answers are kept until a `recordsChanged` event outdates them: nobody else writes this vault. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        gcTime: 5 * 60_000,
        // The vault is on this machine: there is no network to wait for or to try again.
        networkMode: 'always',
        retry: (count, error) => !(error instanceof CallFailure) && count < 1,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/**
 * Keeps the answers in step with the vault: outdates what changed, drops all of it on lock.
 * @returns A function that stops doing so.
 */
export function followVault(queryClient: QueryClient, bridge: Bridge): () => void {
  const stops = [
    listen(bridge, 'recordsChanged', ({ types }) => {
      void queryClient.invalidateQueries({
        predicate: (query) => isOutdated((query.queryKey as unknown as CallKey)[0], types),
      });
    }),
    listen(bridge, 'sessionChanged', ({ state }) => {
      if (state !== 'unlocked') forgetRecords(queryClient);
      void queryClient.invalidateQueries({ queryKey: ['session.status'] });
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

/** Drops every answer but the door's own: what is locked must not stay in this page's memory. */
function forgetRecords(queryClient: QueryClient): void {
  void queryClient.cancelQueries();
  queryClient.removeQueries({
    predicate: (query) =>
      query.queryKey[0] !== 'session.status' && query.queryKey[0] !== 'host.info',
  });
  queryClient.getMutationCache().clear();
}
