import { useState, type FormEvent, type ReactNode } from 'react';
import { KeyRound, RotateCcwKey } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDoor } from '../../app/door-context.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PassphraseField } from '../../components/fields/PassphraseField.tsx';
import { showToast } from '../../components/toasts.tsx';
import { NewPassphraseFields, useNewPassphrase } from '../first-run/NewPassphrase.tsx';
import styles from './SettingsPage.module.css';

export function Keys(): ReactNode {
  const { t } = useTranslation('settings');
  const [open, setOpen] = useState<'passphrase' | 'code' | null>(null);
  return (
    <Card title={t('security')} icon={KeyRound}>
      <p className={styles['note']}>{t('securityNote')}</p>
      <div className={styles['row']}>
        <Button icon={KeyRound} onPress={() => setOpen('passphrase')}>
          {t('changePassphrase')}
        </Button>
        <Button icon={RotateCcwKey} onPress={() => setOpen('code')}>
          {t('replaceCode')}
        </Button>
      </div>
      {open === 'passphrase' && <ChangePassphrase onClose={() => setOpen(null)} />}
      {open === 'code' && <ReplaceCode onClose={() => setOpen(null)} />}
    </Card>
  );
}

function ChangePassphrase({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['settings', 'common', 'door', 'errors']);
  const [current, setCurrent] = useState('');
  const [isTried, setTried] = useState(false);
  const next = useNewPassphrase();
  const change = useAsk(client.session.changePassphrase);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (current === '' || !(await next.isReady())) return;
    const outcome = await change.ask({ current, next: next.passphrase });
    if (!outcome.ok) return;
    showToast({ title: t('changed') });
    onClose();
  };

  return (
    <Dialog isOpen onClose={onClose} title={t('changePassphrase')}>
      <form className={styles['fields']} onSubmit={(event) => void submit(event)}>
        <PassphraseField
          label={t('current')}
          value={current}
          onChange={setCurrent}
          error={isTried && current === '' ? t('errors:required') : undefined}
          autoFocus
        />
        <NewPassphraseFields
          state={next}
          label={t('next')}
          againLabel={t('nextAgain')}
          description={t('door:create.guidance')}
          error={isTried && !next.isStrong ? t('errors:passphrase-weak') : undefined}
          againError={isTried && !next.isSame ? t('errors:passphrases-differ') : undefined}
        />
        <ErrorNotice error={change.failure} />
        <div className={styles['row']}>
          <Button type="submit" variant="primary" isPending={change.pending}>
            {t('changePassphrase')}
          </Button>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function ReplaceCode({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['settings', 'common']);
  const door = useDoor();
  const [passphrase, setPassphrase] = useState('');
  const replace = useAsk(client.session.replaceRecoveryCode);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (passphrase === '') return;
    const outcome = await replace.ask({ passphrase });
    if (outcome.ok) door.showNewCode(outcome.value.recoveryCode);
  };

  return (
    <Dialog isOpen onClose={onClose} title={t('replaceCode')}>
      <form className={styles['fields']} onSubmit={(event) => void submit(event)}>
        <p>{t('replaceNote')}</p>
        <PassphraseField
          label={t('passphrase')}
          value={passphrase}
          onChange={setPassphrase}
          autoFocus
        />
        <ErrorNotice error={replace.failure} />
        <div className={styles['row']}>
          <Button type="submit" variant="primary" isPending={replace.pending}>
            {t('replace')}
          </Button>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
