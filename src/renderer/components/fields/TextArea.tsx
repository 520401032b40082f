import { useLayoutEffect, useRef, type ReactNode, type Ref } from 'react';
import { TextArea as AriaTextArea, TextField } from 'react-aria-components';
import { cx } from '../cx.ts';
import { FieldLabel, FieldNotes, type FieldProps } from './field-parts.tsx';
import styles from './field.module.css';

const MAX_BLOCK_SIZE_PX = 640;

export interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly inputRef?: Ref<HTMLTextAreaElement> | undefined;
  readonly placeholder?: string | undefined;
  readonly rows?: number | undefined;
  readonly lang?: string | undefined;
}

/** Text over several lines; grows with what is typed. */
export function TextArea(props: TextAreaProps): ReactNode {
  const { label, value, error, isRequired } = props;
  const area = useRef<HTMLTextAreaElement>(null);

  useLayoutEffect(() => {
    const element = area.current;
    if (element === null) return;
    element.style.blockSize = 'auto';
    const wanted = element.scrollHeight + element.offsetHeight - element.clientHeight;
    element.style.blockSize = `${Math.min(wanted, MAX_BLOCK_SIZE_PX)}px`;
  }, [value]);

  return (
    <TextField
      className={styles['field'] ?? ''}
      value={value}
      onChange={props.onChange}
      isInvalid={error !== undefined}
      isRequired={isRequired ?? false}
      isDisabled={props.isDisabled ?? false}
      validationBehavior="aria"
      autoFocus={props.autoFocus ?? false}
      {...(props.name === undefined ? {} : { name: props.name })}
      {...(props.onBlur === undefined ? {} : { onBlur: props.onBlur })}
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <AriaTextArea
        ref={(element) => {
          area.current = element;
          if (typeof props.inputRef === 'function') props.inputRef(element);
          else if (props.inputRef) props.inputRef.current = element;
        }}
        className={cx(styles['control'], styles['area'])}
        placeholder={props.placeholder}
        rows={props.rows ?? 3}
        dir="auto"
        lang={props.lang}
      />
      <FieldNotes description={props.description} error={error} />
    </TextField>
  );
}
