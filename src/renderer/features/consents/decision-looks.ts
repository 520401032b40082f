import { Ban, CircleCheck, CircleX, type LucideIcon } from 'lucide-react';
import type { ConsentDecision } from '../../../shared/model/vocabulary/consent.ts';
import type { Tone } from '../../components/StatusPill.tsx';

/** What a decision is drawn as, wherever it is named. */
export const DECISION_LOOKS: Record<
  ConsentDecision,
  { readonly icon: LucideIcon; readonly tone: Tone }
> = {
  given: { icon: CircleCheck, tone: 'positive' },
  refused: { icon: CircleX, tone: 'danger' },
  withdrawn: { icon: Ban, tone: 'danger' },
};
