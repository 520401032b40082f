import type { ReactNode } from 'react';
import { IdCard } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { REQUEST_TEXT_MAX } from '../../../shared/model/documents/request.ts';
import { calendarDate, longText, recordId } from '../../../shared/model/primitives.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useCall } from '../../api/use-call.ts';
import { useDraft } from '../../api/use-draft.ts';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ContactField } from '../../components/fields/ContactField.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { Select } from '../../components/fields/Select.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { DraftNotice, DraftState } from '../../components/forms/DraftNotice.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { Form, FormBar } from '../../components/forms/Form.tsx';
import { showIssues } from '../../components/forms/show-issues.ts';
import { useSchemaForm } from '../../components/forms/use-schema-form.ts';
import { Skeleton } from '../../components/Skeleton.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';

const schema = z
  .object({
    counterpartId: recordId.nullable(),
    contactId: recordId.nullable(),
    wanted: longText.pipe(z.string().max(REQUEST_TEXT_MAX)),
    answerBy: calendarDate.nullable(),
  })
  .superRefine(({ counterpartId, wanted }, context) => {
    const issue = (path: string): void =>
      context.addIssue({ code: 'custom', path: [path], message: 'required' });
    if (counterpartId === null) issue('counterpartId');
    if (wanted.trim() === '') issue('wanted');
  });

/** Asks another officer for a contact: one known here, or somebody described in words. */
export function RequestDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('entrustments');
  const officers = useCall(client.officers.list, {});
  const others = officers.data?.filter(({ trust }) => trust !== 'self' && trust !== 'revoked');
  return (
    <Dialog kind="sheet" isOpen onClose={onClose} title={t('request.title')}>
      <ErrorNotice error={officers.error} />
      {others === undefined ? (
        officers.error === null && <Skeleton lines={5} />
      ) : others.length === 0 ? (
        <EmptyState
          icon={IdCard}
          title={t('request.nobody')}
          actions={<ButtonLink to="/officers">{t('request.toOfficers')}</ButtonLink>}
        />
      ) : (
        <RequestForm
          officers={others.map(({ id, name, post }) => ({ value: id, label: name, note: post }))}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

interface RequestFormProps {
  readonly officers: readonly {
    readonly value: string;
    readonly label: string;
    readonly note: string;
  }[];
  readonly onClose: () => void;
}

function RequestForm({ officers, onClose }: RequestFormProps): ReactNode {
  const { t } = useTranslation(['entrustments', 'common']);
  const form = useSchemaForm(schema, {
    ...{ counterpartId: null, contactId: null, wanted: '', answerBy: null },
  });
  const draft = useDraft(form, { form: 'entrustment', key: 'new:request' });
  const request = useAsk(client.entrustments.request);
  const done = useUndoToast();
  if (!draft.ready) return <Skeleton lines={5} />;

  const submit = async ({ counterpartId, ...rest }: z.output<typeof schema>): Promise<void> => {
    if (counterpartId === null) return;
    const outcome = await request.ask({ counterpartId, ...rest });
    if (!outcome.ok) {
      if (showIssues(form, outcome.failure)) request.dismiss();
      return;
    }
    await draft.finish();
    done(t('request.done'), outcome.value.changeSetId);
    onClose();
  };

  return (
    <Form form={form} label={t('request.title')} onSubmit={submit}>
      <DraftNotice draft={draft} />
      <p>{t('request.intro')}</p>
      <Field control={form.control} name="counterpartId">
        {(field) => (
          <Select label={t('request.officer')} options={officers} isRequired {...field} />
        )}
      </Field>
      <Field control={form.control} name="contactId">
        {(field) => (
          <ContactField
            label={t('request.contact')}
            description={t('request.contactHint')}
            {...field}
          />
        )}
      </Field>
      <Field control={form.control} name="wanted">
        {(field) => (
          <TextArea
            label={t('wanted')}
            description={t('request.wantedHint')}
            isRequired
            rows={3}
            {...field}
          />
        )}
      </Field>
      <Field control={form.control} name="answerBy">
        {(field) => <DateField label={t('answerBy')} {...field} />}
      </Field>
      <ErrorNotice error={request.failure} />
      <FormBar note={<DraftState draft={draft} />}>
        <Button onPress={onClose}>{t('common:cancel')}</Button>
        <Button type="submit" variant="primary" isPending={request.pending}>
          {t('request.submit')}
        </Button>
      </FormBar>
    </Form>
  );
}
