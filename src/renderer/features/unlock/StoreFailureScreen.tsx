import type { ReactNode } from 'react';
import { CircleHelp, ListChecks, ShieldAlert, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { Resources } from '../../i18n/resources.ts';
import { enGb } from '../../i18n/resources.ts';
import { Button } from '../../components/Button.tsx';
import { useFailureWords } from '../../components/ErrorNotice.tsx';
import { DoorFrame } from './DoorFrame.tsx';
import styles from './DoorFrame.module.css';

type ScreenKind = keyof Resources['door']['failure'];

/** Whether a failure is told by a screen of its own rather than beside the field. */
export function hasScreen(kind: Failure['kind']): kind is ScreenKind {
  return Object.hasOwn(enGb.door.failure, kind);
}

/** A vault that cannot be opened: what happened, what is safe, what to do. Never a first run. */
export function StoreFailureScreen({
  failure,
  onRetry,
  onRescue,
}: {
  readonly failure: Failure;
  readonly onRetry: () => void;
  /** Offered where something may still be read. */
  readonly onRescue?: (() => void) | undefined;
}): ReactNode {
  const { t } = useTranslation(['door', 'common']);
  const words = useFailureWords();
  const kind: ScreenKind = hasScreen(failure.kind) ? failure.kind : 'internal';
  const { title, detail } = words(failure);
  return (
    <DoorFrame
      title={title}
      isWide
      icon={
        <span className={styles['failIcon']}>
          <ShieldAlert aria-hidden />
        </span>
      }
    >
      <div className={styles['stack']} role="alert">
        <Part icon={<CircleHelp aria-hidden />} title={t('screen.happened')}>
          {failure.kind === 'keyslots-refused' ? detail : t(`failure.${kind}.happened`)}
        </Part>
        <Part icon={<ShieldCheck aria-hidden />} title={t('screen.safe')}>
          {t(`failure.${kind}.safe`)}
        </Part>
        <Part icon={<ListChecks aria-hidden />} title={t('screen.todo')}>
          {t(`failure.${kind}.todo`)}
        </Part>
        <div className={styles['buttons']}>
          {onRescue && <Button onPress={onRescue}>{t('rescue.offer')}</Button>}
          <Button variant="primary" onPress={onRetry}>
            {t('common:tryAgain')}
          </Button>
        </div>
      </div>
    </DoorFrame>
  );
}

export function Part(props: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section className={styles['part']}>
      {props.icon}
      <h2>{props.title}</h2>
      <p>{props.children}</p>
    </section>
  );
}
