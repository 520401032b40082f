import type { ReactNode } from 'react';
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { PROXY_RELATIONS } from '../../../shared/model/vocabulary/consent.ts';
import { ContactField } from '../../components/fields/ContactField.tsx';
import { Select } from '../../components/fields/Select.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { FieldRow } from '../../components/forms/Form.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import type { ConsentFormParsed, ConsentFormValues } from './form-values.ts';
import styles from './consents.module.css';

export interface ProxyFieldsProps {
  readonly control: Control<ConsentFormValues, unknown, ConsentFormParsed>;
  readonly exceptIds: readonly string[];
}

/** Who spoke for the defender, how they were reached, and why the defender could not be asked. */
export function ProxyFields({ control, exceptIds }: ProxyFieldsProps): ReactNode {
  const { t } = useTranslation('consents');
  const label = useLabel();
  return (
    <fieldset className={styles['proxy']}>
      <legend>{t('record.proxy')}</legend>
      <FieldRow>
        <Field control={control} name="details.proxy.contactId">
          {(f) => (
            <ContactField
              label={t('record.proxyContact')}
              exceptIds={exceptIds}
              {...f}
              value={f.value ?? null}
            />
          )}
        </Field>
        <Field control={control} name="details.proxy.name">
          {(f) => <TextField label={t('record.proxyName')} {...f} value={f.value ?? ''} />}
        </Field>
      </FieldRow>
      <Field control={control} name="details.proxy.relation">
        {(f) => (
          <Select
            label={t('record.proxyRelation')}
            isRequired
            options={PROXY_RELATIONS.map((value) => ({
              value,
              label: label('proxyRelation', value),
            }))}
            {...f}
            value={f.value ?? null}
          />
        )}
      </Field>
      <Field control={control} name="details.proxy.reachedHow">
        {(f) => (
          <TextArea
            label={t('record.reachedHow')}
            isRequired
            rows={2}
            {...f}
            value={f.value ?? ''}
          />
        )}
      </Field>
      <Field control={control} name="details.proxy.whyNotSelf">
        {(f) => (
          <TextArea
            label={t('record.whyNotSelf')}
            isRequired
            rows={2}
            {...f}
            value={f.value ?? ''}
          />
        )}
      </Field>
    </fieldset>
  );
}
