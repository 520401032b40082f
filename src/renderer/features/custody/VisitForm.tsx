import type { ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { VISIT_STATUSES } from '../../../shared/model/vocabulary/custody.ts';
import { client } from '../../api/client.ts';
import { DateField } from '../../components/fields/DateField.tsx';
import { Select } from '../../components/fields/Select.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { FieldRow, FormSection } from '../../components/forms/Form.tsx';
import { RecordForm } from '../../components/forms/RecordForm.tsx';
import { useRecordForm } from '../../components/forms/use-record-form.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { GapList } from '../actions/GapList.tsx';
import { unfinishedVisit, visitForm, type VisitFormValues } from './form-values.ts';
import { RestingActionField } from './RestingActionField.tsx';

export interface VisitFormProps {
  readonly label: string;
  readonly id: string | null;
  readonly draftKey: string;
  readonly contactId: string;
  readonly values: VisitFormValues;
}

/** A request to visit somebody in detention: what was asked, what was answered, what came of it. */
export function VisitForm({ label, id, draftKey, contactId, values }: VisitFormProps): ReactNode {
  const { t } = useTranslation('custody');
  const words = useLabel();
  const navigate = useNavigate();
  const leave = (): Promise<void> =>
    navigate({ to: '/contacts/$id', params: { id: contactId }, search: { tab: 'detention' } });
  const record = useRecordForm({
    schema: visitForm,
    values,
    id,
    draft: { form: 'visit-request', key: draftKey, read: unfinishedVisit },
    save: client.custody.saveVisit,
    savedWords: t(id === null ? 'visitForm.created' : 'visitForm.saved'),
    onSaved: leave,
  });
  const { control } = record.form;
  const { failure } = record.save;
  const [status, refusalReason] = useWatch({ control, name: ['status', 'refusalReason'] });

  return (
    <RecordForm
      record={record}
      label={label}
      saveLabel={t(id === null ? 'visitForm.create' : 'visitForm.save')}
      onClose={leave}
      failureDetail={failure?.kind === 'consent-missing' && <GapList gaps={failure.gaps} />}
    >
      <FormSection title={t('visitForm.request')}>
        <FieldRow>
          <Field control={control} name="requestedFrom">
            {(f) => <TextField label={t('visitForm.requestedFrom')} isRequired {...f} />}
          </Field>
          <Field control={control} name="requestedOn">
            {(f) => (
              <DateField
                label={t('visitForm.requestedOn')}
                isRequired
                {...f}
                onChange={(date) => f.onChange(date ?? '')}
              />
            )}
          </Field>
        </FieldRow>
      </FormSection>
      <FormSection title={t('visitForm.answer')}>
        <FieldRow>
          <Field control={control} name="status">
            {(f) => (
              <Select
                label={t('visitForm.status')}
                options={VISIT_STATUSES.map((value) => ({
                  value,
                  label: words('visitStatus', value),
                }))}
                {...f}
              />
            )}
          </Field>
          <Field control={control} name="answeredOn">
            {(f) => <DateField label={t('visitForm.answeredOn')} {...f} />}
          </Field>
        </FieldRow>
        {(status === 'refused' || refusalReason !== '') && (
          <Field control={control} name="refusalReason">
            {(f) => (
              <TextArea
                label={t('visitForm.refusalReason')}
                description={t('visitForm.refusalReasonHint')}
                rows={2}
                {...f}
              />
            )}
          </Field>
        )}
      </FormSection>
      <FormSection title={t('visitForm.visit')} note={t('visitForm.restsNote')}>
        <FieldRow>
          <Field control={control} name="visitOn">
            {(f) => <DateField label={t('visitForm.visitOn')} {...f} />}
          </Field>
          <Field control={control} name="visitors">
            {(f) => <TextField label={t('visitForm.visitors')} {...f} />}
          </Field>
        </FieldRow>
        <Field control={control} name="actionId">
          {(f) => (
            <RestingActionField
              actionType="detention-visit"
              contactId={contactId}
              value={f.value}
              onChange={f.onChange}
              onBlur={f.onBlur}
              error={f.error}
            />
          )}
        </Field>
        <Field control={control} name="findings">
          {(f) => (
            <TextArea
              label={t('visitForm.findings')}
              description={t('visitForm.findingsHint')}
              rows={4}
              {...f}
            />
          )}
        </Field>
      </FormSection>
    </RecordForm>
  );
}
