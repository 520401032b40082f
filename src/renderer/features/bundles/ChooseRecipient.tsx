import type { ReactNode } from 'react';
import { IdCard } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { TRAVEL_AUDIENCES } from '../../../shared/model/travel.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { Banner } from '../../components/Banner.tsx';
import { ButtonLink } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { Select } from '../../components/fields/Select.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import { Fingerprint } from '../officers/Fingerprint.tsx';
import { TrustPill } from '../officers/TrustPill.tsx';
import type { ExportChoice } from './export-choice.ts';
import styles from './bundles.module.css';

export interface ChooseRecipientProps extends Omit<ExportChoice, 'contactIds'> {
  readonly onChange: (change: Partial<ExportChoice>) => void;
}

/** Who opens the bundle, where they are, and with which kind of key it is sealed. */
export function ChooseRecipient(props: ChooseRecipientProps): ReactNode {
  const { audience, recipientId, keyType, onChange } = props;
  const { t } = useTranslation('bundles');
  const label = useLabel();
  const list = useCall(client.officers.list, {});
  if (list.error !== null) return <ErrorNotice error={list.error} />;
  if (list.data === undefined) return <Skeleton lines={5} />;
  const officers = list.data.filter(
    (officer) => officer.trust !== 'self' && officer.trust !== 'revoked',
  );
  const chosen = officers.find((officer) => officer.id === recipientId);

  return (
    <section className={styles['column']} aria-label={t('export.recipient.title')}>
      <h2 className={styles['stepTitle']}>{t('export.recipient.title')}</h2>
      {officers.length === 0 ? (
        <EmptyState
          icon={IdCard}
          title={t('export.recipient.noOfficers')}
          actions={<ButtonLink to="/officers">{t('export.recipient.toOfficers')}</ButtonLink>}
        />
      ) : (
        <RadioGroup
          label={t('export.recipient.officer')}
          isRequired
          value={recipientId}
          onChange={(id) => onChange({ recipientId: id })}
          options={officers.map((officer) => ({
            value: officer.id,
            label: officer.name,
            note: `${officer.post} · ${label('officerTrust', officer.trust)}`,
          }))}
        />
      )}
      {chosen !== undefined && (
        <div className={styles['recipient']}>
          <p className={styles['recipientHead']}>
            <bdi>{chosen.name}</bdi>
            <TrustPill trust={chosen.trust} />
          </p>
          {chosen.trust === 'unverified' && (
            <Banner
              tone="warning"
              actions={
                <ButtonLink to="/officers" size="sm">
                  {t('export.recipient.toOfficers')}
                </ButtonLink>
              }
            >
              {t('export.check.unverified')}
            </Banner>
          )}
          <Fingerprint name={chosen.name} words={chosen.fingerprintWords} />
        </div>
      )}
      <div className={styles['narrow']}>
        <Select
          label={t('export.recipient.audience')}
          description={t('export.recipient.audienceHint')}
          value={audience}
          onChange={(value) => onChange({ audience: value })}
          options={TRAVEL_AUDIENCES.map((value) => ({ value, label: label('audience', value) }))}
        />
      </div>
      <RadioGroup
        label={t('export.recipient.keyType')}
        value={keyType}
        onChange={(value) => onChange({ keyType: value })}
        options={(['hybrid', 'x25519'] as const).map((value) => ({
          value,
          label: t(`export.recipient.${value}`),
          note: t(`export.recipient.${value}Hint`),
        }))}
      />
    </section>
  );
}
