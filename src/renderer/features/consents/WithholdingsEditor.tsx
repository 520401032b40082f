import type { ReactNode } from 'react';
import { EyeOff, X } from 'lucide-react';
import { useFieldArray, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { v7 as uuidV7 } from 'uuid';
import { Button } from '../../components/Button.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { FieldRow } from '../../components/forms/Form.tsx';
import type { ConsentFormParsed, ConsentFormValues } from './form-values.ts';
import styles from './consents.module.css';

export interface WithholdingsEditorProps {
  readonly control: Control<ConsentFormValues, unknown, ConsentFormParsed>;
}

/** What they asked us to keep from somebody: what, from whom, and why. */
export function WithholdingsEditor({ control }: WithholdingsEditorProps): ReactNode {
  const { t } = useTranslation(['consents', 'common']);
  const list = useFieldArray({ control, name: 'details.withholdings', keyName: 'rowKey' });
  return (
    <fieldset className={styles['proxy']}>
      <legend>{t('withholding.title')}</legend>
      <p className={styles['muted']}>{t('withholding.hint')}</p>
      {list.fields.map((row, index) => {
        const name = t('withholding.one', { number: index + 1 });
        return (
          <div key={row.rowKey} className={styles['withholding']} role="group" aria-label={name}>
            <div className={styles['withholdingFields']}>
              <FieldRow>
                <Field control={control} name={`details.withholdings.${index}.what`}>
                  {(f) => (
                    <TextField
                      label={t('withholding.what')}
                      isRequired
                      autoFocus={row.what === ''}
                      {...f}
                      value={f.value ?? ''}
                    />
                  )}
                </Field>
                <Field control={control} name={`details.withholdings.${index}.fromWhom`}>
                  {(f) => (
                    <TextField
                      label={t('withholding.fromWhom')}
                      isRequired
                      {...f}
                      value={f.value ?? ''}
                    />
                  )}
                </Field>
              </FieldRow>
              <Field control={control} name={`details.withholdings.${index}.reason`}>
                {(f) => (
                  <TextField
                    label={t('withholding.reason')}
                    isRequired
                    {...f}
                    value={f.value ?? ''}
                  />
                )}
              </Field>
            </div>
            <IconButton
              icon={X}
              label={t('common:removeItem', { name })}
              onPress={() => list.remove(index)}
            />
          </div>
        );
      })}
      <div>
        <Button
          size="sm"
          icon={EyeOff}
          onPress={() => list.append({ id: uuidV7(), what: '', fromWhom: '', reason: '' })}
        >
          {t('withholding.add')}
        </Button>
      </div>
    </fieldset>
  );
}
