import {
  AlarmClock,
  BellRing,
  CalendarCheck,
  CalendarClock,
  CircleCheck,
  CircleDashed,
  MessageCircleOff,
  UserRoundX,
  type LucideIcon,
} from 'lucide-react';
import type { RhythmRow, RhythmStand } from '../../../shared/contract/rhythm.ts';
import type { Tone } from '../../components/StatusPill.tsx';

interface Look {
  readonly icon: LucideIcon;
  readonly tone: Tone;
}

/** How each place in the rhythm looks; the icon and the words say it, the colour repeats them. */
export const STAND_LOOKS: Readonly<Record<RhythmStand, Look>> = {
  alarming: { icon: BellRing, tone: 'danger' },
  quiet: { icon: MessageCircleOff, tone: 'warning' },
  overdue: { icon: AlarmClock, tone: 'warning' },
  'never-met': { icon: UserRoundX, tone: 'neutral' },
  'due-soon': { icon: CalendarClock, tone: 'info' },
  planned: { icon: CalendarCheck, tone: 'accent' },
  'on-track': { icon: CircleCheck, tone: 'positive' },
  'no-rhythm': { icon: CircleDashed, tone: 'neutral' },
};

/** Where a contact stands: silence, if there is one, goes before the rhythm. */
export function standOfRow({ silence, state }: Pick<RhythmRow, 'silence' | 'state'>): RhythmStand {
  return silence === 'none' ? state : silence;
}
