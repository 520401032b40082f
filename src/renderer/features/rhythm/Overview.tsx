import { useState, type ReactNode } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { CircleCheck, UserRoundPlus, Waves } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { RHYTHM_FILTERS, type RhythmRow } from '../../../shared/contract/rhythm.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { VirtualList } from '../../components/VirtualList.tsx';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { PlanDialog } from './PlanDialog.tsx';
import { RhythmDialog } from './RhythmDialog.tsx';
import { RhythmListHead, RhythmListRow } from './RhythmListRow.tsx';
import { StandBar } from './StandBar.tsx';
import styles from './rhythm.module.css';

/** More than a screen holds. */
const FIRST_ROWS = 100;

type Asked = { readonly what: 'plan' | 'rhythm'; readonly row: RhythmRow } | null;

/** Everybody contact is kept with, the most urgent first, with what can be done about it. */
export function Overview(): ReactNode {
  const { t } = useTranslation(['rhythm', 'contacts']);
  const format = useFormat();
  const navigate = useNavigate({ from: '/rhythm' });
  const { filter = 'all' } = useSearch({ from: '/rhythm' });
  const [asked, setAsked] = useState<Asked>(null);
  const first = useCall(
    client.rhythm.overview,
    { filter, limit: FIRST_ROWS },
    { keepPrevious: true },
  );
  const hasMore = !first.isPlaceholderData && (first.data?.counts[filter] ?? 0) > FIRST_ROWS;
  const all = useCall(client.rhythm.overview, { filter }, { enabled: hasMore });
  const { data, error } = hasMore && all.data !== undefined ? all : first;

  if (error !== null) return <ErrorNotice error={error} onRetry={() => void first.refetch()} />;
  if (data === undefined) return <Skeleton lines={8} blockSize="2.75rem" />;
  if (data.counts.all === 0) {
    return (
      <EmptyState
        icon={Waves}
        title={t('empty.title')}
        actions={
          <ButtonLink to="/contacts/new" variant="primary" icon={UserRoundPlus}>
            {t('contacts:new')}
          </ButtonLink>
        }
      >
        {t('empty.body')}
      </EmptyState>
    );
  }
  const { rows, counts, stands, months } = data;
  const show = (next: typeof filter): void =>
    void navigate({
      search: (before) => ({ ...before, filter: next === 'all' ? undefined : next }),
      replace: true,
    });

  return (
    <div className={styles['stack']}>
      <StandBar stands={stands} />
      <RadioGroup
        label={t('filter.label')}
        isLabelHidden
        look="segmented"
        value={filter}
        onChange={show}
        options={RHYTHM_FILTERS.map((value) => ({
          value,
          label: t('filter.option', {
            name: t(`filter.${value}`),
            count: format.number(counts[value]),
          }),
        }))}
      />
      {rows.length === 0 ? (
        <EmptyState
          icon={CircleCheck}
          title={t(`none.${filter}`)}
          isCompact
          actions={<Button onPress={() => show('all')}>{t('none.showAll')}</Button>}
        />
      ) : (
        <div className={styles['list']}>
          <VirtualList
            label={t('list')}
            items={rows}
            keyOf={(row) => row.id}
            rowSize={3.75}
            head={<RhythmListHead months={months} />}
            onOpen={(row) => void navigate({ to: '/contacts/$id', params: { id: row.id } })}
            renderRow={(row) => (
              <RhythmListRow
                row={row}
                months={months}
                onPlan={() => setAsked({ what: 'plan', row })}
                onRhythm={() => setAsked({ what: 'rhythm', row })}
              />
            )}
          />
        </div>
      )}
      {asked?.what === 'plan' && <PlanDialog row={asked.row} onClose={() => setAsked(null)} />}
      {asked?.what === 'rhythm' && <RhythmDialog row={asked.row} onClose={() => setAsked(null)} />}
    </div>
  );
}
