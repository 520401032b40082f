import type { ReactNode } from 'react';
import {
  AlarmClock,
  CalendarCheck,
  ChevronDown,
  ChevronsUp,
  ChevronUp,
  CircleDashed,
  CircleSlash,
  Equal,
  HandHeart,
  Hourglass,
  ShieldAlert,
  ShieldCheck,
  ShieldQuestion,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PeacefulMeansStatus, RiskLevel } from '../../shared/model/vocabulary/contact.ts';
import { localToday } from '../i18n/local-today.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useLabel } from '../i18n/use-label.ts';
import { StatusPill, type Tone } from './StatusPill.tsx';

/** The icon and tone of each level of risk. */
export const RISK_LOOKS: Readonly<
  Record<RiskLevel, { readonly icon: LucideIcon; readonly tone: Tone }>
> = {
  low: { icon: ChevronDown, tone: 'neutral' },
  medium: { icon: Equal, tone: 'info' },
  high: { icon: ChevronUp, tone: 'warning' },
  extreme: { icon: ChevronsUp, tone: 'danger' },
};

export function RiskPill({ level }: { readonly level: RiskLevel | null }): ReactNode {
  const label = useLabel();
  if (level === null) return null;
  const { icon, tone } = RISK_LOOKS[level];
  return (
    <StatusPill icon={icon} tone={tone}>
      {label('riskLevel', level)}
    </StatusPill>
  );
}

const PEACEFUL: Record<PeacefulMeansStatus, { readonly icon: LucideIcon; readonly tone: Tone }> = {
  'not-assessed': { icon: ShieldQuestion, tone: 'neutral' },
  'under-review': { icon: Hourglass, tone: 'warning' },
  met: { icon: ShieldCheck, tone: 'positive' },
  'not-met': { icon: ShieldAlert, tone: 'danger' },
};

export function PeacefulMeansPill({ status }: { readonly status: PeacefulMeansStatus }): ReactNode {
  const label = useLabel();
  const { icon, tone } = PEACEFUL[status];
  return (
    <StatusPill icon={icon} tone={tone}>
      {label('peacefulMeans', status)}
    </StatusPill>
  );
}

/** Whether the record may be held: a live consent or another ground covers it. */
export function MayHoldPill({
  mayHold,
  isShort,
}: {
  readonly mayHold: boolean;
  readonly isShort?: boolean;
}): ReactNode {
  const { t } = useTranslation('contacts');
  return mayHold ? (
    <StatusPill icon={HandHeart} tone="positive" isPlain>
      {t(isShort === true ? 'mayHold.yesShort' : 'mayHold.yes')}
    </StatusPill>
  ) : (
    <StatusPill icon={CircleSlash} tone="warning" isPlain>
      {t(isShort === true ? 'mayHold.noShort' : 'mayHold.no')}
    </StatusPill>
  );
}

/** A due date: overdue by icon and word, else how far off it is. Nothing for null. */
export function DuePill({
  dueOn,
  isPlain,
}: {
  readonly dueOn: string | null;
  readonly isPlain?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (dueOn === null) return null;
  const isOverdue = dueOn < localToday();
  return (
    <StatusPill
      icon={isOverdue ? AlarmClock : CalendarCheck}
      tone={isOverdue ? 'danger' : 'neutral'}
      isPlain={isPlain}
    >
      {isOverdue && `${t('overdue')} · `}
      {format.relativeDate(dueOn)}
    </StatusPill>
  );
}

export function DraftPill(): ReactNode {
  const label = useLabel();
  return (
    <StatusPill icon={CircleDashed} tone="accent">
      {label('contactState', 'draft')}
    </StatusPill>
  );
}
