import { useQueryClient } from '@tanstack/react-query';
import type { SessionStatus } from '../../../shared/contract/session.ts';
import { callKey } from '../../api/query-keys.ts';

/** Puts what an unlock said of the session where everybody reads it. */
export function useEntered(): (status: SessionStatus) => void {
  const queryClient = useQueryClient();
  return (status) => queryClient.setQueryData(callKey('session.status', {}), status);
}
