import type { ReactNode } from 'react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ReviewRow } from '../../../shared/contract/reviews.ts';
import { REVIEW_MONTHS } from '../../../shared/model/vocabulary/plan.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useCall } from '../../api/use-call.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Menu } from '../../components/Menu.tsx';
import { BackLink, Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { RecordHistory } from '../history/RecordHistory.tsx';
import { storedReview } from './form-values.ts';
import { ReviewForm } from './ReviewForm.tsx';

const route = getRouteApi('/reviews/$id');

/** A stored review, to be read, changed or removed. */
export function EditReviewPage(): ReactNode {
  const { id } = route.useParams();
  const { t } = useTranslation('reviews');
  const review = useCall(client.reviews.get, { id });
  if (review.data !== undefined) return <StoredReview row={review.data} />;
  return (
    <Page width="narrow">
      <PageHeader
        title={t('form.editTitle')}
        back={<BackLink to="/impact">{t('title')}</BackLink>}
      />
      {review.error === null ? <Skeleton lines={8} /> : <ErrorNotice error={review.error} />}
    </Page>
  );
}

function StoredReview({ row }: { readonly row: ReviewRow }): ReactNode {
  const { t } = useTranslation('reviews');
  const navigate = useNavigate();
  const ofAction = useCall(client.reviews.ofAction, { actionId: row.actionId });
  const remove = useAsk(client.reviews.remove);
  const done = useUndoToast();
  const toAction = { to: '/actions/$id', params: { id: row.actionId } } as const;

  const removeNow = async (): Promise<void> => {
    const outcome = await remove.ask({ id: row.id });
    if (!outcome.ok) return;
    done(t('removedToast'), outcome.value.changeSetId);
    await navigate(toAction);
  };
  const others = (ofAction.data?.reviews ?? []).filter((one) => one.id !== row.id);
  // One linked before stays in the list, though the action's dates may have moved since.
  const since = [
    ...(ofAction.data?.since ?? []),
    ...row.incidents.filter(({ id }) => ofAction.data?.since.some((one) => one.id === id) !== true),
  ];
  return (
    <Page width="narrow">
      <PageHeader
        title={t('form.editTitle')}
        back={<BackLink {...toAction}>{row.actionTitle}</BackLink>}
        actions={
          <Menu
            items={[
              {
                id: 'remove',
                label: t('remove'),
                icon: Trash2,
                isDangerous: true,
                onAction: () => void removeNow(),
              },
            ]}
          />
        }
      />
      <ErrorNotice error={remove.failure ?? ofAction.error} />
      {ofAction.data === undefined ? (
        ofAction.error === null && <Skeleton lines={8} />
      ) : (
        <>
          <ReviewForm
            key={row.id}
            label={t('form.editTitle')}
            id={row.id}
            draftKey={row.id}
            values={storedReview(row)}
            months={REVIEW_MONTHS.filter((one) => !others.some((other) => other.months === one))}
            doneOn={row.doneOn}
            since={since}
          />
          <Disclosure label={t('history')}>
            <RecordHistory type="action-review" id={row.id} />
          </Disclosure>
        </>
      )}
    </Page>
  );
}
