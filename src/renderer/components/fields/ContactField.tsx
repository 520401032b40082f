import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { Avatar } from '../Avatar.tsx';
import { ComboBox, type ComboBoxOption, type ComboBoxProps } from './ComboBox.tsx';
import { MultiComboBox, type MultiComboBoxProps } from './TagsField.tsx';

/** Every contact as an option: found by any name, code name, profession or place. */
export function useContactOptions(exceptIds: readonly string[] = []): readonly ComboBoxOption[] {
  const { data } = useCall(client.contacts.list, {});
  const except = exceptIds.join(' ');
  return useMemo(
    () =>
      (data?.rows ?? [])
        .filter((row) => !except.includes(row.id))
        .map((row) => ({
          value: row.id,
          label: row.label,
          note: [row.codeName, row.profession, row.locality].filter(Boolean).join(' · '),
          keywords: row.otherNames.join(' '),
          icon: <Avatar name={row.label} kind={row.kind} size={1.5} />,
        })),
    [data, except],
  );
}

interface Except {
  /** Contacts that cannot be chosen. */
  readonly exceptIds?: readonly string[] | undefined;
}

/** One contact; the value is its id. */
export function ContactField(props: Omit<ComboBoxProps, 'options'> & Except): ReactNode {
  const { t } = useTranslation();
  const { exceptIds, ...rest } = props;
  const options = useContactOptions(exceptIds);
  return <ComboBox placeholder={t('chooseContact')} {...rest} options={options} />;
}

/** Several contacts; the value holds their ids. */
export function ContactsField(props: Omit<MultiComboBoxProps, 'options'> & Except): ReactNode {
  const { t } = useTranslation();
  const { exceptIds, ...rest } = props;
  const options = useContactOptions(exceptIds);
  return <MultiComboBox placeholder={t('chooseContact')} {...rest} options={options} />;
}
