import { useState, type ReactNode } from 'react';
import { CircleAlert, CircleDashed, PencilLine, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../../api/use-draft.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Banner } from '../Banner.tsx';
import { Button } from '../Button.tsx';
import { ConfirmDialog } from '../Dialog.tsx';
import { ErrorNotice } from '../ErrorNotice.tsx';
import { cx } from '../cx.ts';
import styles from './Form.module.css';

/** Above a form: says that a draft was restored and offers to discard it; says why one is not kept. */
export function DraftNotice({ draft }: { readonly draft: Draft }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      {draft.failure !== null && <ErrorNotice error={draft.failure} />}
      {draft.restoredFrom !== null && (
        <Banner
          tone="info"
          role="status"
          icon={PencilLine}
          title={t('draft.restored', { when: format.instant(draft.restoredFrom) })}
          actions={
            <Button size="sm" onPress={() => setAsking(true)}>
              {t('draft.discard')}
            </Button>
          }
        />
      )}
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void draft.discard();
        }}
        title={t('draft.discardTitle')}
        confirmLabel={t('draft.discard')}
        isDangerous
      >
        <p>{t('draft.discardBody')}</p>
      </ConfirmDialog>
    </>
  );
}

/** In the form's bar: whether what was typed is kept yet. */
export function DraftState({ draft }: { readonly draft: Draft }): ReactNode {
  const { t } = useTranslation();
  if (draft.state === 'idle') return null;
  const Icon =
    draft.state === 'saved' ? ShieldCheck : draft.state === 'failed' ? CircleAlert : CircleDashed;
  return (
    <span
      className={cx(styles['note'], draft.state === 'failed' && styles['failed'])}
      role="status"
    >
      <Icon aria-hidden />
      {t(`draft.${draft.state}`)}
    </span>
  );
}
