import { useState, type ReactNode } from 'react';
import { CircleSlash, Luggage, PackageCheck, Send, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CarriedBundleView } from '../../../../shared/contract/courier.ts';
import { client } from '../../../api/client.ts';
import { useAsk } from '../../../api/use-ask.ts';
import { Banner } from '../../../components/Banner.tsx';
import { Button } from '../../../components/Button.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { StatusPill } from '../../../components/StatusPill.tsx';
import { showToast } from '../../../components/toasts.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import styles from './courier.module.css';

/** One carried bundle: whose it is, for whom, where it is now, and what can be done with it. */
export function CarriedBundle({ bundle }: { readonly bundle: CarriedBundleView }): ReactNode {
  const { t } = useTranslation('courier');
  const format = useFormat();
  const choose = useAsk(client.host.chooseFile);
  const handOn = useAsk(client.courier.handOn);
  const forget = useAsk(client.courier.forget);
  const [isForgetting, setForgetting] = useState(false);
  const { id, fileName: name, fromName, forName, forgottenAt, handedOnAt } = bundle;

  const writeIt = async (): Promise<void> => {
    handOn.dismiss();
    const file = await choose.ask({ purpose: 'save-bundle', suggestedName: name });
    if (!file.ok) return;
    const written = await handOn.ask({ id, file: file.value.token });
    if (!written.ok) return;
    showToast({ title: t('handedOnToast', { sum: written.value.sha256.slice(0, 8) }) });
  };

  return (
    <li className={styles['entry']}>
      <p className={styles['head']}>
        <strong>{t('route', { from: isolated(fromName), to: isolated(forName) })}</strong>
        <State bundle={bundle} />
      </p>
      <p className={styles['small']}>
        <bdi>{name}</bdi>
        {` · ${format.bytes(bundle.sizeBytes)} · `}
        <span className={styles['sum']}>{bundle.sha256.slice(0, 8)}</span>
      </p>
      <p className={styles['small']}>
        {[
          t('taken', { when: format.instant(bundle.takenAt) }),
          ...(handedOnAt === null ? [] : [t('handedOn', { when: format.instant(handedOnAt) })]),
          ...(forgottenAt === null ? [] : [t('forgotten', { when: format.instant(forgottenAt) })]),
        ].join(' · ')}
      </p>
      <ErrorNotice error={handOn.failure ?? forget.failure} />
      {forgottenAt === null && !isForgetting && (
        <p className={styles['buttons']}>
          <Button
            size="sm"
            icon={Send}
            isPending={handOn.pending || choose.pending}
            aria-label={t('handOnLabel', { name })}
            onPress={() => void writeIt()}
          >
            {t('handOn')}
          </Button>
          <Button
            size="sm"
            variant="quiet"
            icon={Trash2}
            aria-label={t('forgetLabel', { name })}
            onPress={() => setForgetting(true)}
          >
            {t('forget')}
          </Button>
        </p>
      )}
      {forgottenAt === null && isForgetting && (
        <Banner
          tone="warning"
          role="alert"
          title={handedOnAt === null ? t('forgetNotHandedOn') : undefined}
          actions={
            <>
              <Button size="sm" onPress={() => setForgetting(false)}>
                {t('keep')}
              </Button>
              <Button
                size="sm"
                variant="danger"
                isPending={forget.pending}
                onPress={() => void forget.ask({ id })}
              >
                {t('forgetSure')}
              </Button>
            </>
          }
        >
          {t('forgetBody')}
        </Banner>
      )}
    </li>
  );
}

function State({ bundle }: { readonly bundle: CarriedBundleView }): ReactNode {
  const { t } = useTranslation('courier');
  if (bundle.forgottenAt !== null) {
    return (
      <StatusPill icon={CircleSlash} tone="neutral">
        {t('state.forgotten')}
      </StatusPill>
    );
  }
  return bundle.handedOnAt === null ? (
    <StatusPill icon={Luggage} tone="info">
      {t('state.here')}
    </StatusPill>
  ) : (
    <StatusPill icon={PackageCheck} tone="positive">
      {t('state.handedOn')}
    </StatusPill>
  );
}

/** Keeps a name's own direction of writing inside a sentence (Unicode FSI and PDI). */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
