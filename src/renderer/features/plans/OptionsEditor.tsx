import type { ReactNode } from 'react';
import { Plus, Trash2 } from 'lucide-react';
import { useFieldArray, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { WEIGHED_PARTS } from '../../../shared/model/plan.ts';
import { ACTION_TYPES } from '../../../shared/model/vocabulary/action.ts';
import { Button } from '../../components/Button.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Checkbox } from '../../components/fields/Checkbox.tsx';
import { ComboBox } from '../../components/fields/ComboBox.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import { emptyOption, type PlanFormParsed, type PlanFormValues } from './form-values.ts';
import styles from './plans.module.css';

export interface OptionsEditorProps {
  readonly control: Control<PlanFormValues, unknown, PlanFormParsed>;
}

/** What could be done, each with its do-no-harm analysis; chosen only once that has words. */
export function OptionsEditor({ control }: OptionsEditorProps): ReactNode {
  const { t } = useTranslation('plans');
  const label = useLabel();
  const list = useFieldArray({ control, name: 'options', keyName: 'rowKey' });
  const types = ACTION_TYPES.map((value) => ({ value, label: label('actionType', value) }));

  return (
    <div className={styles['column']}>
      {list.fields.map((option, index) => (
        <fieldset
          key={option.rowKey}
          className={styles['option']}
          aria-label={t('options.option', { number: index + 1 })}
        >
          <div className={styles['optionHead']}>
            <span className={styles['optionName']} aria-hidden>
              {t('options.option', { number: index + 1 })}
            </span>
            <IconButton
              icon={Trash2}
              size="sm"
              label={t('options.remove', { number: index + 1 })}
              onPress={() => list.remove(index)}
            />
          </div>
          <Field control={control} name={`options.${index}.actionType`}>
            {(f) => (
              <ComboBox
                label={t('options.type')}
                isRequired
                options={types}
                {...f}
                onChange={(value) => {
                  const type = ACTION_TYPES.find((one) => one === value);
                  if (type !== undefined) f.onChange(type);
                }}
              />
            )}
          </Field>
          <Field control={control} name={`options.${index}.summary`}>
            {(f) => <TextArea label={t('options.summary')} rows={2} {...f} />}
          </Field>
          <p className={styles['weighing']}>{t('options.weighing')}</p>
          <div className={styles['weighed']}>
            {WEIGHED_PARTS.map((part) => (
              <Field key={part} control={control} name={`options.${index}.${part}`}>
                {(f) => <TextArea label={t(`options.part.${part}`)} rows={2} {...f} />}
              </Field>
            ))}
          </div>
          <Field control={control} name={`options.${index}.chosen`}>
            {(f) => (
              <Checkbox
                label={t('options.chosen')}
                description={t('options.chosenHint')}
                value={f.value}
                onChange={f.onChange}
                onBlur={f.onBlur}
              />
            )}
          </Field>
        </fieldset>
      ))}
      <Button
        icon={Plus}
        className={styles['add']}
        onPress={() => list.append(emptyOption('private-approach'))}
      >
        {t('options.add')}
      </Button>
    </div>
  );
}
