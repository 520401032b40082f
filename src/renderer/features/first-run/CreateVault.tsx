import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { shortText } from '../../../shared/model/primitives.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { Form } from '../../components/forms/Form.tsx';
import { useSchemaForm } from '../../components/forms/use-schema-form.ts';
import { TextField } from '../../components/fields/TextField.tsx';
import { DoorFrame } from '../unlock/DoorFrame.tsx';
import { hasScreen, StoreFailureScreen } from '../unlock/StoreFailureScreen.tsx';
import { NewPassphraseFields, useNewPassphrase } from './NewPassphrase.tsx';
import styles from '../unlock/DoorFrame.module.css';

const schema = z.object({ officerName: shortText, post: shortText });

export interface CreateVaultProps {
  /** The vault is being made: keep this screen until `onCreated` or `onFailed`. */
  readonly onCreating: (isCreating: boolean) => void;
  readonly onCreated: (recoveryCode: string) => void;
}

/** The first screen of a fresh start: who you are, and the passphrase. */
export function CreateVault({ onCreating, onCreated }: CreateVaultProps): ReactNode {
  const { t } = useTranslation(['door', 'errors']);
  const form = useSchemaForm(schema, { officerName: '', post: '' });
  const passphrase = useNewPassphrase();
  const [isTried, setTried] = useState(false);
  const create = useAsk(client.session.createVault);

  if (create.failure !== null && hasScreen(create.failure.kind)) {
    return <StoreFailureScreen failure={create.failure} onRetry={create.dismiss} />;
  }

  const submit = async (values: z.output<typeof schema>): Promise<void> => {
    if (!(await passphrase.isReady())) return;
    onCreating(true);
    const outcome = await create.ask({ ...values, passphrase: passphrase.passphrase });
    if (outcome.ok) onCreated(outcome.value.recoveryCode);
    onCreating(false);
  };

  return (
    <DoorFrame
      title={t('create.title')}
      lead={t('create.lead')}
      step={{ number: 1, total: 3 }}
      isWide
    >
      <div onSubmitCapture={() => setTried(true)}>
        <Form form={form} label={t('create.title')} onSubmit={submit}>
          <Field control={form.control} name="officerName">
            {(field) => (
              <TextField label={t('create.name')} description={t('create.nameHint')} {...field} />
            )}
          </Field>
          <Field control={form.control} name="post">
            {(field) => (
              <TextField label={t('create.post')} description={t('create.postHint')} {...field} />
            )}
          </Field>
          <NewPassphraseFields
            state={passphrase}
            label={t('create.passphrase')}
            againLabel={t('create.passphraseAgain')}
            description={t('create.guidance')}
            error={isTried && !passphrase.isStrong ? t('errors:passphrase-weak') : undefined}
            againError={isTried && !passphrase.isSame ? t('errors:passphrases-differ') : undefined}
          />
          <Banner tone="warning">{t('create.forgotten')}</Banner>
          <ErrorNotice error={create.failure} />
          <Button
            type="submit"
            variant="primary"
            isPending={create.pending}
            className={styles['fullButton']}
          >
            {create.pending ? t('create.pending') : t('create.submit')}
          </Button>
        </Form>
      </div>
    </DoorFrame>
  );
}
