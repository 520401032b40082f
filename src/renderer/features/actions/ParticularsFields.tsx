import type { ReactNode } from 'react';
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { particularFields } from '../../../shared/model/particulars-start.ts';
import type { ActionType } from '../../../shared/model/vocabulary/action.ts';
import { Checkbox } from '../../components/fields/Checkbox.tsx';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { ContactField, ContactsField } from '../../components/fields/ContactField.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { CountryField, LanguagesField } from '../../components/fields/LanguageField.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { Select } from '../../components/fields/Select.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Field, type Bound } from '../../components/forms/Field.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import type { ActionFormParsed, ActionFormValues } from './form-values.ts';
import { DirectoryField } from '../directory/DirectoryField.tsx';
import { GuidingPrinciplesField } from './GuidingPrinciplesField.tsx';
import { isWide, particularKind, particularOptions } from './particular-kind.ts';
import { useParticularWords } from './use-particular-words.ts';
import styles from './actions.module.css';

export interface ParticularsFieldsProps {
  readonly control: Control<ActionFormValues, unknown, ActionFormParsed>;
  readonly type: ActionType;
}

/** The particulars as a form sees them: fields by name, whatever the type of the action. */
interface WithParticulars {
  particulars: Record<string, unknown>;
}

/** The fields that this type of action has of its own, each as its kind asks. */
export function ParticularsFields({ control: ofForm, type }: ParticularsFieldsProps): ReactNode {
  const control = ofForm as unknown as Control<WithParticulars>;
  return (
    <div className={styles['particulars']}>
      {particularFields(type).map((field) => (
        // By type as well: a field of another type is another field, though it has the same name.
        <div key={`${type} ${field}`} data-wide={isWide(particularKind(field)) || undefined}>
          <Field control={control} name={`particulars.${field}`}>
            {(bound) => <OneField type={type} field={field} bound={bound} />}
          </Field>
        </div>
      ))}
    </div>
  );
}

interface OneFieldProps {
  readonly type: ActionType;
  readonly field: string;
  readonly bound: Bound<unknown>;
}

function OneField({ type, field, bound }: OneFieldProps): ReactNode {
  const { t } = useTranslation('particulars');
  const vocabularyWord = useLabel();
  const words = useParticularWords();
  const kind = particularKind(field);
  /** The binding for a field of this value. What is stored fits the kind: a test holds them equal. */
  const of = <Value,>(): Bound<Value> & { label: string; description?: string } => ({
    ...(bound as unknown as Bound<Value>),
    label: words.label(field),
    ...(words.hint(field) === null ? {} : { description: words.hint(field) ?? '' }),
  });
  const options = (vocabulary: Parameters<typeof vocabularyWord>[0]) =>
    particularOptions(type, field).map((value) => ({
      value,
      label: vocabularyWord(vocabulary, value as never),
    }));
  switch (kind.kind) {
    case 'long-text':
      return <TextArea {...of<string>()} rows={4} />;
    case 'date':
      return <DateField {...of<string | null>()} />;
    case 'flag':
      return <Checkbox {...of<boolean>()} />;
    case 'number':
      return <NumberField {...of<number | null>()} minValue={1} />;
    case 'country':
      return <CountryField {...of<string | null>()} />;
    case 'reference':
      if (type === 'ngo-referral') return <DirectoryField {...of<string | null>()} />;
      return <ContactField {...of<string | null>()} />;
    case 'word':
      return <Select {...of<string>()} options={options(kind.vocabulary)} />;
    case 'text':
      return <TextField {...of<string | null>()} />;
    case 'list':
      if (kind.of.kind === 'language') return <LanguagesField {...of<readonly string[]>()} />;
      if (kind.of.kind === 'reference') return <ContactsField {...of<readonly string[]>()} />;
      if (kind.of.kind === 'number') {
        return <GuidingPrinciplesField {...of<readonly number[]>()} />;
      }
      if (kind.of.kind === 'word') {
        return <ChoiceField {...of<readonly string[]>()} options={options(kind.of.vocabulary)} />;
      }
      throw new Error(t('none'));
    default:
      throw new Error(`a particular of an unknown kind: ${kind.kind}`);
  }
}
