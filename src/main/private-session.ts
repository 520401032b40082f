import { app, session, type Session } from 'electron';
import { denyInSession } from './policy.ts';

/**
 * The session of the one window. Its name has no `persist:`, so Chromium keeps it in memory: no
 * cache, cookie, history or storage of the interface ever reaches the disk.
 */
export function privateSession(): Session {
  const inMemory = session.fromPartition('steady-state', { cache: false });
  denyInSession(inMemory, { devTools: !app.isPackaged });
  denyInSession(session.defaultSession, { devTools: !app.isPackaged });
  return inMemory;
}
