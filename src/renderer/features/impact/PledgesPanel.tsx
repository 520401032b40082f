import type { ReactNode } from 'react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Flag, Lightbulb, Unlink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PledgeAction } from '../../../shared/contract/impact.ts';
import type { Pledge } from '../../../shared/model/vocabulary/pledge.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useCall } from '../../api/use-call.ts';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { localToday } from '../../i18n/local-today.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { YearChoice } from './YearChoice.tsx';
import styles from './impact.module.css';

const route = getRouteApi('/impact');
const YEARS_SHOWN = 6;

/** What was done in a year for each of the seven pledges, and for which nothing was. */
export function PledgesPanel(): ReactNode {
  const { t } = useTranslation('impact');
  const thisYear = Number(localToday().slice(0, 4));
  const { year = thisYear } = route.useSearch();
  const { data, error } = useCall(client.impact.pledges, {
    from: `${year}-01-01`,
    to: `${year}-12-31`,
  });
  const years = Array.from({ length: YEARS_SHOWN }, (_, index) => thisYear - index);
  return (
    <div className={styles['column']}>
      <p className={styles['intro']}>{t('pledges.intro')}</p>
      <div className={styles['choice']}>
        <YearChoice year={year} years={years.includes(year) ? years : [...years, year]} />
      </div>
      <ErrorNotice error={error} />
      {data === undefined
        ? error === null && <Skeleton lines={8} />
        : data.map(({ pledge, actions, suggested }, index) => (
            <PledgeCard
              key={pledge}
              pledge={pledge}
              number={index + 1}
              actions={actions}
              suggested={suggested}
            />
          ))}
    </div>
  );
}

interface PledgeCardProps {
  readonly pledge: Pledge;
  readonly number: number;
  readonly actions: readonly PledgeAction[];
  readonly suggested: readonly PledgeAction[];
}

function PledgeCard({ pledge, number, actions, suggested }: PledgeCardProps): ReactNode {
  const { t } = useTranslation('impact');
  const label = useLabel();
  const tie = useAsk(client.impact.tiePledge);
  const done = useUndoToast();
  const change = async (actionId: string, tied: boolean): Promise<void> => {
    const outcome = await tie.ask({ actionId, pledge, tied });
    if (!outcome.ok) return;
    done(t(tied ? 'pledges.tiedToast' : 'pledges.untiedToast'), outcome.value.changeSetId);
  };
  return (
    <Card
      title={t('pledges.title', { number, pledge: label('pledge', pledge) })}
      icon={Flag}
      isFlush
      actions={
        <span className={styles['muted']}>{t('pledges.count', { count: actions.length })}</span>
      }
    >
      <ErrorNotice error={tie.failure} />
      {pledge === 'assess' && (
        <p className={styles['none']}>
          {t('pledges.assess')}{' '}
          <ButtonLink to="/impact" search={{ tab: 'assessment' }} variant="quiet" size="sm">
            {t('tab.assessment')}
          </ButtonLink>
        </p>
      )}
      {actions.length === 0 && suggested.length === 0 && (
        <p className={styles['none']}>{t('pledges.none')}</p>
      )}
      {actions.length + suggested.length > 0 && (
        <ul className={styles['rows']}>
          {actions.map((action) => (
            <li key={action.id}>
              <ActionWords action={action} />
              <IconButton
                icon={Unlink}
                size="sm"
                label={t('pledges.untie', { title: action.title })}
                onPress={() => void change(action.id, false)}
              />
            </li>
          ))}
          {suggested.map((action) => (
            <li key={action.id}>
              <ActionWords action={action} />
              <StatusPill icon={Lightbulb} tone="info">
                {t('pledges.suggestion')}
              </StatusPill>
              <Button size="sm" onPress={() => void change(action.id, true)}>
                {t('pledges.tie')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function ActionWords({ action }: { readonly action: PledgeAction }): ReactNode {
  const label = useLabel();
  const format = useFormat();
  return (
    <span className={styles['words']}>
      <Link to="/actions/$id" params={{ id: action.id }} className={styles['main']} dir="auto">
        {action.title}
      </Link>
      <span className={styles['muted']}>
        {`${label('actionType', action.type)} · ${label('actionStatus', action.status)} · ${format.date(action.doneOn ?? action.beganOn)}`}
      </span>
    </span>
  );
}
