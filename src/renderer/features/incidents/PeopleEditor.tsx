import type { ReactNode } from 'react';
import { UserPlus } from 'lucide-react';
import { useFieldArray, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { PERPETRATOR_TYPES } from '../../../shared/model/vocabulary/incident.ts';
import { RISK_BEARERS } from '../../../shared/model/vocabulary/risk.ts';
import { useContactOptions } from '../../components/fields/ContactField.tsx';
import { Select } from '../../components/fields/Select.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { PeopleRows, PersonRow } from '../../components/rows/PeopleRows.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import {
  newPerpetrator,
  newVictim,
  type IncidentFormParsed,
  type IncidentFormValues,
} from './form-values.ts';
import styles from './incidents.module.css';

export type IncidentControl = Control<IncidentFormValues, unknown, IncidentFormParsed>;

interface EditorProps {
  readonly control: IncidentControl;
}

/** On whom it fell: contacts found by typing, others by name, and whether on them or their own. */
export function VictimsEditor({ control }: EditorProps): ReactNode {
  const { t } = useTranslation('incidents');
  const list = useFieldArray({ control, name: 'victims', keyName: 'rowKey' });
  const chosen = list.fields.flatMap((entry) => entry.contactId ?? []);
  return (
    <PeopleRows
      legend={t('form.victims')}
      addIcon={UserPlus}
      addLabel={t('form.addVictimName')}
      exceptIds={chosen}
      onAdd={(contactId) =>
        list.append(newVictim(contactId, contactId === null ? 'family' : 'defender'))
      }
    >
      {list.fields.map((entry, index) => (
        <NamedRow
          key={entry.rowKey}
          contactId={entry.contactId}
          name={entry.name}
          onRemove={() => list.remove(index)}
          nameField={
            <Field control={control} name={`victims.${index}.name`}>
              {(f) => (
                <TextField
                  label={t('form.victimName', { number: index + 1 })}
                  isLabelHidden
                  placeholder={t('form.victimName', { number: index + 1 })}
                  {...f}
                />
              )}
            </Field>
          }
          renderChoice={(name) => (
            <Field control={control} name={`victims.${index}.bearer`}>
              {(f) => (
                <Select
                  label={t('form.bearerOf', { name })}
                  isLabelHidden
                  options={RISK_BEARERS.map((value) => ({
                    value,
                    label: t(`bearer.${value}`),
                  }))}
                  {...f}
                />
              )}
            </Field>
          )}
        />
      ))}
      {list.fields.length === 0 && <p className={styles['muted']}>{t('form.noVictims')}</p>}
    </PeopleRows>
  );
}

/** Who is said to have done it. Someone unknown is recorded too: by type, without a name. */
export function PerpetratorsEditor({ control }: EditorProps): ReactNode {
  const { t } = useTranslation('incidents');
  const label = useLabel();
  const list = useFieldArray({ control, name: 'perpetrators', keyName: 'rowKey' });
  const chosen = list.fields.flatMap((entry) => entry.contactId ?? []);
  return (
    <PeopleRows
      legend={t('form.perpetrators')}
      addIcon={UserPlus}
      addLabel={t('form.addPerpetratorName')}
      exceptIds={chosen}
      onAdd={(contactId) => list.append(newPerpetrator(contactId))}
    >
      {list.fields.map((entry, index) => (
        <NamedRow
          key={entry.rowKey}
          contactId={entry.contactId}
          name={entry.name}
          onRemove={() => list.remove(index)}
          nameField={
            <Field control={control} name={`perpetrators.${index}.name`}>
              {(f) => (
                <TextField
                  label={t('form.perpetratorName', { number: index + 1 })}
                  isLabelHidden
                  placeholder={t('form.perpetratorNameHint')}
                  {...f}
                />
              )}
            </Field>
          }
          renderChoice={(name) => (
            <Field control={control} name={`perpetrators.${index}.type`}>
              {(f) => (
                <Select
                  label={t('form.typeOf', { name })}
                  isLabelHidden
                  options={PERPETRATOR_TYPES.map((value) => ({
                    value,
                    label: label('perpetratorType', value),
                  }))}
                  {...f}
                />
              )}
            </Field>
          )}
        />
      ))}
    </PeopleRows>
  );
}

interface NamedRowProps {
  readonly contactId: string | null;
  readonly name: string | null;
  readonly nameField: ReactNode;
  readonly renderChoice: (name: string) => ReactNode;
  readonly onRemove: () => void;
}

function NamedRow(props: NamedRowProps): ReactNode {
  const { contactId, nameField, renderChoice, onRemove } = props;
  const { t } = useTranslation('incidents');
  const known = useContactOptions().find((option) => option.value === contactId)?.label;
  const name = (contactId === null ? props.name : known) ?? '';
  const spoken = name === '' ? t('form.someone') : name;
  return (
    <PersonRow
      contactName={contactId === null ? null : name}
      nameField={nameField}
      choice={renderChoice(spoken)}
      spoken={spoken}
      onRemove={onRemove}
    />
  );
}
