import type { ReactNode } from 'react';
import { CircleCheck, CircleX, Hourglass, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StandingRow } from '../../../shared/contract/consents.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { standingSummary, type SummaryLine } from './matrix.ts';
import styles from './consents.module.css';

const GROUPS = [
  { name: 'may', icon: CircleCheck, states: ['live'] },
  { name: 'mayNot', icon: CircleX, states: ['refused', 'withdrawn'] },
  { name: 'again', icon: Hourglass, states: ['expired', 'not-yet-in-force'] },
] as const satisfies readonly {
  readonly name: string;
  readonly icon: LucideIcon;
  readonly states: readonly StandingRow['state'][];
}[];

/** What holds today, in sentences: what we may do, what not, and what to ask again. */
export function StandingSummary({
  standing,
}: {
  readonly standing: readonly StandingRow[];
}): ReactNode {
  const { t } = useTranslation('consents');
  const lines = standingSummary(standing);
  return (
    <div className={styles['summary']}>
      {!lines.some((line) => line.state === 'live') && <p>{t('summary.nothingLive')}</p>}
      {GROUPS.map(({ name, icon: Icon, states }) => {
        const shown = lines.filter((line) => states.some((state) => state === line.state));
        if (shown.length === 0) return null;
        return (
          <div key={name} className={styles['summaryGroup']} data-group={name}>
            <h3>
              <Icon aria-hidden />
              {t(`summary.${name}`)}
            </h3>
            {byLimits(shown).map((together, index) => (
              <div key={index} className={styles['summaryBlock']}>
                {together[0] !== undefined && <Limits line={together[0]} />}
                <ul>
                  {together.map((line) => (
                    <SummarySentence key={`${line.purpose} ${line.state}`} line={line} />
                  ))}
                </ul>
              </div>
            ))}
          </div>
        );
      })}
    </div>
  );
}

/** Lines that share their limits, together, so that a condition is said once. */
function byLimits(lines: readonly SummaryLine[]): SummaryLine[][] {
  const groups = new Map<string, SummaryLine[]>();
  for (const line of lines) {
    const key = JSON.stringify([line.state, line.expiresOn, line.conditions, line.byProxy]);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()];
}

function Limits({ line }: { readonly line: SummaryLine }): ReactNode {
  const { t } = useTranslation('consents');
  const label = useLabel();
  const format = useFormat();
  const limits = [
    line.state === 'live' ? null : label('consentState', line.state),
    line.expiresOn === null ? null : t('summary.until', { date: format.date(line.expiresOn) }),
    line.conditions === '' ? null : t('summary.if', { conditions: line.conditions }),
    line.byProxy ? t('summary.byProxy') : null,
  ].filter((part) => part !== null);
  if (limits.length === 0) return null;
  return (
    <p className={styles['limits']}>
      <bdi>{limits.join('; ')}</bdi>
    </p>
  );
}

function SummarySentence({ line }: { readonly line: SummaryLine }): ReactNode {
  const { t } = useTranslation('consents');
  const label = useLabel();
  const format = useFormat();
  return (
    <li>
      <strong>{`${label('purpose', line.purpose)}: `}</strong>
      {format.list(line.audiences.map((audience) => t(`audienceInSentence.${audience}`)))}
    </li>
  );
}
