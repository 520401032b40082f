import { useState, type ReactNode } from 'react';
import { CircleHelp, History, ShieldCheck, UserSearch } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FailureOf } from '../../../shared/contract/failure.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/fields/Checkbox.tsx';
import { DoorFrame } from './DoorFrame.tsx';
import { Part } from './StoreFailureScreen.tsx';
import styles from './DoorFrame.module.css';

export interface RolledBackScreenProps {
  readonly failure: FailureOf<'rolled-back'>;
  readonly isPending: boolean;
  readonly onAccept: () => void;
  readonly onLeave: () => void;
}

/** An older copy was put in the vault's place: opened only once the officer says they know why. */
export function RolledBackScreen(props: RolledBackScreenProps): ReactNode {
  const { t } = useTranslation('door');
  const [isUnderstood, setUnderstood] = useState(false);
  const { lastSeenSequence, foundSequence } = props.failure;
  return (
    <DoorFrame
      title={t('rolledBack.title')}
      isWide
      icon={
        <span className={styles['failIcon']}>
          <History aria-hidden />
        </span>
      }
    >
      <div className={styles['stack']} role="alert">
        <Part icon={<CircleHelp aria-hidden />} title={t('screen.happened')}>
          {t('rolledBack.happened', { lastSeenSequence, foundSequence })}
        </Part>
        <Part icon={<UserSearch aria-hidden />} title={t('rolledBack.why')}>
          {t('rolledBack.meaning')}
        </Part>
        <Part icon={<ShieldCheck aria-hidden />} title={t('screen.safe')}>
          {t('rolledBack.safe')}
        </Part>
        <Checkbox
          label={t('rolledBack.understand', { foundSequence })}
          value={isUnderstood}
          onChange={setUnderstood}
        />
        <div className={styles['buttons']}>
          <Button onPress={props.onLeave}>{t('rolledBack.back')}</Button>
          <Button
            variant="danger"
            isDisabled={!isUnderstood}
            isPending={props.isPending}
            onPress={props.onAccept}
          >
            {t('rolledBack.open')}
          </Button>
        </div>
      </div>
    </DoorFrame>
  );
}
