import type { ReactNode } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { CalendarClock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { REVIEW_MONTHS } from '../../../shared/model/vocabulary/plan.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { BackLink, Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { localToday } from '../../i18n/local-today.ts';
import { emptyReview } from './form-values.ts';
import { ReviewForm } from './ReviewForm.tsx';

const route = getRouteApi('/actions/$id/review');

/** The review of an action that is done, for one of the months it has not been reviewed for. */
export function NewReviewPage(): ReactNode {
  const { id } = route.useParams();
  const { months, incident } = route.useSearch();
  const { t } = useTranslation('reviews');
  const page = useCall(client.reviews.ofAction, { actionId: id });
  const action = page.data?.action;
  const open = REVIEW_MONTHS.filter(
    (one) => page.data?.reviews.some((review) => review.months === one) !== true,
  );
  const due = page.data?.steps.find((step) => step.state === 'due')?.months;
  const chosen = [months, due, ...open].find((one) => one !== undefined && open.includes(one));
  return (
    <Page width="narrow">
      <PageHeader
        title={t('form.newTitle')}
        back={
          <BackLink to="/actions/$id" params={{ id }}>
            {action?.actionTitle ?? t('title')}
          </BackLink>
        }
      />
      {page.data === undefined ? (
        page.error === null ? (
          <Skeleton lines={8} />
        ) : (
          <ErrorNotice error={page.error} />
        )
      ) : page.data.steps.length === 0 || chosen === undefined ? (
        <EmptyState
          icon={CalendarClock}
          title={t(chosen === undefined ? 'form.allMade' : 'form.notDone')}
          actions={
            <ButtonLink to="/actions/$id" params={{ id }}>
              {t('form.toAction')}
            </ButtonLink>
          }
        >
          {t(chosen === undefined ? 'form.allMadeBody' : 'form.notDoneBody')}
        </EmptyState>
      ) : (
        <ReviewForm
          key={id}
          label={t('form.newTitle')}
          id={null}
          draftKey={`new:${id}`}
          values={emptyReview(
            id,
            chosen,
            localToday(),
            page.data.since.map((one) => one.id).filter((one) => one === incident),
          )}
          months={open}
          doneOn={page.data.action.doneOn}
          since={page.data.since}
        />
      )}
    </Page>
  );
}
