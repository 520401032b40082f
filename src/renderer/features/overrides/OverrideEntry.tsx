import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { CircleCheck, CircleDashed, CircleSlash, ShieldAlert, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OverrideRow } from '../../../shared/contract/overrides.ts';
import { FactList } from '../../components/FactList.tsx';
import { Badge, StatusPill, type Tone } from '../../components/StatusPill.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { overrideState, type OverrideState } from './override-state.ts';
import styles from './overrides.module.css';

const LOOK: Record<OverrideState, { readonly icon: LucideIcon; readonly tone: Tone }> = {
  pending: { icon: ShieldAlert, tone: 'warning' },
  come: { icon: CircleCheck, tone: 'positive' },
  ended: { icon: CircleSlash, tone: 'neutral' },
};

/** One override: who, when, why, on whose authority, what was missing and whether it has come. */
export function OverrideEntry({ row }: { readonly row: OverrideRow }): ReactNode {
  const { t } = useTranslation('overrides');
  const label = useLabel();
  const format = useFormat();
  const { actionId, title, type, status, override, recordedBy } = row;
  const state = overrideState(row);
  return (
    <li className={styles['entry']} data-state={state}>
      <div className={styles['head']}>
        {status === null ? (
          <strong dir="auto">{title}</strong>
        ) : (
          <Link to="/actions/$id" params={{ id: actionId }} dir="auto">
            {title}
          </Link>
        )}
        <span className={styles['muted']}>{label('actionType', type)}</span>
        <Badge>{status === null ? t('removed') : label('actionStatus', status)}</Badge>
        <StatusPill {...LOOK[state]}>{t(`state.${state}`)}</StatusPill>
      </div>
      <FactList
        facts={[
          { label: t('why'), value: <span dir="auto">{override.reason}</span> },
          { label: t('authorisedBy'), value: <bdi>{override.authorisedBy}</bdi> },
          {
            label: t('secondName'),
            value: override.secondName === null ? null : <bdi>{override.secondName}</bdi>,
          },
          {
            label: t('reached'),
            value: t(override.defenderUnreachable ? 'unreachable' : 'reachable'),
          },
          {
            label: t('recorded'),
            value: (
              <bdi>{t('recordedBy', { by: recordedBy, date: format.instant(override.at) })}</bdi>
            ),
          },
        ]}
      />
      <MissingConsents missing={row.missing} />
    </li>
  );
}

function MissingConsents({ missing }: Pick<OverrideRow, 'missing'>): ReactNode {
  const { t } = useTranslation(['overrides', 'actions', 'consents']);
  const label = useLabel();
  return (
    <div>
      <h3 className={styles['subhead']}>{t('missing')}</h3>
      <ul className={styles['missing']}>
        {missing.map(({ gap, now }) => (
          <li key={`${gap.contactId} ${gap.purpose ?? ''}`}>
            <span dir="auto">
              {t(`actions:gap.${gap.why}`, {
                name: gap.contactLabel,
                purpose: gap.purpose === null ? '' : label('purpose', gap.purpose),
                audience:
                  gap.audience === null ? '' : t(`consents:audienceInSentence.${gap.audience}`),
              })}
            </span>
            {now === null ? (
              <StatusPill icon={CircleCheck} tone="positive" isPlain>
                {t('hasCome')}
              </StatusPill>
            ) : (
              <StatusPill icon={CircleDashed} tone="warning" isPlain>
                {t('stillMissing', { why: label('gapReason', now.why) })}
              </StatusPill>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
