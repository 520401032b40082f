import type { ReactNode } from 'react';
import { UserPlus } from 'lucide-react';
import { useFieldArray, useFormState, type Control, type FieldError } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { PARTICIPANT_ROLES } from '../../../shared/model/vocabulary/meeting.ts';
import { useContactOptions } from '../../components/fields/ContactField.tsx';
import { Select } from '../../components/fields/Select.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { useErrorText } from '../../components/forms/use-error-text.ts';
import { PeopleRows, PersonRow } from '../../components/rows/PeopleRows.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import type { MeetingFormParsed, MeetingFormValues } from './form-values.ts';

export type MeetingControl = Control<MeetingFormValues, unknown, MeetingFormParsed>;

/** Who was there: contacts found by typing, and anyone else by name, each with their part. */
export function ParticipantsEditor({ control }: { readonly control: MeetingControl }): ReactNode {
  const { t } = useTranslation('meetings');
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
    <PeopleRows
      legend={t('form.participants')}
      isRequired
      error={errorText(error?.root ?? (error?.type === undefined ? undefined : error))}
      addLabel={t('form.addName')}
      addIcon={UserPlus}
      exceptIds={chosen}
      onAdd={(contactId) =>
        list.append(
          contactId === null
            ? { contactId, name: '', role: 'officer' }
            : { contactId, name: null, role: 'defender' },
        )
      }
    >
      {list.fields.map((entry, index) => {
        const { contactId } = entry;
        const name = contactId === null ? entry.name : contacts.get(contactId);
        return (
          <PersonRow
            key={entry.rowKey}
            contactName={contactId === null ? null : (name ?? '')}
            nameField={
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
            }
            choice={
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
            }
            spoken={name ?? t('form.someone')}
            onRemove={() => list.remove(index)}
          />
        );
      })}
    </PeopleRows>
  );
}
