import type { ReactNode } from 'react';
import { UserRoundCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/contract/bundles.ts';
import { isTrusted } from '../../../shared/model/officer.ts';
import { Banner } from '../../components/Banner.tsx';
import { Card } from '../../components/Card.tsx';
import { FactList } from '../../components/FactList.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { Fingerprint } from '../officers/Fingerprint.tsx';
import { TrustPill } from '../officers/TrustPill.tsx';
import styles from './bundles.module.css';

type Sender = ImportPreview['sender'];

/** Who a bundle is from in a line, and how far they are trusted: said again at every step. */
export function SenderLine({ sender }: { readonly sender: Sender }): ReactNode {
  return (
    <p className={styles['recipientHead']}>
      <bdi>{sender.name}</bdi>
      <span className={styles['small']}>
        <bdi>{sender.post}</bdi>
      </span>
      <TrustPill trust={sender.trust} />
    </p>
  );
}

/** Who a bundle is from, what this vault knows of their key, and which bundle of theirs it is. */
export function ImportSender({ preview }: { readonly preview: ImportPreview }): ReactNode {
  const { t } = useTranslation('bundles');
  const label = useLabel();
  const format = useFormat();
  const { sender } = preview;
  const { audience, purpose, until } = preview;
  const instantOrNone = (at: string | null): string | null => at && format.instant(at);
  const tone = isTrusted(sender.trust)
    ? 'positive'
    : sender.trust === 'unverified'
      ? 'warning'
      : 'danger';
  return (
    <Card title={t('import.preview.from')} icon={UserRoundCheck}>
      <div className={styles['column']}>
        <SenderLine sender={sender} />
        <Banner tone={tone}>{t(`trustLong.${sender.trust}`)}</Banner>
        {sender.fingerprintWords.length > 0 && (
          <Fingerprint name={sender.name} words={sender.fingerprintWords} />
        )}
        <FactList
          facts={[
            { label: t('import.preview.made'), value: format.instant(preview.createdAt) },
            { label: t('import.preview.keyGivenUp'), value: instantOrNone(sender.keyGivenUpAt) },
            {
              label: t('import.preview.sealedToEarlier'),
              value: instantOrNone(preview.sealedToKeyGivenUpAt),
            },
            {
              label: t('register.kind'),
              value: `${label('bundleKind', preview.kind)} · ${t('import.preview.number', { number: preview.sequence })}`,
            },
            {
              label: t('import.preview.audience'),
              value: audience === null ? null : label('audience', audience),
            },
            { label: t('import.preview.purpose'), value: purpose && <bdi>{purpose}</bdi> },
            { label: t('import.preview.until'), value: until === null ? null : format.date(until) },
          ]}
        />
      </div>
    </Card>
  );
}
