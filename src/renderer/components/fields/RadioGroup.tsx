import type { ReactNode } from 'react';
import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components';
import { cx } from '../cx.ts';
import { FieldLabel, FieldNotes, type FieldProps } from './field-parts.tsx';
import type { Option } from './Select.tsx';
import styles from './field.module.css';

export interface RadioOption<Value extends string> extends Option<Value> {
  readonly icon?: ReactNode;
}

export interface RadioGroupProps<Value extends string> extends FieldProps {
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly options: readonly RadioOption<Value>[];
  /** `list` with notes, one under another; `segmented` as one bar; `inline` in a row. */
  readonly look?: 'list' | 'inline' | 'segmented' | undefined;
  readonly isLabelHidden?: boolean | undefined;
}

/** One of a few values, all in view. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>): ReactNode {
  const { label, value, options, error, isRequired, look = 'list' } = props;
  const isSegmented = look === 'segmented';
  return (
    <AriaRadioGroup
      className={styles['field'] ?? ''}
      value={value}
      onChange={(next) => props.onChange(next as Value)}
      orientation={look === 'list' ? 'vertical' : 'horizontal'}
      isInvalid={error !== undefined}
      isRequired={isRequired ?? false}
      isDisabled={props.isDisabled ?? false}
      validationBehavior="aria"
      {...(props.onBlur === undefined ? {} : { onBlur: props.onBlur })}
      {...(props.isLabelHidden === true ? { 'aria-label': label } : {})}
    >
      {props.isLabelHidden !== true && <FieldLabel label={label} isRequired={isRequired} />}
      <div
        className={styles[isSegmented ? 'segmented' : 'options']}
        data-orientation={look === 'list' ? 'vertical' : 'horizontal'}
      >
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            className={styles[isSegmented ? 'segmentedItem' : 'choice'] ?? ''}
          >
            {!isSegmented && <span className={styles['dot']} aria-hidden />}
            {option.icon}
            <span>
              {option.label}
              {option.note !== undefined && (
                <span className={cx(styles['description'])} style={{ display: 'block' }}>
                  {option.note}
                </span>
              )}
            </span>
          </Radio>
        ))}
      </div>
      <FieldNotes description={props.description} error={error} />
    </AriaRadioGroup>
  );
}
