import type { ReactNode } from 'react';
import { Plus } from 'lucide-react';
import { useFieldArray, type Control, type FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { v7 as uuidV7 } from 'uuid';
import { PARTNER_ROLES } from '../../../shared/model/vocabulary/plan.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { useContactOptions } from '../fields/ContactField.tsx';
import { Select } from '../fields/Select.tsx';
import { TextField } from '../fields/TextField.tsx';
import { Field } from '../forms/Field.tsx';
import { PeopleRows, PersonRow } from '../rows/PeopleRows.tsx';
import type { PartnerInForm } from './partner-in-form.ts';

interface WithPartners extends FieldValues {
  partners: PartnerInForm[];
}

/** Who acts with us, contacts or by name, each with what they do. For a form with `partners`. */
export function PartnersEditor<Values extends FieldValues, Output>({
  control: ofForm,
}: {
  readonly control: Control<Values, unknown, Output>;
}): ReactNode {
  const { t } = useTranslation('partners');
  const label = useLabel();
  // Whatever else the form holds, it holds `partners`.
  const control = ofForm as unknown as Control<WithPartners>;
  const list = useFieldArray({ control, name: 'partners', keyName: 'rowKey' });
  const contacts = new Map(useContactOptions().map((option) => [option.value, option.label]));
  const add = (contactId: string | null, name: string): void =>
    list.append({ id: uuidV7(), contactId, name, role: 'co-signatory' });

  return (
    <PeopleRows
      legend={t('title')}
      findLabel={t('add')}
      addLabel={t('addName')}
      addIcon={Plus}
      exceptIds={list.fields.flatMap((entry) => entry.contactId ?? [])}
      onAdd={(contactId) =>
        add(contactId, contactId === null ? '' : (contacts.get(contactId) ?? ''))
      }
    >
      {list.fields.map((entry, index) => {
        const name =
          entry.contactId === null ? null : (contacts.get(entry.contactId) ?? entry.name);
        const named = name ?? t('someone');
        return (
          <PersonRow
            key={entry.rowKey}
            contactName={name}
            nameField={
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
            }
            choice={
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
            }
            spoken={named}
            onRemove={() => list.remove(index)}
          />
        );
      })}
    </PeopleRows>
  );
}
