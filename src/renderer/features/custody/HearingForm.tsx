import type { ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { HEARING_STAGES, HEARING_STATUSES } from '../../../shared/model/vocabulary/custody.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useDraft } from '../../api/use-draft.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { DateTimeField } from '../../components/fields/DateTimeField.tsx';
import { Select } from '../../components/fields/Select.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { TimeZoneField } from '../../components/fields/TimeZoneField.tsx';
import { DraftNotice, DraftState } from '../../components/forms/DraftNotice.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { FieldRow, Form, FormBar, FormSection } from '../../components/forms/Form.tsx';
import { showIssues } from '../../components/forms/show-issues.ts';
import { useSchemaForm } from '../../components/forms/use-schema-form.ts';
import { useUndoToast } from '../../components/use-undo-toast.ts';
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
  const { t } = useTranslation(['custody', 'common']);
  const words = useLabel();
  const navigate = useNavigate();
  const form = useSchemaForm(hearingForm, values);
  const draft = useDraft(form, { form: 'hearing', key: draftKey, read: unfinishedHearing });
  const save = useAsk(client.hearings.save);
  const done = useUndoToast();
  const { control } = form;
  const status = useWatch({ control, name: 'status' });
  const { contactId } = values;

  if (!draft.ready) return <Skeleton lines={8} />;
  return (
    <Form
      form={form}
      label={label}
      onSubmit={async (fields) => {
        const outcome = await save.ask({ id, fields });
        if (!outcome.ok) {
          if (showIssues(form, outcome.failure)) save.dismiss();
          return;
        }
        await draft.finish();
        done(
          t(id === null ? 'hearingForm.created' : 'hearingForm.saved'),
          outcome.value.changeSetId,
        );
        await navigate({ to: '/hearings/$id', params: { id: outcome.value.id } });
      }}
    >
      <DraftNotice draft={draft} />
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
      <ErrorNotice error={save.failure}>
        {save.failure?.kind === 'consent-missing' && <GapList gaps={save.failure.gaps} />}
      </ErrorNotice>
      <FormBar note={<DraftState draft={draft} />}>
        <Button
          variant="quiet"
          onPress={() =>
            void navigate(
              id === null
                ? { to: '/contacts/$id', params: { id: contactId }, search: { tab: 'detention' } }
                : { to: '/hearings/$id', params: { id } },
            )
          }
        >
          {t('common:close')}
        </Button>
        <Button type="submit" variant="primary" isPending={save.pending}>
          {t(id === null ? 'hearingForm.create' : 'hearingForm.save')}
        </Button>
      </FormBar>
    </Form>
  );
}
