import type { ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { Globe, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { MULTILATERAL_TYPES } from '../../../shared/model/vocabulary/action.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Menu } from '../../components/Menu.tsx';
import { Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { ActionsTabs } from '../actions/ActionsTabs.tsx';
import { MultilateralItem } from './MultilateralItem.tsx';
import { reviewsOf, sectionsOf, type Review, type Section } from './sections.ts';
import styles from './multilateral.module.css';

/** Everything that is done through the United Nations, part by part, with what comes next. */
export function MultilateralPage(): ReactNode {
  const { t } = useTranslation('multilateral');
  const list = useCall(client.multilateral.list, {});
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={(list.data?.length ?? 0) > 0 ? <PlanMenu /> : undefined}
      />
      <ActionsTabs />
      <div className={styles['column']}>
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
        {list.data === undefined ? (
          list.error === null && <Skeleton lines={8} />
        ) : list.data.length === 0 ? (
          <EmptyState icon={Globe} title={t('empty.title')} actions={<PlanMenu />}>
            {t('empty.body')}
          </EmptyState>
        ) : (
          sectionsOf(list.data).map((section) => <SectionCard key={section.name} {...section} />)
        )}
      </div>
    </Page>
  );
}

/** Begins an action of one of the multilateral types. */
function PlanMenu(): ReactNode {
  const { t } = useTranslation('multilateral');
  const label = useLabel();
  const navigate = useNavigate();
  return (
    <Menu
      label={t('plan')}
      trigger={
        <Button variant="primary" icon={Plus}>
          {t('plan')}
        </Button>
      }
      items={MULTILATERAL_TYPES.map((type) => ({
        id: type,
        label: label('actionType', type),
        onAction: () => void navigate({ to: '/actions/new', search: { type } }),
      }))}
    />
  );
}

function SectionCard({ name, rows }: Section): ReactNode {
  const { t } = useTranslation('multilateral');
  return (
    <Card title={t(`section.${name}`)}>
      {name === 'upr' ? (
        reviewsOf(rows).map((review) => (
          <ReviewPart key={`${review.state ?? ''} ${review.cycle ?? ''}`} review={review} />
        ))
      ) : (
        <ul className={styles['items']}>
          {rows.map((row) => (
            <MultilateralItem key={row.action.id} row={row} />
          ))}
        </ul>
      )}
    </Card>
  );
}

/** The recommendations to one state in one cycle, and how it answered them. */
function ReviewPart({ review }: { readonly review: Review }): ReactNode {
  const { t } = useTranslation('multilateral');
  const format = useFormat();
  const { state, cycle, rows, tally } = review;
  const country = state === null ? '' : format.country(state);
  const title =
    state === null
      ? cycle === null
        ? t('review.unknown')
        : t('review.ofCycle', { cycle })
      : cycle === null
        ? t('review.ofCountry', { country })
        : t('review.of', { country, cycle });
  return (
    <section className={styles['review']}>
      <div className={styles['reviewHead']}>
        <h3>{title}</h3>
        {tally.made > 0 && <p className={styles['muted']}>{t('review.tally', tally)}</p>}
      </div>
      <ul className={styles['items']}>
        {rows.map((row) => (
          <MultilateralItem key={row.action.id} row={row} />
        ))}
      </ul>
    </section>
  );
}
