import type { ReactNode } from 'react';
import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OfficerView } from '../../../shared/contract/officers.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { Fingerprint } from './Fingerprint.tsx';

export interface OtherCardProps {
  readonly officer: OfficerView;
  readonly onVerify: () => void;
  readonly onDrop: () => void;
}

/** A second card under an officer's identity: what speaks against it, and the two ways out. */
export function OtherCard({ officer, onVerify, onDrop }: OtherCardProps): ReactNode {
  const { t } = useTranslation('officers');
  const format = useFormat();
  const { name, otherCard, otherCardWords } = officer;
  if (otherCard === null || otherCardWords === null) return null;
  return (
    <Banner
      tone="danger"
      title={t('other.title', { name })}
      actions={
        <>
          <Button size="sm" icon={ShieldCheck} onPress={onVerify}>
            {t('other.verify')}
          </Button>
          <Button size="sm" variant="quiet" onPress={onDrop}>
            {t('other.drop')}
          </Button>
        </>
      }
    >
      <p>{t(`other.claim.${otherCard.claim}`)}</p>
      <p>
        {t('other.says', {
          name: otherCard.name,
          post: otherCard.post,
          date: format.instant(otherCard.cardIssuedAt),
        })}
      </p>
      <Disclosure label={t('other.fingerprint', { name })}>
        <Fingerprint name={otherCard.name} words={otherCardWords} />
      </Disclosure>
    </Banner>
  );
}
