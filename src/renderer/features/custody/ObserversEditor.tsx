import type { ReactNode } from 'react';
import { UserPlus } from 'lucide-react';
import { useFieldArray, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { v7 as uuidV7 } from 'uuid';
import { OBSERVER_ROLES } from '../../../shared/model/vocabulary/custody.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/fields/Checkbox.tsx';
import { Select } from '../../components/fields/Select.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { EditorRow } from '../../components/rows/EditorRow.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import type { HearingFormParsed, HearingFormValues } from './form-values.ts';
import styles from './custody.module.css';

export interface ObserversEditorProps {
  readonly control: Control<HearingFormValues, unknown, HearingFormParsed>;
  /** Whether the hearing took place, so that somebody can have been there. */
  readonly tookPlace: boolean;
}

/** The roster of those who observe a hearing: who, from which mission, in what part. */
export function ObserversEditor({ control, tookPlace }: ObserversEditorProps): ReactNode {
  const { t } = useTranslation('custody');
  const label = useLabel();
  const list = useFieldArray({ control, name: 'observers', keyName: 'rowKey' });
  const roles = OBSERVER_ROLES.map((value) => ({ value, label: label('observerRole', value) }));
  return (
    <fieldset className={styles['rows']} aria-label={t('hearingForm.observers')}>
      {list.fields.map((observer, index) => {
        const number = t('hearingForm.observerNumber', { number: index + 1 });
        return (
          <EditorRow
            key={observer.rowKey}
            label={number}
            name={observer.name || undefined}
            onRemove={() => list.remove(index)}
          >
            <div className={styles['observerFields']}>
              <Field control={control} name={`observers.${index}.name`}>
                {(f) => <TextField label={t('hearingForm.observerName')} isRequired {...f} />}
              </Field>
              <Field control={control} name={`observers.${index}.from`}>
                {(f) => (
                  <TextField
                    label={t('hearingForm.observerFrom')}
                    placeholder={t('hearingForm.observerFromHint')}
                    {...f}
                  />
                )}
              </Field>
              <Field control={control} name={`observers.${index}.role`}>
                {(f) => <Select label={t('hearingForm.role')} options={roles} {...f} />}
              </Field>
              <div className={styles['checks']}>
                <Field control={control} name={`observers.${index}.confirmed`}>
                  {(f) => <Checkbox label={t('hearingForm.confirmed')} {...f} />}
                </Field>
                {(tookPlace || observer.attended) && (
                  <Field control={control} name={`observers.${index}.attended`}>
                    {(f) => <Checkbox label={t('hearingForm.attended')} {...f} />}
                  </Field>
                )}
              </div>
            </div>
          </EditorRow>
        );
      })}
      <Button
        icon={UserPlus}
        onPress={() =>
          list.append({
            ...{ id: uuidV7(), name: '', from: null, role: 'observer' },
            ...{ confirmed: false, attended: false },
          })
        }
      >
        {t('hearingForm.addObserver')}
      </Button>
    </fieldset>
  );
}
