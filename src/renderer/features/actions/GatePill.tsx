import type { ReactNode } from 'react';
import {
  CircleDashed,
  FileLock2,
  OctagonX,
  ShieldAlert,
  ShieldCheck,
  ShieldQuestion,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ActionRow } from '../../../shared/contract/actions.ts';
import { StatusPill } from '../../components/StatusPill.tsx';

/**
 * What an action rests on: consent, an override, nobody by name; or what it lacks, consents before
 * an instruction or clearance.
 */
export function GatePill({
  row,
}: {
  readonly row: Pick<ActionRow, 'gate' | 'overridden' | 'status'>;
}): ReactNode {
  const { t } = useTranslation('actions');
  const { gate } = row;
  if (gate.notReady !== null && gate.via !== null) {
    return (
      <StatusPill icon={FileLock2} tone={row.status === 'in-progress' ? 'danger' : 'warning'}>
        {t(`notReady.pill.${gate.notReady}`)}
      </StatusPill>
    );
  }
  if (row.overridden) {
    return (
      <StatusPill icon={ShieldAlert} tone="warning">
        {t('gate.override')}
      </StatusPill>
    );
  }
  if (gate.allowed) {
    return gate.via === 'no-subject' ? (
      <StatusPill icon={CircleDashed}>{t('gate.no-subject')}</StatusPill>
    ) : (
      <StatusPill icon={ShieldCheck} tone="positive">
        {t('gate.consent')}
      </StatusPill>
    );
  }
  if (gate.gaps.some((gap) => gap.purpose === null)) {
    return (
      <StatusPill icon={OctagonX} tone="danger">
        {t('gate.barred')}
      </StatusPill>
    );
  }
  return (
    <StatusPill icon={ShieldQuestion} tone={row.status === 'in-progress' ? 'danger' : 'warning'}>
      {t('gate.missing', { count: gate.gaps.length })}
    </StatusPill>
  );
}
