import { useState, type ReactNode } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { IdCard, Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { useAsk } from '../../../api/use-ask.ts';
import { useCall } from '../../../api/use-call.ts';
import { Banner } from '../../../components/Banner.tsx';
import { Button, ButtonLink } from '../../../components/Button.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { BackLink, Page, PageHeader } from '../../../components/PageHeader.tsx';
import { Skeleton } from '../../../components/Skeleton.tsx';
import { RadioGroup } from '../../../components/fields/RadioGroup.tsx';
import { FormBar } from '../../../components/forms/Form.tsx';
import { useLabel } from '../../../i18n/use-label.ts';
import styles from './documents.module.css';

const route = getRouteApi('/bundles/statistics/$year');

/** Seals the assessment of a year, as it was made, for an officer in capital. */
export function SendStatisticsPage(): ReactNode {
  const { t } = useTranslation(['documents', 'bundles']);
  const label = useLabel();
  const year = Number(route.useParams().year);
  const list = useCall(client.officers.list, {});
  const choose = useAsk(client.host.chooseFile);
  const send = useAsk(client.documents.sendStatistics);
  const [recipientId, setRecipientId] = useState<string | null>(null);
  const [keyType, setKeyType] = useState<'hybrid' | 'x25519'>('hybrid');
  const [needsOne, setNeedsOne] = useState(false);
  const [sealedAs, setSealedAs] = useState<string | null>(null);
  const officers = list.data?.filter(({ trust }) => trust !== 'self' && trust !== 'revoked');

  const seal = async (): Promise<void> => {
    setNeedsOne(recipientId === null);
    if (recipientId === null) return;
    send.dismiss();
    const suggestedName = t('statistics.fileName', { year });
    const file = await choose.ask({ purpose: 'save-bundle', suggestedName });
    if (!file.ok) return;
    const sent = await send.ask({ year, recipientId, keyType, file: file.value.token });
    if (sent.ok) setSealedAs(file.value.name);
  };

  return (
    <Page width="narrow">
      <PageHeader
        title={t('statistics.title', { year })}
        lead={t('statistics.intro')}
        back={<BackLink to="/impact">{t('statistics.back')}</BackLink>}
      />
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {sealedAs !== null ? (
        <Banner
          tone="positive"
          role="status"
          actions={<ButtonLink to="/bundles">{t('statistics.register')}</ButtonLink>}
        >
          <p>{t('statistics.done', { file: sealedAs })}</p>
          <p>{t('bundles:export.done.step1')}</p>
        </Banner>
      ) : officers === undefined ? (
        list.error === null && <Skeleton lines={4} />
      ) : officers.length === 0 ? (
        <EmptyState
          icon={IdCard}
          title={t('statistics.noOfficers')}
          actions={<ButtonLink to="/officers">{t('statistics.toOfficers')}</ButtonLink>}
        />
      ) : (
        <div className={styles['column']}>
          <RadioGroup
            label={t('statistics.officer')}
            isRequired
            value={recipientId}
            error={needsOne && recipientId === null ? t('statistics.needOne') : undefined}
            onChange={setRecipientId}
            options={officers.map((officer) => ({
              value: officer.id,
              label: officer.name,
              note: `${officer.post} · ${label('officerTrust', officer.trust)}`,
            }))}
          />
          <RadioGroup
            label={t('statistics.keyType')}
            value={keyType}
            onChange={setKeyType}
            options={(['hybrid', 'x25519'] as const).map((value) => ({
              value,
              label: t(`bundles:export.recipient.${value}`),
              note: t(`bundles:export.recipient.${value}Hint`),
            }))}
          />
          <ErrorNotice error={send.failure} />
          <FormBar>
            <Button
              variant="primary"
              icon={Lock}
              isPending={choose.pending || send.pending}
              onPress={() => void seal()}
            >
              {t('statistics.seal')}
            </Button>
          </FormBar>
        </div>
      )}
    </Page>
  );
}
