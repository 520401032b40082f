import type { ReactNode } from 'react';
import { useFormState, useWatch, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { contactFields, displayName, type ContactFields } from '../../../shared/model/contact.ts';
import { LEGITIMATE_GROUNDS } from '../../../shared/model/vocabulary/consent.ts';
import {
  CONTACT_KINDS,
  CONTACT_STATES,
  ORGANISATION_TYPES,
  PEACEFUL_MEANS_STATUSES,
  RISK_GROUPS,
  RISK_LEVELS,
} from '../../../shared/model/vocabulary/contact.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useCall } from '../../api/use-call.ts';
import { useDraft } from '../../api/use-draft.ts';
import { Button } from '../../components/Button.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Checkbox } from '../../components/fields/Checkbox.tsx';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { CountryField, LanguagesField } from '../../components/fields/LanguageField.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { OptionalSelect, Select } from '../../components/fields/Select.tsx';
import { TagsField } from '../../components/fields/TagsField.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { DraftNotice, DraftState } from '../../components/forms/DraftNotice.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { FieldRow, Form, FormBar, FormSection } from '../../components/forms/Form.tsx';
import { useErrorText } from '../../components/forms/use-error-text.ts';
import { useSchemaForm } from '../../components/forms/use-schema-form.ts';
import { Skeleton } from '../../components/Skeleton.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { DirectorySection } from '../directory/DirectorySection.tsx';
import { MethodsEditor } from './MethodsEditor.tsx';
import { NamesEditor } from './NamesEditor.tsx';

type ContactInput = z.input<typeof contactFields>;
type ContactFormApi = UseFormReturn<ContactInput, unknown, ContactFields>;

export interface ContactFormProps {
  /** Null for a new contact. */
  readonly id: string | null;
  readonly initial: ContactInput;
  /** Where a new contact does not begin empty, its draft is one of its own. */
  readonly draftKey?: string | undefined;
  readonly onSaved: (id: string) => void;
  readonly onCancel: () => void;
}

/** Everything recorded about a contact, checked by the model's own schema, kept as a draft. */
export function ContactForm(props: ContactFormProps): ReactNode {
  const { id, initial, onSaved, onCancel } = props;
  const { t } = useTranslation(['contacts', 'common']);
  const form = useSchemaForm(contactFields, initial);
  const draft = useDraft(form, { form: 'contact', key: id ?? props.draftKey ?? 'new' });
  const save = useAsk(client.contacts.save);
  const done = useUndoToast();
  if (!draft.ready) return <Skeleton lines={8} blockSize="2rem" />;

  const submit = async (fields: ContactFields): Promise<void> => {
    const outcome = await save.ask({ id, fields });
    if (!outcome.ok) return;
    await draft.finish();
    done(t('form.saved', { name: displayName(fields) }), outcome.value.changeSetId);
    onSaved(outcome.value.id);
  };

  return (
    <Form form={form} label={t('form.label')} onSubmit={submit}>
      <DraftNotice draft={draft} />
      <WhoSection form={form} />
      <ReachSection form={form} />
      <WhereSection form={form} />
      <DirectorySection control={form.control} />
      <RiskSection form={form} id={id} />
      <PeacefulSection form={form} />
      <NotesSection form={form} />
      <BasisSection form={form} />
      <ErrorNotice error={save.failure} />
      <FormBar note={<DraftState draft={draft} />}>
        <Button onPress={onCancel}>{t('common:cancel')}</Button>
        <Button type="submit" variant="primary" isPending={save.pending}>
          {t('form.save')}
        </Button>
      </FormBar>
    </Form>
  );
}

interface SectionProps {
  readonly form: ContactFormApi;
}

function WhoSection({ form: { control } }: SectionProps): ReactNode {
  const { t } = useTranslation('contacts');
  const label = useLabel();
  const errorText = useErrorText();
  const kind = useWatch({ control, name: 'kind' });
  const { errors } = useFormState({ control });
  return (
    <FormSection title={t('form.who')} note={t('form.whoNote')}>
      <Field control={control} name="kind">
        {(field) => (
          <RadioGroup
            label={t('form.kind')}
            look="segmented"
            {...field}
            options={CONTACT_KINDS.map((value) => ({ value, label: label('contactKind', value) }))}
          />
        )}
      </Field>
      {kind === 'organisation' && (
        <Field control={control} name="organisationType">
          {(field) => (
            <OptionalSelect
              label={t('form.organisationType')}
              {...field}
              options={ORGANISATION_TYPES.map((value) => ({
                value,
                label: label('organisationType', value),
              }))}
            />
          )}
        </Field>
      )}
      <Field control={control} name="names">
        {({ value, onChange, onBlur, inputRef }) => (
          <NamesEditor
            value={value}
            onChange={onChange}
            onBlur={onBlur}
            inputRef={inputRef}
            errorAt={(index) => errorText(errors.names?.[index]?.text)}
          />
        )}
      </Field>
      <FieldRow>
        <Field control={control} name="codeName">
          {(field) => (
            <TextField label={t('form.codeName')} description={t('form.codeNameHint')} {...field} />
          )}
        </Field>
        {kind === 'person' && (
          <Field control={control} name="profession">
            {(field) => <TextField label={t('form.profession')} {...field} />}
          </Field>
        )}
      </FieldRow>
    </FormSection>
  );
}

function ReachSection({ form: { control } }: SectionProps): ReactNode {
  const { t } = useTranslation('contacts');
  const errorText = useErrorText();
  const { errors } = useFormState({ control });
  return (
    <FormSection title={t('form.reach')} note={t('form.reachNote')}>
      <Field control={control} name="methods">
        {({ value, onChange, onBlur }) => (
          <MethodsEditor
            value={value}
            onChange={onChange}
            onBlur={onBlur}
            errorAt={(index, name) => errorText(errors.methods?.[index]?.[name])}
          />
        )}
      </Field>
      <Field control={control} name="coverPhrase">
        {(field) => (
          <TextField
            label={t('form.coverPhrase')}
            description={t('form.coverPhraseHint')}
            {...field}
          />
        )}
      </Field>
      <FieldRow>
        <Field control={control} name="languages">
          {(field) => <LanguagesField label={t('form.languages')} {...field} />}
        </Field>
        <Field control={control} name="contactEveryDays">
          {(field) => (
            <NumberField
              label={t('form.every')}
              description={t('form.everyHint')}
              minValue={1}
              maxValue={730}
              {...field}
            />
          )}
        </Field>
      </FieldRow>
    </FormSection>
  );
}

function WhereSection({ form: { control } }: SectionProps): ReactNode {
  const { t } = useTranslation('contacts');
  return (
    <FormSection title={t('form.where')}>
      <FieldRow>
        <Field control={control} name="locality">
          {(field) => <TextField label={t('form.locality')} {...field} />}
        </Field>
        <Field control={control} name="country">
          {(field) => <CountryField label={t('form.country')} {...field} />}
        </Field>
      </FieldRow>
      <Field control={control} name="remote">
        {(field) => (
          <Checkbox label={t('form.remote')} description={t('form.remoteHint')} {...field} />
        )}
      </Field>
    </FormSection>
  );
}

function RiskSection({
  form: { control },
  id,
}: SectionProps & Pick<ContactFormProps, 'id'>): ReactNode {
  const { t } = useTranslation('contacts');
  const label = useLabel();
  const assessments = useCall(
    client.risks.ofContact,
    { contactId: id ?? '' },
    { enabled: id !== null },
  );
  const isAssessed = (assessments.data?.length ?? 0) > 0;
  return (
    <FormSection title={t('form.risk')} note={t('form.riskNote')}>
      <Field control={control} name="riskLevel">
        {(field) => (
          <OptionalSelect
            label={t('form.riskLevel')}
            description={t(isAssessed ? 'form.riskLevelAssessed' : 'form.riskLevelHint')}
            isDisabled={isAssessed}
            {...field}
            options={RISK_LEVELS.map((value) => ({ value, label: label('riskLevel', value) }))}
          />
        )}
      </Field>
      <Field control={control} name="riskGroups">
        {(field) => (
          <ChoiceField
            label={t('form.riskGroups')}
            {...field}
            options={RISK_GROUPS.map((value) => ({ value, label: label('riskGroup', value) }))}
          />
        )}
      </Field>
    </FormSection>
  );
}

function PeacefulSection({ form: { control } }: SectionProps): ReactNode {
  const { t } = useTranslation('contacts');
  const label = useLabel();
  const status = useWatch({ control, name: 'peacefulMeans.status' });
  return (
    <FormSection title={t('form.peaceful')} note={t('form.peacefulNote')}>
      <Field control={control} name="peacefulMeans.status">
        {(field) => (
          <RadioGroup
            label={t('form.status')}
            look="inline"
            {...field}
            options={PEACEFUL_MEANS_STATUSES.map((value) => ({
              value,
              label: label('peacefulMeans', value),
            }))}
          />
        )}
      </Field>
      {status !== 'not-assessed' && (
        <>
          <FieldRow>
            <Field control={control} name="peacefulMeans.assessedBy">
              {(field) => <TextField label={t('form.assessedBy')} {...field} />}
            </Field>
            <Field control={control} name="peacefulMeans.assessedOn">
              {(field) => <DateField label={t('form.assessedOn')} {...field} />}
            </Field>
          </FieldRow>
          <Field control={control} name="peacefulMeans.ground">
            {(field) => <TextArea label={t('form.ground')} rows={2} {...field} />}
          </Field>
        </>
      )}
    </FormSection>
  );
}

function NotesSection({ form: { control } }: SectionProps): ReactNode {
  const { t } = useTranslation('contacts');
  return (
    <FormSection title={t('form.notes')}>
      <Field control={control} name="notes">
        {(field) => <TextArea label={t('form.notesLabel')} rows={4} {...field} />}
      </Field>
      <Field control={control} name="tags">
        {(field) => <TagsField label={t('form.tags')} {...field} />}
      </Field>
    </FormSection>
  );
}

function BasisSection({ form }: SectionProps): ReactNode {
  const { control, setValue } = form;
  const { t } = useTranslation('contacts');
  const label = useLabel();
  const basis = useWatch({ control, name: 'legitimateBasis' });
  const kind = useWatch({ control, name: 'kind' });
  return (
    <FormSection title={t('form.basis')} note={t('form.basisNote')}>
      <OptionalSelect
        label={t('form.basisGround')}
        noneLabel={t('form.basisNone')}
        value={basis?.ground ?? null}
        onChange={(ground) =>
          setValue(
            'legitimateBasis',
            ground === null ? null : { ground, explanation: basis?.explanation ?? '' },
            { shouldDirty: true },
          )
        }
        options={LEGITIMATE_GROUNDS.map((value) => ({
          value,
          label: label('legitimateGround', value),
        }))}
      />
      {basis !== null && (
        <Field control={control} name="legitimateBasis.explanation">
          {(field) => <TextArea label={t('form.basisExplanation')} rows={2} {...field} />}
        </Field>
      )}
      <Disclosure label={t('form.more')}>
        <FieldRow>
          <Field control={control} name="state">
            {(field) => (
              <Select
                label={t('form.state')}
                {...field}
                options={CONTACT_STATES.map((value) => ({
                  value,
                  label: label('contactState', value),
                }))}
              />
            )}
          </Field>
          {kind !== 'person' && (
            <Field control={control} name="dissolvedOn">
              {(field) => <DateField label={t('form.dissolvedOn')} {...field} />}
            </Field>
          )}
        </FieldRow>
      </Disclosure>
    </FormSection>
  );
}
