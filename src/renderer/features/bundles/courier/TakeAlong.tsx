import type { ReactNode } from 'react';
import { PackagePlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { courier } from '../../../../shared/contract/courier.ts';
import { client } from '../../../api/client.ts';
import { useAsk } from '../../../api/use-ask.ts';
import { Button } from '../../../components/Button.tsx';
import { Card } from '../../../components/Card.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { showToast } from '../../../components/toasts.tsx';
import { TextField } from '../../../components/fields/TextField.tsx';
import { Field } from '../../../components/forms/Field.tsx';
import { Form } from '../../../components/forms/Form.tsx';
import { showIssues } from '../../../components/forms/show-issues.ts';
import { useSchemaForm } from '../../../components/forms/use-schema-form.ts';
import styles from './courier.module.css';

const names = courier.take.arg.omit({ file: true });
const EMPTY = { fromName: '', forName: '' };

/** Says whose bundle it is and for whom, and takes its file along. What is typed stays until it is. */
export function TakeAlong(): ReactNode {
  const { t } = useTranslation('courier');
  const form = useSchemaForm(names, EMPTY);
  const choose = useAsk(client.host.chooseFile);
  const take = useAsk(client.courier.take);

  const takeIt = async (): Promise<void> => {
    take.dismiss();
    const file = await choose.ask({ purpose: 'open-bundle' });
    if (!file.ok) return;
    const taken = await take.ask({ ...form.getValues(), file: file.value.token });
    if (!taken.ok) {
      showIssues(form, taken.failure, []);
      return;
    }
    showToast({ title: t(taken.value.isNew ? 'form.taken' : 'form.known') });
    form.reset(EMPTY);
  };

  return (
    <Card title={t('form.title')} icon={PackagePlus}>
      <Form form={form} label={t('form.title')} onSubmit={takeIt}>
        <div className={styles['column']}>
          <Field control={form.control} name="fromName">
            {(f) => <TextField label={t('form.from')} description={t('form.fromHint')} {...f} />}
          </Field>
          <Field control={form.control} name="forName">
            {(f) => <TextField label={t('form.for')} description={t('form.forHint')} {...f} />}
          </Field>
          <ErrorNotice error={take.failure} />
          <p>
            <Button
              type="submit"
              variant="primary"
              icon={PackagePlus}
              isPending={choose.pending || take.pending}
            >
              {t('form.take')}
            </Button>
          </p>
        </div>
      </Form>
    </Card>
  );
}
