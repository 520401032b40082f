import {
  useContext,
  useMemo,
  useState,
  type ComponentProps,
  type ReactNode,
  type Ref,
} from 'react';
import {
  Button,
  ComboBox as AriaComboBox,
  ComboBoxStateContext,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import { Check, ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cx } from '../cx.ts';
import { fold } from '../fold.ts';
import menu from '../Menu.module.css';
import { FieldLabel, FieldNotes, type FieldProps } from './field-parts.tsx';
import type { Option } from './Select.tsx';
import styles from './field.module.css';

/** Most options shown at once; typing narrows them. */
const SHOWN_MAX = 60;

export interface ComboBoxOption extends Option {
  /** More words to find it by; not shown. */
  readonly keywords?: string | undefined;
  readonly icon?: ReactNode;
}

export interface ComboBoxProps extends FieldProps {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly options: readonly ComboBoxOption[];
  readonly placeholder?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  readonly isLabelHidden?: boolean | undefined;
  /** Empties the text after a choice: for adding several, one after another. */
  readonly clearsOnChoice?: boolean | undefined;
  readonly className?: string | undefined;
}

/** One of many values, found by typing. Case and diacritics do not matter. */
export function ComboBox(props: ComboBoxProps): ReactNode {
  const { t } = useTranslation();
  const { label, value, onChange, options, error, isRequired, clearsOnChoice } = props;
  const chosenLabel = options.find((option) => option.value === value)?.label ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? chosenLabel;
  /** Which choice this is, where several are made: each begins with a fresh, closed list. */
  const [turn, setTurn] = useState(0);

  const index = useMemo(
    () =>
      options.map((option) => ({
        option,
        folded: fold(`${option.label} ${option.note ?? ''} ${option.keywords ?? ''}`),
      })),
    [options],
  );
  const shown = useMemo(() => {
    const words = typed === null ? [] : fold(typed).split(' ').filter(Boolean);
    const found: ComboBoxOption[] = [];
    for (const { option, folded } of index) {
      if (words.every((word) => folded.includes(word))) found.push(option);
      if (found.length === SHOWN_MAX) break;
    }
    return found;
  }, [index, typed]);

  return (
    <AriaComboBox
      key={turn}
      className={cx(styles['field'], props.className)}
      items={shown}
      value={value}
      onChange={(key) => {
        setTyped(null);
        if (clearsOnChoice === true) setTurn(turn + 1);
        if (key !== value) onChange(key === null ? null : String(key));
      }}
      inputValue={text}
      onInputChange={(next) => {
        setTyped(next === chosenLabel ? null : next);
        if (next === '' && value !== null) onChange(null);
      }}
      onOpenChange={(isOpen) => {
        if (!isOpen) setTyped(null);
      }}
      // Focus alone must not open the list over what is to be read: the fields that follow after a
      // choice, or why one was refused.
      menuTrigger="input"
      allowsEmptyCollection
      isInvalid={error !== undefined}
      isRequired={isRequired ?? false}
      isDisabled={props.isDisabled ?? false}
      validationBehavior="aria"
      {...(props.onBlur === undefined ? {} : { onBlur: props.onBlur })}
      {...(props.isLabelHidden === true ? { 'aria-label': label } : {})}
    >
      {props.isLabelHidden !== true && <FieldLabel label={label} isRequired={isRequired} />}
      <div className={cx(styles['control'], styles['row'])}>
        <TextInput
          ref={props.inputRef}
          className={styles['bare'] ?? ''}
          placeholder={props.placeholder ?? t('choose')}
          dir="auto"
          spellCheck={false}
          autoFocus={props.autoFocus === true || turn > 0}
        />
        <Button className={styles['affix'] ?? ''}>
          <ChevronDown aria-hidden />
        </Button>
      </div>
      <FieldNotes description={props.description} error={error} />
      <Popover className={menu['popover'] ?? ''} offset={4}>
        <ListBox<ComboBoxOption>
          className={menu['list'] ?? ''}
          renderEmptyState={() => <div className={menu['empty']}>{t('noMatches')}</div>}
        >
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className={menu['item'] ?? ''}>
              {option.icon}
              <span className={menu['itemText']}>
                <Text slot="label" dir="auto">
                  {option.label}
                </Text>
                {option.note !== undefined && option.note !== '' && (
                  <Text slot="description" className={menu['itemNote'] ?? ''}>
                    {option.note}
                  </Text>
                )}
              </span>
              <Check aria-hidden className={menu['check']} />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}

/** Where the text is typed. A press in it opens the list, as typing and the arrow keys do. */
function TextInput(props: ComponentProps<typeof Input>): ReactNode {
  const list = useContext(ComboBoxStateContext);
  return <Input {...props} onClick={() => list?.open(null, 'manual')} />;
}
