import type { ReactNode } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ErasurePreview } from '../../../shared/contract/erasure.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { Banner } from '../../components/Banner.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { BackLink, Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { CallBacks } from '../consents/CallBacks.tsx';
import { ForgetForm } from './ForgetForm.tsx';
import { WhatGoes } from './WhatGoes.tsx';
import styles from './erasure.module.css';

const route = getRouteApi('/contacts/$id/forget');

/**
 * Everything that is held of a person and what becomes of it when they are forgotten; afterwards,
 * that they were, and what is still to be called back. It is there for somebody whose record is
 * gone as well: forgotten in another vault, they may have left something in this one.
 */
export function ForgetPage(): ReactNode {
  const { t } = useTranslation('erasure');
  const { id } = route.useParams();
  const preview = useCall(client.erasure.preview, { contactId: id });
  const isGone = preview.data !== undefined && preview.data.forgottenOn !== null;
  const back = isGone ? (
    <BackLink to="/contacts">{t('backToAll')}</BackLink>
  ) : (
    <BackLink to="/contacts/$id" params={{ id }}>
      {t('back')}
    </BackLink>
  );
  return (
    <Page width="narrow">
      <PageHeader title={t('title')} back={back} lead={<bdi>{preview.data?.label}</bdi>} />
      {preview.error !== null && (
        <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />
      )}
      {preview.data === undefined && preview.error === null && <Skeleton lines={8} />}
      {preview.data !== undefined && <Forgetting preview={preview.data} />}
    </Page>
  );
}

function Forgetting({ preview }: { readonly preview: ErasurePreview }): ReactNode {
  const { t } = useTranslation('erasure');
  const format = useFormat();
  const { forgottenOn, gone, kept, mentions } = preview;
  const isAnythingLeft =
    Object.keys(gone).length + kept.length + mentions.length + preview.drafts > 0;
  return (
    <div className={styles['stack']}>
      {forgottenOn !== null && (
        <Banner
          tone={isAnythingLeft ? 'warning' : 'positive'}
          role="status"
          title={t('done.title', { date: format.date(forgottenOn) })}
        >
          <p>{t(isAnythingLeft ? 'done.left' : 'done.all')}</p>
        </Banner>
      )}
      {(forgottenOn === null || isAnythingLeft) && (
        <>
          <WhatGoes preview={preview} />
          {/* Another preview is another form: what was ticked for the one before is not kept. */}
          <ForgetForm key={preview.previewId} preview={preview} />
        </>
      )}
      <CallBacks callBacks={preview.callBacks} />
    </div>
  );
}
