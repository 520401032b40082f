import type { ReactNode } from 'react';
import { useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type {
  contactFields,
  ContactFields,
  DirectoryEntry,
} from '../../../shared/model/contact.ts';
import { OFFERED_SERVICES } from '../../../shared/model/vocabulary/plan.ts';
import { Checkbox } from '../../components/fields/Checkbox.tsx';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { FieldRow, FormSection } from '../../components/forms/Form.tsx';
import { useLabel } from '../../i18n/use-label.ts';

const EMPTY_ENTRY: DirectoryEntry = { services: [], coverage: null, howToReach: null, note: '' };

export interface DirectorySectionProps {
  readonly control: Control<z.input<typeof contactFields>, unknown, ContactFields>;
}

/** What a group or organisation offers to defenders; a part of the form of a contact. */
export function DirectorySection({ control }: DirectorySectionProps): ReactNode {
  const { t } = useTranslation('directory');
  const label = useLabel();
  const [kind, entry] = useWatch({ control, name: ['kind', 'directory'] });
  const isListed = entry !== null && entry !== undefined;
  if (kind === 'person' && !isListed) return null;
  return (
    <FormSection title={t('form.title')} note={t('form.note')}>
      <Field control={control} name="directory">
        {({ onChange, onBlur }) => (
          <Checkbox
            label={t('form.listed')}
            value={isListed}
            onBlur={onBlur}
            onChange={(isOn) => onChange(isOn ? EMPTY_ENTRY : null)}
          />
        )}
      </Field>
      {isListed && (
        <>
          <Field control={control} name="directory.services">
            {(field) => (
              <ChoiceField
                label={t('form.services')}
                options={OFFERED_SERVICES.map((value) => ({
                  value,
                  label: label('offeredService', value),
                }))}
                {...field}
                value={field.value ?? []}
              />
            )}
          </Field>
          <FieldRow>
            <Field control={control} name="directory.coverage">
              {(field) => (
                <TextField
                  label={t('form.coverage')}
                  description={t('form.coverageHint')}
                  {...field}
                  value={field.value ?? null}
                />
              )}
            </Field>
            <Field control={control} name="directory.howToReach">
              {(field) => (
                <TextField
                  label={t('form.howToReach')}
                  description={t('form.howToReachHint')}
                  {...field}
                  value={field.value ?? null}
                />
              )}
            </Field>
          </FieldRow>
          <Field control={control} name="directory.note">
            {(field) => (
              <TextArea label={t('form.entryNote')} rows={2} {...field} value={field.value ?? ''} />
            )}
          </Field>
        </>
      )}
    </FormSection>
  );
}
