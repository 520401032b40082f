import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DATE_PRECISIONS } from '../../../shared/model/vocabulary/incident.ts';
import { DateField } from '../../components/fields/DateField.tsx';
import { CountryField } from '../../components/fields/LanguageField.tsx';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { FieldRow, FormSection } from '../../components/forms/Form.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import type { IncidentControl } from './PeopleEditor.tsx';

/** The day, how exactly it is known, whether it lasted, and the place. */
export function WhenAndWhere({ control }: { readonly control: IncidentControl }): ReactNode {
  const { t } = useTranslation('incidents');
  const label = useLabel();
  const precision = useWatch({ control, name: 'precision' });
  return (
    <FormSection title={t('form.when')}>
      <Field control={control} name="precision">
        {(f) => (
          <RadioGroup
            label={t('form.precision')}
            look="segmented"
            options={DATE_PRECISIONS.map((value) => ({
              value,
              label: label('datePrecision', value),
            }))}
            {...f}
          />
        )}
      </Field>
      <FieldRow>
        <Field control={control} name="occurredOn">
          {(f) => (
            <DateField
              label={t('form.occurredOn')}
              description={t(`precisionHint.${precision}`)}
              isRequired
              {...f}
              onChange={(on) => f.onChange(on ?? '')}
            />
          )}
        </Field>
        <Field control={control} name="endedOn">
          {(f) => (
            <DateField label={t('form.endedOn')} description={t('form.endedOnHint')} {...f} />
          )}
        </Field>
      </FieldRow>
      <FieldRow>
        <Field control={control} name="place">
          {(f) => <TextField label={t('form.place')} {...f} />}
        </Field>
        <Field control={control} name="country">
          {(f) => <CountryField label={t('form.country')} {...f} />}
        </Field>
      </FieldRow>
    </FormSection>
  );
}
