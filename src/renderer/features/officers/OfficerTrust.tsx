import type { ReactNode } from 'react';
import { isTrusted } from '../../../shared/model/officer.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { TrustPill } from './TrustPill.tsx';

export interface OfficerTrustProps {
  readonly officerId: string;
  /** Nothing for an officer who is trusted, where room is short. */
  readonly isWarningOnly?: boolean;
}

/**
 * How far an officer is trusted now, beside their name, whatever was known when the record that
 * names them was made. Whose card is not here is unknown.
 */
export function OfficerTrust({ officerId, isWarningOnly = false }: OfficerTrustProps): ReactNode {
  const list = useCall(client.officers.list, {});
  if (list.data === undefined) return null;
  const trust = list.data.find(({ id }) => id === officerId)?.trust ?? 'unknown';
  return isWarningOnly && isTrusted(trust) ? null : <TrustPill trust={trust} isPlain />;
}
