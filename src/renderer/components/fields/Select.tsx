import type { ReactNode, Ref } from 'react';
import {
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Text,
} from 'react-aria-components';
import { Check, ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cx } from '../cx.ts';
import menu from '../Menu.module.css';
import { FieldLabel, FieldNotes, type FieldProps } from './field-parts.tsx';
import styles from './field.module.css';

export interface Option<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly note?: string | undefined;
}

export interface SelectProps<Value extends string> extends FieldProps {
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly options: readonly Option<Value>[];
  readonly placeholder?: string | undefined;
  readonly inputRef?: Ref<HTMLButtonElement> | undefined;
  readonly isLabelHidden?: boolean | undefined;
  readonly className?: string | undefined;
}

/** One of a few fixed values. For a nullable value use `OptionalSelect`. */
export function Select<Value extends string>(props: SelectProps<Value>): ReactNode {
  const { t } = useTranslation();
  const { label, value, options, error, isRequired } = props;
  return (
    <AriaSelect
      className={cx(styles['field'], props.className)}
      value={value}
      onChange={(key) => {
        if (key !== null) props.onChange(key as Value);
      }}
      placeholder={props.placeholder ?? t('choose')}
      isInvalid={error !== undefined}
      isRequired={isRequired ?? false}
      isDisabled={props.isDisabled ?? false}
      validationBehavior="aria"
      {...(props.onBlur === undefined ? {} : { onBlur: props.onBlur })}
      {...(props.isLabelHidden === true ? { 'aria-label': label } : {})}
    >
      {props.isLabelHidden !== true && <FieldLabel label={label} isRequired={isRequired} />}
      <Button
        ref={props.inputRef}
        className={cx(styles['control'], styles['select'])}
        autoFocus={props.autoFocus ?? false}
      >
        <SelectValue className={styles['value'] ?? ''}>
          {({ isPlaceholder, selectedText, defaultChildren }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </SelectValue>
        <ChevronDown aria-hidden />
      </Button>
      <FieldNotes description={props.description} error={error} />
      <Popover className={menu['popover'] ?? ''} offset={4}>
        <ListBox className={menu['list'] ?? ''} items={options}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className={menu['item'] ?? ''}>
              <Check aria-hidden className={menu['check']} />
              <span className={menu['itemText']}>
                <Text slot="label">{option.label}</Text>
                {option.note !== undefined && (
                  <Text slot="description" className={cx(menu['itemNote'], styles['note'])}>
                    {option.note}
                  </Text>
                )}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

export interface OptionalSelectProps<Value extends string> extends Omit<
  SelectProps<Value>,
  'onChange'
> {
  readonly onChange: (value: Value | null) => void;
  /** What "no value" is called; "Not set" without it. */
  readonly noneLabel?: string | undefined;
}

const NONE = '';

/** One of a few fixed values, or null, which is the first choice. */
export function OptionalSelect<Value extends string>(props: OptionalSelectProps<Value>): ReactNode {
  const { t } = useTranslation();
  const { noneLabel, onChange, options, value, ...rest } = props;
  return (
    <Select<Value | ''>
      {...rest}
      value={value ?? NONE}
      onChange={(chosen) => onChange(chosen === NONE ? null : chosen)}
      options={[{ value: NONE, label: noneLabel ?? t('notSet') }, ...options]}
    />
  );
}
