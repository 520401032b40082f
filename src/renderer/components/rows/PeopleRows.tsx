import type { ReactNode } from 'react';
import { X, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../Avatar.tsx';
import { Button } from '../Button.tsx';
import { IconButton } from '../IconButton.tsx';
import { ContactField } from '../fields/ContactField.tsx';
import styles from './rows.module.css';

export interface PeopleRowsProps {
  readonly legend: string;
  /** What the field that finds a contact is called; the legend where nothing else is given. */
  readonly findLabel?: string | undefined;
  readonly isRequired?: boolean | undefined;
  readonly error?: string | undefined;
  readonly addLabel: string;
  readonly addIcon: LucideIcon;
  /** Contacts that are there already. */
  readonly exceptIds: readonly string[];
  /** A contact, or null for somebody by name. */
  readonly onAdd: (contactId: string | null) => void;
  readonly children: ReactNode;
}

/** People in a form: contacts found by typing, and others by name. */
export function PeopleRows(props: PeopleRowsProps): ReactNode {
  const { legend, onAdd } = props;
  return (
    <fieldset className={styles['rows']} aria-label={legend}>
      <legend className="visually-hidden">{legend}</legend>
      <div className={styles['adders']}>
        <ContactField
          label={props.findLabel ?? legend}
          isRequired={props.isRequired}
          error={props.error}
          exceptIds={props.exceptIds}
          clearsOnChoice
          value={null}
          onChange={(contactId) => {
            if (contactId !== null) onAdd(contactId);
          }}
        />
        <Button icon={props.addIcon} onPress={() => onAdd(null)}>
          {props.addLabel}
        </Button>
      </div>
      {props.children}
    </fieldset>
  );
}

export interface PersonRowProps {
  /** The name of the contact, or null where it is typed in `nameField`. */
  readonly contactName: string | null;
  readonly nameField: ReactNode;
  /** Their part in it. */
  readonly choice: ReactNode;
  /** What the button says whom it removes. */
  readonly spoken: string;
  readonly onRemove: () => void;
}

/** One of the people in a form: who, in what part, and a button that takes them out. */
export function PersonRow(props: PersonRowProps): ReactNode {
  const { t } = useTranslation();
  const { contactName, nameField, choice, spoken, onRemove } = props;
  return (
    <div className={styles['person']}>
      {contactName === null ? (
        nameField
      ) : (
        <span className={styles['name']}>
          <Avatar name={contactName} size={1.75} />
          <bdi>{spoken}</bdi>
        </span>
      )}
      {choice}
      <IconButton icon={X} label={t('removeItem', { name: spoken })} onPress={onRemove} />
    </div>
  );
}
