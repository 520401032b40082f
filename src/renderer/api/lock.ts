import { client } from './client.ts';
import { flushDrafts } from './pending-drafts.ts';

/** Stores what is being typed, then locks: the vault process ends. */
export async function lockVault(): Promise<void> {
  try {
    await flushDrafts();
  } finally {
    await client.host.lock();
  }
}
