import type { ReactNode } from 'react';
import { Plus } from 'lucide-react';
import { useFieldArray, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { useContactOptions } from '../../components/fields/ContactField.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { OptionalSelect, Select, type Option } from '../../components/fields/Select.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { EditorRow, EditorRows, SplitFields } from '../../components/rows/EditorRow.tsx';
import type { MeetingControl } from './ParticipantsEditor.tsx';
import styles from './meetings.module.css';

/** The contacts among those who were there, as options. */
function useThere(control: MeetingControl): readonly Option[] {
  const participants = useWatch({ control, name: 'fields.participants' });
  const ids = new Set(participants.flatMap((entry) => entry.contactId ?? []));
  return useContactOptions()
    .filter((option) => ids.has(option.value))
    .map(({ value, label }) => ({ value, label }));
}

interface EditorProps {
  readonly control: MeetingControl;
}

/** What we promised, to whom and by when. */
export function PromisesEditor({ control }: EditorProps): ReactNode {
  const { t } = useTranslation('meetings');
  const list = useFieldArray({ control, name: 'promises', keyName: 'rowKey' });
  const there = useThere(control);
  const first = there[0]?.value;
  return (
    <EditorRows>
      {list.fields.map((row, index) => (
        <EditorRow
          key={row.rowKey}
          label={t('form.promise', { number: index + 1 })}
          onRemove={() => list.remove(index)}
        >
          <Field control={control} name={`promises.${index}.text`}>
            {(f) => <TextField label={t('form.promiseText')} autoFocus={row.text === ''} {...f} />}
          </Field>
          <SplitFields>
            <Field control={control} name={`promises.${index}.contactId`}>
              {(f) => <Select label={t('form.promiseTo')} options={there} {...f} />}
            </Field>
            <Field control={control} name={`promises.${index}.dueOn`}>
              {(f) => <DateField label={t('form.dueOn')} {...f} />}
            </Field>
          </SplitFields>
        </EditorRow>
      ))}
      <div>
        <Button
          size="sm"
          icon={Plus}
          isDisabled={first === undefined}
          onPress={() => {
            if (first === undefined) return;
            list.append({
              id: null,
              contactId: first,
              text: '',
              dueOn: null,
              state: 'open',
              settledOn: null,
              toldThemOn: null,
            });
          }}
        >
          {t('form.addPromise')}
        </Button>
      </div>
      {first === undefined && <p className={styles['muted']}>{t('form.promiseNeedsContact')}</p>}
    </EditorRows>
  );
}

/** What we do ourselves after the meeting, and who does it. */
export function FollowUpsEditor({ control }: EditorProps): ReactNode {
  const { t } = useTranslation('meetings');
  const list = useFieldArray({ control, name: 'followUps', keyName: 'rowKey' });
  const there = useThere(control);
  return (
    <EditorRows>
      {list.fields.map((row, index) => (
        <EditorRow
          key={row.rowKey}
          label={t('form.followUp', { number: index + 1 })}
          onRemove={() => list.remove(index)}
        >
          <Field control={control} name={`followUps.${index}.text`}>
            {(f) => <TextField label={t('form.followUpText')} autoFocus={row.text === ''} {...f} />}
          </Field>
          <SplitFields>
            <Field control={control} name={`followUps.${index}.assignedTo`}>
              {(f) => <TextField label={t('form.assignedTo')} {...f} />}
            </Field>
            <Field control={control} name={`followUps.${index}.contactId`}>
              {(f) => <OptionalSelect label={t('form.followUpAbout')} options={there} {...f} />}
            </Field>
            <Field control={control} name={`followUps.${index}.dueOn`}>
              {(f) => <DateField label={t('form.dueOn')} {...f} />}
            </Field>
          </SplitFields>
        </EditorRow>
      ))}
      <div>
        <Button
          size="sm"
          icon={Plus}
          onPress={() =>
            list.append({
              id: null,
              contactId: null,
              text: '',
              dueOn: null,
              assignedTo: null,
              state: 'open',
              settledOn: null,
            })
          }
        >
          {t('form.addFollowUp')}
        </Button>
      </div>
    </EditorRows>
  );
}
