import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice, useFailureWords } from '../../components/ErrorNotice.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { NewPassphraseFields, useNewPassphrase } from '../first-run/NewPassphrase.tsx';
import { DoorFrame } from './DoorFrame.tsx';
import { useOpening } from './use-opening.tsx';
import { useWaitWords } from './use-wait-words.ts';
import styles from './DoorFrame.module.css';
import codeStyles from '../first-run/RecoveryCode.module.css';

export interface UnlockWithCodeProps {
  readonly onBack: () => void;
  readonly pauseSeconds: number;
}

/** The way in for a forgotten passphrase: the recovery code, and a new passphrase with it. */
export function UnlockWithCode({ onBack, pauseSeconds }: UnlockWithCodeProps): ReactNode {
  const { t } = useTranslation(['door', 'common', 'errors']);
  const words = useFailureWords();
  const waitWords = useWaitWords();
  const [code, setCode] = useState('');
  const [isTried, setTried] = useState(false);
  const next = useNewPassphrase();
  const unlock = useAsk(client.session.unlockWithRecoveryCode);
  const { failure } = unlock;
  const { left, open, screen } = useOpening({
    unlock,
    attempt: (accepted) =>
      unlock.ask({ recoveryCode: code, newPassphrase: next.passphrase, ...accepted }),
    secret: { type: 'recovery-code', code },
    pauseSeconds,
    onLeaveOlder: onBack,
  });
  if (screen !== null) return screen;

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (code.trim() === '' || left > 0 || !(await next.isReady())) return;
    await open();
  };
  const codeError =
    failure?.kind === 'recovery-code-mistyped' || failure?.kind === 'wrong-secret'
      ? words(failure).detail
      : isTried && code.trim() === ''
        ? t('errors:required')
        : undefined;

  return (
    <DoorFrame title={t('unlock.codeTitle')} lead={t('unlock.codeLead')} isWide>
      <form
        className={styles['stack']}
        aria-label={t('unlock.codeTitle')}
        onSubmit={(event) => void submit(event)}
      >
        <TextField
          className={codeStyles['typed']}
          label={t('unlock.code')}
          description={t('unlock.codeHint')}
          value={code}
          onChange={setCode}
          error={codeError}
          autoFocus
          maxLength={200}
        />
        <NewPassphraseFields
          state={next}
          label={t('unlock.newPassphrase')}
          againLabel={t('unlock.newPassphraseAgain')}
          description={t('create.guidance')}
          error={isTried && !next.isStrong ? t('errors:passphrase-weak') : undefined}
          againError={isTried && !next.isSame ? t('errors:passphrases-differ') : undefined}
        />
        {codeError === undefined && <ErrorNotice error={failure} />}
        {left > 0 && (
          <Banner tone="warning" role="status">
            {t('unlock.wait', { duration: waitWords(left) })}
          </Banner>
        )}
        <div className={styles['buttons']}>
          <Button variant="quiet" onPress={onBack}>
            {t('unlock.usePassphrase')}
          </Button>
          <Button type="submit" variant="primary" isPending={unlock.pending} isDisabled={left > 0}>
            {t('unlock.codeSubmit')}
          </Button>
        </div>
      </form>
    </DoorFrame>
  );
}
