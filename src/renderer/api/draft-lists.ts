import type { QueryClient } from '@tanstack/react-query';

/** A draft is no record, so no event tells of it: outdates the answers that list drafts. */
export async function outdateDraftLists(queryClient: QueryClient): Promise<void> {
  await Promise.all(
    ['drafts.list', 'today.overview'].map((channel) =>
      queryClient.invalidateQueries({ queryKey: [channel] }),
    ),
  );
}
