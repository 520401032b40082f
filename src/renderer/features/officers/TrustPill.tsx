import type { ReactNode } from 'react';
import { KeyRound, ShieldCheck, ShieldOff, ShieldQuestion, UserRound } from 'lucide-react';
import type { OfficerView } from '../../../shared/contract/bundles.ts';
import type { ImportPreview } from '../../../shared/contract/bundles.ts';
import { StatusPill, type Tone } from '../../components/StatusPill.tsx';
import { useLabel } from '../../i18n/use-label.ts';

type Trust = OfficerView['trust'] | ImportPreview['sender']['trust'];

const LOOK: Record<Trust, { readonly icon: typeof UserRound; readonly tone: Tone }> = {
  self: { icon: UserRound, tone: 'neutral' },
  verified: { icon: ShieldCheck, tone: 'positive' },
  unverified: { icon: ShieldQuestion, tone: 'warning' },
  revoked: { icon: ShieldOff, tone: 'danger' },
  unknown: { icon: ShieldQuestion, tone: 'danger' },
  'key-differs': { icon: KeyRound, tone: 'danger' },
};

/** How far an officer's card is trusted, by icon and word. */
export function TrustPill({ trust }: { readonly trust: Trust }): ReactNode {
  const label = useLabel();
  const { icon, tone } = LOOK[trust];
  return (
    <StatusPill icon={icon} tone={tone}>
      {trust === 'self' ? label('officerTrust', trust) : label('senderTrust', trust)}
    </StatusPill>
  );
}
