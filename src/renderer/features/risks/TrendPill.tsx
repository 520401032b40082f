import type { ReactNode } from 'react';
import { MoveRight, TrendingDown, TrendingUp, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RiskTrend } from '../../../shared/model/vocabulary/risk.ts';
import { StatusPill, type Tone } from '../../components/StatusPill.tsx';
import { useLabel } from '../../i18n/use-label.ts';

export const TREND_ICONS: Readonly<Record<RiskTrend, LucideIcon>> = {
  falling: TrendingDown,
  steady: MoveRight,
  rising: TrendingUp,
};

const TONES: Readonly<Record<RiskTrend, Tone>> = {
  falling: 'positive',
  steady: 'neutral',
  rising: 'warning',
};

/** Where things are going. */
export function TrendPill({ trend }: { readonly trend: RiskTrend }): ReactNode {
  const { t } = useTranslation('risks');
  const label = useLabel();
  return (
    <StatusPill icon={TREND_ICONS[trend]} tone={TONES[trend]}>
      {t('trend', { trend: label('riskTrend', trend) })}
    </StatusPill>
  );
}
