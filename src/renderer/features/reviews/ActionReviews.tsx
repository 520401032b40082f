import type { ReactNode } from 'react';
import { CircleCheck, CircleDashed, CircleSlash2, ClipboardCheck, Scale } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { DuePill } from '../../components/status-pills.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { ReviewEntry } from './ReviewEntry.tsx';
import styles from './reviews.module.css';

/** What came of an action, one, three and six months after it; a section of the action's page. */
export function ActionReviews({ actionId }: { readonly actionId: string }): ReactNode {
  const { t } = useTranslation('reviews');
  const { data, error } = useCall(client.reviews.ofAction, { actionId });
  return (
    <Card title={t('title')} icon={Scale}>
      <ErrorNotice error={error} />
      {data === undefined ? (
        error === null && <Skeleton lines={3} />
      ) : (
        <div className={styles['column']}>
          {data.steps.length === 0 ? (
            <p className={styles['muted']}>{t('notYet')}</p>
          ) : (
            <>
              <Steps steps={data.steps} />
              {data.steps.some((step) => step.state !== 'made') && (
                <div>
                  <ButtonLink
                    to="/actions/$id/review"
                    params={{ id: actionId }}
                    icon={ClipboardCheck}
                    size="sm"
                  >
                    {t('review')}
                  </ButtonLink>
                </div>
              )}
            </>
          )}
          {data.reviews.map((review) => (
            <ReviewEntry key={review.id} review={review} />
          ))}
        </div>
      )}
    </Card>
  );
}

type Step = NonNullable<
  Awaited<ReturnType<typeof client.reviews.ofAction>> & { ok: true }
>['value']['steps'][number];

function Steps({ steps }: { readonly steps: readonly Step[] }): ReactNode {
  const { t } = useTranslation('reviews');
  const format = useFormat();
  return (
    <ul className={styles['steps']} aria-label={t('steps')}>
      {steps.map(({ months, dueOn, state }) => (
        <li key={months}>
          <span>{t('after', { months: t('months', { count: months }) })}</span>
          {state === 'due' ? (
            <DuePill dueOn={dueOn} isPlain />
          ) : (
            <StatusPill
              icon={STEP_ICONS[state]}
              tone={state === 'made' ? 'positive' : 'neutral'}
              isPlain
            >
              {state === 'ahead' ? format.date(dueOn) : t(`state.${state}`)}
            </StatusPill>
          )}
        </li>
      ))}
    </ul>
  );
}

const STEP_ICONS = { made: CircleCheck, passed: CircleSlash2, ahead: CircleDashed } as const;
