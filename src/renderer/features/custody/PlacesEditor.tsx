import type { ReactNode } from 'react';
import { MapPinPlus } from 'lucide-react';
import { useFieldArray, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { v7 as uuidV7 } from 'uuid';
import { Button } from '../../components/Button.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { EditorRow } from '../../components/rows/EditorRow.tsx';
import type { CustodyFormParsed, CustodyFormValues } from './form-values.ts';
import styles from './custody.module.css';

/** The chain of places: where somebody was taken, one after another. */
export function PlacesEditor(props: {
  readonly control: Control<CustodyFormValues, unknown, CustodyFormParsed>;
}): ReactNode {
  const { control } = props;
  const { t } = useTranslation('custody');
  const list = useFieldArray({ control, name: 'places', keyName: 'rowKey' });
  return (
    <fieldset className={styles['rows']} aria-label={t('form.places')}>
      {list.fields.map((place, index) => {
        const number = t('form.placeNumber', { number: index + 1 });
        return (
          <EditorRow
            key={place.rowKey}
            label={number}
            name={place.name || undefined}
            onRemove={() => list.remove(index)}
          >
            <div className={styles['placeFields']}>
              <Field control={control} name={`places.${index}.name`}>
                {(f) => <TextField label={t('form.place')} isRequired {...f} />}
              </Field>
              <Field control={control} name={`places.${index}.from`}>
                {(f) => <DateField label={t('form.placeFrom')} {...f} />}
              </Field>
              <Field control={control} name={`places.${index}.note`}>
                {(f) => <TextField label={t('form.placeNote')} {...f} />}
              </Field>
            </div>
          </EditorRow>
        );
      })}
      <Button
        icon={MapPinPlus}
        onPress={() => list.append({ id: uuidV7(), name: '', from: null, note: null })}
      >
        {t('form.addPlace')}
      </Button>
    </fieldset>
  );
}
