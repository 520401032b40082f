import { useMemo, type ReactNode } from 'react';
import { getLocalTimeZone } from '@internationalized/date';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { BackLink, Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { localTodayPlus } from '../../i18n/local-today.ts';
import { BackToContact } from './BackToContact.tsx';
import { NobodyChosen } from './CustodyFormPages.tsx';
import { emptyHearing, storedHearing, type HearingFormValues } from './form-values.ts';
import { HearingForm } from './HearingForm.tsx';

/** A new hearing: the next of a series where it was begun from one. */
export function NewHearingPage(): ReactNode {
  const { contact, after } = useSearch({ from: '/hearings/new' });
  const { t } = useTranslation('custody');
  const title = t('hearing.newTitle');
  const values = useStart(contact, after);
  if (contact === undefined) return <NobodyChosen title={title} />;
  return (
    <Page width="narrow">
      <PageHeader title={title} back={<BackToContact contactId={contact} />} />
      {values === null ? (
        <Skeleton lines={8} />
      ) : (
        <HearingForm
          key={`${contact} ${after ?? ''}`}
          label={title}
          id={null}
          draftKey={`new:${contact}`}
          values={values}
        />
      )}
    </Page>
  );
}

/** What a new hearing begins with; null until that is known. */
function useStart(
  contact: string | undefined,
  after: string | undefined,
): HearingFormValues | null {
  const contactId = contact ?? '';
  const isAsked = contact !== undefined;
  const { data: detentions, error } = useCall(
    client.custody.ofContact,
    { contactId },
    { enabled: isAsked },
  );
  const previous = useCall(
    client.hearings.get,
    { id: after ?? '' },
    { enabled: after !== undefined },
  );
  return useMemo(() => {
    if (detentions === undefined && error === null) return null;
    if (after !== undefined && previous.data === undefined && previous.error === null) return null;
    const before = previous.data?.hearing;
    const open = detentions?.find(({ custody }) => custody.state !== 'released');
    return emptyHearing({
      contactId,
      custodyId: before?.custodyId ?? open?.custody.id ?? null,
      startsAt: `${localTodayPlus(7)}T09:00`,
      timeZone: before?.timeZone ?? getLocalTimeZone(),
      previousId: before?.id ?? null,
      court: before?.court ?? '',
      stage: before?.stage ?? 'first-appearance',
    });
  }, [contactId, after, detentions, error, previous.data, previous.error]);
}

/** A stored hearing, to be changed. */
export function EditHearingPage(): ReactNode {
  const { id } = useParams({ from: '/hearings/$id/edit' });
  const { t } = useTranslation('custody');
  const { data, error } = useCall(client.hearings.get, { id });
  const title = t('hearing.editTitle');
  return (
    <Page width="narrow">
      <PageHeader
        title={title}
        back={
          <BackLink to="/hearings/$id" params={{ id }}>
            <bdi>{data?.hearing.title ?? t('hearing.notFound')}</bdi>
          </BackLink>
        }
      />
      {data !== undefined && (
        <HearingForm key={id} label={title} id={id} draftKey={id} values={storedHearing(data)} />
      )}
      {data === undefined && error === null && <Skeleton lines={8} />}
      <ErrorNotice error={error} />
    </Page>
  );
}
