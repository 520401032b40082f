import type { ReactNode, Ref } from 'react';
import { Input, TextField as AriaTextField } from 'react-aria-components';
import { cx } from '../cx.ts';
import { FieldLabel, FieldNotes, type FieldProps } from './field-parts.tsx';
import styles from './field.module.css';

export interface TextFieldProps extends FieldProps {
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  readonly placeholder?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | undefined;
  /** Language of what is typed, for fonts and hyphenation. */
  readonly lang?: string | undefined;
  readonly maxLength?: number | undefined;
  /** Hides the label (it stays the accessible name); for rows of an editor. */
  readonly isLabelHidden?: boolean | undefined;
  readonly className?: string | undefined;
}

/** One line of text. Direction follows what is typed. */
export function TextField(props: TextFieldProps): ReactNode {
  const { label, description, error, isRequired, isDisabled, value, onChange, inputRef } = props;
  return (
    <AriaTextField
      className={cx(styles['field'], props.className)}
      value={value ?? ''}
      onChange={onChange}
      isInvalid={error !== undefined}
      isRequired={isRequired ?? false}
      isDisabled={isDisabled ?? false}
      validationBehavior="aria"
      type={props.type ?? 'text'}
      autoComplete="off"
      {...(props.name === undefined ? {} : { name: props.name })}
      {...(props.onBlur === undefined ? {} : { onBlur: props.onBlur })}
      {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
      {...(props.isLabelHidden === true ? { 'aria-label': label } : {})}
      autoFocus={props.autoFocus ?? false}
    >
      {props.isLabelHidden !== true && <FieldLabel label={label} isRequired={isRequired} />}
      <Input
        ref={inputRef}
        className={styles['control'] ?? ''}
        placeholder={props.placeholder ?? ''}
        dir="auto"
        {...(props.lang === undefined ? {} : { lang: props.lang })}
        spellCheck={false}
      />
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  );
}
