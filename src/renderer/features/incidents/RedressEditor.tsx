import type { ReactNode } from 'react';
import { Plus } from 'lucide-react';
import { useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { REDRESS_KINDS, REDRESS_RESULTS } from '../../../shared/model/vocabulary/incident.ts';
import { Button } from '../../components/Button.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { Select } from '../../components/fields/Select.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { EditorRow, EditorRows, SplitFields } from '../../components/rows/EditorRow.tsx';
import { localToday } from '../../i18n/local-today.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { newRedressStep } from './form-values.ts';
import type { IncidentControl } from './PeopleEditor.tsx';

/** What was done about it, step by step: complaint, investigation, prosecution, outcome. */
export function RedressEditor({ control }: { readonly control: IncidentControl }): ReactNode {
  const { t } = useTranslation('incidents');
  const label = useLabel();
  const list = useFieldArray({ control, name: 'redress', keyName: 'rowKey' });
  return (
    <EditorRows>
      {list.fields.map((row, index) => (
        <EditorRow
          key={row.rowKey}
          label={t('form.step', { number: index + 1 })}
          onRemove={() => list.remove(index)}
        >
          <SplitFields>
            <Field control={control} name={`redress.${index}.kind`}>
              {(f) => (
                <Select
                  label={t('form.stepKind')}
                  options={REDRESS_KINDS.map((value) => ({
                    value,
                    label: label('redressKind', value),
                  }))}
                  {...f}
                />
              )}
            </Field>
            <Field control={control} name={`redress.${index}.on`}>
              {(f) => (
                <DateField
                  label={t('form.stepOn')}
                  isRequired
                  {...f}
                  onChange={(on) => f.onChange(on ?? '')}
                />
              )}
            </Field>
            <Field control={control} name={`redress.${index}.result`}>
              {(f) => (
                <Select
                  label={t('form.stepResult')}
                  options={REDRESS_RESULTS.map((value) => ({
                    value,
                    label: label('redressResult', value),
                  }))}
                  {...f}
                />
              )}
            </Field>
          </SplitFields>
          <Field control={control} name={`redress.${index}.authority`}>
            {(f) => <TextField label={t('form.stepAuthority')} {...f} />}
          </Field>
          <Field control={control} name={`redress.${index}.note`}>
            {(f) => <TextArea label={t('form.stepNote')} rows={2} {...f} />}
          </Field>
        </EditorRow>
      ))}
      <div>
        <Button size="sm" icon={Plus} onPress={() => list.append(newRedressStep(localToday()))}>
          {t('form.addStep')}
        </Button>
      </div>
    </EditorRows>
  );
}
