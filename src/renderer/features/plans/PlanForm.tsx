import type { ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PLAN_STATES } from '../../../shared/model/vocabulary/plan.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useDraft } from '../../api/use-draft.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { ContactsField } from '../../components/fields/ContactField.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { DraftNotice, DraftState } from '../../components/forms/DraftNotice.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { FieldRow, Form, FormBar, FormSection } from '../../components/forms/Form.tsx';
import { useSchemaForm } from '../../components/forms/use-schema-form.ts';
import { PartnersEditor } from '../../components/partners/PartnersEditor.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
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
  const form = useSchemaForm(planForm, values);
  const draft = useDraft(form, { form: 'plan', key: draftKey, read: unfinishedPlan });
  const save = useAsk(client.plans.save);
  const done = useUndoToast();
  const { control } = form;

  if (!draft.ready) return <Skeleton lines={8} />;
  return (
    <Form
      form={form}
      label={label}
      onSubmit={async (fields) => {
        const outcome = await save.ask({ id, fields });
        if (!outcome.ok) return;
        await draft.finish();
        done(t(id === null ? 'toast.created' : 'toast.saved'), outcome.value.changeSetId);
        await navigate({ to: '/plans/$id', params: { id: outcome.value.id } });
      }}
    >
      <DraftNotice draft={draft} />
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
      <ErrorNotice error={save.failure} />
      <FormBar note={<DraftState draft={draft} />}>
        <Button
          variant="quiet"
          onPress={() =>
            void navigate(id === null ? { to: '/plans' } : { to: '/plans/$id', params: { id } })
          }
        >
          {t('common:close')}
        </Button>
        <Button type="submit" variant="primary" isPending={save.pending}>
          {t('form.save')}
        </Button>
      </FormBar>
    </Form>
  );
}
