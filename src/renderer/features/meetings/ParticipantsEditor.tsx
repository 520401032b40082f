import type { ReactNode } from 'react';
import { UserPlus, X } from 'lucide-react';
import { useFieldArray, useFormState, type Control, type FieldError } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { PARTICIPANT_ROLES } from '../../../shared/model/vocabulary/meeting.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { Button } from '../../components/Button.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { ContactField, useContactOptions } from '../../components/fields/ContactField.tsx';
import { Select } from '../../components/fields/Select.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { useErrorText } from '../../components/forms/use-error-text.ts';
import { useLabel } from '../../i18n/use-label.ts';
import type { MeetingFormParsed, MeetingFormValues } from './form-values.ts';
import styles from './meetings.module.css';

export type MeetingControl = Control<MeetingFormValues, unknown, MeetingFormParsed>;

/** Who was there: contacts found by typing, and anyone else by name, each with their part. */
export function ParticipantsEditor({ control }: { readonly control: MeetingControl }): ReactNode {
  const { t } = useTranslation(['meetings', 'common']);
  const label = useLabel();
  const errorText = useErrorText();
  const list = useFieldArray({ control, name: 'fields.participants', keyName: 'rowKey' });
  const contacts = new Map(useContactOptions().map((option) => [option.value, option.label]));
  const chosen = list.fields.flatMap((entry) => entry.contactId ?? []);
  const { errors } = useFormState({ control, name: 'fields.participants' });
  // The list's own error ("add at least one"), not that of an entry.
  const error = errors.fields?.participants as
    (FieldError & { readonly root?: FieldError }) | undefined;
  const roles = PARTICIPANT_ROLES.map((value) => ({
    value,
    label: label('participantRole', value),
  }));

  return (
    <fieldset className={styles['rows']} aria-label={t('form.participants')}>
      <legend className="visually-hidden">{t('form.participants')}</legend>
      <div className={styles['adders']}>
        <ContactField
          label={t('form.participants')}
          isRequired
          exceptIds={chosen}
          clearsOnChoice
          value={null}
          error={errorText(error?.root ?? (error?.type === undefined ? undefined : error))}
          onChange={(contactId) => {
            if (contactId !== null) list.append({ contactId, name: null, role: 'defender' });
          }}
        />
        <Button
          icon={UserPlus}
          onPress={() => list.append({ contactId: null, name: '', role: 'officer' })}
        >
          {t('form.addName')}
        </Button>
      </div>
      {list.fields.map((entry, index) => {
        const { contactId } = entry;
        const name = contactId === null ? entry.name : contacts.get(contactId);
        return (
          <div key={entry.rowKey} className={styles['who']}>
            {contactId === null ? (
              <Field control={control} name={`fields.participants.${index}.name`}>
                {(f) => (
                  <TextField
                    label={t('form.personName', { number: index + 1 })}
                    isLabelHidden
                    placeholder={t('form.personName', { number: index + 1 })}
                    {...f}
                  />
                )}
              </Field>
            ) : (
              <span className={styles['whoName']}>
                <Avatar name={name ?? ''} size={1.75} />
                <bdi>{name ?? t('form.someone')}</bdi>
              </span>
            )}
            <Field control={control} name={`fields.participants.${index}.role`}>
              {(f) => (
                <Select
                  label={t('form.personRole', { name: name ?? t('form.someone') })}
                  isLabelHidden
                  options={roles}
                  {...f}
                />
              )}
            </Field>
            <IconButton
              icon={X}
              label={t('common:removeItem', {
                name: name ?? t('form.someone'),
              })}
              onPress={() => list.remove(index)}
            />
          </div>
        );
      })}
    </fieldset>
  );
}
