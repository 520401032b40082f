import type { ReactNode, Ref } from 'react';
import { Checkbox as AriaCheckbox, Switch as AriaSwitch } from 'react-aria-components';
import { Check, Minus } from 'lucide-react';
import type { FieldProps } from './field-parts.tsx';
import styles from './field.module.css';

export interface CheckboxProps extends Omit<FieldProps, 'label'> {
  /** What is agreed to, or with `aria-label` a checkbox without words (rows). */
  readonly label?: ReactNode;
  readonly 'aria-label'?: string | undefined;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  readonly isIndeterminate?: boolean | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
}

function common(props: CheckboxProps): object {
  return {
    isSelected: props.value,
    onChange: props.onChange,
    isDisabled: props.isDisabled ?? false,
    className: styles['choice'] ?? '',
    ...(props['aria-label'] === undefined ? {} : { 'aria-label': props['aria-label'] }),
    ...(props.onBlur === undefined ? {} : { onBlur: props.onBlur }),
    ...(props.inputRef === undefined ? {} : { inputRef: props.inputRef }),
  };
}

function Words(props: CheckboxProps): ReactNode {
  if (props.label === undefined) return null;
  return (
    <span>
      {props.label}
      {props.description !== undefined && (
        <span className={styles['description']} style={{ display: 'block' }}>
          {props.description}
        </span>
      )}
      {props.error !== undefined && <span className={styles['error']}>{props.error}</span>}
    </span>
  );
}

/** Something that is so or not. */
export function Checkbox(props: CheckboxProps): ReactNode {
  return (
    <AriaCheckbox
      {...common(props)}
      isIndeterminate={props.isIndeterminate ?? false}
      isInvalid={props.error !== undefined}
    >
      <span className={styles['box']} aria-hidden>
        {props.isIndeterminate === true ? <Minus /> : <Check />}
      </span>
      <Words {...props} />
    </AriaCheckbox>
  );
}

export interface GroupedCheckboxProps {
  readonly value: string;
  readonly children: ReactNode;
}

/** One of several in a `CheckboxGroup`, which holds what is chosen. */
export function GroupedCheckbox({ value, children }: GroupedCheckboxProps): ReactNode {
  return (
    <AriaCheckbox value={value} className={styles['choice'] ?? ''}>
      <span className={styles['box']} aria-hidden>
        <Check />
      </span>
      <span>{children}</span>
    </AriaCheckbox>
  );
}

/** Something that is on or off from this moment. */
export function Switch(props: CheckboxProps): ReactNode {
  return (
    <AriaSwitch {...common(props)}>
      <span className={styles['track']} aria-hidden />
      <Words {...props} />
    </AriaSwitch>
  );
}
