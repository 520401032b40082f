import { useState, type ReactNode } from 'react';
import { CircleHelp, History, ShieldCheck, UserSearch } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FailureOf } from '../../../shared/contract/failure.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/fields/Checkbox.tsx';
import { DoorFrame } from './DoorFrame.tsx';
import { Part } from './StoreFailureScreen.tsx';
import styles from './DoorFrame.module.css';

export interface OlderScreenProps {
  readonly failure: FailureOf<'rolled-back' | 'keyslots-older'>;
  readonly isPending: boolean;
  readonly onAccept: () => void;
  readonly onLeave: () => void;
}

/**
 * An older database or key file was put in the place of the last one: opened only once the officer
 * says they know why.
 */
export function OlderScreen(props: OlderScreenProps): ReactNode {
  const { t } = useTranslation('door');
  const [isUnderstood, setUnderstood] = useState(false);
  const { failure } = props;
  const words =
    failure.kind === 'keyslots-older'
      ? {
          title: t('olderKeys.title'),
          happened: t('olderKeys.happened'),
          meaning: t('olderKeys.meaning'),
          understand: t('olderKeys.understand'),
          open: t('olderKeys.open'),
        }
      : {
          title: t('rolledBack.title'),
          happened: t('rolledBack.happened', failure),
          meaning: t('rolledBack.meaning'),
          understand: t('rolledBack.understand', failure),
          open: t('rolledBack.open'),
        };
  return (
    <DoorFrame
      title={words.title}
      isWide
      icon={
        <span className={styles['failIcon']}>
          <History aria-hidden />
        </span>
      }
    >
      <div className={styles['stack']} role="alert">
        <Part icon={<CircleHelp aria-hidden />} title={t('screen.happened')}>
          {words.happened}
        </Part>
        <Part icon={<UserSearch aria-hidden />} title={t('rolledBack.why')}>
          {words.meaning}
        </Part>
        <Part icon={<ShieldCheck aria-hidden />} title={t('screen.safe')}>
          {t('rolledBack.safe')}
        </Part>
        <Checkbox label={words.understand} value={isUnderstood} onChange={setUnderstood} />
        <div className={styles['buttons']}>
          <Button onPress={props.onLeave}>{t('rolledBack.back')}</Button>
          <Button
            variant="danger"
            isDisabled={!isUnderstood}
            isPending={props.isPending}
            onPress={props.onAccept}
          >
            {words.open}
          </Button>
        </div>
      </div>
    </DoorFrame>
  );
}
