import type { ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { HEARING_STAGES, HEARING_STATUSES } from '../../../shared/model/vocabulary/custody.ts';
import { client } from '../../api/client.ts';
import { DateTimeField } from '../../components/fields/DateTimeField.tsx';
import { Select } from '../../components/fields/Select.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { TimeZoneField } from '../../components/fields/TimeZoneField.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { FieldRow, FormSection } from '../../components/forms/Form.tsx';
import { RecordForm } from '../../components/forms/RecordForm.tsx';
import { useRecordForm } from '../../components/forms/use-record-form.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { GapList } from '../actions/GapList.tsx';
import { hearingForm, unfinishedHearing, type HearingFormValues } from './form-values.ts';
import { HearingLinksFields } from './HearingLinksFields.tsx';
import { ObserversEditor } from './ObserversEditor.tsx';
import { RestingActionField } from './RestingActionField.tsx';

export interface HearingFormProps {
  readonly label: string;
  readonly id: string | null;
  readonly draftKey: string;
  readonly values: HearingFormValues;
}

/** A day in court, who observes it and what came of it. */
export function HearingForm({ label, id, draftKey, values }: HearingFormProps): ReactNode {
  const { t } = useTranslation('custody');
  const words = useLabel();
  const navigate = useNavigate();
  const record = useRecordForm({
    schema: hearingForm,
    values,
    id,
    draft: { form: 'hearing', key: draftKey, read: unfinishedHearing },
    save: client.hearings.save,
    savedWords: t(id === null ? 'hearingForm.created' : 'hearingForm.saved'),
    onSaved: (saved) => navigate({ to: '/hearings/$id', params: { id: saved } }),
  });
  const { control } = record.form;
  const { failure } = record.save;
  const status = useWatch({ control, name: 'status' });
  const { contactId } = values;

  return (
    <RecordForm
      record={record}
      label={label}
      saveLabel={t(id === null ? 'hearingForm.create' : 'hearingForm.save')}
      onClose={() =>
        navigate(
          id === null
            ? { to: '/contacts/$id', params: { id: contactId }, search: { tab: 'detention' } }
            : { to: '/hearings/$id', params: { id } },
        )
      }
      failureDetail={failure?.kind === 'consent-missing' && <GapList gaps={failure.gaps} />}
    >
      <FormSection title={t('hearingForm.what')}>
        <Field control={control} name="title">
          {(f) => (
            <TextField
              label={t('hearingForm.title')}
              description={t('hearingForm.titleHint')}
              isRequired
              {...f}
            />
          )}
        </Field>
        <FieldRow>
          <Field control={control} name="startsAt">
            {(f) => <DateTimeField label={t('hearingForm.startsAt')} isRequired {...f} />}
          </Field>
          <Field control={control} name="timeZone">
            {(f) => (
              <TimeZoneField
                label={t('hearingForm.timeZone')}
                isRequired
                {...f}
                onChange={(zone) => f.onChange(zone ?? '')}
              />
            )}
          </Field>
        </FieldRow>
        <FieldRow>
          <Field control={control} name="court">
            {(f) => <TextField label={t('hearingForm.court')} isRequired {...f} />}
          </Field>
          <Field control={control} name="room">
            {(f) => <TextField label={t('hearingForm.room')} {...f} />}
          </Field>
        </FieldRow>
        <FieldRow>
          <Field control={control} name="stage">
            {(f) => (
              <Select
                label={t('hearingForm.stage')}
                options={HEARING_STAGES.map((value) => ({
                  value,
                  label: words('hearingStage', value),
                }))}
                {...f}
              />
            )}
          </Field>
          <Field control={control} name="status">
            {(f) => (
              <Select
                label={t('hearingForm.status')}
                options={HEARING_STATUSES.map((value) => ({
                  value,
                  label: words('hearingStatus', value),
                }))}
                {...f}
              />
            )}
          </Field>
        </FieldRow>
        <HearingLinksFields control={control} contactId={contactId} id={id} />
      </FormSection>
      <FormSection title={t('hearingForm.observers')} note={t('hearingForm.observersNote')}>
        <ObserversEditor
          control={control}
          tookPlace={status === 'held' || status === 'adjourned'}
        />
      </FormSection>
      <FormSection title={t('hearingForm.rests')} note={t('hearingForm.restsNote')}>
        <Field control={control} name="actionId">
          {(f) => (
            <RestingActionField
              actionType="trial-observation"
              contactId={contactId}
              value={f.value}
              onChange={f.onChange}
              onBlur={f.onBlur}
              error={f.error}
            />
          )}
        </Field>
      </FormSection>
      <FormSection title={t('hearingForm.result')}>
        <Field control={control} name="outcome">
          {(f) => <TextArea label={t('hearingForm.outcome')} rows={3} {...f} />}
        </Field>
        <Field control={control} name="note">
          {(f) => <TextArea label={t('hearingForm.note')} rows={3} {...f} />}
        </Field>
      </FormSection>
    </RecordForm>
  );
}
