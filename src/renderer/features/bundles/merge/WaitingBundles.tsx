import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { GitCompareArrows, PackageOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { outdateDraftLists } from '../../../api/draft-lists.ts';
import { useCall } from '../../../api/use-call.ts';
import { Banner } from '../../../components/Banner.tsx';
import { Button, ButtonLink } from '../../../components/Button.tsx';
import { showToast } from '../../../components/toasts.tsx';
import { readMergeDraft } from './merge-draft.ts';
import styles from './merge.module.css';

/** Bundles whose merge was begun and not finished: their files are to be opened again. */
export function WaitingBundles(): ReactNode {
  const drafts = useCall(client.drafts.list, {}).data ?? [];
  const waiting = drafts.filter(({ form }) => form === 'merge');
  if (waiting.length === 0) return null;
  return (
    <div className={styles['waiting']}>
      {waiting.map(({ key }) => (
        <Waiting key={key} bundleId={key} />
      ))}
    </div>
  );
}

function Waiting({ bundleId }: { readonly bundleId: string }): ReactNode {
  const { t } = useTranslation('merge');
  const queryClient = useQueryClient();
  const name = { form: 'merge', key: bundleId } as const;
  const stored = useCall(client.drafts.get, name).data;
  const draft = readMergeDraft(stored?.body);
  if (draft === null) return null;

  const forget = async (): Promise<void> => {
    const { form, key } = name;
    await client.drafts.discard(name);
    await outdateDraftLists(queryClient);
    const bringBack = async (): Promise<void> => {
      await client.drafts.put({ form, key, body: draft });
      await outdateDraftLists(queryClient);
    };
    showToast({
      title: t('waiting.forgotten'),
      action: { label: t('waiting.bringBack'), onPress: () => void bringBack() },
    });
  };
  return (
    <Banner
      tone="info"
      icon={GitCompareArrows}
      title={t('waiting.title', { sender: draft.sender })}
      actions={
        <>
          <ButtonLink to="/bundles/import" size="sm" icon={PackageOpen}>
            {t('waiting.open')}
          </ButtonLink>
          <Button size="sm" variant="quiet" onPress={() => void forget()}>
            {t('waiting.forget')}
          </Button>
        </>
      }
    >
      <p>{t('waiting.body', { decided: draft.decisions.length, total: draft.total })}</p>
    </Banner>
  );
}
