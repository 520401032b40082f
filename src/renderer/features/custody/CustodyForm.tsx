import type { ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { CUSTODY_STATES } from '../../../shared/model/vocabulary/custody.ts';
import { client } from '../../api/client.ts';
import { ContactField } from '../../components/fields/ContactField.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { Select } from '../../components/fields/Select.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { FieldRow, FormSection } from '../../components/forms/Form.tsx';
import { RecordForm } from '../../components/forms/RecordForm.tsx';
import { useRecordForm } from '../../components/forms/use-record-form.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { custodyForm, unfinishedCustody, type CustodyFormValues } from './form-values.ts';
import { PlacesEditor } from './PlacesEditor.tsx';

export interface CustodyFormProps {
  readonly label: string;
  /** The stored detention, or null for one that is put down. */
  readonly id: string | null;
  readonly draftKey: string;
  readonly values: CustodyFormValues;
}

/** A detention as it is written, from the arrest to the release. */
export function CustodyForm({ label, id, draftKey, values }: CustodyFormProps): ReactNode {
  const { t } = useTranslation('custody');
  const words = useLabel();
  const navigate = useNavigate();
  const leave = (): Promise<void> =>
    navigate({
      to: '/contacts/$id',
      params: { id: values.contactId },
      search: { tab: 'detention' },
    });
  const record = useRecordForm({
    schema: custodyForm,
    values,
    id,
    draft: { form: 'custody', key: draftKey, read: unfinishedCustody },
    save: client.custody.save,
    savedWords: t(id === null ? 'form.created' : 'form.saved'),
    onSaved: leave,
  });
  const { control } = record.form;
  const [state, releasedOn] = useWatch({ control, name: ['state', 'releasedOn'] });

  return (
    <RecordForm
      record={record}
      label={label}
      saveLabel={t(id === null ? 'form.create' : 'form.save')}
      onClose={leave}
    >
      <FormSection title={t('form.detention')}>
        <FieldRow>
          <Field control={control} name="state">
            {(f) => (
              <Select
                label={t('form.state')}
                options={CUSTODY_STATES.map((value) => ({
                  value,
                  label: words('custodyState', value),
                }))}
                {...f}
              />
            )}
          </Field>
          <Field control={control} name="since">
            {(f) => (
              <DateField
                label={t('form.since')}
                isRequired
                {...f}
                onChange={(date) => f.onChange(date ?? '')}
              />
            )}
          </Field>
        </FieldRow>
        <FieldRow>
          <Field control={control} name="authority">
            {(f) => (
              <TextField label={t('form.authority')} description={t('form.authorityHint')} {...f} />
            )}
          </Field>
          <Field control={control} name="caseReference">
            {(f) => <TextField label={t('form.caseReference')} {...f} />}
          </Field>
        </FieldRow>
        <Field control={control} name="charges">
          {(f) => (
            <TextArea
              label={t('form.charges')}
              description={t('form.chargesHint')}
              rows={3}
              {...f}
            />
          )}
        </Field>
      </FormSection>
      {(state === 'released' || releasedOn !== null) && (
        <FormSection title={t('form.release')}>
          <Field control={control} name="releasedOn">
            {(f) => <DateField label={t('form.releasedOn')} {...f} />}
          </Field>
          <Field control={control} name="releaseConditions">
            {(f) => (
              <TextArea
                label={t('form.releaseConditions')}
                description={t('form.releaseConditionsHint')}
                rows={3}
                {...f}
              />
            )}
          </Field>
        </FormSection>
      )}
      <FormSection title={t('form.places')} note={t('form.placesNote')}>
        <PlacesEditor control={control} />
      </FormSection>
      <FormSection title={t('form.people')} note={t('form.peopleNote')}>
        <FieldRow>
          <Field control={control} name="lawyerContactId">
            {(f) => (
              <ContactField label={t('form.lawyerContact')} exceptIds={[values.contactId]} {...f} />
            )}
          </Field>
          <Field control={control} name="lawyerName">
            {(f) => <TextField label={t('form.lawyerName')} {...f} />}
          </Field>
        </FieldRow>
        <FieldRow>
          <Field control={control} name="familyContactId">
            {(f) => (
              <ContactField label={t('form.familyContact')} exceptIds={[values.contactId]} {...f} />
            )}
          </Field>
          <Field control={control} name="familyName">
            {(f) => <TextField label={t('form.familyName')} {...f} />}
          </Field>
        </FieldRow>
      </FormSection>
      <FormSection title={t('form.note')}>
        <Field control={control} name="note">
          {(f) => <TextArea label={t('form.note')} rows={3} {...f} />}
        </Field>
      </FormSection>
    </RecordForm>
  );
}
