import type { ReactNode } from 'react';
import { Checkbox, CheckboxGroup } from 'react-aria-components';
import { Check, Plus } from 'lucide-react';
import { FieldLabel, FieldNotes, type FieldProps } from './field-parts.tsx';
import type { Option } from './Select.tsx';
import styles from './field.module.css';

export interface ChoiceFieldProps<Value extends string> extends FieldProps {
  readonly value: readonly Value[];
  readonly onChange: (value: Value[]) => void;
  readonly options: readonly Option<Value>[];
}

/** Any number of a closed list of values, all in view, as chips. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>): ReactNode {
  const { label, value, options, error, isRequired } = props;
  return (
    <CheckboxGroup
      className={styles['field'] ?? ''}
      value={[...value]}
      onChange={(next) => props.onChange(next as Value[])}
      isInvalid={error !== undefined}
      isRequired={isRequired ?? false}
      isDisabled={props.isDisabled ?? false}
      validationBehavior="aria"
      {...(props.onBlur === undefined ? {} : { onBlur: props.onBlur })}
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <div className={styles['chips']}>
        {options.map((option) => (
          <Checkbox key={option.value} value={option.value} className={styles['chip'] ?? ''}>
            {({ isSelected }) => (
              <>
                {isSelected ? <Check aria-hidden /> : <Plus aria-hidden />}
                {option.label}
              </>
            )}
          </Checkbox>
        ))}
      </div>
      <FieldNotes description={props.description} error={error} />
    </CheckboxGroup>
  );
}
