import type { ReactNode } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { CalendarX2, NotebookPen, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Page, PageHeader } from '../../components/PageHeader.tsx';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { DensityChart } from './DensityChart.tsx';
import { Timeline } from './Timeline.tsx';
import { monthRange } from './timeline.ts';
import { useMonths } from '../../i18n/use-months.ts';
import styles from './meetings.module.css';

/** Every meeting log of the vault on one timeline. */
export function MeetingsPage(): ReactNode {
  const { t } = useTranslation('meetings');
  const { month, state } = useSearch({ from: '/meetings' });
  const navigate = useNavigate({ from: '/meetings' });
  const names = useMonths();
  const isFiltered = month !== undefined || state !== undefined;

  return (
    <Page width="fill">
      <PageHeader
        title={t('title')}
        actions={
          <ButtonLink to="/meetings/new" variant="primary" icon={Plus}>
            {t('new')}
          </ButtonLink>
        }
      />
      <DensityChart
        selected={month ?? null}
        onSelect={(next) =>
          void navigate({
            search: (before) => ({ ...before, month: next ?? undefined }),
            replace: true,
          })
        }
      />
      <div className={styles['toolbar']}>
        <RadioGroup
          label={t('filter.label')}
          isLabelHidden
          look="segmented"
          value={state ?? 'all'}
          onChange={(next) =>
            void navigate({
              search: (before) => ({ ...before, state: next === 'all' ? undefined : next }),
              replace: true,
            })
          }
          options={(['all', 'draft', 'sealed'] as const).map((value) => ({
            value,
            label: t(`filter.${value}`),
          }))}
        />
        {month !== undefined && (
          <Button
            size="sm"
            variant="quiet"
            icon={CalendarX2}
            onPress={() =>
              void navigate({
                search: (before) => ({ ...before, month: undefined }),
                replace: true,
              })
            }
          >
            {`${names.month(month)} · ${t('filter.clearMonth')}`}
          </Button>
        )}
      </div>
      <div className={styles['list']}>
        <Timeline
          label={t('timeline.label')}
          filter={{
            ...(month === undefined ? {} : monthRange(month)),
            ...(state === undefined ? {} : { states: [state] }),
          }}
          empty={
            isFiltered ? (
              <EmptyState
                icon={CalendarX2}
                title={t('timeline.emptyFilteredTitle')}
                actions={
                  <Button onPress={() => void navigate({ search: {}, replace: true })}>
                    {t('timeline.emptyFilteredAction')}
                  </Button>
                }
              >
                {t('timeline.emptyFilteredBody')}
              </EmptyState>
            ) : (
              <EmptyState
                icon={NotebookPen}
                title={t('timeline.emptyTitle')}
                actions={
                  <ButtonLink to="/meetings/new" variant="primary">
                    {t('timeline.emptyAction')}
                  </ButtonLink>
                }
              >
                {t('timeline.emptyBody')}
              </EmptyState>
            )
          }
        />
      </div>
    </Page>
  );
}
