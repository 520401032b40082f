import { useMemo, type ReactNode } from 'react';
import { getLocalTimeZone } from '@internationalized/date';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { Banner } from '../../components/Banner.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { BackLink, Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { correctionOf, emptyMeeting } from './form-values.ts';
import { MeetingForm } from './MeetingForm.tsx';
import { nowAsWallClock } from './wall-clock.ts';

/** A new log: empty, about one contact, or correcting a sealed log. */
export function NewMeetingPage(): ReactNode {
  const { contact, corrects } = useSearch({ from: '/meetings/new' });
  return corrects === undefined ? (
    <NewLog key={contact ?? ''} contactId={contact} />
  ) : (
    <Correction key={corrects} correctsId={corrects} />
  );
}

function NewLog({ contactId }: { readonly contactId: string | undefined }): ReactNode {
  const { t } = useTranslation('meetings');
  const values = useMemo(() => {
    const timeZone = getLocalTimeZone();
    return emptyMeeting({
      contactIds: contactId === undefined ? [] : [contactId],
      startedAt: nowAsWallClock(timeZone),
      timeZone,
    });
  }, [contactId]);
  return (
    <Page width="narrow">
      <PageHeader
        title={t('form.newTitle')}
        back={<BackLink to="/meetings">{t('title')}</BackLink>}
      />
      <MeetingForm
        label={t('form.newTitle')}
        id={null}
        draftKey={contactId === undefined ? 'new' : `new:${contactId}`}
        values={values}
      />
    </Page>
  );
}

function Correction({ correctsId }: { readonly correctsId: string }): ReactNode {
  const { t } = useTranslation('meetings');
  const page = useCall(client.meetings.get, { id: correctsId });
  return (
    <Page width="narrow">
      <PageHeader
        title={t('form.correctTitle')}
        back={
          <BackLink to="/meetings/$id" params={{ id: correctsId }}>
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
      ) : (
        <>
          <Banner tone="info">
            <p>{t('form.correctIntro')}</p>
          </Banner>
          <MeetingForm
            label={t('form.correctTitle')}
            id={null}
            draftKey={`new:${correctsId}`}
            values={correctionOf(page.data)}
          />
        </>
      )}
    </Page>
  );
}
