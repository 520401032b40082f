import type { ReactNode } from 'react';
import {
  BadgeCheck,
  CircleHelp,
  CornerDownRight,
  EyeOff,
  Scale,
  SearchCheck,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { IncidentRow } from '../../../shared/contract/incidents.ts';
import type { Verification } from '../../../shared/model/vocabulary/incident.ts';
import { StatusPill, type Tone } from '../../components/StatusPill.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import styles from './incidents.module.css';

const VERIFIED: Record<Verification, { readonly icon: LucideIcon; readonly tone: Tone }> = {
  unverified: { icon: CircleHelp, tone: 'neutral' },
  'partly-corroborated': { icon: SearchCheck, tone: 'info' },
  verified: { icon: BadgeCheck, tone: 'positive' },
  disputed: { icon: Scale, tone: 'warning' },
};

export interface IncidentMarksProps {
  readonly incident: Pick<IncidentRow, 'verification' | 'sensitivity' | 'followsId'>;
}

/** How far an incident is verified, who may know of it, whether it follows another. */
export function IncidentMarks({ incident }: IncidentMarksProps): ReactNode {
  const { t } = useTranslation('incidents');
  const label = useLabel();
  const { icon, tone } = VERIFIED[incident.verification];
  return (
    <span className={styles['marks']}>
      <StatusPill icon={icon} tone={tone}>
        {label('verification', incident.verification)}
      </StatusPill>
      {incident.sensitivity !== 'normal' && (
        <StatusPill
          icon={EyeOff}
          tone={incident.sensitivity === 'closely-held' ? 'danger' : 'warning'}
        >
          {label('sensitivity', incident.sensitivity)}
        </StatusPill>
      )}
      {incident.followsId !== null && (
        <StatusPill icon={CornerDownRight} tone="accent">
          {t('list.follows')}
        </StatusPill>
      )}
    </span>
  );
}
