import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { KeyRound, LockKeyholeOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { useFailureWords } from '../../components/ErrorNotice.tsx';
import { PassphraseField } from '../../components/fields/PassphraseField.tsx';
import { DoorFrame } from './DoorFrame.tsx';
import { UnlockWithCode } from './UnlockWithCode.tsx';
import { useOpening } from './use-opening.tsx';
import { useWaitWords } from './use-wait-words.ts';
import styles from './DoorFrame.module.css';

export function Unlock({ retryAfterSeconds }: { readonly retryAfterSeconds: number }): ReactNode {
  const { t } = useTranslation('door');
  const words = useFailureWords();
  const waitWords = useWaitWords();
  const [passphrase, setPassphrase] = useState('');
  const [isCapsLock, setCapsLock] = useState(false);
  const [withCode, setWithCode] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const unlock = useAsk(client.session.unlock);
  const { failure } = unlock;
  const { left, open, screen } = useOpening({
    unlock,
    attempt: (accepted) => unlock.ask({ passphrase, ...accepted }),
    secret: { type: 'passphrase', passphrase },
    pauseSeconds: retryAfterSeconds,
    // A mistyped passphrase is rarely found by looking at it: the next key begins anew.
    onRefused: () => {
      field.current?.focus();
      field.current?.select();
    },
    onLeaveOlder: () => {
      setPassphrase('');
      unlock.dismiss();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (passphrase !== '' && left === 0) void open();
  };

  if (withCode) return <UnlockWithCode onBack={() => setWithCode(false)} pauseSeconds={left} />;
  if (screen !== null) return screen;

  const wrong = failure === null ? null : words(failure);
  return (
    <DoorFrame title={t('unlock.title')}>
      <form
        className={styles['stack']}
        aria-label={t('unlock.title')}
        onSubmit={submit}
        onKeyUp={(event) => setCapsLock(event.getModifierState('CapsLock'))}
      >
        <PassphraseField
          label={t('unlock.passphrase')}
          value={passphrase}
          onChange={setPassphrase}
          inputRef={field}
          error={wrong === null ? undefined : `${wrong.title}. ${wrong.detail}`}
          description={isCapsLock ? t('unlock.capsLock') : undefined}
          autoFocus
        />
        {left > 0 && (
          <Banner tone="warning" role="status">
            {t('unlock.wait', { duration: waitWords(left) })}
          </Banner>
        )}
        <Button
          type="submit"
          variant="primary"
          icon={LockKeyholeOpen}
          isPending={unlock.pending}
          isDisabled={left > 0}
          className={styles['fullButton']}
        >
          {unlock.pending ? t('unlock.pending') : t('unlock.submit')}
        </Button>
        <div className={styles['foot']}>
          <Button variant="quiet" size="sm" icon={KeyRound} onPress={() => setWithCode(true)}>
            {t('unlock.useCode')}
          </Button>
        </div>
      </form>
    </DoorFrame>
  );
}
