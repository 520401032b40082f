/** Forms that hold something not yet stored as a draft, each with how to store it now. */
const flushers = new Set<() => Promise<void>>();

/** @returns A function that takes the form off the list. */
export function registerDraft(flush: () => Promise<void>): () => void {
  flushers.add(flush);
  return () => flushers.delete(flush);
}

/** Stores every draft now; called before the vault is locked and when the window closes. */
export async function flushDrafts(): Promise<void> {
  await Promise.all([...flushers].map((flush) => flush()));
}
