import type { ReactNode, Ref } from 'react';
import { Input, NumberField as AriaNumberField } from 'react-aria-components';
import { cx } from '../cx.ts';
import { FieldLabel, FieldNotes, type FieldProps } from './field-parts.tsx';
import styles from './field.module.css';

export interface NumberFieldProps extends FieldProps {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly minValue?: number | undefined;
  readonly maxValue?: number | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  readonly className?: string | undefined;
}

/** A whole number, or null where the field is empty. */
export function NumberField(props: NumberFieldProps): ReactNode {
  const { label, value, error, isRequired } = props;
  return (
    <AriaNumberField
      className={cx(styles['field'], props.className)}
      value={value ?? Number.NaN}
      onChange={(next) => props.onChange(Number.isNaN(next) ? null : next)}
      minValue={props.minValue ?? 0}
      {...(props.maxValue === undefined ? {} : { maxValue: props.maxValue })}
      formatOptions={{ maximumFractionDigits: 0, useGrouping: false }}
      isInvalid={error !== undefined}
      isRequired={isRequired ?? false}
      isDisabled={props.isDisabled ?? false}
      isWheelDisabled
      validationBehavior="aria"
      {...(props.onBlur === undefined ? {} : { onBlur: props.onBlur })}
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <Input ref={props.inputRef} className={styles['control'] ?? ''} />
      <FieldNotes description={props.description} error={error} />
    </AriaNumberField>
  );
}
