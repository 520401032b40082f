/** What is wrong with a field of an argument, and where. */
export interface ArgumentIssue {
  readonly path: string[];
  readonly code: string;
}

/**
 * The entries of these fields whose id is there twice in its list: a merge tells the entries of a
 * list apart by their ids.
 */
export function repeatedIds(
  lists: Readonly<Record<string, readonly { readonly id: string }[]>>,
): ArgumentIssue[] {
  return Object.entries(lists).flatMap(([field, entries]) => {
    const ids = entries.map((entry) => entry.id);
    return ids.flatMap((id, index) =>
      ids.indexOf(id) < index
        ? [{ path: ['fields', field, `${index}`, 'id'], code: 'duplicate-id' }]
        : [],
    );
  });
}
