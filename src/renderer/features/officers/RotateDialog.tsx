import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficerView } from '../../../shared/contract/officers.ts';
import { SUCCESSION_REASONS, type SuccessionReason } from '../../../shared/model/officer.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { showToast } from '../../components/toasts.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import styles from './officers.module.css';

export interface RotateDialogProps {
  readonly me: OfficerView;
  readonly onClose: () => void;
}

/** New keys for oneself: why, and what that means for whoever holds the card of before. */
export function RotateDialog({ me, onClose }: RotateDialogProps): ReactNode {
  const { t } = useTranslation(['officers', 'common']);
  const label = useLabel();
  const rotate = useAsk(client.officers.rotateKeys);
  const [reason, setReason] = useState<SuccessionReason | null>(null);
  const [post, setPost] = useState(me.post);
  const [isTried, setTried] = useState(false);
  const isMoving = reason === 'post-change';
  const isRefused =
    rotate.failure?.kind === 'invalid-argument' &&
    rotate.failure.issues.some(({ path }) => path[0] === 'post');
  const postError = isRefused
    ? t('rotate.postRefused')
    : isTried && isMoving && post.trim() === ''
      ? t('rotate.needPost')
      : undefined;

  const confirm = async (): Promise<void> => {
    setTried(true);
    if (reason === null || (isMoving && post.trim() === '')) return;
    const outcome = await rotate.ask({ reason, post: isMoving ? post : null });
    if (!outcome.ok) return;
    showToast({ title: t('rotate.done'), detail: t('rotate.doneDetail') });
    onClose();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('rotate.title')}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" isPending={rotate.pending} onPress={() => void confirm()}>
            {t('rotate.action')}
          </Button>
        </>
      }
    >
      <div className={styles['column']}>
        <p>{t('rotate.intro')}</p>
        <RadioGroup
          label={t('rotate.why')}
          isRequired
          value={reason}
          onChange={setReason}
          error={isTried && reason === null ? t('rotate.needWhy') : undefined}
          options={SUCCESSION_REASONS.map((value) => ({
            value,
            label: label('successionReason', value),
            note: t(`rotate.note.${value}`),
          }))}
        />
        {isMoving && (
          <TextField
            label={t('rotate.post')}
            isRequired
            value={post}
            onChange={setPost}
            error={postError}
          />
        )}
        <Banner tone="info">
          <ul className={styles['points']}>
            <li>{t('rotate.point1')}</li>
            <li>{t('rotate.point2')}</li>
            <li>{t('rotate.point3')}</li>
          </ul>
        </Banner>
        {!isRefused && <ErrorNotice error={rotate.failure} />}
      </div>
    </Dialog>
  );
}
