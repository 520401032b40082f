import { CircleCheck, CircleSlash, CircleX, Hourglass, Undo2, type LucideIcon } from 'lucide-react';
import type { EntrustmentState } from '../../../shared/model/entrustment.ts';
import type { Tone } from '../../components/StatusPill.tsx';

export const STATE_LOOKS: Readonly<
  Record<EntrustmentState, { readonly icon: LucideIcon; readonly tone: Tone }>
> = {
  offered: { icon: Hourglass, tone: 'info' },
  accepted: { icon: CircleCheck, tone: 'positive' },
  rejected: { icon: CircleX, tone: 'warning' },
  revoked: { icon: CircleSlash, tone: 'neutral' },
  returned: { icon: Undo2, tone: 'neutral' },
};
