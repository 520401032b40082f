import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { longText } from '../../../shared/model/primitives.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useDraft } from '../../api/use-draft.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { DraftNotice, DraftState } from '../../components/forms/DraftNotice.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { Form, FormBar } from '../../components/forms/Form.tsx';
import { showIssues } from '../../components/forms/show-issues.ts';
import { useSchemaForm } from '../../components/forms/use-schema-form.ts';
import { Skeleton } from '../../components/Skeleton.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';

const schema = z.object({ reason: longText });

export interface SettleDialogProps {
  readonly id: string;
  readonly name: string;
  readonly to: 'revoked' | 'returned' | 'rejected';
  readonly onClose: () => void;
}

/** Calls an offer or a loan back, gives a loan back, or says no to a request; why, in words. */
export function SettleDialog(props: SettleDialogProps): ReactNode {
  const { t } = useTranslation('entrustments');
  return (
    <Dialog
      kind="sheet"
      isOpen
      onClose={props.onClose}
      title={t(`settle.${props.to}.title`, { name: props.name })}
    >
      <SettleForm {...props} />
    </Dialog>
  );
}

function SettleForm({ id, to, onClose }: SettleDialogProps): ReactNode {
  const { t } = useTranslation(['entrustments', 'common']);
  const form = useSchemaForm(schema, { reason: '' });
  const draft = useDraft(form, { form: 'entrustment', key: `${to}:${id}` });
  const settle = useAsk(client.entrustments.settle);
  const done = useUndoToast();
  if (!draft.ready) return <Skeleton lines={3} />;

  const submit = async ({ reason }: z.output<typeof schema>): Promise<void> => {
    const outcome = await settle.ask({ id, to, reason });
    if (!outcome.ok) {
      if (showIssues(form, outcome.failure)) settle.dismiss();
      return;
    }
    await draft.finish();
    done(t(`settle.${to}.done`), outcome.value.changeSetId);
    onClose();
  };

  return (
    <Form form={form} label={t(`settle.${to}.open`)} onSubmit={submit}>
      <DraftNotice draft={draft} />
      <p>{t(`settle.${to}.intro`)}</p>
      <Field control={form.control} name="reason">
        {(field) => <TextArea label={t('reason')} rows={3} {...field} />}
      </Field>
      <ErrorNotice error={settle.failure} />
      <FormBar note={<DraftState draft={draft} />}>
        <Button onPress={onClose}>{t('common:cancel')}</Button>
        <Button type="submit" variant="primary" isPending={settle.pending}>
          {t(`settle.${to}.open`)}
        </Button>
      </FormBar>
    </Form>
  );
}
