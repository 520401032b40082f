import type { ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PLAN_STATES } from '../../../shared/model/vocabulary/plan.ts';
import { client } from '../../api/client.ts';
import { ContactsField } from '../../components/fields/ContactField.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { FieldRow, FormSection } from '../../components/forms/Form.tsx';
import { RecordForm } from '../../components/forms/RecordForm.tsx';
import { useRecordForm } from '../../components/forms/use-record-form.ts';
import { PartnersEditor } from '../../components/partners/PartnersEditor.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import { planForm, unfinishedPlan, type PlanFormValues } from './form-values.ts';
import { OptionsEditor } from './OptionsEditor.tsx';

export interface PlanFormProps {
  readonly label: string;
  /** The stored plan being edited, or null for a new one. */
  readonly id: string | null;
  readonly draftKey: string;
  readonly values: PlanFormValues;
}

/** A plan as it is written: the situation, the goal, what could be done and what that may cost. */
export function PlanForm({ label, id, draftKey, values }: PlanFormProps): ReactNode {
  const { t } = useTranslation(['plans', 'common', 'partners']);
  const words = useLabel();
  const navigate = useNavigate();
  const record = useRecordForm({
    schema: planForm,
    values,
    id,
    draft: { form: 'plan', key: draftKey, read: unfinishedPlan },
    save: client.plans.save,
    savedWords: t(id === null ? 'toast.created' : 'toast.saved'),
    onSaved: (saved) => navigate({ to: '/plans/$id', params: { id: saved } }),
  });
  const { control } = record.form;

  return (
    <RecordForm
      record={record}
      label={label}
      saveLabel={t('form.save')}
      onClose={() =>
        navigate(id === null ? { to: '/plans' } : { to: '/plans/$id', params: { id } })
      }
    >
      <FormSection title={t('form.what')}>
        <Field control={control} name="title">
          {(f) => (
            <TextField
              label={t('form.title')}
              description={t('form.titleHint')}
              isRequired
              {...f}
            />
          )}
        </Field>
        <Field control={control} name="subjectIds">
          {(f) => <ContactsField label={t('form.subjects')} {...f} />}
        </Field>
        <Field control={control} name="situation">
          {(f) => <TextArea label={t('form.situation')} rows={4} {...f} />}
        </Field>
        <Field control={control} name="goal">
          {(f) => (
            <TextArea label={t('form.goal')} description={t('form.goalHint')} rows={3} {...f} />
          )}
        </Field>
      </FormSection>
      <FormSection title={t('options.title')} note={t('options.note')}>
        <OptionsEditor control={control} />
      </FormSection>
      <FormSection title={t('partners:title')} note={t('partners:note')}>
        <PartnersEditor control={control} />
      </FormSection>
      <FormSection title={t('form.course')}>
        <FieldRow>
          <Field control={control} name="owner">
            {(f) => <TextField label={t('form.owner')} {...f} />}
          </Field>
          <Field control={control} name="startedOn">
            {(f) => (
              <DateField
                label={t('form.startedOn')}
                isRequired
                {...f}
                onChange={(day) => f.onChange(day ?? '')}
              />
            )}
          </Field>
          <Field control={control} name="reviewOn">
            {(f) => <DateField label={t('form.reviewOn')} {...f} />}
          </Field>
        </FieldRow>
        {id !== null && (
          <>
            <Field control={control} name="state">
              {(f) => (
                <RadioGroup
                  label={t('form.state')}
                  look="segmented"
                  options={PLAN_STATES.map((value) => ({
                    value,
                    label: words('planState', value),
                  }))}
                  {...f}
                />
              )}
            </Field>
            <Field control={control} name="outcome">
              {(f) => (
                <TextArea
                  label={t('form.outcome')}
                  description={t('form.outcomeHint')}
                  rows={3}
                  {...f}
                />
              )}
            </Field>
          </>
        )}
      </FormSection>
    </RecordForm>
  );
}
