import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import {
  SOURCE_RELIABILITIES,
  SOURCE_TYPES,
  VERIFICATIONS,
} from '../../../shared/model/vocabulary/incident.ts';
import { SENSITIVITY_MARKINGS } from '../../../shared/model/vocabulary/meeting.ts';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { Select } from '../../components/fields/Select.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { FieldRow, FormSection } from '../../components/forms/Form.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import type { IncidentControl } from './PeopleEditor.tsx';

/** From whom the mission knows, how far that can be relied upon, and who may know of it. */
export function SourceFields({ control }: { readonly control: IncidentControl }): ReactNode {
  const { t } = useTranslation('incidents');
  const label = useLabel();
  const sensitivity = useWatch({ control, name: 'sensitivity' });
  return (
    <FormSection title={t('form.source')} note={t('form.sourceHint')}>
      <FieldRow>
        <Field control={control} name="sourceType">
          {(f) => (
            <Select
              label={t('form.sourceType')}
              options={SOURCE_TYPES.map((value) => ({ value, label: label('sourceType', value) }))}
              {...f}
            />
          )}
        </Field>
        <Field control={control} name="source">
          {(f) => (
            <TextField label={t('form.sourceName')} description={t('form.sourceNameHint')} {...f} />
          )}
        </Field>
      </FieldRow>
      <FieldRow>
        <Field control={control} name="reliability">
          {(f) => (
            <Select
              label={t('form.reliability')}
              options={SOURCE_RELIABILITIES.map((value) => ({
                value,
                label: label('sourceReliability', value),
              }))}
              {...f}
            />
          )}
        </Field>
        <Field control={control} name="verification">
          {(f) => (
            <Select
              label={t('form.verification')}
              options={VERIFICATIONS.map((value) => ({
                value,
                label: label('verification', value),
              }))}
              {...f}
            />
          )}
        </Field>
      </FieldRow>
      <Field control={control} name="sensitivity">
        {(f) => (
          <RadioGroup
            label={t('form.sensitivity')}
            look="segmented"
            description={t(`sensitivityHint.${sensitivity}`)}
            options={SENSITIVITY_MARKINGS.map((value) => ({
              value,
              label: label('sensitivity', value),
            }))}
            {...f}
          />
        )}
      </Field>
    </FormSection>
  );
}
