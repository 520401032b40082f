import type { ReactNode } from 'react';
import { Plus, X } from 'lucide-react';
import { useFieldArray, type Control, type FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { v7 as uuidV7 } from 'uuid';
import { PARTNER_ROLES } from '../../../shared/model/vocabulary/plan.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { Avatar } from '../Avatar.tsx';
import { Button } from '../Button.tsx';
import { IconButton } from '../IconButton.tsx';
import { ContactField, useContactOptions } from '../fields/ContactField.tsx';
import { Select } from '../fields/Select.tsx';
import { TextField } from '../fields/TextField.tsx';
import { Field } from '../forms/Field.tsx';
import type { PartnerInForm } from './partner-in-form.ts';
import styles from './partners.module.css';

interface WithPartners extends FieldValues {
  partners: PartnerInForm[];
}

/** Who acts with us, contacts or by name, each with what they do. For a form with `partners`. */
export function PartnersEditor<Values extends FieldValues, Output>({
  control: ofForm,
}: {
  readonly control: Control<Values, unknown, Output>;
}): ReactNode {
  const { t } = useTranslation(['partners', 'common']);
  const label = useLabel();
  // Whatever else the form holds, it holds `partners`.
  const control = ofForm as unknown as Control<WithPartners>;
  const list = useFieldArray({ control, name: 'partners', keyName: 'rowKey' });
  const contacts = new Map(useContactOptions().map((option) => [option.value, option.label]));
  const add = (contactId: string | null, name: string): void =>
    list.append({ id: uuidV7(), contactId, name, role: 'co-signatory' });

  return (
    <fieldset className={styles['rows']} aria-label={t('title')}>
      <legend className="visually-hidden">{t('title')}</legend>
      <div className={styles['adders']}>
        <ContactField
          label={t('add')}
          exceptIds={list.fields.flatMap((entry) => entry.contactId ?? [])}
          clearsOnChoice
          value={null}
          onChange={(contactId) => {
            if (contactId !== null) add(contactId, contacts.get(contactId) ?? '');
          }}
        />
        <Button icon={Plus} onPress={() => add(null, '')}>
          {t('addName')}
        </Button>
      </div>
      {list.fields.map((entry, index) => {
        const name =
          entry.contactId === null ? null : (contacts.get(entry.contactId) ?? entry.name);
        const named = name ?? t('someone');
        return (
          <div key={entry.rowKey} className={styles['row']}>
            {name === null ? (
              <Field control={control} name={`partners.${index}.name`}>
                {(f) => (
                  <TextField
                    label={t('name', { number: index + 1 })}
                    isLabelHidden
                    placeholder={t('name', { number: index + 1 })}
                    {...f}
                  />
                )}
              </Field>
            ) : (
              <span className={styles['name']}>
                <Avatar name={name} size={1.75} />
                <bdi>{name}</bdi>
              </span>
            )}
            <Field control={control} name={`partners.${index}.role`}>
              {(f) => (
                <Select
                  label={t('role', { name: named })}
                  isLabelHidden
                  options={PARTNER_ROLES.map((value) => ({
                    value,
                    label: label('partnerRole', value),
                  }))}
                  {...f}
                />
              )}
            </Field>
            <IconButton
              icon={X}
              label={t('common:removeItem', { name: named })}
              onPress={() => list.remove(index)}
            />
          </div>
        );
      })}
    </fieldset>
  );
}
