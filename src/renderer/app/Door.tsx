import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { failureOf } from '../api/call-failure.ts';
import { client } from '../api/client.ts';
import { callKey } from '../api/query-keys.ts';
import { useCall } from '../api/use-call.ts';
import { useEvent } from '../api/use-event.ts';
import { clearToasts } from '../components/toasts.tsx';
import { CreateVault } from '../features/first-run/CreateVault.tsx';
import { RecoveryCodeSteps } from '../features/first-run/RecoveryCodeSteps.tsx';
import { StoreFailureScreen } from '../features/unlock/StoreFailureScreen.tsx';
import { Unlock } from '../features/unlock/Unlock.tsx';
import { DoorContext } from './door-context.ts';
import { router } from './router.tsx';

/** Decides what may be seen: the first run, the lock, the recovery code to check, or the records. */
export function Door(): ReactNode {
  const queryClient = useQueryClient();
  const status = useCall(client.session.status, {});
  const [isCreating, setCreating] = useState(false);
  /** A recovery code just made: shown until it was typed back, then forgotten. */
  const [newCode, setNewCode] = useState<string | null>(null);
  const [isCodeOpen, setCodeOpen] = useState(false);
  /** Counts locks: each gives an empty unlock screen, whatever was being typed into the last. */
  const [locks, setLocks] = useState(0);
  const isUnlocked = status.data?.state === 'unlocked';

  useEvent('sessionChanged', ({ state }) => {
    if (state === 'unlocked') return;
    clearToasts();
    setNewCode(null);
    setCodeOpen(false);
    setLocks((count) => count + 1);
    // Who unlocks next begins at the beginning, not at the record that was open.
    void router.navigate({ to: '/today', replace: true });
  });

  useEffect(() => {
    if (isUnlocked && status.data?.recoveryCodeUnconfirmed === true) setCodeOpen(true);
  }, [isUnlocked, status.data]);

  const context = useMemo(
    () => ({
      showNewCode: (code: string) => {
        setNewCode(code);
        setCodeOpen(true);
      },
    }),
    [],
  );

  if (status.error !== null) {
    return (
      <StoreFailureScreen failure={failureOf(status.error)} onRetry={() => void status.refetch()} />
    );
  }
  if (status.data === undefined) return null;
  if (status.data.state === 'no-vault' || isCreating) {
    return (
      <CreateVault
        onCreating={setCreating}
        onCreated={(code) => {
          setNewCode(code);
          setCodeOpen(true);
          void queryClient.invalidateQueries({ queryKey: callKey('session.status', {}) });
        }}
      />
    );
  }
  if (!isUnlocked) return <Unlock key={locks} retryAfterSeconds={status.data.retryAfterSeconds} />;
  if (isCodeOpen || status.data.recoveryCodeUnconfirmed) {
    return (
      <RecoveryCodeSteps
        code={newCode}
        onNewCode={setNewCode}
        onDone={() => {
          void (async () => {
            await queryClient.invalidateQueries({ queryKey: callKey('session.status', {}) });
            setNewCode(null);
            setCodeOpen(false);
          })();
        }}
      />
    );
  }
  return (
    <DoorContext value={context}>
      <RouterProvider router={router} />
    </DoorContext>
  );
}
