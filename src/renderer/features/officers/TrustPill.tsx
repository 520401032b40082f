import type { ReactNode } from 'react';
import {
  History,
  KeyRound,
  RefreshCcw,
  ShieldCheck,
  ShieldOff,
  ShieldQuestion,
  UserRound,
} from 'lucide-react';
import type { OfficerTrust, SenderTrust } from '../../../shared/model/officer.ts';
import { StatusPill, type Tone } from '../../components/StatusPill.tsx';
import { useLabel } from '../../i18n/use-label.ts';

type Trust = OfficerTrust | SenderTrust;

const LOOK: Record<Trust, { readonly icon: typeof UserRound; readonly tone: Tone }> = {
  self: { icon: UserRound, tone: 'neutral' },
  verified: { icon: ShieldCheck, tone: 'positive' },
  rotated: { icon: RefreshCcw, tone: 'positive' },
  'earlier-key': { icon: History, tone: 'positive' },
  unverified: { icon: ShieldQuestion, tone: 'warning' },
  revoked: { icon: ShieldOff, tone: 'danger' },
  unknown: { icon: ShieldQuestion, tone: 'danger' },
  'given-up-key': { icon: History, tone: 'danger' },
  'key-differs': { icon: KeyRound, tone: 'danger' },
};

/** How an officer is told on: the one sign of it, wherever an officer is named. */
export function trustTone(trust: Trust): Tone {
  return LOOK[trust].tone;
}

/** How far an officer's card, or the key of a bundle, is trusted: by icon and word. */
export function TrustPill(props: { readonly trust: Trust; readonly isPlain?: boolean }): ReactNode {
  const label = useLabel();
  const { trust, isPlain = false } = props;
  const { icon, tone } = LOOK[trust];
  return (
    <StatusPill icon={icon} tone={tone} isPlain={isPlain}>
      {trust === 'self' ? label('officerTrust', trust) : label('senderTrust', trust)}
    </StatusPill>
  );
}
