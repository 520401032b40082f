import { useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { Button, Tag, TagGroup, TagList, Label } from 'react-aria-components';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ComboBox, type ComboBoxOption } from './ComboBox.tsx';
import { TextField } from './TextField.tsx';
import type { FieldProps } from './field-parts.tsx';
import styles from './field.module.css';

export interface TagsFieldProps extends FieldProps {
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  readonly placeholder?: string | undefined;
}

interface ChosenProps {
  readonly label: string;
  readonly items: readonly { readonly id: string; readonly label: string }[];
  readonly onRemove: (id: string) => void;
}

/** What was chosen, each to be removed by its button, Backspace or Delete. */
export function ChosenTags({ label, items, onRemove }: ChosenProps): ReactNode {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  return (
    <TagGroup aria-label={label} onRemove={(keys) => keys.forEach((key) => onRemove(String(key)))}>
      <Label className="visually-hidden">{label}</Label>
      <TagList className={styles['tags'] ?? ''}>
        {items.map((item) => (
          <Tag key={item.id} id={item.id} textValue={item.label} className={styles['tag'] ?? ''}>
            <bdi>{item.label}</bdi>
            <Button slot="remove" aria-label={t('removeItem', { name: item.label })}>
              <X aria-hidden />
            </Button>
          </Tag>
        ))}
      </TagList>
    </TagGroup>
  );
}

/** Several short texts of one's own: Enter or a comma adds one. */
export function TagsField(props: TagsFieldProps): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState('');

  const add = (): void => {
    const wanted = text.trim();
    if (wanted !== '' && !props.value.includes(wanted)) props.onChange([...props.value, wanted]);
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && text.trim() !== '') {
      event.preventDefault();
      add();
    } else if (event.key === ',') {
      event.preventDefault();
      add();
    } else if (event.key === 'Backspace' && text === '') {
      props.onChange(props.value.slice(0, -1));
    }
  };

  return (
    <div className={styles['field']} onKeyDown={onKeyDown}>
      <TextField
        label={props.label}
        description={props.description ?? t('typeAndEnter')}
        error={props.error}
        isDisabled={props.isDisabled}
        value={text}
        onChange={setText}
        placeholder={props.placeholder}
        inputRef={props.inputRef}
        onBlur={() => {
          add();
          props.onBlur?.();
        }}
      />
      <ChosenTags
        label={props.label}
        items={props.value.map((tag) => ({ id: tag, label: tag }))}
        onRemove={(id) => props.onChange(props.value.filter((tag) => tag !== id))}
      />
    </div>
  );
}

export interface MultiComboBoxProps extends Omit<TagsFieldProps, 'inputRef'> {
  readonly options: readonly ComboBoxOption[];
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
}

/** Several of many values, found by typing. `value` holds option values. */
export function MultiComboBox(props: MultiComboBoxProps): ReactNode {
  const labels = new Map(props.options.map((option) => [option.value, option.label]));
  return (
    <div className={styles['field']}>
      <ComboBox
        label={props.label}
        description={props.description}
        error={props.error}
        isRequired={props.isRequired}
        isDisabled={props.isDisabled}
        placeholder={props.placeholder}
        inputRef={props.inputRef}
        onBlur={props.onBlur}
        autoFocus={props.autoFocus}
        clearsOnChoice
        value={null}
        onChange={(chosen) => {
          if (chosen !== null) props.onChange([...props.value, chosen]);
        }}
        options={props.options.filter((option) => !props.value.includes(option.value))}
      />
      <ChosenTags
        label={props.label}
        items={props.value.map((id) => ({ id, label: labels.get(id) ?? id }))}
        onRemove={(id) => props.onChange(props.value.filter((one) => one !== id))}
      />
    </div>
  );
}
