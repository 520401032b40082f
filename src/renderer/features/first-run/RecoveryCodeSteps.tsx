import { useState, type FormEvent, type ReactNode } from 'react';
import { Button as PlainButton } from 'react-aria-components';
import { CircleCheckBig, PenLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PassphraseField } from '../../components/fields/PassphraseField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { DoorFrame } from '../unlock/DoorFrame.tsx';
import styles from './RecoveryCode.module.css';
import frame from '../unlock/DoorFrame.module.css';

export interface RecoveryCodeStepsProps {
  /** The code just made, or null where the application was closed before it was checked. */
  readonly code: string | null;
  readonly onNewCode: (code: string) => void;
  readonly onDone: () => void;
}

/** Show the recovery code once, have it typed back, or make a new one where it was lost. */
export function RecoveryCodeSteps({ code, onNewCode, onDone }: RecoveryCodeStepsProps): ReactNode {
  const [step, setStep] = useState<'show' | 'check' | 'replace' | 'done'>('show');
  if (step === 'done') return <Done onStart={onDone} />;
  if (step === 'check') {
    return (
      <CheckCode
        canShow={code !== null}
        onBack={() => setStep('show')}
        onRight={() => setStep('done')}
      />
    );
  }
  if (step === 'replace') {
    return (
      <ReplaceCode
        onBack={() => setStep('show')}
        onNewCode={(next) => {
          onNewCode(next);
          setStep('show');
        }}
      />
    );
  }
  return code === null ? (
    <Resume onHave={() => setStep('check')} onLost={() => setStep('replace')} />
  ) : (
    <ShowCode code={code} onWritten={() => setStep('check')} />
  );
}

function ShowCode({
  code,
  onWritten,
}: {
  readonly code: string;
  readonly onWritten: () => void;
}): ReactNode {
  const { t } = useTranslation('door');
  return (
    <DoorFrame title={t('code.title')} lead={t('code.lead')} step={{ number: 2, total: 3 }} isWide>
      <div className={frame['stack']}>
        <ol className={styles['groups']} aria-label={t('code.label')}>
          {code.split('-').map((group, index) => (
            <li key={index} className={styles['group']}>
              <span className={styles['number']}>{t('code.group', { number: index + 1 })}</span>
              <span className={styles['letters']} data-testid="recovery-group">
                {group}
              </span>
            </li>
          ))}
        </ol>
        <Banner tone="info" icon={PenLine} title={t('code.paper')}>
          <p>{t('code.noCopy')}</p>
        </Banner>
        <div className={frame['buttons']}>
          <Button variant="primary" onPress={onWritten}>
            {t('code.written')}
          </Button>
        </div>
      </div>
    </DoorFrame>
  );
}

interface CheckCodeProps {
  readonly canShow: boolean;
  readonly onBack: () => void;
  readonly onRight: () => void;
}

function CheckCode({ canShow, onBack, onRight }: CheckCodeProps): ReactNode {
  const { t } = useTranslation(['door', 'common']);
  const [typed, setTyped] = useState('');
  const confirm = useAsk(client.session.confirmRecoveryCode);
  const { failure } = confirm;
  const isMistyped = failure?.kind === 'recovery-code-mistyped';

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (typed.trim() === '') return;
    if ((await confirm.ask({ recoveryCode: typed })).ok) onRight();
  };
  const mistyped = isMistyped
    ? failure.group === null
      ? t('code.wrong')
      : t('code.wrongGroup', { group: failure.group })
    : undefined;

  return (
    <DoorFrame
      title={t('code.checkTitle')}
      lead={t('code.checkLead')}
      step={{ number: 3, total: 3 }}
      isWide
    >
      <form
        className={frame['stack']}
        aria-label={t('code.checkTitle')}
        onSubmit={(event) => void submit(event)}
      >
        <TextField
          className={styles['typed']}
          label={t('code.typed')}
          value={typed}
          onChange={setTyped}
          error={mistyped}
          autoFocus
          maxLength={200}
        />
        {!isMistyped && <ErrorNotice error={failure} />}
        <div className={frame['buttons']}>
          <Button variant="quiet" onPress={onBack}>
            {canShow ? t('code.showAgain') : t('common:back')}
          </Button>
          <Button type="submit" variant="primary" isPending={confirm.pending}>
            {t('code.check')}
          </Button>
        </div>
      </form>
    </DoorFrame>
  );
}

function Done({ onStart }: { readonly onStart: () => void }): ReactNode {
  const { t } = useTranslation('door');
  return (
    <DoorFrame
      title={t('code.doneTitle')}
      lead={t('code.doneLead')}
      icon={
        <span className={frame['failIcon']} data-positive="">
          <CircleCheckBig aria-hidden />
        </span>
      }
    >
      <Button variant="primary" autoFocus onPress={onStart} className={frame['fullButton']}>
        {t('code.start')}
      </Button>
    </DoorFrame>
  );
}

function Resume({
  onHave,
  onLost,
}: {
  readonly onHave: () => void;
  readonly onLost: () => void;
}): ReactNode {
  const { t } = useTranslation('door');
  return (
    <DoorFrame title={t('resume.title')} lead={t('resume.lead')} isWide>
      <div className={styles['choices']}>
        <PlainButton className={styles['choice'] ?? ''} onPress={onHave}>
          {t('resume.haveIt')}
          <small>{t('resume.haveItNote')}</small>
        </PlainButton>
        <PlainButton className={styles['choice'] ?? ''} onPress={onLost}>
          {t('resume.replace')}
          <small>{t('resume.replaceNote')}</small>
        </PlainButton>
      </div>
    </DoorFrame>
  );
}

interface ReplaceCodeProps {
  readonly onBack: () => void;
  readonly onNewCode: (code: string) => void;
}

function ReplaceCode({ onBack, onNewCode }: ReplaceCodeProps): ReactNode {
  const { t } = useTranslation(['door', 'common']);
  const [passphrase, setPassphrase] = useState('');
  const replace = useAsk(client.session.replaceRecoveryCode);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (passphrase === '') return;
    const outcome = await replace.ask({ passphrase });
    if (outcome.ok) onNewCode(outcome.value.recoveryCode);
  };

  return (
    <DoorFrame title={t('resume.replaceTitle')} lead={t('resume.replaceNote')} isWide>
      <form className={frame['stack']} onSubmit={(event) => void submit(event)}>
        <PassphraseField
          label={t('resume.passphrase')}
          value={passphrase}
          onChange={setPassphrase}
          autoFocus
        />
        <ErrorNotice error={replace.failure} />
        <div className={frame['buttons']}>
          <Button variant="quiet" onPress={onBack}>
            {t('common:back')}
          </Button>
          <Button type="submit" variant="primary" isPending={replace.pending}>
            {t('resume.submit')}
          </Button>
        </div>
      </form>
    </DoorFrame>
  );
}
