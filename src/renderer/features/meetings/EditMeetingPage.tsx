import type { ReactNode } from 'react';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { Banner } from '../../components/Banner.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { BackLink, Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { storedMeeting } from './form-values.ts';
import { MeetingForm } from './MeetingForm.tsx';

/** A stored draft, to go on with. A log sealed meanwhile is not opened for editing. */
export function EditMeetingPage(): ReactNode {
  const { id } = useParams({ from: '/meetings/$id/edit' });
  const { t } = useTranslation('meetings');
  const page = useCall(client.meetings.get, { id });
  return (
    <Page width="narrow">
      <PageHeader
        title={t('form.editTitle')}
        back={
          <BackLink to="/meetings/$id" params={{ id }}>
            {page.data?.meeting.title ?? t('title')}
          </BackLink>
        }
      />
      {page.data === undefined ? (
        page.error === null ? (
          <Skeleton lines={8} />
        ) : (
          <ErrorNotice error={page.error} />
        )
      ) : page.data.meeting.state === 'sealed' ? (
        <Banner tone="warning">{t('form.notDraft')}</Banner>
      ) : (
        <MeetingForm
          key={id}
          label={t('form.editTitle')}
          id={id}
          draftKey={id}
          values={storedMeeting(page.data)}
        />
      )}
    </Page>
  );
}
