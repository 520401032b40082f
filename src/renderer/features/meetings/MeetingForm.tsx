import { useState, type ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { Stamp } from 'lucide-react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import {
  MEETING_CHANNELS,
  SENSITIVITY_MARKINGS,
} from '../../../shared/model/vocabulary/meeting.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useDraft } from '../../api/use-draft.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { DateTimeField } from '../../components/fields/DateTimeField.tsx';
import { LanguageField } from '../../components/fields/LanguageField.tsx';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { Select } from '../../components/fields/Select.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { TimeZoneField } from '../../components/fields/TimeZoneField.tsx';
import { DraftNotice, DraftState } from '../../components/forms/DraftNotice.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { FieldRow, Form, FormBar, FormSection } from '../../components/forms/Form.tsx';
import { useSchemaForm } from '../../components/forms/use-schema-form.ts';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { useLabel } from '../../i18n/use-label.ts';
import {
  meetingFormLenient,
  type MeetingFormParsed,
  type MeetingFormValues,
  unfinishedMeeting,
} from './form-values.ts';
import { FollowUpsEditor, PromisesEditor } from './PromisesEditor.tsx';
import { ParticipantsEditor } from './ParticipantsEditor.tsx';
import styles from './meetings.module.css';

export interface MeetingFormProps {
  readonly label: string;
  /** The stored draft being edited, or null for a new log. */
  readonly id: string | null;
  /** Under which the typed text is kept: an id, `new` or `new:<id>`. */
  readonly draftKey: string;
  readonly values: MeetingFormValues;
}

/** A meeting log as it is written; kept as a draft while typed, then saved or sealed. */
export function MeetingForm({ label, id, draftKey, values }: MeetingFormProps): ReactNode {
  const { t } = useTranslation(['meetings', 'common']);
  const words = useLabel();
  const navigate = useNavigate();
  const form = useSchemaForm(meetingFormLenient, values);
  const draft = useDraft(form, {
    form: 'meeting-log',
    key: draftKey,
    read: unfinishedMeeting,
  });
  const save = useAsk(client.meetings.save);
  const done = useUndoToast();
  const [sealing, setSealing] = useState(false);
  const { control } = form;
  const sensitivity = useWatch({ control, name: 'fields.sensitivity' });

  const store = async (parsed: MeetingFormParsed, seal: boolean): Promise<void> => {
    setSealing(seal);
    const outcome = await save.ask({ id, ...parsed, seal });
    setSealing(false);
    if (!outcome.ok) return;
    await draft.finish();
    done(seal ? t('form.sealedToast') : t('form.savedToast'), outcome.value.changeSetId);
    await navigate({ to: '/meetings/$id', params: { id: outcome.value.id } });
  };

  if (!draft.ready) return <Skeleton lines={8} />;
  return (
    <Form form={form} label={label} onSubmit={(parsed) => store(parsed, false)}>
      <DraftNotice draft={draft} />
      <FormSection title={t('form.what')}>
        <Field control={control} name="fields.title">
          {(f) => (
            <TextField
              label={t('form.title')}
              description={t('form.titleHint')}
              isRequired
              {...f}
            />
          )}
        </Field>
        <ParticipantsEditor control={control} />
        <FieldRow>
          <Field control={control} name="fields.startedAt">
            {(f) => <DateTimeField label={t('form.date')} isRequired {...f} />}
          </Field>
          <Field control={control} name="fields.timeZone">
            {(f) => (
              <TimeZoneField
                label={t('form.zone')}
                description={t('form.zoneHint')}
                isRequired
                {...f}
                onChange={(zone) => f.onChange(zone ?? '')}
              />
            )}
          </Field>
        </FieldRow>
        <FieldRow>
          <Field control={control} name="fields.channel">
            {(f) => (
              <Select
                label={t('form.channel')}
                options={MEETING_CHANNELS.map((value) => ({
                  value,
                  label: words('meetingChannel', value),
                }))}
                {...f}
              />
            )}
          </Field>
          <Field control={control} name="fields.durationMinutes">
            {(f) => (
              <TextField
                label={t('form.duration')}
                {...f}
                value={f.value === null ? '' : String(f.value)}
                onChange={(text) => {
                  const minutes = text.replaceAll(/\D/gu, '').slice(0, 5);
                  f.onChange(minutes === '' ? null : Number(minutes));
                }}
              />
            )}
          </Field>
        </FieldRow>
        <Field control={control} name="fields.place">
          {(f) => <TextField label={t('form.place')} {...f} />}
        </Field>
        <FieldRow>
          <Field control={control} name="fields.language">
            {(f) => <LanguageField label={t('form.language')} {...f} />}
          </Field>
          <Field control={control} name="fields.interpreter">
            {(f) => <TextField label={t('form.interpreter')} {...f} />}
          </Field>
        </FieldRow>
      </FormSection>
      <FormSection title={t('form.content')}>
        <Field control={control} name="fields.said">
          {(f) => (
            <TextArea label={t('form.said')} description={t('form.saidHint')} rows={6} {...f} />
          )}
        </Field>
        <Field control={control} name="fields.told">
          {(f) => (
            <TextArea label={t('form.told')} description={t('form.toldHint')} rows={3} {...f} />
          )}
        </Field>
      </FormSection>
      <FormSection title={t('form.promises')} note={t('form.promisesHint')}>
        <PromisesEditor control={control} />
      </FormSection>
      <FormSection title={t('form.followUps')} note={t('form.followUpsHint')}>
        <FollowUpsEditor control={control} />
      </FormSection>
      <FormSection title={t('form.sensitivity')}>
        <Field control={control} name="fields.sensitivity">
          {(f) => (
            <RadioGroup
              label={t('form.sensitivity')}
              isLabelHidden
              look="segmented"
              description={t(`sensitivityHint.${sensitivity}`)}
              options={SENSITIVITY_MARKINGS.map((value) => ({
                value,
                label: words('sensitivity', value),
              }))}
              {...f}
            />
          )}
        </Field>
      </FormSection>
      <ErrorNotice error={save.failure} />
      <p className={styles['muted']}>{t('form.sealNote')}</p>
      <FormBar note={<DraftState draft={draft} />}>
        <Button
          variant="quiet"
          onPress={() =>
            void navigate(
              id === null ? { to: '/meetings' } : { to: '/meetings/$id', params: { id } },
            )
          }
        >
          {t('common:close')}
        </Button>
        <Button
          icon={Stamp}
          isPending={save.pending && sealing}
          isDisabled={save.pending}
          onPress={() => void form.handleSubmit((parsed) => store(parsed, true))()}
        >
          {t('form.seal')}
        </Button>
        <Button
          type="submit"
          variant="primary"
          isPending={save.pending && !sealing}
          isDisabled={save.pending}
        >
          {t('form.saveDraft')}
        </Button>
      </FormBar>
    </Form>
  );
}
