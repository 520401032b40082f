import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ComboBox, type ComboBoxProps } from '../../components/fields/ComboBox.tsx';
import { useContactOptions } from '../../components/fields/ContactField.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';

/**
 * One organisation of the directory, with what it offers; the value is its contact's id. One that
 * was chosen before and is listed no more can stay.
 */
export function DirectoryField(props: Omit<ComboBoxProps, 'options'>): ReactNode {
  const { t } = useTranslation('directory');
  const label = useLabel();
  const format = useFormat();
  const { value } = props;
  const contacts = useContactOptions();
  const { data } = useCall(client.directory.list, {});
  const options = useMemo(() => {
    const offers = new Map(
      (data ?? []).map((row) => [
        row.id,
        format.list(row.services.map((service) => label('offeredService', service))),
      ]),
    );
    return contacts
      .filter((contact) => offers.has(contact.value) || contact.value === value)
      .map((contact) => ({ ...contact, note: offers.get(contact.value) ?? contact.note ?? '' }));
  }, [contacts, data, value, format, label]);
  return (
    <ComboBox
      placeholder={t('field.choose')}
      {...props}
      description={data?.length === 0 ? t('field.none') : props.description}
      options={options}
    />
  );
}
