import type { ReactNode } from 'react';
import {
  CalendarClock,
  CalendarX2,
  Check,
  CircleHelp,
  CirclePause,
  DoorOpen,
  EyeOff,
  Gavel,
  House,
  Hourglass,
  Lock,
  MailQuestion,
  MailX,
  UserRoundCheck,
  type LucideIcon,
} from 'lucide-react';
import type {
  CustodyState,
  HearingStatus,
  VisitStatus,
} from '../../../shared/model/vocabulary/custody.ts';
import { StatusPill, type Tone } from '../../components/StatusPill.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import type { StopLook } from './StopLine.tsx';

interface Look {
  readonly icon: LucideIcon;
  readonly tone: Tone;
}

const CUSTODY: Record<CustodyState, Look> = {
  arrested: { icon: Lock, tone: 'warning' },
  'pre-trial-detention': { icon: Lock, tone: 'warning' },
  'serving-sentence': { icon: Gavel, tone: 'warning' },
  'house-arrest': { icon: House, tone: 'warning' },
  disappeared: { icon: EyeOff, tone: 'danger' },
  released: { icon: DoorOpen, tone: 'positive' },
  unknown: { icon: CircleHelp, tone: 'neutral' },
};

export function CustodyPill({ state }: { readonly state: CustodyState }): ReactNode {
  const label = useLabel();
  return <StatusPill {...CUSTODY[state]}>{label('custodyState', state)}</StatusPill>;
}

const VISIT: Record<VisitStatus, Look & { readonly stop: StopLook }> = {
  requested: { icon: Hourglass, tone: 'info', stop: 'ahead' },
  granted: { icon: Check, tone: 'positive', stop: 'ahead' },
  refused: { icon: MailX, tone: 'danger', stop: 'off' },
  'no-answer': { icon: MailQuestion, tone: 'warning', stop: 'off' },
  held: { icon: UserRoundCheck, tone: 'accent', stop: 'reached' },
};

export function VisitPill({ status }: { readonly status: VisitStatus }): ReactNode {
  const label = useLabel();
  const { icon, tone } = VISIT[status];
  return (
    <StatusPill icon={icon} tone={tone}>
      {label('visitStatus', status)}
    </StatusPill>
  );
}

export function visitStop(status: VisitStatus): StopLook {
  return VISIT[status].stop;
}

const HEARING: Record<HearingStatus, Look & { readonly stop: StopLook }> = {
  scheduled: { icon: CalendarClock, tone: 'info', stop: 'ahead' },
  held: { icon: Check, tone: 'accent', stop: 'reached' },
  adjourned: { icon: CirclePause, tone: 'warning', stop: 'off' },
  cancelled: { icon: CalendarX2, tone: 'neutral', stop: 'off' },
};

export function HearingPill({ status }: { readonly status: HearingStatus }): ReactNode {
  const label = useLabel();
  const { icon, tone } = HEARING[status];
  return (
    <StatusPill icon={icon} tone={tone}>
      {label('hearingStatus', status)}
    </StatusPill>
  );
}

export function hearingStop(status: HearingStatus): StopLook {
  return HEARING[status].stop;
}
